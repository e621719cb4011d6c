import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes of a group's meeting: who was there, what was decided, the minutes and each agency's own record of them. */
export class Minutes1764000000046 implements MigrationInterface {
  readonly name = 'Minutes1764000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FIXED);
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
      drop table meeting_record, minute_line, minutes_version, minutes, meeting_decision, meeting_attendance;
      drop function lock.minute_line_fixed;
    `);
  }
}

const TABLES = `
  -- Who was at a meeting and with which mandate: a seat of the group, or somebody in nobody's house.
  create table meeting_attendance (
    id uuid primary key,
    hub_id uuid not null references hub,
    member_id uuid references group_member,
    guest_id uuid references group_guest,
    state text not null check (state in ('present','deputy','absent')),
    -- Who came in their stead, with a seat and a mandate of their own.
    deputy_member_id uuid references group_member,
    by_staff uuid not null references staff_member,
    at timestamptz not null default clock.now(),
    check ((member_id is null) <> (guest_id is null)),
    check ((state = 'deputy') = (deputy_member_id is not null)),
    check (guest_id is null or state <> 'deputy'),
    unique (hub_id, member_id),
    unique (hub_id, guest_id)
  );

  -- What was decided stands in an item; here only who does it, until when and how it goes.
  create table meeting_decision (
    id uuid primary key,
    hub_id uuid not null references hub,
    group_id uuid not null references collaboration_group,
    point_id uuid references meeting_point,
    item_id uuid not null references item,
    owner_branch_id uuid not null references branch,
    owner_unit_id uuid not null references unit,
    owner_staff_id uuid not null references staff_member,
    due_on date not null,
    state text not null default 'open' check (state in ('open','done','not-done','withdrawn')),
    settled_at timestamptz,
    settled_by uuid references staff_member,
    made_by uuid not null references staff_member,
    made_at timestamptz not null default clock.now(),
    version integer not null default 1
  );
  create index meeting_decision_group on meeting_decision (group_id, due_on);
  create index meeting_decision_hub on meeting_decision (hub_id);

  -- The minutes of one meeting: until when they may be adjusted; null while the meeting goes on.
  create table minutes (
    hub_id uuid primary key references hub,
    fixes_at timestamptz,
    opened_at timestamptz not null default clock.now()
  );

  -- What was changed after they were fixed is a version of its own, with its reason; the first has no row here.
  create table minutes_version (
    hub_id uuid not null references minutes,
    version integer not null check (version > 1),
    reason_item_id uuid not null references item,
    by_staff uuid not null references staff_member,
    at timestamptz not null default clock.now(),
    primary key (hub_id, version)
  );

  -- One thing that the minutes say under a point; what it says is an item, in the version that stands there.
  create table minute_line (
    id uuid primary key,
    hub_id uuid not null references minutes,
    point_id uuid not null references meeting_point,
    place integer not null,
    item_id uuid not null references item,
    item_version integer not null,
    from_version integer not null default 1,
    -- The last version of the minutes that says it.
    until_version integer,
    by_staff uuid not null references staff_member,
    by_branch uuid not null references branch,
    made_at timestamptz not null default clock.now(),
    check (until_version is null or until_version >= from_version - 1)
  );
  create index minute_line_hub on minute_line (hub_id, point_id, place);

