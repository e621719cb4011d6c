import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A house's own system is told that something has happened: kind and ids, never what. A call is written in the transaction of
 * what it tells of, for every house that may come to know of it; whether the house may is decided when it is sent.
 */
export class Webhooks1764000000350 implements MigrationInterface {
  readonly name = 'Webhooks1764000000350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger webhook_hears on outbox;
      drop function caller.webhook_hears;
      drop function caller.webhook_call_facts, caller.webhook_readers, caller.webhook_keepers;
      drop table webhook_call, webhook;
    `);
  }
}

const TABLES = `
  create table webhook (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    -- A house has one.
    branch_id uuid not null unique references branch,
    -- Sealed: an address may hold a key of the receiver's.
    address text not null,
    events text[] not null check (cardinality(events) > 0 and events <@ array['plan-changed','plan-version','meeting-changed']),
    -- Sealed; the one before signs beside it for a while.
    secret text not null,
    secret_at timestamptz not null default clock.now(),
    old_secret text,
    old_secret_until timestamptz,
    -- Its receiver does not answer: until then new calls wait too.
    rests_until timestamptz,
    disabled_at timestamptz,
    set_by uuid not null references staff_member,
    version integer not null default 1,
    check ((old_secret is null) = (old_secret_until is null))
  );
  create table webhook_call (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    webhook_id uuid not null references webhook on delete cascade,
    event text not null check (event in ('plan-changed','plan-version','meeting-changed','trial')),
    group_id uuid references collaboration_group,
    meeting_id uuid references hub,
    -- What has changed: plan entries, the plan, or the meeting.
    row_ids uuid[] not null default '{}',
    state text not null default 'waiting' check (state in ('waiting','sent','given-up','dropped')),
    -- Somebody has taken it to send it: what happens from then on is another call.
    begun boolean not null default false,
    tries integer not null default 0,
    fault text,
    made_at timestamptz not null default clock.now(),
    next_try_at timestamptz,
    settled_at timestamptz,
    check ((state = 'waiting') = (next_try_at is not null)),
    check ((state = 'waiting') = (settled_at is null)),
    check ((event = 'trial') = (group_id is null))
  );
  create index webhook_call_next on webhook_call (next_try_at) where state = 'waiting';
  create index webhook_call_latest on webhook_call (webhook_id, made_at desc);
  create index webhook_call_settled on webhook_call (settled_at) where settled_at is not null;
  -- Much that happens in a moment to one thing is told once.
  create unique index webhook_call_together on webhook_call (webhook_id, event, group_id, (coalesce(meeting_id, group_id))) where not begun;
  alter table webhook enable row level security;
  alter table webhook force row level security;
  alter table webhook_call enable row level security;
  alter table webhook_call force row level security;
`;

const KEEPS = `branch_id = (select caller.branch()) and (select caller.role()) in ('administrator','manager')`;
const SERVICE = `(select caller.service()) = 'webhooks'`;

const POLICIES = `
  create policy webhook_0 on webhook for select using ((${KEEPS}) or ${SERVICE});
  create policy webhook_1 on webhook for insert with check (${KEEPS}
    and municipality_id = (select caller.municipality()) and set_by = (select caller.staff()));
  create policy webhook_2 on webhook for update using (${KEEPS}) with check (${KEEPS} and set_by = (select caller.staff()));
  create policy webhook_3 on webhook for update using (${SERVICE}) with check (${SERVICE});
  -- That something was to be told is seen when somebody has tried to tell it, and never when the house may not know of it.
  create policy webhook_call_0 on webhook_call for select using (${SERVICE}
    or ((state in ('sent','given-up') or tries > 0 or event = 'trial') and state <> 'dropped'
      and exists (select 1 from webhook w where w.id = webhook_id and w.branch_id = (select caller.branch()))));
  create policy webhook_call_1 on webhook_call for insert with check (event = 'trial'
    and municipality_id = (select caller.municipality())
    and exists (select 1 from webhook w where w.id = webhook_id and w.branch_id = (select caller.branch())));
  create policy webhook_call_2 on webhook_call for update using (${SERVICE});
  create policy webhook_call_3 on webhook_call for delete using (${SERVICE});
`;

const FUNCTIONS = `
  -- Hears what the screens hear, in the same transaction, and writes a call for every house around the group that wants it.
  create function caller.webhook_hears() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    told text;
    of_group uuid;
    meeting uuid;
    changed uuid;
    one record;
    call uuid;
  begin
    if not exists (select 1 from public.webhook w where w.disabled_at is null) then
      return null;
    end if;
    if new.topic like 'live:plan:%' then
      of_group := split_part(new.topic, ':', 3)::uuid;
      changed := coalesce(new.payload ->> 'entryId', new.payload ->> 'planId')::uuid;
      told := case when new.payload ? 'entryId' then 'plan-changed' else 'plan-version' end;
    else
      meeting := (new.payload ->> 'hubId')::uuid;
      changed := meeting;
      told := 'meeting-changed';
      select h.group_id into of_group from public.hub h where h.id = meeting;
    end if;
    if of_group is null or changed is null then
      return null;
    end if;
    for one in
      select w.id, w.municipality_id, greatest(clock.now() + interval '3 seconds', w.rests_until) as at from public.webhook w
      where w.disabled_at is null and told = any(w.events)
        and (meeting is null or split_part(new.topic, ':', 3) = w.branch_id::text)
        and (exists (select 1 from public.collaboration_group g where g.id = of_group and g.branch_id = w.branch_id)
          or exists (select 1 from public.group_member m where m.group_id = of_group and m.branch_id = w.branch_id and m.ends_at is null))
    loop
      insert into public.webhook_call (id, municipality_id, webhook_id, event, group_id, meeting_id, row_ids, next_try_at)
        values (gen_random_uuid(), one.municipality_id, one.id, told, of_group, meeting, array[changed], one.at)
        on conflict (webhook_id, event, group_id, (coalesce(meeting_id, group_id))) where not begun
        do update set row_ids = case when changed = any(webhook_call.row_ids) or cardinality(webhook_call.row_ids) >= 100
          then webhook_call.row_ids else webhook_call.row_ids || changed end
        returning id into call;
      insert into public.outbox (topic, payload) values ('job:call-webhook',
        jsonb_build_object('callId', call, 'at', to_char(one.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
    end loop;
    return null;
  end $$;
  create trigger webhook_hears after insert on outbox for each row
    when (new.topic like 'live:plan:%' or new.topic like 'live:hubs:%') execute function caller.webhook_hears();

  -- What the decision asks for beside what the house's people reach.
  create function caller.webhook_call_facts(wanted uuid) returns table (group_kind text, is_hidden boolean)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select g.kind, p.protection in ('protected-registration','assumed-identity')
    from public.webhook_call c join public.collaboration_group g on g.id = c.group_id
      left join public.case_file f on f.id = g.case_id left join public.person p on p.id = f.person_id
    where c.id = wanted and caller.service() = 'webhooks'
  $$;

  -- Those of the house who sit in the group or work on its case, each in the posts that they hold there now.
  create function caller.webhook_readers(wanted uuid)
    returns table (staff_id uuid, membership_id uuid, role text, unit_id uuid, branch_id uuid, municipality_id uuid,
      kind text, authority text, branch text)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select s.id, m.id, m.role, u.id, u.branch_id, m.municipality_id, o.kind, o.slug, b.slug
    from public.webhook_call c join public.webhook w on w.id = c.webhook_id
      join public.collaboration_group g on g.id = c.group_id
      join public.branch b on b.id = w.branch_id join public.authority o on o.id = b.authority_id
      join public.unit u on u.branch_id = b.id join public.membership m on m.unit_id = u.id
      join public.staff_member s on s.id = m.staff_id
    where c.id = wanted and caller.service() = 'webhooks' and s.disabled_at is null
      and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
      and (exists (select 1 from public.group_member y where y.group_id = g.id and y.staff_id = s.id and y.branch_id = u.branch_id
          and y.ends_at is null)
        or exists (select 1 from public.assignment a where a.case_id = g.case_id and a.branch_id = u.branch_id
          and (a.staff_id = s.id or (a.staff_id is null and a.unit_id = u.id))
          and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())))
    order by m.starts_at, m.id limit 50
  $$;

  create function caller.webhook_keepers(wanted uuid) returns table (staff_id uuid)
    language sql stable security definer set search_path = pg_catalog, public as $$
    select distinct s.id from public.webhook w join public.unit u on u.branch_id = w.branch_id
      join public.membership m on m.unit_id = u.id and m.role in ('administrator','manager') join public.staff_member s on s.id = m.staff_id
    where w.id = wanted and caller.service() = 'webhooks' and s.disabled_at is null
      and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
  $$;
`;
