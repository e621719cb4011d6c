import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is written in a group's meeting is told to those who reach it, and no longer to every house at the table: a house's own
 * system too hears of the row that has changed, and is called only where somebody of the house reaches that very row (OSL 26:1).
 */
export class MeetingsTold1764000000440 implements MigrationInterface {
  readonly name = 'MeetingsTold1764000000440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger webhook_hears on outbox; ${AFTER}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger webhook_hears on outbox; ${BEFORE}`);
  }
}

const BEFORE = `
  create or replace function caller.webhook_hears() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
`;

const AFTER = `
  create or replace function caller.webhook_hears() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
    elsif new.topic like 'live:meetings:%' then
      of_group := split_part(new.topic, ':', 3)::uuid;
      meeting := (new.payload ->> 'hubId')::uuid;
      changed := (new.payload ->> 'rowId')::uuid;
      told := 'meeting-changed';
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
        and (new.topic not like 'live:hubs:%' or split_part(new.topic, ':', 3) = w.branch_id::text)
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
    when (new.topic like 'live:plan:%' or new.topic like 'live:hubs:%' or new.topic like 'live:meetings:%') execute function caller.webhook_hears();
`;
