import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who decides in a hub, as the database has it: whoever has the authority, or at night who is on duty, who overturns nobody. */
export class NightDecisions1764000000106 implements MigrationInterface {
  readonly name = 'NightDecisions1764000000106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether whoever decided has the authority: also by a post that has ended since, so that no night waits for it to end.
      create function caller.decides_hubs(wanted uuid) returns boolean language sql stable strict security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.membership m join public.unit u on u.id = m.unit_id
          where m.staff_id = wanted and u.branch_id = caller.branch() and m.role in ('investigator','manager'))
      $$;
      create function caller.is_on_duty() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.duty_shift d join public.unit u on u.id = d.unit_id
          where d.staff_id = caller.staff() and d.unit_id = caller.unit() and u.kind = 'emergency'
            and d.starts_at <= clock.now() and d.ends_at > clock.now())
      $$;
      drop policy hub_decision_1 on hub_decision;
      drop policy hub_decision_2 on hub_decision;
      create policy hub_decision_1 on hub_decision for insert with check (${OWN} and (${ABLE} or ${AT_NIGHT}));
      create policy hub_decision_2 on hub_decision for update
        using (${HUB} and (${ABLE} or (kind in (${KINDS}) and not caller.decides_hubs(decided_by))))
        with check (${OWN} and (${ABLE} or ${AT_NIGHT}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hub_decision_1 on hub_decision;
      drop policy hub_decision_2 on hub_decision;
      create policy hub_decision_1 on hub_decision for insert with check (${OWN});
      create policy hub_decision_2 on hub_decision for update using (${HUB}) with check (${OWN});
      drop function caller.is_on_duty, caller.decides_hubs;
    `);
  }
}

const HUB = `exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch()))`;
const OWN = `${HUB} and decided_by = (select caller.staff())`;
const ABLE = `(select caller.role()) in ('investigator','manager')`;
const KINDS = `'open-investigation','more-now'`;
const AT_NIGHT = `((select caller.role()) = 'intake' and kind in (${KINDS}) and (select caller.is_on_duty()))`;
