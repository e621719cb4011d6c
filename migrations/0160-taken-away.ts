import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is taken away where it stood leaves those who were told of it, in the same transaction: a line of minutes and a point
 * of an agenda as a line of the joint map does. It is told to nobody anew.
 */
export class TakenAway1764000000160 implements MigrationInterface {
  readonly name = 'TakenAway1764000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAKEN_AWAY);
    await runner.query(`
      drop trigger board_event_off_the_map on board_event;
      create trigger board_event_taken_away after insert on board_event for each row when (new.kind = 'MapEntryRemoved' and new.item_id is not null)
        execute function lock.end_taken_away();
      create trigger minute_line_taken_away after update of until_version on minute_line for each row
        when (old.until_version is null and new.until_version is not null) execute function lock.end_taken_away();
      create trigger meeting_point_taken_away after update of removed_at on meeting_point for each row
        when (old.removed_at is null and new.removed_at is not null and new.item_id is not null) execute function lock.end_taken_away();
      drop policy share_on_the_map on share;
      create policy share_stands on share as restrictive for insert with check (not caller.is_taken_away(item_id));
      drop function lock.end_off_the_map, caller.ended_off_the_map, caller.is_off_the_map;
    `);
    await runner.query(TAKEN_BEFORE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(OFF_THE_MAP);
    await runner.query(`
      drop policy share_stands on share;
      create policy share_on_the_map on share as restrictive for insert with check (not caller.is_off_the_map(item_id));
      drop trigger meeting_point_taken_away on meeting_point;
      drop trigger minute_line_taken_away on minute_line;
      drop trigger board_event_taken_away on board_event;
      create trigger board_event_off_the_map after insert on board_event for each row when (new.kind = 'MapEntryRemoved' and new.item_id is not null)
        execute function lock.end_off_the_map();
      drop function lock.end_taken_away, lock.end_told, caller.ended_by_taking, caller.is_taken_away;
      drop index meeting_point_item, minute_line_item;
    `);
  }
}

const TAKEN_AWAY = `
  create index minute_line_item on minute_line (item_id);
  create index meeting_point_item on meeting_point (item_id) where item_id is not null;

  -- Whether it stood somewhere and was taken away there. Also for a house that has left the table since: of whose item it knows.
  create function caller.is_taken_away(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.board_event e where e.item_id = wanted and e.kind = 'MapEntryRemoved')
      or exists (select 1 from public.minute_line l where l.item_id = wanted and l.until_version is not null)
      or exists (select 1 from public.meeting_point p where p.item_id = wanted and p.removed_at is not null)
  $$;

  -- What was told of these to houses ends now; that it was told, and until when, stays.
  create function lock.end_told(items uuid[]) returns void language sql security definer set search_path = pg_catalog, public as $$
    update public.share h set given = tstzrange(lower(h.given), greatest(lower(h.given), least(clock.now(), upper(h.given)))), ended_at = clock.now(),
        ended_by = caller.staff(), ended_how = 'ended'
      where h.item_id = any (items) and h.to_branch_id is not null and h.ended_at is null
  $$;
  create function lock.end_taken_away() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.end_told(array[new.item_id]);
    return null;
  end $$;

  -- What the caller has just ended by it, for the ledger: also another house's, whose words were taken away by who leads.
  create function caller.ended_by_taking(wanted uuid[]) returns table (id uuid, item_id uuid, from_branch_id uuid, to_branch_id uuid, purpose text, ground text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select h.id, h.item_id, h.from_branch_id, h.to_branch_id, h.purpose, h.ground from public.share h
    where h.item_id = any (wanted) and h.ended_by = caller.staff() and h.ended_at = clock.now() and caller.is_taken_away(h.item_id) order by h.id
  $$;
`;

/** What was taken away before this and is still told. */
const TAKEN_BEFORE = `
  select lock.end_told(array(
    select l.item_id from minute_line l where l.until_version is not null
    union select p.item_id from meeting_point p where p.item_id is not null and p.removed_at is not null))
`;

/** As 0025 and 0034 made them. */
const OFF_THE_MAP = `
  create function caller.is_off_the_map(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.board_event e where e.item_id = wanted and e.kind = 'MapEntryRemoved')
  $$;
  create function lock.end_off_the_map() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.share h set given = tstzrange(lower(h.given), greatest(lower(h.given), least(clock.now(), upper(h.given)))), ended_at = clock.now(),
        ended_by = new.by_staff, ended_how = 'ended'
      where h.item_id = new.item_id and h.to_branch_id is not null and h.ended_at is null;
    return null;
  end $$;
  create function caller.ended_off_the_map(wanted uuid) returns table (id uuid, to_branch_id uuid, purpose text, ground text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select h.id, h.to_branch_id, h.purpose, h.ground from public.share h
    where h.item_id = wanted and h.ended_by = caller.staff() and h.ended_at = clock.now() and caller.is_off_the_map(wanted) order by h.id
  $$;
`;
