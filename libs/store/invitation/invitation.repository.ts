import type { Called } from '#domain/invitation/settle-invitations.js';
import {
  InvitationStore,
  type CalledPerson,
  type GivenAnswer,
  type InvitationMail,
  type InvitedPart,
  type KeptInvitation,
  type MyInvitation,
  type RepliedInvitation,
  type SettledMeeting,
  type Unanswered,
} from '#use-cases/invitation/invitation.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { CALLED_TO, MEETING, WAITER } from './called-to.js';

/** Whoever called the meeting has said yes to it by that; everyone else is asked. */
const OF_CALLER = (
  hub: string,
  staff: string,
): string => `case when ${hub}.convened_by = ${staff} then 'accepted' else 'none' end,
  case when ${hub}.convened_by = ${staff} then clock.now() end, case when ${hub}.convened_by = ${staff} then 'page' end`;

/** The time for answering that still runs or is missed and owed. */
const ANSWER_TIME = `select 1 from deadline d where d.kind = 'invitation-answer' and d.about_id = h.id
  and (d.state = 'open' or (d.state = 'missed' and d.void_reason is null))`;
/** Whoever waits for the answers is not waited for. */
const SILENT = `i.meeting_id = h.id and i.cancelled_at is null and i.answer = 'none' and i.staff_id is distinct from (select w.staff_id from (${WAITER}) w)`;
const IS_UNANSWERED = `select 1 from invitation i where ${SILENT}`;

const columnsOf = (parts: readonly InvitedPart[]): unknown[] => [
  parts.map(({ id }) => id),
  parts.map(({ branchId }) => branchId),
  parts.map(({ startsAt }) => startsAt),
  parts.map(({ minutes }) => minutes),
];

type MeetingRow = Omit<SettledMeeting, 'startsAt'> & { readonly startsAt: Date };

