import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports, grading, deadlines and notices, hubs and the live board: the work itself, holding item ids and no text. */
export class Work1764000000003 implements MigrationInterface {
  readonly name = 'Work1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        receipt text not null unique,
        channel text not null check (channel in ('form','phone','letter','visit')),
        reporter_kind text not null,
        reporter_branch_id uuid references branch,
        reporter_staff_id uuid references staff_member,
        says_danger boolean not null default false,
        wants_feedback boolean not null default false,
        feedback_asked_at timestamptz,
        received_at timestamptz not null default clock.now(),
        registered_by uuid,
        -- The same form sent twice is one report.
        submitted_by uuid not null references staff_member,
        client_key uuid not null,
        version integer not null default 1,
        unique (submitted_by, client_key)
      );
      create index report_branch on report (branch_id, received_at desc);
      create index report_reporter on report (reporter_staff_id, received_at desc);
      create table report_child (
        report_id uuid not null references report,
        case_id uuid not null references case_file,
        -- Where what was said lies: the case of the day it came, also after that case was joined into another.
        received_case_id uuid not null references case_file,
        person_id uuid not null references person,
        position smallint not null,
        feedback_given_at timestamptz,
        feedback_outcome text check (feedback_outcome in ('shared','told','unsuitable')),
        primary key (report_id, position)
      );
      create index report_child_case on report_child (case_id);
      create index report_child_received on report_child (received_case_id);
      create table report_item (
        report_id uuid not null references report,
        case_id uuid not null references case_file,
        item_id uuid not null references item,
        kind text not null check (kind in ('content','reporter','instrument','completion','feedback')),
        primary key (report_id, item_id)
      );
      create index report_item_case on report_item (case_id);
      create table case_join (
        id uuid primary key,
        lead_case_id uuid not null references case_file,
        joined_case_id uuid not null unique references case_file,
        item_id uuid not null references item,
        joined_by uuid not null,
        joined_at timestamptz not null default clock.now()
      );
      create index case_join_lead on case_join (lead_case_id);
      -- A named official's answer to the criteria of a ground; its reasons are an item of the giver's house.
      create table assessment (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        to_branch_id uuid references branch,
        case_id uuid not null references case_file,
        ground text not null,
        person_id uuid not null references person,
        from_house text not null,
        to_house text not null,
        categories text[] not null,
        criteria jsonb not null,
        item_id uuid references item,
        decided_by uuid not null references staff_member,
        decided_as text not null,
        decided_at timestamptz not null default clock.now(),
        until timestamptz not null,
        check (until > decided_at)
      );
      create index assessment_person on assessment (person_id);
      create table protection_assessment (
        id uuid primary key,
        case_id uuid not null references case_file,
        needs_protection boolean not null,
        item_id uuid references item,
        assessed_by uuid not null,
        assessed_at timestamptz not null default clock.now()
      );
      create index protection_assessment_case on protection_assessment (case_id);
      create table grading (
        id uuid primary key,
        case_id uuid not null references case_file,
        grade text not null check (grade in ('green','orange','red')),
        instrument text not null,
        item_id uuid not null references item,
        graded_by uuid not null,
        graded_at timestamptz not null default clock.now(),
        supersedes uuid references grading
      );
      create index grading_case on grading (case_id, graded_at);

      -- A decision on a case that no hub decided on, and what intake proposed; reasons are items.
      create table case_proposal (
        id uuid primary key,
        case_id uuid not null references case_file,
        kind text not null check (kind in ('open-investigation','no-investigation','other-support')),
        item_id uuid not null references item,
        to_staff_id uuid not null references staff_member,
        investigator_id uuid references staff_member,
        proposed_by uuid not null references staff_member,
        proposed_at timestamptz not null default clock.now()
      );
      create index case_proposal_case on case_proposal (case_id, proposed_at);
      create table case_decision (
        id uuid primary key,
        case_id uuid not null unique references case_file,
        kind text not null check (kind in ('open-investigation','no-investigation','other-support')),
        item_id uuid not null references item,
        investigator_id uuid references staff_member,
        decided_by uuid not null references staff_member,
        decided_at timestamptz not null default clock.now()
      );

      create table deadline (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        kind text not null,
        case_id uuid references case_file,
        about_id uuid,
        rule jsonb not null,
        source text not null,
        starts_at timestamptz not null,
        due_at timestamptz not null,
        state text not null default 'open' check (state in ('open','met','missed','void')),
        settled_at timestamptz,
        settled_by uuid,
        met_late boolean not null default false,
        owner_unit_id uuid references unit,
        owner_staff_id uuid references staff_member,
        alarms jsonb not null,
        void_reason text,
        next_wake_at timestamptz,
        version integer not null default 1
      );
      -- The same deed asked for twice opens one deadline.
      create unique index deadline_once on deadline (kind, case_id, about_id, starts_at) nulls not distinct where state = 'open';
      create index deadline_wake on deadline (next_wake_at) where next_wake_at is not null;
      create index deadline_case on deadline (case_id);
      create index deadline_open on deadline (branch_id, due_at) where state = 'open';
      create table deadline_effect (
        deadline_id uuid not null references deadline,
        key text not null,
        at timestamptz not null default clock.now(),
        late boolean not null default false,
        primary key (deadline_id, key)
      );
      create table deadline_setting (
        municipality_id uuid not null references municipality,
        kind text not null,
        rule jsonb not null,
        alarms jsonb not null default '{}',
        version integer not null default 1,
        primary key (municipality_id, kind)
      );
      create table notice (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        staff_id uuid not null references staff_member,
        kind text not null,
        effect_key text not null,
        deadline_id uuid references deadline,
        case_id uuid references case_file,
        -- The notice stands by itself: its reader may have left the case that it is about.
        due_at timestamptz,
        late boolean not null default false,
        created_at timestamptz not null default clock.now(),
        read_at timestamptz,
        unique (staff_id, effect_key)
      );
      create index notice_staff on notice (staff_id, created_at desc);
      create table delivery (
        id uuid primary key,
        notice_id uuid not null references notice,
        channel text not null check (channel in ('mail','sms')),
        state text not null default 'waiting' check (state in ('waiting','sent','failed')),
        tries integer not null default 0,
        -- Long ago: a message is sent at once, also when the clock was set back since it was written.
        next_try_at timestamptz default to_timestamp(0),
        sent_at timestamptz,
        unique (notice_id, channel)
      );
      create index delivery_waiting on delivery (next_try_at) where next_try_at is not null;

      create table hub (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        case_id uuid not null references case_file,
        state text not null default 'planned' check (state in ('planned','lobby','running','paused','closing','closed','called-off')),
        starts_at timestamptz not null,
        minutes integer not null,
        extra boolean not null default false,
        video_url text,
        leader_staff_id uuid references staff_member,
        convened_by uuid not null,
        convened_at timestamptz not null default clock.now(),
        started_at timestamptz,
        closed_at timestamptz,
        fixed_at timestamptz,
        version integer not null default 1
      );
      create index hub_case on hub (case_id);
      create index hub_branch_time on hub (branch_id, starts_at);
      create table hub_question (
        id uuid primary key,
        hub_id uuid not null references hub,
        unit_id uuid not null references unit,
        representative_id uuid references staff_member,
        deputy_id uuid references staff_member,
        deputy_asked_at timestamptz,
        deadline_id uuid references deadline,
        asked_at timestamptz not null default clock.now(),
        answer text check (answer in ('knows','knew','does-not-know')),
        answered_by uuid,
        answered_at timestamptz,
        given_at timestamptz,
        version integer not null default 1,
        unique (hub_id, unit_id)
      );
      create table hub_answer_item (
        question_id uuid not null references hub_question,
        item_id uuid not null references item,
        position smallint not null,
        primary key (question_id, item_id)
      );
      create table board_event (
        hub_id uuid not null references hub,
        seq integer not null,
        kind text not null,
        payload jsonb not null,
        item_id uuid references item,
        by_staff uuid not null,
        at timestamptz not null default clock.now(),
        client_key text not null,
        primary key (hub_id, seq),
        unique (hub_id, client_key)
      );
      create table hub_decision (
        id uuid primary key,
        hub_id uuid not null unique references hub,
        kind text not null check (kind in ('open-investigation','no-investigation','other-support','more-now')),
        item_id uuid not null references item,
        decided_by uuid not null,
        decided_at timestamptz not null default clock.now()
      );
      create table hand_over (
        id uuid primary key,
        hub_id uuid not null unique references hub,
        case_id uuid not null references case_file,
        to_staff_id uuid references staff_member,
        to_unit_id uuid not null references unit,
        made_by uuid not null,
        made_at timestamptz not null default clock.now(),
        received_by uuid,
        received_at timestamptz
      );
    `);

    await runner.query(`
      -- Definers, because the two tables' policies would otherwise ask each other without end.
      create function caller.works_on_report(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.report_child rc join public.case_file c on c.id = rc.case_id
          where rc.report_id = wanted and c.branch_id = caller.branch() and (caller.role() = 'manager' or caller.works_on(rc.case_id)))
      $$;
      create function caller.made_report(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.report r
          where r.id = wanted and r.reporter_staff_id = caller.staff() and r.reporter_branch_id = caller.branch())
      $$;
    `);

    const onCase = `exists (select 1 from case_file c where c.id = case_id)`;
    const viaHub = `exists (select 1 from hub h where h.id = hub_id)`;
    const policies: Record<string, string[]> = {
      // The reporter sees that it was made and by what receipt; who works on the case sees it there; nobody else.
      report: [
        `for select using ((select caller.service()) in ('reception','deadlines')
          or (reporter_staff_id = (select caller.staff()) and reporter_branch_id = (select caller.branch()))
          or (branch_id = (select caller.branch()) and caller.works_on_report(id)))`,
        `for insert with check ((select caller.service()) = 'reception')`,
        `for update using ((select caller.service()) = 'reception'
          or (branch_id = (select caller.branch()) and caller.works_on_report(id)))`,
      ],
      report_child: [
        `for select using ((select caller.service()) in ('reception','deadlines') or caller.made_report(report_id) or ${onCase})`,
        `for insert with check ((select caller.service()) = 'reception')`,
        `for update using (${onCase} and caller.works_on(case_id))`,
      ],
      // Where an item is another house's own, its row tells social services that something was said, not what.
      report_item: [
        `for select using ((select caller.service()) = 'reception' or ${onCase} or exists (select 1 from item i where i.id = item_id))`,
        `for insert with check ((select caller.service()) = 'reception' or (${onCase} and caller.works_on(case_id)))`,
      ],
      case_join: [
        `for select using (exists (select 1 from case_file c where c.id = lead_case_id))`,
        `for insert with check (joined_by = (select caller.staff()) and caller.works_on(lead_case_id) and caller.works_on(joined_case_id) and exists (select 1 from case_file c where c.id = lead_case_id))`,
      ],
      // The giver's house decides; the receiver's reads by it, and so must see it.
      assessment: [
        `for select using (caller.works_on(case_id) and (branch_id = (select caller.branch()) or to_branch_id = (select caller.branch())))`,
        // Nobody assesses in another's name, role or house, nor a person whom they do not see.
        `for insert with check (branch_id = (select caller.branch()) and decided_by = (select caller.staff()) and decided_as = (select caller.role())
          and caller.works_on(case_id) and caller.sees_person(person_id)
          and exists (select 1 from branch b join authority a on a.id = b.authority_id
            where b.id = (select caller.branch()) and a.slug || '/' || b.slug = from_house))`,
      ],
      protection_assessment: [
        `for select using (${onCase})`,
        `for insert with check (${onCase} and assessed_by = (select caller.staff()))`,
      ],
      grading: [
        `for select using (${onCase})`,
        `for insert with check (${onCase} and graded_by = (select caller.staff()))`,
      ],
      // In one's own name and on a case that one stands on; what is decided is never rewritten.
      case_proposal: [
        `for select using (${onCase})`,
        `for insert with check (proposed_by = (select caller.staff()) and caller.works_on(case_id))`,
      ],
      case_decision: [
        `for select using (${onCase})`,
        `for insert with check (decided_by = (select caller.staff()) and caller.works_on(case_id))`,
      ],
      deadline: [
        `for all using ((select caller.service()) in ('reception','deadlines') or (branch_id = (select caller.branch()) and ((select caller.role()) = 'manager' or case_id is null or caller.works_on(case_id))))`,
      ],
      deadline_effect: [
        `for all using ((select caller.service()) = 'deadlines' or exists (select 1 from deadline d where d.id = deadline_id))`,
      ],
      deadline_setting: [
        `for select using ((select caller.service()) is not null or municipality_id = (select caller.municipality()))`,
        `for insert with check ((select caller.service()) = 'administration' or ((select caller.role()) = 'administrator' and municipality_id = (select caller.municipality())))`,
        `for update using ((select caller.service()) = 'administration' or ((select caller.role()) = 'administrator' and municipality_id = (select caller.municipality())))`,
        `for delete using ((select caller.service()) = 'administration' or ((select caller.role()) = 'administrator' and municipality_id = (select caller.municipality())))`,
      ],
      notice: [
        `for select using ((select caller.service()) in ('deadlines','reception') or staff_id = (select caller.staff()))`,
        `for insert with check ((select caller.service()) in ('deadlines','reception') or (municipality_id = (select caller.municipality()) and (case_id is null or caller.works_on(case_id))
          and exists (select 1 from staff_member s where s.id = staff_id and s.municipality_id = (select caller.municipality()))))`,
        `for update using ((select caller.service()) = 'deadlines' or staff_id = (select caller.staff()))`,
      ],
      delivery: [`for all using ((select caller.service()) = 'deadlines')`],
      hub: [
        `for select using ((select caller.service()) in ('reception','deadlines') or (branch_id = (select caller.branch()) and caller.works_on(case_id)))`,
        `for insert with check (branch_id = (select caller.branch()) and caller.works_on(case_id))`,
        `for update using (branch_id = (select caller.branch()) and caller.works_on(case_id))`,
      ],
      hub_question: [`for all using ((select caller.service()) = 'deadlines' or ${viaHub})`],
      hub_answer_item: [`for all using (exists (select 1 from hub_question q where q.id = question_id))`],
      board_event: [
        `for select using (${viaHub})`,
        // The platform writes that someone left; whatever else happens there, one does oneself.
        `for insert with check (${viaHub} and (by_staff = (select caller.staff()) or ((select caller.service()) = 'reception' and kind = 'MemberLeft')))`,
      ],
      hub_decision: [
        `for select using (${viaHub})`,
        `for insert with check (${viaHub} and decided_by = (select caller.staff()))`,
        `for update using (${viaHub}) with check (${viaHub} and decided_by = (select caller.staff()))`,
      ],
      hand_over: [
        `for select using (${onCase})`,
        `for insert with check (${onCase} and made_by = (select caller.staff()) and exists (select 1 from hub h where h.id = hub_id and h.case_id = hand_over.case_id))`,
        `for update using (${onCase}) with check (${onCase} and received_by = (select caller.staff()))`,
      ],
    };
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.works_on_report, caller.made_report;
      drop table assessment, case_join, hand_over, hub_decision, board_event, hub_answer_item, hub_question, hub, delivery, notice, deadline_setting, deadline_effect, deadline, case_decision, case_proposal, grading, protection_assessment, report_item, report_child, report;
    `);
  }
}
