import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import {
  GroupStore,
  type Candidate,
  type EndReason,
  type GroupActRow,
  type GroupChange,
  type GroupMemberRow,
  type GroupRow,
  type GuestRow,
  type HouseCount,
  type LeaderlessGroup,
  type NewAct,
  type NewGroup,
  type NewMember,
  type SilentUnit,
  type UnreachedSeat,
  type OwnCaseRow,
  type OwnCasesPage,
} from '#use-cases/group/group.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { houseOf } from '../gate/subject-facts.js';

const SELECT_GROUP = `
  select g.id, g.municipality_id as "municipalityId", g.branch_id as "branchId", b.name as "branchName", g.kind, g.form, g.level,
    g.case_id as "caseId", k.number as "caseNumber", k.person_id as "personId", g.area, g.standing,
    l.standing_reason as "standingReason", ages.outside_ages as "outsideAges", g.coordinator_id as "coordinatorId", s.name as "coordinatorName",
    not (caller.holds_post(g.coordinator_id, g.branch_id, 'coordinator') or caller.holds_post(g.coordinator_id, g.branch_id, 'manager')) as "leaderLeft",
    g.contact_id as "contactId", g.agreement_id as "agreementId", g.consent_id as "consentId",
    g.nomination_item_id as "nominationItemId", g.formed_at as "formedAt", g.last_met_at as "lastMetAt",
    g.closed_at as "closedAt", g.turned_from as "turnedFrom", l.look_rule as "lookRule", l.last_look_at as "lastLookAt",
    g.created_at as "createdAt", g.version
  from collaboration_group g join branch b on b.id = g.branch_id join staff_member s on s.id = g.coordinator_id
  left join lateral caller.group_case(g.id) k on true left join group_outside_ages ages on ages.group_id = g.id
  left join group_lead l on l.group_id = g.id`;

type Housed<T> = Omit<T, 'house'> & { kind: HouseKind; authority: string; branch: string };

const withHouse = <T>({ kind, authority, branch, ...row }: Housed<T>): T =>
  ({ ...row, house: houseOf({ kind, authority, branch }) }) as unknown as T;

/** Seats of groups, the own house first. */
export const SELECT_MEMBERS = `
  select m.id, m.group_id as "groupId", m.branch_id as "branchId", b.name as "branchName", a.kind, a.slug as authority,
    b.slug as branch, m.unit_id as "unitId", u.name as "unitName", m.staff_id as "staffId", s.name, s.title, s.phone, m.mandate,
    m.deputy_for as "deputyFor", m.wished, m.terms, m.starts_at as "startsAt", m.ends_at as "endsAt", m.end_reason as "endReason",
    (m.ends_at is null and (s.disabled_at is not null or not exists (select 1 from membership w where w.id = m.membership_id
      and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now())))) as "hasLeft"
  from group_member m join branch b on b.id = m.branch_id join authority a on a.id = b.authority_id join unit u on u.id = m.unit_id
  join staff_member s on s.id = m.staff_id
  where m.group_id = any($1::uuid[]) order by m.group_id, m.ends_at is not null, a.kind <> 'social-services', b.name, m.deputy_for is not null, s.name`;

export type MemberRead = Housed<GroupMemberRow>;

export const membersOf = (rows: readonly MemberRead[]): GroupMemberRow[] =>
  rows.map((row) => withHouse<GroupMemberRow>(row));

const OWN_CASES = `
  select c.id as "caseId", c.number, c.person_id as "personId", c.opened_at as "openedAt" from case_file c
  where c.branch_id = caller.branch() and c.closed_at is null and c.joined_into is null and caller.works_on(c.id)`;

