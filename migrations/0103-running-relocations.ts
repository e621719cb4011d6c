import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second lock of an offer: open only until its own end and by shares that run, and made only of shares for that house and purpose. */
export class RunningRelocations1764000000103 implements MigrationInterface {
  readonly name = 'RunningRelocations1764000000103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table relocation add column until timestamptz;
      -- The owner is bound by the policies too, and would find no offer to fill; and an offer is not rewritten, but for this.
      alter table relocation disable trigger user;
      alter table relocation no force row level security;
      update relocation set until = offered_at + interval '30 days';
      alter table relocation force row level security;
      alter table relocation enable trigger user;
      alter table relocation alter column until set not null;
      alter table relocation alter column until set default clock.now() + interval '30 days';
    `);
    await runner.query(mayTakeOver(RUNS));
    await runner.query(`
      -- Does the share by which this thing goes run now, to whoever may take over?
      create function caller.relocated_runs(wanted uuid, thing uuid) returns boolean language sql stable strict security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.relocated_item x join public.share h on h.id = x.share_id
          where x.relocation_id = wanted and x.item_id = thing and h.ended_at is null and h.in_force @> clock.now())
          and caller.may_take_over(wanted)
      $$;
      drop policy relocated_item_0 on relocated_item;
      drop policy relocated_item_1 on relocated_item;
      create policy relocated_item_0 on relocated_item for select using (caller.relocated_runs(relocation_id, item_id)
        or exists (select 1 from relocation r where r.id = relocation_id and ((select caller.service()) = 'reception' or r.branch_id = (select caller.branch()))));
      create policy relocated_item_1 on relocated_item for insert with check (exists (select 1 from relocation r join share h on h.id = share_id
        where r.id = relocation_id and r.branch_id = (select caller.branch()) and r.offered_by = (select caller.staff()) and r.answer is null and r.withdrawn_at is null
          and h.item_id = relocated_item.item_id and h.from_branch_id = r.branch_id and h.to_branch_id = r.to_branch_id and h.purpose = 'support'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy relocated_item_0 on relocated_item;
      drop policy relocated_item_1 on relocated_item;
      create policy relocated_item_0 on relocated_item for select using (exists (select 1 from relocation r where r.id = relocation_id));
      create policy relocated_item_1 on relocated_item for insert with check (exists (select 1 from relocation r where r.id = relocation_id and r.branch_id = (select caller.branch()))
        and exists (select 1 from share h where h.id = share_id and h.item_id = relocated_item.item_id and h.from_branch_id = (select caller.branch())));
      drop function caller.relocated_runs;
    `);
    await runner.query(mayTakeOver(''));
    await runner.query(`alter table relocation drop column until;`);
  }
}

/** Whom it is about is a thing like the others: without its share nobody there comes to the person or the key. */
const RUNS = `
        and r.until > clock.now()
        and exists (select 1 from public.relocated_item x join public.share h on h.id = x.share_id
          where x.relocation_id = r.id and x.category = 'nomination' and h.ended_at is null and h.in_force @> clock.now())`;

const mayTakeOver = (more: string): string => `
  create or replace function caller.may_take_over(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.relocation r join public.person p on p.id = r.person_id
      where r.id = wanted and r.to_branch_id = caller.branch() and caller.role() in ('coordinator','manager')
        and r.withdrawn_at is null and r.answer is null and p.protection in ('none','marking')
        and exists (select 1 from public.collaboration_group g where g.id = r.group_id and g.standing = 'moved')
        and exists (select 1 from public.case_file c where c.id = r.case_id and c.closed_at is null)${more})
  $$;
`;
