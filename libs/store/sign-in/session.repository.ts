import type { Role } from '#domain/organisation/role.js';
import {
  SessionStore,
  type ActingMembership,
  type NewSession,
  type SessionFacts,
} from '#use-cases/sign-in/session.port.js';
import type { StoreContext } from '../caller/pg-as-caller.js';
import { houseOf } from '../gate/subject-facts.js';

interface MembershipJson {
  id: string;
  role: Role;
  unit_id: string;
  unit_name: string;
  branch_id: string;
  branch_name: string;
  branch_slug: string;
  authority_slug: string;
  authority_name: string;
  kind: string;
  municipality_id: string;
  municipality_name: string;
}

interface SessionRow {
  id: string;
  staff_id: string;
  staff_name: string;
  acr: string;
  auth_time: Date;
  idle_until: Date;
  expires_at: Date;
  revoked_at: Date | null;
  disabled_at: Date | null;
  membership_id: string | null;
  memberships: MembershipJson[];
}

const SELECT = `
  select s.id, s.staff_id, f.name as staff_name, s.acr, s.auth_time, s.idle_until, s.expires_at, s.revoked_at, f.disabled_at, s.membership_id,
    coalesce((select json_agg(json_build_object('id', m.id, 'role', m.role, 'unit_id', u.id, 'unit_name', u.name, 'branch_id', b.id,
        'branch_name', b.name, 'branch_slug', b.slug, 'authority_slug', a.slug, 'authority_name', a.name, 'kind', a.kind,
        'municipality_id', t.id, 'municipality_name', t.name) order by m.starts_at, m.id)
      from membership m join unit u on u.id = m.unit_id join branch b on b.id = u.branch_id
      join authority a on a.id = b.authority_id join municipality t on t.id = m.municipality_id
      where m.staff_id = s.staff_id and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())), '[]') as memberships
  from session s join staff_member f on f.id = s.staff_id`;

export class SessionRepository extends SessionStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(session: NewSession): Promise<void> {
    await this.context.manager.query(
      `insert into session (id, token_hash, staff_id, membership_id, acr, auth_time, idle_until, expires_at) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [
        session.id,
        session.tokenHash,
        session.staffId,
        session.membershipId,
        session.acr,
        session.authTime,
        session.idleUntil,
        session.expiresAt,
      ],
    );
  }

  findByTokenHash(tokenHash: Buffer): Promise<SessionFacts | undefined> {
    return this.find('s.token_hash = $1', tokenHash);
  }

  findById(id: string): Promise<SessionFacts | undefined> {
    return this.find('s.id = $1', id);
  }

  async prolong(id: string, idleUntil: Date): Promise<void> {
    await this.context.manager.query(`update session set idle_until = $2, last_seen_at = clock.now() where id = $1`, [
      id,
      idleUntil,
    ]);
  }

  async chooseMembership(id: string, membershipId: string): Promise<void> {
    await this.context.manager.query(`update session set membership_id = $2 where id = $1`, [id, membershipId]);
  }

  async end(id: string, why: string): Promise<boolean> {
    return (await this.endWhere('id = $1', id, why)).length === 1;
  }

  endAllOf(staffId: string, why: string): Promise<string[]> {
    return this.endWhere('staff_id = $1', staffId, why);
  }

  private async endWhere(condition: string, value: string, why: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.context.manager.query(
      `update session set revoked_at = clock.now(), revoked_why = $2 where ${condition} and revoked_at is null returning id`,
      [value, why],
    );
    return rows.map((row) => row.id);
  }

  private async find(condition: string, value: unknown): Promise<SessionFacts | undefined> {
    const rows: SessionRow[] = await this.context.manager.query(`${SELECT} where ${condition}`, [value]);
    const row = rows[0];
    if (!row) return undefined;
    return {
      id: row.id,
      staffId: row.staff_id,
      staffName: row.staff_name,
      acr: row.acr,
      authTime: row.auth_time,
      idleUntil: row.idle_until,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      staffDisabledAt: row.disabled_at,
      chosenMembershipId: row.membership_id,
      memberships: row.memberships.map(membership),
    };
  }
}

function membership(row: MembershipJson): ActingMembership {
  return {
    id: row.id,
    role: row.role,
    unitId: row.unit_id,
    unitName: row.unit_name,
    branchId: row.branch_id,
    branchName: row.branch_name,
    authorityName: row.authority_name,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    house: houseOf({ kind: row.kind, authority: row.authority_slug, branch: row.branch_slug }),
  };
}
