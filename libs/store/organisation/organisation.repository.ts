import {
  OrganisationStore,
  type NewMembership,
  type NewStaffMember,
  type NewUnit,
} from '#use-cases/organisation/organisation.port.js';
import type { Role } from '#domain/organisation/role.js';
import type { StoreContext } from '../caller/store-context.js';
import { houseOf } from '../gate/subject-facts.js';

export class OrganisationRepository extends OrganisationStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findMunicipality(slug: string): Promise<{ id: string; name: string } | undefined> {
    const rows: { id: string; name: string }[] = await this.context.manager.query(
      `select id, name from municipality where slug = $1`,
      [slug],
    );
    return rows[0];
  }

  addMunicipality(m: {
    id: string;
    slug: string;
    name: string;
    settings: Readonly<Record<string, unknown>>;
  }): Promise<void> {
    return this.insert('municipality', {
      id: m.id,
      slug: m.slug,
      name: m.name,
      settings: JSON.stringify(m.settings),
    });
  }

  findBranchNames(authority: string): Promise<{ slug: string; municipalityId: string }[]> {
    return this.context.manager.query(`select slug, municipality_id as "municipalityId" from caller.branch_names($1)`, [
      authority,
    ]);
  }

  addAuthority(a: { id: string; municipalityId: string; slug: string; kind: string; name: string }): Promise<void> {
    return this.insert('authority', {
      id: a.id,
      municipality_id: a.municipalityId,
      slug: a.slug,
      kind: a.kind,
      name: a.name,
    });
  }

  addBranch(b: { id: string; municipalityId: string; authorityId: string; slug: string; name: string }): Promise<void> {
    return this.insert('branch', {
      id: b.id,
      municipality_id: b.municipalityId,
      authority_id: b.authorityId,
      slug: b.slug,
      name: b.name,
    });
  }

  addUnit(u: NewUnit): Promise<void> {
    return this.insert('unit', {
      id: u.id,
      municipality_id: u.municipalityId,
      branch_id: u.branchId,
      slug: u.slug,
      name: u.name,
      kind: u.kind,
      answers_hub: u.answersHub,
    });
  }

  addStaffMember(s: NewStaffMember): Promise<void> {
    return this.insert('staff_member', {
      id: s.id,
      municipality_id: s.municipalityId,
      issuer: s.issuer,
      subject: s.subject,
      name: s.name,
      title: s.title,
      email: s.email,
      phone: s.phone,
    });
  }

  addMembership(m: NewMembership): Promise<void> {
    return this.insert('membership', {
      id: m.id,
      municipality_id: m.municipalityId,
      staff_id: m.staffId,
      unit_id: m.unitId,
      role: m.role,
      rank: m.rank,
      starts_at: m.startsAt,
      ends_at: m.endsAt,
    });
  }

  addDutyShift(s: {
    id: string;
    municipalityId: string;
    unitId: string;
    staffId: string;
    rank: string;
    startsAt: Date;
    endsAt: Date;
  }): Promise<void> {
    return this.insert('duty_shift', {
      id: s.id,
      municipality_id: s.municipalityId,
      unit_id: s.unitId,
      staff_id: s.staffId,
      rank: s.rank,
      starts_at: s.startsAt,
      ends_at: s.endsAt,
    });
  }

  addHubSlot(s: {
    id: string;
    municipalityId: string;
    branchId: string;
    weekday: number;
    startsLocal: string;
    minutes: number;
    videoUrl: string | null;
  }): Promise<void> {
    return this.insert('hub_slot', {
      id: s.id,
      municipality_id: s.municipalityId,
      branch_id: s.branchId,
      weekday: s.weekday,
      starts_local: s.startsLocal,
      minutes: s.minutes,
      video_url: s.videoUrl,
    });
  }

  addAgreement(a: {
    id: string;
    municipalityId: string;
    form: string;
    startsOn: string;
    endsOn: string;
    signedBy: string;
  }): Promise<void> {
    return this.insert('agreement', {
      id: a.id,
      municipality_id: a.municipalityId,
      form: a.form,
      starts_on: a.startsOn,
      ends_on: a.endsOn,
      signed_by: a.signedBy,
    });
  }

  addAgreementParty(p: { agreementId: string; branchId: string; resources: string }): Promise<void> {
    return this.insert('agreement_party', {
      agreement_id: p.agreementId,
      branch_id: p.branchId,
      resources: p.resources,
    });
  }

  addDeadlineRule(d: { municipalityId: string; kind: string; rule: unknown }): Promise<void> {
    return this.insert('deadline_setting', {
      municipality_id: d.municipalityId,
      kind: d.kind,
      rule: JSON.stringify(d.rule),
    });
  }

  async findPost(issuer: string, subject: string, role: Role) {
    const rows: {
      staff: string;
      membership: string;
      unit: string;
      branch: string;
      municipality: string;
      kind: string;
      authority_slug: string;
      branch_slug: string;
    }[] = await this.context.manager.query(
      `select s.id as staff, m.id as membership, u.id as unit, b.id as branch, m.municipality_id as municipality, a.kind, a.slug as authority_slug, b.slug as branch_slug
         from staff_member s join membership m on m.staff_id = s.id join unit u on u.id = m.unit_id
         join branch b on b.id = u.branch_id join authority a on a.id = b.authority_id
         where s.issuer = $1 and s.subject = $2 and m.role = $3 and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()) limit 1`,
      [issuer, subject, role],
    );
    const row = rows[0];
    return (
      row && {
        staffId: row.staff,
        membershipId: row.membership,
        role,
        unitId: row.unit,
        branchId: row.branch,
        municipalityId: row.municipality,
        house: houseOf({ kind: row.kind, authority: row.authority_slug, branch: row.branch_slug }),
      }
    );
  }

  private async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const columns = Object.keys(row);
    await this.context.manager.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
}
