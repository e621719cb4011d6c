import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is told between meetings: short notes, and series of figures that the parties have agreed on in the plan. What is taken
 * out leaves those who were told of it, as everything in a plan does.
 */
export class PlanNews1764000000310 implements MigrationInterface {
  readonly name = 'PlanNews1764000000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinds(`${KINDS},'series'`, `kind in ('measure','series')`));
    await runner.query(SERIES);
    await runner.query(TABLES);
    await runner.query(takenAway(STANDING + NEWS));
    await runner.query(endTakenOut(DECIDED + VALUES));
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  /** The series go with their figures; what was said of them stays with the house that said it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(endTakenOut(DECIDED));
    await runner.query(takenAway(STANDING));
    await runner.query(`
      drop table plan_value, plan_news;
      alter table plan_act no force row level security;
      alter table plan_version_line no force row level security;
      alter table plan_entry no force row level security;
      delete from plan_act a using plan_entry e where e.id = a.entry_id and e.kind = 'series';
      delete from plan_version_line l using plan_entry e where e.id = l.entry_id and e.kind = 'series';
      delete from plan_entry where kind = 'series';
      alter table plan_entry force row level security;
      alter table plan_version_line force row level security;
      alter table plan_act force row level security;
      alter table plan_entry drop column unit, drop column better, drop column cadence;
    `);
    await runner.query(kinds(KINDS, `kind = 'measure'`));
  }
}

const KINDS = `'future','goal','step','measure','frame','risk','protection','strength','adaptation','step-back'`;

/** The constraints have no names of their own: each is found by what it says, and keeps the name that it has. */
const kinds = (known: string, owned: string): string => `
  do $do$
  declare kinds name; owned name;
  begin
    select conname into strict kinds from pg_constraint where conrelid = 'public.plan_entry'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%step-back%';
    select conname into strict owned from pg_constraint where conrelid = 'public.plan_entry'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%owner_staff_id%';
    execute format('alter table public.plan_entry drop constraint %I, drop constraint %I', kinds, owned);
    execute format('alter table public.plan_entry add constraint %I check (%s)', kinds, $check$kind in (${known})$check$);
    execute format('alter table public.plan_entry add constraint %I check (%s)', owned,
      $check$owner_staff_id is null or (${owned} and owner_branch_id is not null and owner_unit_id is not null)$check$);
  end $do$;
`;

/** What a series counts in, which way is better and how often it is told; its owner is whoever tells it. */
const SERIES = `
  alter table plan_entry
    add column unit text check (unit in ('percent','hours','count')),
    add column better text check (better in ('more','less')),
    add column cadence text check (cadence in ('day','week')),
    add constraint plan_entry_measured check ((kind = 'series') = (unit is not null)
      and (unit is null) = (better is null) and (unit is null) = (cadence is null));
`;

const TABLES = `
  -- A short note between meetings; what it says is an item.
  create table plan_news (
    id uuid primary key,
    plan_id uuid not null references plan,
    group_id uuid not null references collaboration_group,
    case_id uuid not null references case_file,
    kind text not null check (kind in ('good-news','news')),
    item_id uuid not null references item,
    by_staff uuid not null references staff_member,
    by_branch uuid not null references branch,
    made_at timestamptz not null default clock.now(),
    taken_out_at timestamptz,
    taken_out_by uuid references staff_member,
    -- Why, for the own house.
    reason_item_id uuid references item,
    check ((taken_out_at is null) = (taken_out_by is null) and (taken_out_at is null) = (reason_item_id is null))
  );
  create index plan_news_group on plan_news (group_id, made_at);
  create index plan_news_item on plan_news (item_id);
  create trigger plan_news_taken_out after update of taken_out_at on plan_news for each row
    when (old.taken_out_at is null and new.taken_out_at is not null) execute function lock.end_taken_away();

  -- One figure of a series, for its day or for the week that begins there; the figure itself is an item.
  create table plan_value (
    id uuid primary key,
    series_id uuid not null references plan_entry,
    group_id uuid not null references collaboration_group,
    case_id uuid not null references case_file,
    period date not null,
    item_id uuid not null references item,
    by_staff uuid not null references staff_member,
    by_branch uuid not null references branch,
    made_at timestamptz not null default clock.now(),
    unique (series_id, period)
  );
  create index plan_value_group on plan_value (group_id, period);
  create index plan_value_item on plan_value (item_id);
`;

/** As 0244 made it. */
const STANDING = `
      or exists (select 1 from public.plan_entry e where e.item_id = wanted and e.state = 'removed')
      or exists (select 1 from public.plan_act a join public.plan_entry e on e.id = a.entry_id where a.item_id = wanted and e.state = 'removed')
      or exists (select 1 from public.meeting_decision d join public.plan_entry e on e.id = d.entry_id where d.item_id = wanted and e.state = 'removed')`;
const NEWS = `
      or exists (select 1 from public.plan_news n where n.item_id = wanted and n.taken_out_at is not null)
      or exists (select 1 from public.plan_value v join public.plan_entry e on e.id = v.series_id where v.item_id = wanted and e.state = 'removed')`;
const DECIDED = ` union select d.item_id from public.meeting_decision d where d.entry_id = new.id`;
const VALUES = ` union select v.item_id from public.plan_value v where v.series_id = new.id`;

const takenAway = (more: string): string => `
  create or replace function caller.is_taken_away(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.board_event e where e.item_id = wanted and e.kind = 'MapEntryRemoved')
      or exists (select 1 from public.minute_line l where l.item_id = wanted and l.until_version is not null)
      or exists (select 1 from public.meeting_point p where p.item_id = wanted and p.removed_at is not null)${more}
  $$;
`;
const endTakenOut = (more: string): string => `
      create or replace function lock.end_taken_out() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.end_told(array(select new.item_id union select a.item_id from public.plan_act a where a.entry_id = new.id and a.item_id is not null${more}));
        return null;
      end $$;
`;

const group = (table: string) => `exists (select 1 from collaboration_group g where g.id = ${table}.group_id)`;
const ownGroup = (table: string) =>
  `exists (select 1 from collaboration_group g where g.id = ${table}.group_id and g.case_id = ${table}.case_id and g.branch_id = (select caller.branch()))`;
const itemOf = (column: string) => `exists (select 1 from item i where i.id = ${column})`;
const me = (column: string) => `${column} = (select caller.staff())`;
const mine = (column: string) => `${column} = (select caller.branch())`;
/** Has a seat in which one speaks; whoever listens writes nothing. */
const speaks = (table: string) =>
  `exists (select 1 from group_member m where m.group_id = ${table}.group_id and ${me('m.staff_id')} and ${mine('m.branch_id')}
  and m.ends_at is null and m.mandate <> 'listens')`;

const policies: Record<string, string[]> = {
  // Seen by whoever sees what it says.
  plan_news: [
    `for select using (${group('plan_news')} and ${itemOf('item_id')})`,
    `for insert with check (${itemOf('item_id')} and ${me('by_staff')} and ${mine('by_branch')} and taken_out_at is null
      and exists (select 1 from plan p where p.id = plan_id and p.group_id = plan_news.group_id and p.case_id = plan_news.case_id)
      and (${ownGroup('plan_news')} or ${speaks('plan_news')}))`,
    `for update using (${mine('by_branch')} and ${group('plan_news')}) with check (${mine('by_branch')} and ${me('taken_out_by')}
      and ${itemOf('reason_item_id')})`,
  ],
  // Told by the house that was to tell it, or by the one that leads, of a series that they see and that is still followed.
  plan_value: [
    `for select using (${group('plan_value')} and ${itemOf('item_id')})`,
    `for insert with check (${itemOf('item_id')} and ${me('by_staff')} and ${mine('by_branch')}
      and exists (select 1 from plan_entry e where e.id = series_id and e.group_id = plan_value.group_id and e.case_id = plan_value.case_id
        and e.kind = 'series' and e.state = 'standing' and (${mine('e.owner_branch_id')} or ${ownGroup('plan_value')}))
      and (${ownGroup('plan_value')} or ${speaks('plan_value')}))`,
  ],
};