  -- Under which number an agency keeps its own record of the meeting, and for how long (OSL 5:1-2).
  create table meeting_record (
    id uuid primary key,
    hub_id uuid not null references hub,
    branch_id uuid not null references branch,
    diary_number text not null check (length(diary_number) between 1 and 60),
    registered_on date not null,
    keep_years integer not null check (keep_years between 1 and 100),
    kept_by uuid not null references staff_member,
    kept_at timestamptz not null default clock.now(),
    version integer not null default 1,
    unique (hub_id, branch_id)
  );
`;

/** After the time limit what the minutes say is never written over: a new version begins, and the old one stays readable. */
const FIXED = `
  create function lock.minute_line_fixed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    fixed constant boolean := exists (select 1 from public.minutes m where m.hub_id = coalesce(new.hub_id, old.hub_id) and m.fixes_at <= clock.now());
    newest constant integer := coalesce((select max(v.version) from public.minutes_version v where v.hub_id = coalesce(new.hub_id, old.hub_id)), 1);
  begin
    if tg_op = 'INSERT' then
      if new.from_version <> newest or (fixed and newest = 1) then raise exception 'the minutes are fixed' using errcode = 'check_violation'; end if;
    elsif (old.hub_id, old.item_id, old.by_staff, old.by_branch, old.from_version, old.made_at) is distinct from
        (new.hub_id, new.item_id, new.by_staff, new.by_branch, new.from_version, new.made_at) then
      raise exception 'a line of minutes stays what it is' using errcode = 'check_violation';
    elsif fixed and (old.point_id, old.place, old.item_version) is distinct from (new.point_id, new.place, new.item_version) then
      raise exception 'the minutes are fixed' using errcode = 'check_violation';
    elsif fixed and new.until_version is distinct from old.until_version and (old.until_version is not null or newest = 1 or new.until_version <> newest - 1) then
      raise exception 'the minutes are fixed' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger minute_line_fixed before insert or update on minute_line for each row execute function lock.minute_line_fixed();
`;

const hubOf = (table: string) => `exists (select 1 from hub h where h.id = ${table}.hub_id)`;
const ownHubOf = (table: string) =>
  `exists (select 1 from hub h where h.id = ${table}.hub_id and h.branch_id = (select caller.branch()))`;
const itemOf = (column: string) => `exists (select 1 from item i where i.id = ${column})`;
const me = (column: string) => `${column} = (select caller.staff())`;

const policies: Record<string, string[]> = {
  meeting_attendance: [
    `for select using (${hubOf('meeting_attendance')})`,
    `for insert with check (${ownHubOf('meeting_attendance')} and ${me('by_staff')})`,
    `for update using (${ownHubOf('meeting_attendance')}) with check (${ownHubOf('meeting_attendance')} and ${me('by_staff')})`,
  ],
  // Seen by whoever sees what was decided; whoever is to do it says how it went.
  meeting_decision: [
    `for select using ((select caller.service()) = 'consents' or (${hubOf('meeting_decision')} and ${itemOf('item_id')}))`,
    `for insert with check (${ownHubOf('meeting_decision')} and ${itemOf('item_id')} and ${me('made_by')})`,
    `for update using ((select caller.service()) = 'consents' or ${ownHubOf('meeting_decision')} or (${me('owner_staff_id')} and ${hubOf('meeting_decision')}))`,
  ],
  minutes: [
    `for select using (${hubOf('minutes')})`,
    `for insert with check (${hubOf('minutes')})`,
    // What is fixed stays so; to fix it earlier is to set its time to now.
    `for update using (${ownHubOf('minutes')} and (fixes_at is null or fixes_at > clock.now())) with check (${ownHubOf('minutes')} and fixes_at is not null)`,
  ],
  minutes_version: [
    `for select using (${hubOf('minutes_version')})`,
    `for insert with check (${ownHubOf('minutes_version')} and ${itemOf('reason_item_id')} and ${me('by_staff')})`,
  ],
  // Each says and takes away its own; what it says is seen by whoever sees the item.
  minute_line: [
    `for select using (${hubOf('minute_line')} and ${itemOf('item_id')})`,
    `for insert with check (${hubOf('minute_line')} and ${itemOf('item_id')} and ${me('by_staff')} and by_branch = (select caller.branch()))`,
    `for update using (${hubOf('minute_line')} and by_branch = (select caller.branch()))`,
  ],
  // An agency's number and how long it keeps are its own.
  meeting_record: [
    `for select using (branch_id = (select caller.branch()) and ${hubOf('meeting_record')})`,
    `for insert with check (branch_id = (select caller.branch()) and ${hubOf('meeting_record')} and ${me('kept_by')})`,
    `for update using (branch_id = (select caller.branch()) and ${hubOf('meeting_record')}) with check (branch_id = (select caller.branch()) and ${me('kept_by')})`,
  ],
};
