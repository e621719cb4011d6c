import {
  StaffRegister,
  type PostFacts,
  type SeatEnded,
  type StaffChange,
  type StaffFacts,
  type StaffQuery,
  type StaffShown,
} from '#use-cases/organisation/staff-register.port.js';
import type { StoreContext } from '../caller/store-context.js';

const POST = `m.id, m.staff_id as "staffId", u.id as "unitId", u.name as "unitName", b.id as "branchId", b.name as "branchName",
  a.name as "authorityName", a.slug || '/' || b.slug as house, m.role, m.rank, m.starts_at as "startsAt", m.ends_at as "endsAt"`;
const OF_POST = `membership m join unit u on u.id = m.unit_id join branch b on b.id = u.branch_id join authority a on a.id = b.authority_id`;

const IN_FORCE = `m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())`;
const HOLDS_POST = `exists (select 1 from membership m where m.staff_id = s.id and ${IN_FORCE})`;

const SHOWN: Readonly<Record<StaffShown, string>> = {
  all: 'true',
  active: `s.disabled_at is null and ${HOLDS_POST}`,
  'without-post': `s.disabled_at is null and not ${HOLDS_POST}`,
  disabled: 's.disabled_at is not null',
};

const STAFF = `s.id, s.municipality_id as "municipalityId", s.name, s.title, s.email, s.phone, s.issuer, s.subject,
  s.disabled_at as "disabledAt", s.version,
  (select count(*) from session e where e.staff_id = s.id and e.revoked_at is null and e.idle_until > clock.now()
    and e.expires_at > clock.now())::int as "openSessions"`;

type StaffRow = Omit<StaffFacts, 'posts'>;

export class StaffRegisterRepository extends StaffRegister {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async list(query: StaffQuery): Promise<StaffFacts[]> {
    const rows: StaffRow[] = await this.context.manager.query(
      `select ${STAFF} from staff_member s
       where ($1 = '' or s.name ilike $1 or s.title ilike $1 or s.email ilike $1)
         and ($2::uuid is null or exists (select 1 from membership m where m.staff_id = s.id and m.unit_id = $2 and ${IN_FORCE}))
         and ($3::text is null or (s.name, s.id) > ($3, $4::uuid)) and ${SHOWN[query.shown]}
       order by s.name, s.id limit $5`,
      [
        query.search === '' ? '' : `%${query.search.replace(/[\\%_]/g, '\\$&')}%`,
        query.unitId,
        query.after?.name ?? null,
        query.after?.id ?? null,
        query.limit,
      ],
    );
    return this.withPosts(rows);
  }

  async find(id: string): Promise<StaffFacts | undefined> {
    const rows: StaffRow[] = await this.context.manager.query(`select ${STAFF} from staff_member s where s.id = $1`, [
      id,
    ]);
    return (await this.withPosts(rows))[0];
  }

  async findIdByIdentity(issuer: string, subject: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select id from staff_member where issuer = $1 and subject = $2`,
      [issuer, subject],
    );
    return rows[0]?.id;
  }

  change(id: string, version: number, to: StaffChange): Promise<boolean> {
    return this.update('name = $3, title = $4, email = $5, phone = $6, issuer = $7, subject = $8', [
      id,
      version,
      to.name,
      to.title,
      to.email,
      to.phone,
      to.issuer,
      to.subject,
    ]);
  }

  setDisabled(id: string, version: number, at: Date | null): Promise<boolean> {
    return this.update('disabled_at = $3', [id, version, at]);
  }

  async findPost(id: string): Promise<PostFacts | undefined> {
    const rows: PostFacts[] = await this.context.manager.query(`select ${POST} from ${OF_POST} where m.id = $1`, [id]);
    return rows[0];
  }

  findPostsIn(unitIds: readonly string[], from: Date, until: Date): Promise<(PostFacts & { name: string })[]> {
    return this.context.manager.query(
      `select ${POST}, s.name from ${OF_POST} join staff_member s on s.id = m.staff_id
       where m.unit_id = any($1::uuid[]) and m.starts_at < $3 and (m.ends_at is null or m.ends_at > $2)
         and s.disabled_at is null
       order by s.name, m.id`,
      [unitIds, from, until],
    );
  }

  async endPost(id: string, at: Date): Promise<void> {
    await this.context.manager.query(`update membership set ends_at = $2 where id = $1`, [id, at]);
  }

  findSeatsEndedWith(membershipId: string): Promise<SeatEnded[]> {
    return this.context.manager.query(
      `select id, group_id as "groupId", case_id as "caseId", person_id as "personId", staff_id as "staffId", branch_id as "branchId"
       from caller.seats_ended_with($1)`,
      [membershipId],
    );
  }

  async withdrawPost(id: string): Promise<void> {
    await this.context.manager.query(`delete from membership where id = $1`, [id]);
  }

  async endSessionsActingIn(membershipId: string, why: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.context.manager.query(
      `update session set revoked_at = clock.now(), revoked_why = $2 where membership_id = $1 and revoked_at is null returning id`,
      [membershipId, why],
    );
    return rows.map((row) => row.id);
  }

  async hasAdministrator(municipalityId: string): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from membership m join staff_member s on s.id = m.staff_id
       where m.municipality_id = $1 and m.role = 'administrator' and s.disabled_at is null and ${IN_FORCE} limit 1`,
      [municipalityId],
    );
    return rows.length > 0;
  }

  private async withPosts(rows: readonly StaffRow[]): Promise<StaffFacts[]> {
    if (rows.length === 0) return [];
    const posts: PostFacts[] = await this.context.manager.query(
      `select ${POST} from ${OF_POST} where m.staff_id = any($1::uuid[]) order by m.ends_at desc nulls first, m.starts_at desc, m.id`,
      [rows.map((row) => row.id)],
    );
    return rows.map((row) => ({ ...row, posts: posts.filter((post) => post.staffId === row.id) }));
  }

  private async update(set: string, values: unknown[]): Promise<boolean> {
    const [, count]: [unknown, number] = await this.context.manager.query(
      `update staff_member set ${set}, version = version + 1 where id = $1 and version = $2`,
      values,
    );
    return count === 1;
  }
}
