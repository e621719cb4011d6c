import { SessionStore, type NewSession, type OpenSession, type SessionFacts } from '#use-cases/sign-in/session.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { actingMembership, actingMembershipsOf, type ActingMembershipJson } from './acting-memberships.js';

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
  memberships: ActingMembershipJson[];
}

const SELECT = `
  select s.id, s.staff_id, f.name as staff_name, s.acr, s.auth_time, s.idle_until, s.expires_at, s.revoked_at, f.disabled_at, s.membership_id,
    ${actingMembershipsOf('s.staff_id')} as memberships
  from session s join staff_member f on f.id = s.staff_id`;

export class SessionRepository extends SessionStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(session: NewSession): Promise<void> {
    await this.context.manager.query(
      `insert into session (id, token_hash, staff_id, membership_id, acr, auth_time, idle_until, expires_at, provider_session)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
      [
        session.id,
        session.tokenHash,
        session.staffId,
        session.membershipId,
        session.acr,
        session.authTime,
        session.idleUntil,
        session.expiresAt,
        session.providerSession,
      ],
    );
  }

  async findByTokenHash(tokenHash: Buffer): Promise<SessionFacts | undefined> {
    return (await this.find('s.token_hash = $1', tokenHash))[0];
  }

  async findById(id: string): Promise<SessionFacts | undefined> {
    return (await this.findByIds([id]))[0];
  }

  findByIds(ids: readonly string[]): Promise<SessionFacts[]> {
    return this.find('s.id = any($1::uuid[])', ids);
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

  listOpenOf(staffId: string): Promise<OpenSession[]> {
    return this.context.manager.query(
      `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt" from session
       where staff_id = $1 and revoked_at is null and idle_until > clock.now() and expires_at > clock.now()
       order by last_seen_at desc, id`,
      [staffId],
    );
  }

  async findProviderSession(id: string): Promise<Buffer | null> {
    const rows: { provider_session: Buffer | null }[] = await this.context.manager.query(
      `select provider_session from session where id = $1`,
      [id],
    );
    return rows[0]?.provider_session ?? null;
  }

  private async endWhere(condition: string, value: string, why: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.context.manager.query(
      `update session set revoked_at = clock.now(), revoked_why = $2 where ${condition} and revoked_at is null returning id`,
      [value, why],
    );
    return rows.map((row) => row.id);
  }

  private async find(condition: string, value: unknown): Promise<SessionFacts[]> {
    const rows: SessionRow[] = await this.context.manager.query(`${SELECT} where ${condition}`, [value]);
    return rows.map((row) => ({
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
      memberships: row.memberships.map(actingMembership),
    }));
  }
}