export class InvitationRepository extends InvitationStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async hold(hubId: string): Promise<void> {
    await this.query(`select pg_advisory_xact_lock(hashtextextended('invitations ' || $1::text, 0))`, [hubId]);
  }

  async findMeeting(hubId: string): Promise<SettledMeeting | undefined> {
    const [row]: MeetingRow[] = await this.query(
      `select h.id as "hubId", h.municipality_id as "municipalityId", h.case_id as "caseId", case when h.kind = 'area' then h.group_id end as "areaGroupId",
         h.state, h.starts_at as "startsAt", h.minutes, h.version,
         (select json_build_object('staffId', w.staff_id, 'unitId', w.unit_id, 'opens', w.opens) from (${WAITER}) w) as leader
       from ${MEETING} h where h.id = $1`,
      [hubId],
    );
    return row && { ...row, startsAt: row.startsAt.getTime() };
  }

  async findCalled(hubId: string): Promise<Called[]> {
    const rows: { staff_id: string; branch_id: string; from_minute: number | null; part_minutes: number | null }[] =
      await this.query(`select c.* from ${MEETING} h cross join lateral (${CALLED_TO}) c where h.id = $1`, [hubId]);
    return rows.map((row) => ({
      staffId: row.staff_id,
      branchId: row.branch_id,
      part:
        row.from_minute === null || row.part_minutes === null
          ? null
          : { from: row.from_minute, minutes: row.part_minutes },
    }));
  }

  findKept(hubId: string): Promise<KeptInvitation[]> {
    return this.query(
      `select id, staff_id as "staffId", branch_id as "branchId", starts_at as "startsAt", minutes, sequence,
         cancelled_at is not null as cancelled
       from invitation where meeting_id = $1 order by id`,
      [hubId],
    );
  }

  findUnanswered(hubId: string): Promise<Unanswered[]> {
    return this.query(
      `select i.id, i.staff_id as "staffId", i.sequence,
         (select max(r.reminded_at) from reminder r where r.kind = 'invitation' and r.about_id = i.id) as "remindedAt"
       from ${MEETING} h join invitation i on ${SILENT} where h.id = $1 order by i.id`,
      [hubId],
    );
  }

  async addReminder(id: string, invitationId: string): Promise<void> {
    await this.query(
      `insert into reminder (id, branch_id, kind, about_id, reminded_by)
       select $1, h.branch_id, 'invitation', i.id, null from invitation i join ${MEETING} h on h.id = i.meeting_id where i.id = $2`,
      [id, invitationId],
    );
  }

  async add(hubId: string, invitations: readonly (InvitedPart & { readonly staffId: string })[]): Promise<void> {
    await this.query(
      `insert into invitation (id, hub_id, area_meeting_id, staff_id, branch_id, starts_at, minutes, sequence, answer, answered_at, answered_by)
       select n.id, case when h.kind <> 'area' then h.id end, case when h.kind = 'area' then h.id end, n.staff_id, n.branch_id, n.starts_at, n.minutes,
         h.version, ${OF_CALLER('h', 'n.staff_id')}
       from ${MEETING} h cross join unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::integer[], $6::uuid[]) n (id, branch_id, starts_at, minutes, staff_id) where h.id = $1`,
      [hubId, ...columnsOf(invitations), invitations.map(({ staffId }) => staffId)],
    );
  }

  async renew(to: readonly InvitedPart[]): Promise<void> {
    await this.query(
      `update invitation i set branch_id = n.branch_id, starts_at = n.starts_at, minutes = n.minutes, sequence = i.sequence + 1, answer_stamp = null,
         cancelled_at = null, changed_at = clock.now(), (answer, answered_at, answered_by) = (select ${OF_CALLER('h', 'i.staff_id')})
       from ${MEETING} h, unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::integer[]) n (id, branch_id, starts_at, minutes) where i.id = n.id and h.id = i.meeting_id`,
      columnsOf(to),
    );
  }

  async cancel(ids: readonly string[]): Promise<void> {
    await this.query(
      `update invitation set cancelled_at = clock.now(), changed_at = clock.now(), sequence = sequence + 1
       where id = any($1::uuid[]) and cancelled_at is null`,
      [ids],
    );
  }

  async stopMails(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select distinct invitation_id as id from invitation_mail where invitation_id = any($1::uuid[])
         and (state in ('sent','failed') or tries > 0 or next_try_at > to_timestamp(0))`,
      [ids],
    );
    await this.query(
      `update invitation_mail set state = 'stopped', next_try_at = null where invitation_id = any($1::uuid[]) and state = 'waiting'`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  async addMails(mails: readonly InvitationMail[]): Promise<void> {
    await this.query(
      `insert into invitation_mail (id, invitation_id, sequence, method, starts_at, minutes)
       select n.id, i.id, i.sequence, n.method, i.starts_at, i.minutes
       from unnest($1::uuid[], $2::uuid[], $3::text[]) n (id, invitation_id, method) join invitation i on i.id = n.invitation_id
       on conflict (invitation_id, sequence) do nothing`,
      [mails.map(({ id }) => id), mails.map(({ invitationId }) => invitationId), mails.map(({ method }) => method)],
    );
  }

  async findAhead(about: { readonly caseId: string } | { readonly groupId: string }): Promise<string[]> {
    const rows: { id: string }[] =
      'caseId' in about
        ? await this.query(
            `select id from hub where case_id = $1 and state in ('planned','lobby') order by starts_at, id`,
            [about.caseId],
          )
        : await this.query(
            `select id from area_meeting where group_id = $1 and state = 'planned' order by starts_at, id`,
            [about.groupId],
          );
    return rows.map(({ id }) => id);
  }

  async findOutOfStep(most: number): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select h.id from ${MEETING} h
       where (h.state in ('planned','lobby') and h.starts_at + make_interval(mins => h.minutes) > clock.now() and (
           exists (select 1 from (${CALLED_TO}) c where not exists (select 1 from invitation i
             where i.meeting_id = h.id and i.staff_id = c.staff_id and i.cancelled_at is null and i.starts_at >= h.starts_at
               and i.starts_at + make_interval(mins => i.minutes) <= h.starts_at + make_interval(mins => h.minutes)))
           or exists (select 1 from invitation i where i.meeting_id = h.id and i.cancelled_at is null
             and not exists (select 1 from (${CALLED_TO}) c where c.staff_id = i.staff_id))))
         or (h.state in ('planned','lobby') and h.starts_at > clock.now() + interval '4 hours' and exists (${IS_UNANSWERED})
           and not exists (${ANSWER_TIME}) and exists (${WAITER}))
         or (exists (${ANSWER_TIME}) and (h.state not in ('planned','lobby') or not exists (${IS_UNANSWERED})))
         -- Whoever was to be told has left, or the meeting has got another leader: the question goes on.
         or (h.state in ('planned','lobby') and exists (${ANSWER_TIME} and d.owner_staff_id is distinct from (select w.staff_id from (${WAITER}) w)))
         or (h.state = 'called-off' and exists (select 1 from invitation i where i.meeting_id = h.id and i.cancelled_at is null))
       order by h.starts_at, h.id limit $1`,
      [most],
    );
    return rows.map(({ id }) => id);
  }

  async findMine(): Promise<MyInvitation[]> {
    type Meeting = NonNullable<MyInvitation['meeting']>;
    const rows: (MyInvitation & Omit<Meeting, 'kind'> & { kind: Meeting['kind'] | null })[] = await this.query(
      `select i.id, i.meeting_id as "hubId", i.starts_at as "startsAt", i.minutes, i.answer, i.answered_at as "answeredAt",
         i.sequence, i.invited_at as "invitedAt", i.changed_at as "changedAt", i.cancelled_at is not null as cancelled,
         i.changed_at > i.invited_at and i.cancelled_at is null as moved,
         case when h.kind = 'area' and exists (select 1 from collaboration_group g where g.id = h.group_id and g.form = 'none') then 'board' else h.kind end as kind,
         case when h.kind = 'area' then h.group_id end as "areaGroupId", coalesce(c.number, j.number) as "caseNumber", h.state,
         h.video_url as "videoUrl", coalesce(h.leader_staff_id = caller.staff(), false) as leads
       from invitation i left join ${MEETING} h on h.id = i.meeting_id and i.cancelled_at is null left join case_file c on c.id = h.case_id
       left join lateral caller.joint_case(case when c.id is null and h.kind <> 'area' then h.id end) j on true
       where i.staff_id = caller.staff() and i.branch_id = caller.branch()
         and i.starts_at + make_interval(mins => i.minutes) > clock.now() - interval '12 hours'
         and (i.cancelled_at is null or i.cancelled_at > clock.now() - interval '7 days')
       order by i.starts_at, i.id`,
      [],
    );
    return rows.map(({ kind, areaGroupId, caseNumber, state, videoUrl, leads, ...one }) => ({
      ...one,
      meeting: kind === null ? null : { kind, areaGroupId, caseNumber, state, videoUrl, leads },
    }));
  }

  findOwn(from: Date, until: Date): Promise<Pick<MyInvitation, 'hubId' | 'startsAt' | 'minutes' | 'answer'>[]> {
    return this.query(
      `select meeting_id as "hubId", starts_at as "startsAt", minutes, answer from invitation
       where staff_id = caller.staff() and branch_id = caller.branch() and cancelled_at is null
         and starts_at >= $1 and starts_at < $2 order by starts_at, id`,
      [from, until],
    );
  }

  findCalledTo(hubId: string): Promise<CalledPerson[]> {
    return this.query(
      `select i.id, i.staff_id as "staffId", s.name, s.title, u.name as "unitName", b.name as "branchName",
         i.starts_at as "startsAt", i.minutes, i.answer, i.answered_at as "answeredAt", i.cancelled_at is not null as cancelled
       from invitation i join ${MEETING} h on h.id = i.meeting_id and h.branch_id = caller.branch()
       join staff_member s on s.id = i.staff_id join branch b on b.id = i.branch_id
       left join lateral (select x.name from membership m join unit x on x.id = m.unit_id
         where m.staff_id = i.staff_id and x.branch_id = i.branch_id and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
         order by m.starts_at, m.id limit 1) u on true
       where i.meeting_id = $1 order by i.cancelled_at is not null, b.name, s.name`,
      [hubId],
    );
  }

  async answer({ id, sequence, answer, by, stamp }: GivenAnswer): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `update invitation set answer = $3, answered_at = clock.now(), answered_by = $4, answer_stamp = $5
       where id = $1 and sequence = $2 and cancelled_at is null
         and ((select caller.service()) = 'deadlines' or (staff_id = caller.staff() and branch_id = caller.branch()))
       returning id`,
      [id, sequence, answer, by, stamp],
    );
    return rows.length === 1;
  }

  async findByReply(replyHash: Buffer): Promise<RepliedInvitation | undefined> {
    const [row]: RepliedInvitation[] = await this.query(
      `select i.id, i.meeting_id as "hubId", h.municipality_id as "municipalityId", i.staff_id as "staffId", s.email as address,
         i.sequence, i.cancelled_at is not null or s.disabled_at is not null as cancelled,
         i.starts_at + make_interval(mins => i.minutes) as "endsAt", i.answer_stamp as "answerStamp"
       from invitation i join ${MEETING} h on h.id = i.meeting_id join staff_member s on s.id = i.staff_id where i.reply_hash = $1
       for update of i`,
      [replyHash],
    );
    return row;
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
