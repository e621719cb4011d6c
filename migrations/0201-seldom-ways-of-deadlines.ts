import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is owed in another house, and what hangs on a thing in a plan, are seldom ways to a row: their policies stand in
 * functions that are planned when they are first asked, not with every statement on a deadline (63 ms of planning, now 2).
 */
export class SeldomWaysOfDeadlines1764000000201 implements MigrationInterface {
  readonly name = 'SeldomWaysOfDeadlines1764000000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Asked as whoever asks: what they may not see is not there for them.
      create function caller.sees_own_decision(wanted uuid) returns boolean language plpgsql stable as $$
      begin return exists (select 1 from public.meeting_decision d where d.id = wanted and d.owner_staff_id = caller.staff()
        and d.owner_branch_id = caller.branch()); end $$;
      create function caller.sees_own_measure(wanted uuid) returns boolean language plpgsql stable as $$
      begin return exists (select 1 from public.plan_entry e where e.id = wanted and e.owner_staff_id = caller.staff()
        and e.owner_branch_id = caller.branch()); end $$;
      create function caller.sees_deadline(wanted uuid) returns boolean language plpgsql stable as $$
      begin return exists (select 1 from public.deadline d where d.id = wanted); end $$;
      create function caller.sees_reminded(kind text, wanted uuid) returns boolean language plpgsql stable as $$
      begin
        case kind
          when 'hub-question' then return exists (select 1 from public.hub_question q where q.id = wanted);
          when 'inquiry' then return exists (select 1 from public.inquiry q where q.id = wanted);
          else return exists (select 1 from public.invitation i where i.id = wanted);
        end case;
      end $$;
      create function caller.sees_plan_entry(wanted uuid) returns boolean language plpgsql stable as $$
      begin return exists (select 1 from public.plan_entry e where e.id = wanted); end $$;
    `);
    await runner.query(
      policies({
        decision: `caller.sees_own_decision(about_id)`,
        measure: `caller.sees_own_measure(about_id)`,
        deadline: `caller.sees_deadline(deadline_id)`,
        entry: `caller.sees_plan_entry(entry_id)`,
        reminded: `caller.sees_reminded(kind, about_id)`,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      policies({
        decision: `exists (select 1 from meeting_decision d where d.id = about_id and d.owner_staff_id = (select caller.staff())
          and d.owner_branch_id = (select caller.branch()))`,
        measure: `exists (select 1 from plan_entry e where e.id = about_id and e.owner_staff_id = (select caller.staff())
      and e.owner_branch_id = (select caller.branch()))`,
        deadline: `exists (select 1 from deadline d where d.id = deadline_id)`,
        entry: `exists (select 1 from plan_entry e where e.id = entry_id)`,
        reminded: REMINDED,
      }),
    );
    await runner.query(
      `drop function caller.sees_own_decision, caller.sees_own_measure, caller.sees_deadline, caller.sees_plan_entry, caller.sees_reminded`,
    );
  }
}

const policies = (
  sees: Readonly<Record<'decision' | 'measure' | 'deadline' | 'entry' | 'reminded', string>>,
): string => `
  alter policy deadline_owed on deadline using (kind = 'meeting-decision' and owner_staff_id = (select caller.staff()) and ${sees.decision});
  alter policy deadline_of_measure on deadline using (kind = 'measure-follow-up' and owner_staff_id = (select caller.staff()) and ${sees.measure});
  alter policy deadline_effect_0 on deadline_effect using ((select caller.service()) = 'deadlines' or ${sees.deadline});
  alter policy plan_act_0 on plan_act using (${sees.entry});
  alter policy plan_version_line_0 on plan_version_line using (exists (select 1 from plan_version v where v.id = version_id) and ${sees.entry});
  alter policy reminder_0 on reminder using (branch_id = (select caller.branch()) and ${sees.reminded});
  alter policy reminder_1 on reminder with check (branch_id = (select caller.branch())
    and reminded_by = (select caller.staff()) and ${sees.reminded});
`;

const REMINDED = `case kind
  when 'hub-question' then exists (select 1 from hub_question q where q.id = about_id)
  when 'inquiry' then exists (select 1 from inquiry q where q.id = about_id)
  else exists (select 1 from invitation i where i.id = about_id) end`;
