import type { HouseKind, Phase } from '#domain/disclosure/vocabulary.js';
import { WEEKDAYS } from '#domain/kernel/civil-day.js';
import type { Knowledge } from '#domain/hub/question.js';
import {
  HubStore,
  type CaseState,
  type HubCase,
  type HubFacts,
  type HubHouse,
  type HousePost,
  type HouseUnit,
  type MemberFacts,
  type NewHub,
  type NextHub,
  type PartyUnit,
  type QuestionFacts,
  type TakenTime,
} from '#use-cases/hub/hub.port.js';
import { KEPT_CALENDAR, readKeptCalendar, type KeptCalendar } from '../calendar/kept-calendar.js';
import type { StoreContext } from '../caller/store-context.js';
import { houseOf } from '../gate/subject-facts.js';

/**
 * The first of the grades' time limits that can still be kept, else the last that was missed; the hub must decide before it.
 * A case into which another was joined may owe several. The fourteen days of the preliminary assessment run beside red and
 * orange and say nothing of the hub.
 */
const DUE_OF_CASE = `(select coalesce(min(d.due_at) filter (where d.state = 'open' and d.due_at > clock.now()), max(d.due_at)) from deadline d
  where d.case_id = c.id and (d.kind = 'grade-' || c.grade || '-assessment'
      or c.grade in ('red','orange') and d.kind in ('grade-red-assessment','grade-orange-assessment'))
    and d.state in ('open','missed') and d.void_reason is null)`;

/** As the town's file has it now. */
const ROOM_NAME = `(select r ->> 'name' || ', ' || (r ->> 'site') from municipality t cross join jsonb_array_elements(t.settings -> 'calendar' -> 'rooms') r
  where t.id = h.municipality_id and r ->> 'slug' = h.room limit 1)`;

export const SELECT_HUB = `
  select h.id, h.kind, h.form, h.purpose, h.nomination_item_id as "nominationItemId", h.municipality_id as "municipalityId",
    h.branch_id as "branchId", h.case_id as "caseId", coalesce(c.number, j.number) as "caseNumber",
    coalesce(c.person_id, j.person_id) as "personId", c.grade, c.state as "caseState", ${DUE_OF_CASE} as "dueAt",
    h.state, h.starts_at as "startsAt", h.minutes, h.extra, h.video_url as "videoUrl", h.room, ${ROOM_NAME} as "roomName", h.leader_staff_id as "leaderId",
    h.convened_by as "convenedBy", h.convened_at as "convenedAt", h.started_at as "startedAt", h.closed_at as "closedAt",
    h.group_id as "groupId", h.meeting_kind as "meetingKind", h.version
  from hub h left join case_file c on c.id = h.case_id
  left join lateral caller.joint_case(case when c.id is null then h.id end) j on true`;

/** The questions that the caller's own house may read whole: its own, and every one of its own hubs. */
const OWN_QUESTIONS = `select id, hub_id, unit_id, representative_id, deputy_id, deputy_asked_at, deadline_id, asked_at, answer, answered_by,
    answered_at, given_at, version from hub_question`;

/** At another house's table also those that others are asked: that they have answered, and never what. */
const QUESTIONS_AT_TABLE = `${OWN_QUESTIONS} where hub_id = $1
  union all select id, hub_id, unit_id, representative_id, deputy_id, deputy_asked_at, deadline_id, asked_at, null, answered_by,
    answered_at, given_at, 0 from caller.others_asked($1)`;

const selectQuestion = (questions: string): string => `
  select q.id, q.hub_id as "hubId", q.unit_id as "unitId", u.name as "unitName", u.kind as "unitKind",
    q.representative_id as "representativeId", q.deputy_id as "deputyId", q.deputy_asked_at as "deputyAskedAt",
    q.asked_at as "askedAt", coalesce(d.due_at, case when m.kind = 'joint' then m.starts_at end, q.asked_at + interval '2 hours') as "dueAt", q.answer,
    q.answered_by as "answeredBy", q.answered_at as "answeredAt", q.given_at as "givenAt", q.version,
    coalesce((select array_agg(a.item_id order by a.position) from hub_answer_item a where a.question_id = q.id), '{}') as "itemIds"
  from (${questions}) q join hub m on m.id = q.hub_id join unit u on u.id = q.unit_id left join deadline d on d.id = q.deadline_id`;

