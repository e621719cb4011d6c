import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a town's lawyer switches off or narrows reaches everything in that transaction: shares, what a house reads of its own,
 * every screen that stands open, and the names that a consent needs. What changes beside it is taken in turn with it.
 */
export class LimitsOfATown1764000000361 implements MigrationInterface {
  readonly name = 'LimitsOfATown1764000000361';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changed({ town: TOWN, item: IN_TURN, lessen: LESSEN }));
    await runner.query(WITHIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop policy item_within_limits on item; drop function caller.is_unlimited, caller.is_open_within;`,
    );
    await runner.query(changed({ town: '', item: () => '', lessen: '' }));
  }
}

const TOWN = `perform lock.in_turn_for_town(t.id, false) from (select distinct p.municipality_id as id from public.person p where p.id = any (people) order by 1) t;
    `;

/** Nothing is shared of most items that are written: then there is nothing to take in turn with anybody. */
const IN_TURN = (item: string): string => `
    if not exists (select 1 from public.share h where h.item_id = ${item}) then return null; end if;
    perform lock.in_turn_for_town(i.municipality_id, false) from public.item i where i.id = ${item};
    perform lock.in_turn(array(select x.person_id from public.item_subject x where x.item_id = ${item}));`;

const LESSEN = `
    -- What a house reads of its own and what families are told is no share: each screen looks again, whatever it shows.
    perform lock.lessen(coalesce(array_agg(x.case_id), '{}'), coalesce(array_agg(x.branch_id), '{}')) from (
      select c.id as case_id, c.branch_id from public.case_file c where c.municipality_id = new.id
      union select i.case_id, i.branch_id from public.item i where i.municipality_id = new.id) x;
    if old.settings -> 'childSignsFrom' is distinct from new.settings -> 'childSignsFrom' then
      -- Whose names are needed is another question now: the platform looks again at once.
      update public.consent set recheck_at = clock.now()
        where municipality_id = new.id and state in ('offered','partly-signed','active','narrowed');
    end if;`;

interface Changed {
  readonly town: string;
  readonly item: (wanted: string) => string;
  readonly lessen: string;
}

/** As in 0019, and with what is taken in turn and told since. */
const changed = ({ town, item, lessen }: Changed): string => `
  create or replace function lock.refresh(people uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    ${town}perform lock.in_turn(people);
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h))
      where h.to_branch_id is not null and h.item_id in (select x.item_id from public.item_subject x where x.person_id = any (people));
  end $$;
  create or replace function lock.item_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn_for_item(new.id);${item('new.id')}
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h)) where h.item_id = new.id and h.to_branch_id is not null;
    return null;
  end $$;
  create or replace function lock.subject_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn_for_item(coalesce(new.item_id, old.item_id));${item('coalesce(new.item_id, old.item_id)')}
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h)) where h.item_id = coalesce(new.item_id, old.item_id) and h.to_branch_id is not null;
    return null;
  end $$;
  create or replace function lock.settings_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn_for_town(new.id, true);
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h)) from public.item i
      where i.id = h.item_id and i.municipality_id = new.id and h.to_branch_id is not null;${lessen}
    return null;
  end $$;
`;

const WITHIN = `
  -- Whether the caller's town has left alone every ground on which a house reads what is its own.
  create function caller.is_unlimited() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select coalesce((select not (coalesce(m.settings #> '{disclosure,switchedOff}' ?| v.own, false) or coalesce(m.settings #> '{disclosure,narrowed}' ?| v.own, false))
      from public.municipality m cross join (values (array['no-person-data','giver-unbound','internal'])) v (own)
      where m.id = caller.municipality()), true)
  $$;
  -- On which of them an item is told within the house that keeps it, in their order (libs/domain/disclosure/rules/order.ts).
  create function caller.is_open_within(i public.item) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    kind text;
    settings jsonb;
  begin
    select a.kind, m.settings into kind, settings from public.branch b join public.authority a on a.id = b.authority_id
      join public.municipality m on m.id = i.municipality_id where b.id = i.branch_id;
    if not i.person_data and lock.is_open(settings, 'no-person-data', i.category, 'investigate-need', kind) then return true; end if;
    if not exists (select 1 from public.item_subject x where x.item_id = i.id) then return false; end if;
    if i.giver_kind in ('subject','guardian','private-person','association')
      and lock.is_open(settings, 'giver-unbound', i.category, 'investigate-need', kind) then return true; end if;
    if i.giver_person is null then return lock.is_open(settings, 'internal', i.category, 'investigate-need', kind); end if;
    return lock.ground_at(i, i.branch_id, 'investigate-need', clock.now()) is not null;
  end $$;
  create policy item_within_limits on item as restrictive for select using ((select caller.is_unlimited())
    or branch_id is distinct from (select caller.branch()) or caller.is_open_within(item));
`;
