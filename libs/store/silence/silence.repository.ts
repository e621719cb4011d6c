import type { RemindedKind } from '#domain/silence/silence.js';
import {
  SilenceStore,
  type AskedSilent,
  type InvitedSilent,
  type SilentParty,
} from '#use-cases/silence/silence.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** Works on the case by name, and not only since they sit in its hub. */
const NAMED_ON = (file: string): string => `exists (select 1 from assignment a where a.case_id = ${file}
  and a.staff_id = (select caller.staff()) and a.reason <> 'hub' and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now()))`;

/** A meeting that has not begun and that the caller leads or has called. */
const MY_MEETING = `h.branch_id = (select caller.branch()) and (select caller.staff()) in (h.leader_staff_id, h.convened_by)
  and h.state in ('planned','lobby')`;

/** A unit whose house has left the table is asked nothing any more. */
const AT_TABLE = `not exists (select 1 from hub_party p where p.hub_id = h.id and p.unit_id = q.unit_id and p.ended_at is not null)`;
const QUESTION_DUE = `coalesce(d.due_at, case when h.kind = 'joint' then h.starts_at else q.asked_at + interval '2 hours' end)`;

const QUESTIONS = `
  select 'hub-question' as kind, q.id as about_id, case when u.branch_id = h.branch_id then u.name else u.name || ', ' || b.name end as who,
    null::uuid as signer, null as stands_as, q.asked_at,
    ${QUESTION_DUE} as due_at, h.id as hub_id, h.case_id, null::uuid as area_group_id
  from hub h join hub_question q on q.hub_id = h.id join unit u on u.id = q.unit_id join branch b on b.id = u.branch_id left join deadline d on d.id = q.deadline_id
  where ${MY_MEETING} and q.answered_at is null and q.representative_id is distinct from (select caller.staff())
    and ${AT_TABLE}`;

const INQUIRIES = `
  select 'inquiry', q.id, u.name || ', ' || b.name, null::uuid, null, q.asked_at, q.due_at, null::uuid, q.case_id, null::uuid
  from inquiry q join unit u on u.id = q.unit_id join branch b on b.id = q.to_branch_id
  where q.branch_id = (select caller.branch()) and q.answer is null and q.ended_at is null
    and (q.asked_by = (select caller.staff()) or ${NAMED_ON('q.case_id')})`;

const INVITATIONS = `
  select 'invitation', i.id, s.name, null::uuid, null, i.changed_at, i.starts_at, h.id, h.case_id, null::uuid
  from hub h join invitation i on i.hub_id = h.id join staff_member s on s.id = i.staff_id
  where ${MY_MEETING} and h.starts_at > clock.now() and i.cancelled_at is null and i.answer = 'none' and i.staff_id <> (select caller.staff())`;

/** A meeting of a group without persons that is ahead, and that the caller has called or whose group they lead. */
const MY_AREA_MEETING = `m.branch_id = (select caller.branch()) and m.state = 'planned' and m.starts_at > clock.now()
  and (select caller.staff()) in (g.coordinator_id, m.convened_by)`;

const AREA_INVITATIONS = `
  select 'invitation', i.id, s.name, null::uuid, null, i.changed_at, i.starts_at, null::uuid, null::uuid, m.group_id
  from area_meeting m join collaboration_group g on g.id = m.group_id join invitation i on i.area_meeting_id = m.id
    join staff_member s on s.id = i.staff_id
  where ${MY_AREA_MEETING} and i.cancelled_at is null and i.answer = 'none' and i.staff_id <> (select caller.staff())`;

const SIGNERS = `
  select 'consent', c.id, null, s.person_id, s.stands_as, s.asked_at, null::timestamptz, null::uuid, c.case_id, null::uuid
  from consent c join consent_signer s on s.consent_id = c.id
  where c.branch_id = (select caller.branch()) and c.state in ('offered','partly-signed')
    and s.signed_at is null and s.declined_at is null and s.withdrawn_at is null
    and (c.created_by = (select caller.staff()) or ${NAMED_ON('c.case_id')})`;

export class SilenceRepository extends SilenceStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findMine(most: number): Promise<SilentParty[]> {
    return this.context.manager.query(
      `with silent as (${QUESTIONS} union all ${INQUIRIES} union all ${INVITATIONS} union all ${AREA_INVITATIONS} union all ${SIGNERS})
       select w.kind, w.about_id as "aboutId", w.who, w.signer as "signerId", w.stands_as as "standsAs", w.asked_at as "askedAt",
         w.due_at as "dueAt", w.hub_id as "hubId", w.area_group_id as "areaGroupId", w.case_id as "caseId", c.number as "caseNumber", c.person_id as "personId",
         case when w.kind = 'consent'
           then (select max(l.created_at) from family_link l where l.consent_id = w.about_id and l.person_id = w.signer and l.revoked_at is null)
           else (select max(r.reminded_at) from reminder r where r.about_id = w.about_id and r.kind = w.kind) end as "remindedAt"
       from silent w left join case_file c on c.id = w.case_id
       where c.id is not null or w.area_group_id is not null
       order by w.due_at nulls last, w.asked_at, w.about_id, w.signer limit $1`,
      [most],
    );
  }

  async findInvited(invitationId: string): Promise<InvitedSilent | undefined> {
    const rows: InvitedSilent[] = await this.context.manager.query(
      `select i.staff_id as "staffId", h.id as "hubId", m.id as "areaMeetingId", h.case_id as "caseId", i.starts_at as "startsAt",
         i.answer <> 'none' as "hasAnswered"
       from invitation i left join hub h on h.id = i.hub_id
         left join area_meeting m on m.id = i.area_meeting_id left join collaboration_group g on g.id = m.group_id
       where i.id = $1 and i.cancelled_at is null
         and ((${MY_MEETING} and h.starts_at > clock.now()) or (${MY_AREA_MEETING}))`,
      [invitationId],
    );
    return rows[0];
  }

  async findAsked(questionId: string): Promise<AskedSilent | undefined> {
    const rows: AskedSilent[] = await this.context.manager.query(
      `select q.representative_id as "representativeId", case when q.deputy_asked_at is not null then q.deputy_id end as "deputyId",
         h.id as "hubId", h.case_id as "caseId", ${QUESTION_DUE} as "dueAt", q.answered_at is not null as "hasAnswered",
         u.branch_id = h.branch_id as "isOwnHouse"
       from hub_question q join hub h on h.id = q.hub_id join unit u on u.id = q.unit_id left join deadline d on d.id = q.deadline_id
       where q.id = $1 and ${MY_MEETING} and ${AT_TABLE}`,
      [questionId],
    );
    return rows[0];
  }

  async findLastReminder(kind: RemindedKind, aboutId: string): Promise<Date | undefined> {
    const rows: { at: Date | null }[] = await this.context.manager.query(
      `select max(reminded_at) as at from reminder where kind = $1 and about_id = $2`,
      [kind, aboutId],
    );
    return rows[0]?.at ?? undefined;
  }

  async addReminder(r: {
    id: string;
    branchId: string;
    kind: RemindedKind;
    aboutId: string;
    by: string;
  }): Promise<void> {
    await this.context.manager.query(
      `insert into reminder (id, branch_id, kind, about_id, reminded_by) values ($1, $2, $3, $4, $5)`,
      [r.id, r.branchId, r.kind, r.aboutId, r.by],
    );
  }
}