/** Who works on a case, by name or through their unit, and in which unit. */
const SELECT_MEMBERS = `
  select s.id as "staffId", s.name, s.title, s.phone, u.id as "unitId", u.name as "unitName"
  from staff_member s
  left join lateral (select m.unit_id from membership m
    where m.staff_id = s.id and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
    order by m.starts_at, m.id limit 1) p on true
  left join unit u on u.id = p.unit_id
  where s.id = any($2::uuid[]) or exists (select 1 from assignment a
    where a.case_id = $1 and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())
      and (a.staff_id = s.id or exists (select 1 from membership m where m.staff_id = s.id and m.unit_id = a.unit_id
        and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))))
  order by u.name, s.name`;

export class HubRepository extends HubStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findCase(caseId: string): Promise<HubCase | undefined> {
    const rows: HubCase[] = await this.query(
      `select c.id, c.number, c.municipality_id as "municipalityId", c.branch_id as "branchId", c.person_id as "personId",
         c.phase, c.state, c.grade, exists (select 1 from protection_assessment p where p.case_id = c.id) as "protectionAssessed",
         ${DUE_OF_CASE} as "dueAt",
         (select h.id from hub h where h.case_id = c.id and h.state not in ('closed','called-off') limit 1) as "openHubId"
       from case_file c where c.id = $1`,
      [caseId],
    );
    return rows[0];
  }

  async holdCase(caseId: string): Promise<HubCase | undefined> {
    await this.query(`select 1 from case_file where id = $1 for no key update`, [caseId]);
    return this.findCase(caseId);
  }

  async moveCase(
    caseId: string,
    to: { state: CaseState; phase?: Phase; closed?: boolean; form?: 'mash' },
  ): Promise<void> {
    await this.query(
      `update case_file set state = $2, phase = coalesce($3, phase), form = coalesce($4, form),
         closed_at = case when $5 then clock.now() else closed_at end, version = version + 1 where id = $1`,
      [caseId, to.state, to.phase ?? null, to.form ?? null, to.closed ?? false],
    );
  }

  async getHouse(branchId: string): Promise<HubHouse> {
    const units: HouseUnit[] = await this.query(
      `select id, name, kind, answers_hub as "answersHub" from unit where branch_id = $1 and ended_at is null
       order by array_position(array['intake','child','youth','adult','addiction','economic-aid','emergency'], kind), name`,
      [branchId],
    );
    const posts: HousePost[] = await this.query(
      `select m.unit_id as "unitId", s.id as "staffId", s.name, s.title, s.phone, m.role, m.rank
       from membership m join staff_member s on s.id = m.staff_id join unit u on u.id = m.unit_id
       where u.branch_id = $1 and s.disabled_at is null
         and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
       order by s.name, m.id`,
      [branchId],
    );
    const duties: { unit: string; member: string; part: 'primary' | 'deputy'; from: Date; until: Date }[] =
      await this.query(
        `select d.unit_id as unit, d.staff_id as member, d.rank as part, d.starts_at as from, d.ends_at as until
         from duty_shift d join unit u on u.id = d.unit_id
         where u.branch_id = $1 and d.starts_at <= clock.now() + interval '30 days' and d.ends_at > clock.now()
           and exists (select 1 from membership m join staff_member s on s.id = m.staff_id
             where m.staff_id = d.staff_id and m.unit_id = d.unit_id and s.disabled_at is null
               and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))`,
        [branchId],
      );
    const slots: { id: string; weekday: number; starts_local: string; minutes: number; video_url: string | null }[] =
      await this.query(
        `select id, weekday, starts_local, minutes, video_url from hub_slot where branch_id = $1 order by weekday, starts_local`,
        [branchId],
      );
    const kept: KeptCalendar[] = await this.query(
      `select ${KEPT_CALENDAR} from municipality where id = (select municipality_id from branch where id = $1)`,
      [branchId],
    );
    return {
      units,
      posts,
      duties: duties.map((d) => ({ ...d, from: d.from.getTime(), until: d.until.getTime() })),
      slots: slots.flatMap((s) => {
        const weekday = WEEKDAYS[s.weekday - 1];
        const [hours = 0, minutes = 0] = s.starts_local.split(':').map(Number);
        return weekday
          ? [{ id: s.id, weekday, starts: hours * 60 + minutes, minutes: s.minutes, videoUrl: s.video_url }]
          : [];
      }),
      calendar: readKeptCalendar(kept[0]),
    };
  }

  async findPartyUnits(municipalityId: string): Promise<PartyUnit[]> {
    const rows: {
      id: string;
      name: string;
      branch_id: string;
      branch_name: string;
      kind: HouseKind;
      authority: string;
      branch: string;
    }[] = await this.query(
      `select u.id, u.name, b.id as branch_id, b.name as branch_name, a.kind, a.slug as authority, b.slug as branch
       from unit u join branch b on b.id = u.branch_id join authority a on a.id = b.authority_id
       where u.municipality_id = $1 and u.kind <> 'administration' order by a.name, b.name, u.name`,
      [municipalityId],
    );
    return rows.map((r) => ({
      id: r.id,
      name: r.name,
      branchId: r.branch_id,
      branchName: r.branch_name,
      house: houseOf(r),
    }));
  }

  findTaken(branchId: string, from: Date, until: Date): Promise<TakenTime[]> {
    return this.query(
      `select id as "hubId", starts_at as "startsAt", minutes, extra, state from hub
       where branch_id = $1 and starts_at >= $2 and starts_at < $3 and state <> 'called-off' order by starts_at`,
      [branchId, from, until],
    );
  }

  async addHub(h: NewHub): Promise<void> {
    await this.query(
      `insert into hub (id, kind, form, purpose, nomination_item_id, municipality_id, branch_id, case_id, starts_at, minutes, extra,
         video_url, leader_staff_id, convened_by, group_id, meeting_kind, room)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        h.id,
        h.kind,
        h.form,
        h.purpose,
        h.nominationItemId,
        h.municipalityId,
        h.branchId,
        h.caseId,
        h.startsAt,
        h.minutes,
        h.extra,
        h.videoUrl,
        h.leaderId,
        h.convenedBy,
        h.ofGroup?.groupId ?? null,
        h.ofGroup?.meetingKind ?? null,
        h.room ?? null,
      ],
    );
    const reason = h.ofGroup?.stepReason ?? null;
    if (reason !== null)
      await this.query(`insert into hub_step_reason (hub_id, reason) values ($1, $2)`, [h.id, reason]);
  }

  async findStepReason(hubId: string): Promise<string | null> {
    const rows: { reason: string }[] = await this.query(`select reason from hub_step_reason where hub_id = $1`, [
      hubId,
    ]);
    return rows[0]?.reason ?? null;
  }

  async addQuestion(q: {
    id: string;
    hubId: string;
    unitId: string;
    representativeId: string | null;
    deputyId: string | null;
    deputyAsked: boolean;
  }): Promise<void> {
    await this.query(
      `insert into hub_question (id, hub_id, unit_id, representative_id, deputy_id, deputy_asked_at)
       values ($1, $2, $3, $4, $5, case when $6 then clock.now() end)`,
      [q.id, q.hubId, q.unitId, q.representativeId, q.deputyId, q.deputyAsked],
    );
  }

  async setDeadline(questionId: string, deadlineId: string): Promise<void> {
    await this.query(`update hub_question set deadline_id = $2 where id = $1`, [questionId, deadlineId]);
  }

  async assign(a: {
    id: string;
    caseId: string;
    branchId: string;
    staffId: string;
    reason: string;
    by: string | null;
  }): Promise<boolean> {
    const rows: unknown[] = await this.query(
      `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by)
       select $1, $2, $3, $4, $5, $6
       where not exists (select 1 from assignment where case_id = $2 and staff_id = $4 and reason = $5
         and starts_at <= clock.now() and (ends_at is null or ends_at > clock.now()))
       returning id`,
      [a.id, a.caseId, a.branchId, a.staffId, a.reason, a.by],
    );
    return rows.length === 1;
  }

  async findEndOfWork(caseId: string): Promise<Date | null> {
    const [row]: { end: Date | null; open: boolean }[] = await this.query(
      `select max(ends_at) as end, coalesce(bool_or(ends_at is null), false) as open from assignment
       where case_id in (select $1::uuid union all
           select joined_into from case_file where id = $1 and branch_id = caller.branch() and joined_into is not null)
         and branch_id = caller.branch() and (staff_id = caller.staff() or unit_id = caller.unit())
         and starts_at <= clock.now() and (ends_at is null or ends_at > clock.now())`,
      [caseId],
    );
    return row && !row.open ? row.end : null;
  }

  async endAssignments(caseId: string, reason: string, at: Date, kept: readonly string[]): Promise<string[]> {
    const [ended]: [{ staff_id: string }[], number] = await this.query(
      `update assignment set ends_at = $3 where case_id = $1 and reason = $2 and staff_id is not null
         and not (staff_id = any($4::uuid[])) and (ends_at is null or ends_at > $3) returning staff_id`,
      [caseId, reason, at, kept],
    );
    return ended.map(({ staff_id }) => staff_id);
  }

  async findHub(hubId: string): Promise<HubFacts | undefined> {
    const rows: HubFacts[] = await this.query(`${SELECT_HUB} where h.id = $1`, [hubId]);
    return rows[0];
  }

  findHubs(from: Date, until: Date): Promise<HubFacts[]> {
    return this.query(`${SELECT_HUB} where h.starts_at >= $1 and h.starts_at < $2 order by h.starts_at, h.id`, [
      from,
      until,
    ]);
  }

  async findNextHub(hub: { id: string; caseId: string; convenedAt: Date }): Promise<NextHub | undefined> {
    const rows: NextHub[] = await this.query(
      `select id, starts_at as "startsAt" from hub
       where case_id = $2 and id <> $1 and kind = 'internal' and convened_at >= $3 and state <> 'called-off'
       order by convened_at, id limit 1`,
      [hub.id, hub.caseId, hub.convenedAt],
    );
    return rows[0];
  }

  /** The version stays when somebody comes to the lobby: whoever moves or answers the meeting meanwhile has seen all of it. */
  async moveHub(
    hubId: string,
    to: { state: string; leaderId?: string; startedAt?: Date; closedAt?: Date; fixedAt?: Date },
  ): Promise<void> {
    await this.query(
      `update hub set state = $2, leader_staff_id = coalesce($3, leader_staff_id), started_at = coalesce($4, started_at),
         closed_at = coalesce($5, closed_at), fixed_at = coalesce($6, fixed_at),
         version = version + case when $2 = 'lobby' then 0 else 1 end where id = $1`,
      [hubId, to.state, to.leaderId ?? null, to.startedAt ?? null, to.closedAt ?? null, to.fixedAt ?? null],
    );
  }

  findQuestions(hubId: string): Promise<QuestionFacts[]> {
    return this.query(
      `${selectQuestion(QUESTIONS_AT_TABLE)}
       order by array_position(array['child','youth','adult','addiction','economic-aid','emergency'], u.kind), u.name`,
      [hubId],
    );
  }

  async findQuestion(questionId: string): Promise<QuestionFacts | undefined> {
    const rows: QuestionFacts[] = await this.query(`${selectQuestion(OWN_QUESTIONS)} where q.id = $1`, [questionId]);
    return rows[0];
  }

  findQuestionsFor(staffId: string, unitId: string): Promise<QuestionFacts[]> {
    return this.query(
      `${selectQuestion(OWN_QUESTIONS)} join hub h on h.id = q.hub_id
       where q.answer is null and h.state not in ('closed','called-off')
         and (q.representative_id = $1 or (q.deputy_id = $1 and q.deputy_asked_at is not null) or q.unit_id = $2)
       order by "dueAt", q.id`,
      [staffId, unitId],
    );
  }

  async answer(
    questionId: string,
    expectedVersion: number,
    a: { knowledge: Knowledge; by: string; at: Date; itemIds: readonly string[] },
  ): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update hub_question set answer = $3, answered_by = $4, answered_at = $5, version = version + 1
       where id = $1 and version = $2 returning id`,
      [questionId, expectedVersion, a.knowledge, a.by, a.at],
    );
    if (answer[1] !== 1) return false;
    await this.query(`delete from hub_answer_item where question_id = $1`, [questionId]);
    await this.query(
      `insert into hub_answer_item (question_id, item_id, position)
       select $1, i, n from unnest($2::uuid[]) with ordinality as x(i, n)`,
      [questionId, a.itemIds],
    );
    return true;
  }

  async markGiven(questionId: string, at: Date): Promise<void> {
    await this.query(`update hub_question set given_at = coalesce(given_at, $2) where id = $1`, [questionId, at]);
  }

  async markDeputyAsked(questionId: string, at: Date): Promise<void> {
    await this.query(`update hub_question set deputy_asked_at = coalesce(deputy_asked_at, $2) where id = $1`, [
      questionId,
      at,
    ]);
  }

  findMembers(caseId: string, alsoIds: readonly string[]): Promise<MemberFacts[]> {
    return this.query(SELECT_MEMBERS, [caseId, alsoIds]);
  }

  findCircle(personId: string): Promise<{ personId: string; kind: string }[]> {
    return this.query(
      `select $1::uuid as "personId", 'person' as kind
       union all (select guardian_id, 'guardian' from custody
         where child_id = $1 and starts_on <= (clock.now() at time zone 'Europe/Stockholm')::date
           and (ends_on is null or ends_on > (clock.now() at time zone 'Europe/Stockholm')::date) order by guardian_id)
       union all (select close_person_id, kind from relation where person_id = $1 order by close_person_id)`,
      [personId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