export class GroupRepository extends GroupStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(g: NewGroup): Promise<boolean> {
    await this.query(
      `insert into collaboration_group (id, municipality_id, branch_id, kind, form, level, case_id, area, standing, coordinator_id,
         turned_from, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, caller.staff()) on conflict do nothing`,
      [
        g.id,
        g.municipalityId,
        g.branchId,
        g.kind,
        g.form,
        g.level,
        g.caseId,
        g.area,
        g.standing,
        g.coordinatorId,
        g.turnedFrom ?? null,
      ],
    );
    const there: unknown[] = await this.query(`select 1 from collaboration_group where id = $1`, [g.id]);
    if (there.length === 0) return false;
    await this.keepAges(g.id, g.outsideAges ?? null);
    if (g.standingReason !== null) await this.keepLead(g.id, { standingReason: g.standingReason });
    return true;
  }

  /** Rows of their own, as below: why it stands as it does, and when it is looked at again. */
  private async keepLead(
    id: string,
    to: Pick<GroupChange, 'standingReason' | 'lookRule' | 'lastLookAt'>,
  ): Promise<void> {
    const rule = to.lookRule ? JSON.stringify(to.lookRule) : null;
    await this.query(
      `insert into group_lead as l (group_id, standing_reason, look_rule, last_look_at) values ($1, $2, $3::jsonb, $4)
       on conflict (group_id) do update set standing_reason = excluded.standing_reason,
         look_rule = coalesce(excluded.look_rule, l.look_rule), last_look_at = coalesce($5, l.last_look_at)`,
      [id, to.standingReason, rule, rule && to.lastLookAt, to.lastLookAt ?? null],
    );
  }

  /** A row of its own: who sits there from another house sees the group and not this. */
  private async keepAges(id: string, outsideAges: string | null): Promise<void> {
    if (outsideAges === null) return;
    await this.query(
      `insert into group_outside_ages (group_id, outside_ages) values ($1, $2)
       on conflict (group_id) do update set outside_ages = excluded.outside_ages`,
      [id, outsideAges],
    );
  }

  async find(id: string): Promise<GroupRow | undefined> {
    const rows: GroupRow[] = await this.query(`${SELECT_GROUP} where g.id = $1`, [id]);
    return rows[0];
  }

  async findForChange(id: string): Promise<GroupRow | undefined> {
    await this.query(`select 1 from collaboration_group where id = $1 and branch_id = caller.branch() for update`, [
      id,
    ]);
    const rows: GroupRow[] = await this.query(`${SELECT_GROUP} where g.id = $1 and g.branch_id = caller.branch()`, [
      id,
    ]);
    return rows[0];
  }

  findAll(): Promise<GroupRow[]> {
    return this.query(
      `${SELECT_GROUP} where g.closed_at is null or g.closed_at > clock.now() - interval '1 year' order by g.created_at, g.id`,
      [],
    );
  }

  findOfCase(caseId: string): Promise<GroupRow[]> {
    return this.query(`${SELECT_GROUP} where g.case_id = $1 order by g.created_at, g.id`, [caseId]);
  }

  async change(id: string, to: GroupChange): Promise<void> {
    await this.query(
      `update collaboration_group set standing = $2, contact_id = coalesce($3, contact_id),
         agreement_id = coalesce($4, agreement_id), consent_id = coalesce($5, consent_id),
         nomination_item_id = coalesce($6, nomination_item_id), formed_at = coalesce($7, formed_at),
         last_met_at = coalesce($8, last_met_at), closed_at = coalesce($9, closed_at),
         coordinator_id = coalesce($10, coordinator_id), version = version + 1
       where id = $1`,
      [
        id,
        to.standing,
        to.contactId ?? null,
        to.agreementId ?? null,
        to.consentId ?? null,
        to.nominationItemId ?? null,
        to.formedAt ?? null,
        to.lastMetAt ?? null,
        to.closedAt ?? null,
        to.coordinatorId ?? null,
      ],
    );
    await this.keepLead(id, to);
    await this.keepAges(id, to.outsideAges ?? null);
  }

  findLeaderless(): Promise<LeaderlessGroup[]> {
    return this.query(
      `select l.id, l.case_id as "caseId", l.coordinator_id as "coordinatorId", s.name as "leaderName", l.kind, l.standing,
         l.formed_at as "formedAt", l.version from caller.leaderless_groups() l join staff_member s on s.id = l.coordinator_id`,
      [],
    );
  }

  async nameLeader(of: {
    groupId: string;
    toStaffId: string;
    version: number;
    actId: string;
    seatId: string;
  }): Promise<boolean> {
    const [row]: { named: boolean }[] = await this.query(`select caller.name_leader($1, $2, $3, $4, $5) as named`, [
      of.groupId,
      of.toStaffId,
      of.version,
      of.actId,
      of.seatId,
    ]);
    return row?.named ?? false;
  }

  countOfHouse(): Promise<HouseCount[]> {
    return this.query(`select kind, form, level, standing, groups from caller.house_groups()`, []);
  }

  findQueuePlaces(): Promise<{ groupId: string; place: number }[]> {
    return this.query(`select group_id as "groupId", place from caller.queue_places()`, []);
  }

  async countTakingRoom(branchId: string, kind: string): Promise<number> {
    // Others wait here until this one has taken its place or not: two never take the last.
    await this.query(`select pg_advisory_xact_lock(hashtext('group-room ' || $1 || ' ' || $2))`, [branchId, kind]);
    const [row]: { count: number }[] = await this.query(`select caller.groups_taking_room($1, $2) as count`, [
      branchId,
      kind,
    ]);
    return row?.count ?? 0;
  }

  async findWhoseGroupsWait(branchId: string, kind: string): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select distinct coordinator_id as id from collaboration_group where branch_id = $1 and kind = $2 and standing = 'queued'`,
      [branchId, kind],
    );
    return rows.map(({ id }) => id);
  }

  findEmptySeats(membershipId: string | null, most: number): Promise<{ seatId: string; coordinatorId: string }[]> {
    return this.query(`select seat_id as "seatId", coordinator_id as "coordinatorId" from caller.empty_seats($1, $2)`, [
      membershipId,
      most,
    ]);
  }

  async addMember(m: NewMember): Promise<void> {
    await this.query(
      `insert into group_member (id, group_id, case_id, branch_id, unit_id, staff_id, membership_id, mandate, deputy_for, terms, wished, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, caller.staff())`,
      [
        m.id,
        m.groupId,
        m.caseId,
        m.branchId,
        m.unitId,
        m.staffId,
        m.membershipId,
        m.mandate,
        m.deputyFor,
        m.terms,
        m.wished,
      ],
    );
  }

  async addGuest(g: Omit<GuestRow, 'endedAt'> & { groupId: string; caseId: string }): Promise<void> {
    await this.query(
      `insert into group_guest (id, group_id, case_id, kind, item_id, wished, silence_on, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, caller.staff())`,
      [g.id, g.groupId, g.caseId, g.kind, g.itemId, g.wished, g.silenceOn],
    );
    if (g.closeness === null) return;
    await this.query(`insert into group_guest_closeness (guest_id, closeness) values ($1, $2)`, [g.id, g.closeness]);
  }

  async endGuest(id: string): Promise<void> {
    await this.query(`update group_guest set ended_at = clock.now() where id = $1 and ended_at is null`, [id]);
  }

  findGuests(groupId: string): Promise<GuestRow[]> {
    return this.query(
      `select g.id, g.kind, c.closeness, g.item_id as "itemId", g.wished, g.silence_on::text as "silenceOn", g.ended_at as "endedAt"
       from group_guest g left join group_guest_closeness c on c.guest_id = g.id where g.group_id = $1 order by g.added_at, g.id`,
      [groupId],
    );
  }

  async endMember(id: string, reason: EndReason, until?: Date): Promise<void> {
    await this.query(
      `update group_member set ends_at = greatest(coalesce($3, clock.now()), clock.now()), end_reason = $2
       where id = $1 and (ends_at is null or ends_at > clock.now())`,
      [id, reason, until ?? null],
    );
  }

  async findHouseName(branchId?: string): Promise<string | undefined> {
    const rows: { name: string }[] = await this.query(
      `select case when a.name = b.name then a.name else a.name || ', ' || b.name end as name
       from branch b join authority a on a.id = b.authority_id where b.id = coalesce($1, caller.branch())`,
      [branchId ?? null],
    );
    return rows[0]?.name;
  }

  findUnreached(personId: string): Promise<UnreachedSeat[]> {
    return this.query(
      `select id, group_id as "groupId", case_id as "caseId", municipality_id as "municipalityId", staff_id as "staffId",
         branch_id as "branchId", terms from caller.unreached_seats($1)`,
      [personId],
    );
  }

  async findUnreachedPeople(): Promise<string[]> {
    const rows: { id: string }[] = await this.query(`select person_id as id from caller.unreached_people()`, []);
    return rows.map(({ id }) => id);
  }

  async findMembers(groupIds: readonly string[]): Promise<GroupMemberRow[]> {
    return membersOf(await this.query(SELECT_MEMBERS, [groupIds]));
  }

  async findCandidates(municipalityId: string): Promise<Candidate[]> {
    const rows: Housed<Candidate>[] = await this.query(
      `select m.id as "membershipId", s.id as "staffId", s.name, s.title, u.id as "unitId", u.name as "unitName", b.id as "branchId",
         b.name as "branchName", a.kind, a.slug as authority, b.slug as branch, m.ends_at as "endsAt"
       from membership m join staff_member s on s.id = m.staff_id join unit u on u.id = m.unit_id join branch b on b.id = u.branch_id
       join authority a on a.id = b.authority_id
       where m.municipality_id = $1 and s.disabled_at is null and u.ended_at is null and m.role not in ('auditor','administrator')
         and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
       order by a.name, b.name, u.name, s.name, m.id`,
      [municipalityId],
    );
    return rows.map((row) => withHouse<Candidate>(row));
  }

  async assign(on: {
    id: string;
    caseId: string;
    branchId: string;
    staffId: string;
    by: string;
    until: Date | null;
  }): Promise<void> {
    await this.query(
      `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by, ends_at)
       select $1, $2, $3, $4, 'group', $5, $6
       where not exists (select 1 from assignment where case_id = $2 and staff_id = $4 and branch_id = $3 and reason = 'group'
         and starts_at <= clock.now() and (ends_at is null or (ends_at > clock.now() and ends_at >= $6)))`,
      [on.id, on.caseId, on.branchId, on.staffId, on.by, on.until],
    );
  }

  async unassign(caseId: string, staffId: string): Promise<void> {
    await this.query(
      `update assignment a set ends_at = greatest(w.until, a.starts_at)
       from (select x.id, coalesce(caller.seated_until(x.case_id, x.staff_id, x.branch_id), clock.now()) as until from assignment x
         where x.case_id = $1 and x.staff_id = $2 and x.reason = 'group' and (x.ends_at is null or x.ends_at > clock.now())) w
       where a.id = w.id and w.until <> 'infinity' and (a.ends_at is null or a.ends_at > w.until)`,
      [caseId, staffId],
    );
  }

  async addAct(a: NewAct): Promise<void> {
    await this.query(
      `insert into group_act (id, group_id, case_id, act, word, standing, passed, item_id, by_staff_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, caller.staff())`,
      [a.id, a.groupId, a.caseId, a.act, a.word, a.standing, a.passed, a.itemId],
    );
    const { reason, knownBy = null, confirmed = [], signedBy = [], signedOn = null } = a;
    if (reason === null && knownBy === null && confirmed.length === 0 && signedOn === null) return;
    await this.query(
      `insert into group_act_term (act_id, group_id, reason, known_by, confirmed, signed_by, signed_on) values ($1, $2, $3, $4, $5, $6, $7)`,
      [a.id, a.groupId, reason, knownBy, confirmed, signedBy, signedOn],
    );
  }

  findActs(groupIds: readonly string[]): Promise<(GroupActRow & { groupId: string })[]> {
    return this.query(
      `select a.id, a.group_id as "groupId", a.act, a.word, a.standing, coalesce(t.known_by, t.reason) as reason, a.passed, a.item_id as "itemId",
         coalesce(t.confirmed, '{}') as confirmed, coalesce(t.signed_by, '{}') as "signedBy", t.signed_on::text as "signedOn",
         coalesce(w.name, s.name) as "byName", a.at
       from group_act a join staff_member s on s.id = a.by_staff_id
       -- Not there for whoever sits in the group from another house.
       left join group_act_term t on t.act_id = a.id
       -- Who said it: a nomination is its maker's, whoever took it up.
       left join item i on i.id = a.item_id left join staff_member w on w.id = i.created_by where a.group_id = any($1::uuid[]) order by a.at, a.place`,
      [groupIds],
    );
  }

  findSilent(caseIds: readonly string[]): Promise<SilentUnit[]> {
    return this.query(
      `select h.case_id as "caseId", u.name as "unitName", h.starts_at as "dueAt"
       from hub h cross join lateral (select q.unit_id, q.answered_at from hub_question q where q.hub_id = h.id
         union all select o.unit_id, o.answered_at from caller.others_asked(h.id) o) q join unit u on u.id = q.unit_id
       where h.case_id = any($1::uuid[]) and h.kind = 'joint' and h.state not in ('closed','called-off') and q.answered_at is null
       order by h.starts_at, u.name`,
      [caseIds],
    );
  }

  findOwnCases({ first, after, without }: OwnCasesPage): Promise<OwnCaseRow[]> {
    // To the millisecond, as a cursor has it.
    return this.query(
      `${OWN_CASES} and ($2::timestamptz is null or (date_trunc('milliseconds', c.opened_at), c.id) < ($2, $3::uuid))
         and c.id is distinct from $4
       order by date_trunc('milliseconds', c.opened_at) desc, c.id desc limit $1`,
      [first, after?.at ?? null, after?.id ?? null, without],
    );
  }

  async findOwnCase(caseId: string): Promise<OwnCaseRow | undefined> {
    return (await this.query<OwnCaseRow[]>(`${OWN_CASES} and c.id = $1`, [caseId]))[0];
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
