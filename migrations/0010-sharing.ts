import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sharing at the moment of sharing: taking back, the first read, what danger makes necessary, and the receivers' work. */
export class Sharing1764000000010 implements MigrationInterface {
  readonly name = 'Sharing1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SHARES);
    await runner.query(IN_TURN);
    await runner.query(FIRST_READ);
    await runner.query(NECESSITY);
    await runner.query(groundAt(true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(groundAt(false));
    await runner.query(NOT_IN_TURN);
    await runner.query(`
      drop trigger ledger_first_read on ledger_entry;
      drop function lock.note_first_read, lock.in_turn, caller.person_of_case, caller.has_been_told;
      drop trigger share_case_of_item on share;
      drop function lock.set_case;
      drop policy assignment_share_end on assignment;
      alter table assessment drop constraint danger_is_short;
      alter table share drop column case_id, drop column first_read_at, drop column ended_at, drop column ended_by, drop column ended_how;
    `);
  }
}

const SHARES = `
  -- The receiver knows which case a share belongs to when the item itself is no longer theirs to see.
  alter table share add column case_id uuid references case_file;
  alter table share no force row level security; alter table item no force row level security;
  update share h set case_id = (select i.case_id from item i where i.id = h.item_id);
  alter table share force row level security; alter table item force row level security;
  alter table share alter column case_id set not null;
  create index share_case on share (case_id);
  create function lock.set_case() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    select i.case_id into new.case_id from public.item i where i.id = new.item_id;
    return new;
  end $$;
  create trigger share_case_of_item before insert on share for each row execute function lock.set_case();

  alter table share add column first_read_at timestamptz;
  alter table share add column ended_at timestamptz;
  alter table share add column ended_by uuid references staff_member;
  -- undone: nobody there had read it; ended: its giver says that it is enough.
  alter table share add column ended_how text check (ended_how in ('undone','ended'));
  alter table share add check ((ended_at is null) = (ended_how is null));

  -- Whom a case is about, for everyone who works on it in whatever house: an id that they see already by their work.
  create function caller.person_of_case(wanted uuid) returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
    select c.person_id from public.case_file c where c.id = wanted and caller.works_on(wanted)
  $$;

  -- Has anything on the case been told to a house that stands? Undone shares are as if they had never been.
  create function caller.has_been_told(wanted uuid, house uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.share h where h.case_id = wanted and h.to_branch_id = house and h.ended_how is distinct from 'undone')
  $$;

  -- Whoever was put to work on a case by what they received has no work there when it was taken back unread.
  create policy assignment_share_end on assignment for update using ((select caller.service()) = 'reception' and reason = 'share');
`;

/**
 * A share that is being made and a consent that is being taken back do not see each other's rows; taken in turn, the later
 * one does, so that no range is reckoned from what no longer holds.
 */
const IN_TURN = `
  create function lock.in_turn(people uuid[]) returns void language plpgsql as $$
  declare one uuid;
  begin
    for one in select distinct p from unnest(people) p order by 1 loop
      perform pg_advisory_xact_lock(hashtextextended('samnav.facts:' || one, 0));
    end loop;
  end $$;
  create or replace function lock.set_range() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn(array(select x.person_id from public.item_subject x where x.item_id = new.item_id));
    new.in_force := lock.range_of(new);
    return new;
  end $$;
  create or replace function lock.refresh(people uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn(people);
    update public.share h set in_force = lock.range_of(h)
      where h.to_branch_id is not null and h.item_id in (select x.item_id from public.item_subject x where x.person_id = any (people));
  end $$;
`;

/** As 0008 made them. */
const NOT_IN_TURN = `
  create or replace function lock.set_range() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    new.in_force := lock.range_of(new);
    return new;
  end $$;
  create or replace function lock.refresh(people uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.share h set in_force = lock.range_of(h)
      where h.to_branch_id is not null and h.item_id in (select x.item_id from public.item_subject x where x.person_id = any (people));
  end $$;
`;

/** The ledger is written before anything is shown, so what it says first is when something was first read. */
const FIRST_READ = `
  create function lock.note_first_read() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.share h set first_read_at = a.at
      from (select item_id, actor_branch, min(at) as at from added
            where action in ('read','export') and outcome = 'release' and item_id is not null and actor_branch is not null
            group by item_id, actor_branch) a
      where h.item_id = a.item_id and h.to_branch_id = a.actor_branch and h.first_read_at is null and h.made_at <= a.at;
    return null;
  end $$;
  create trigger ledger_first_read after insert on ledger_entry referencing new table as added
    for each statement execute function lock.note_first_read();
`;

/** The last row of the order, a second time: what a person has decided that danger makes necessary holds for its hours. */
const NECESSITY = `
  alter table assessment add constraint danger_is_short check (ground <> 'BrB 24:4' or until <= decided_at + interval '12 hours');
`;

const NECESSARY = `-- Necessity is the last: where a ground could be assessed, that is what is asked.
        if ground is null and why = 'immediate-danger' and lock.is_open(settings, 'BrB 24:4', i.category, why, receiver)
          and lock.is_assessed(s.id, 'BrB 24:4', array['dangerNow','tellingIsNeeded'], giver_house, receiver_house, i.category, at)
          and not exists (select 1 from lock.assessed_grounds(giver, receiver, i.category, why, i.reported_by is not distinct from receiver_house, child, s.born, at) g
            where lock.is_open(settings, g.reason, i.category, why, receiver)) then
          ground := 'BrB 24:4';
        end if;
        `;

/** As in 0008, and with `necessary` what has been found so by a person. */
const groundAt = (necessary: boolean): string => `
  create or replace function lock.ground_at(i public.item, to_branch uuid, why text, at timestamptz) returns text language plpgsql stable as $$
  declare
    settings jsonb;
    giver text := i.giver_kind;
    giver_house text;
    receiver text;
    receiver_house text := lock.house(to_branch);
    unbound boolean := i.giver_kind in ('subject','guardian','private-person','association');
    reporter boolean := i.giver_kind in ('social-services','police','security-police','customs','school','independent-school','leisure','health-care','prison-and-probation','sis','employment-service','private-provider');
    child boolean;
    shown text;
    ground text;
    s record;
  begin
    select a.kind, m.settings into receiver, settings from public.branch b join public.authority a on a.id = b.authority_id
      join public.municipality m on m.id = i.municipality_id where b.id = to_branch;
    giver_house := case when i.giver_person is null then lock.house(i.branch_id) else 'person:' || i.giver_person end;
    if not i.person_data and lock.is_open(settings, 'no-person-data', i.category, why, receiver) then return 'no-person-data'; end if;
    if i.person_data and i.form in ('sspf-group','est') then return null; end if;
    for s in select p.* from public.item_subject x join public.person p on p.id = x.person_id where x.item_id = i.id order by x.position loop
      if child is null then child := lock.under(s.born, 18, at); end if;
      ground := null;
      if (i.reveals_place or i.category in ('contact-details','whereabouts')) and s.protection <> 'none'
        and not (unbound and receiver = 'social-services')
        and not (lock.is_open(settings, 'OSL 21:3', i.category, why, receiver)
          and lock.is_assessed(s.id, 'OSL 21:3', array['safeForThePerson'], giver_house, receiver_house, i.category, at)) then
        return null;
      elsif unbound and lock.is_open(settings, 'giver-unbound', i.category, why, receiver) then ground := 'giver-unbound';
      elsif why = 'report-concern' and receiver = 'social-services' and reporter and child
        and lock.is_open(settings, 'SoL 19:1', i.category, why, receiver) then ground := 'SoL 19:1';
      elsif i.phase = 'investigation' and why = 'investigate-need' and receiver = 'social-services' and reporter and child
        and lock.is_open(settings, 'SoL 20:6', i.category, why, receiver) then ground := 'SoL 20:6';
      elsif i.category = 'preliminary-investigation' and giver = 'police' then
        if receiver not in ('social-services','police','security-police','customs','school','leisure','health-care','prison-and-probation','sis','employment-service')
          or not lock.is_open(settings, 'OSL 10:27', i.category, why, receiver)
          or not lock.is_assessed(s.id, 'OSL 10:27', array['interestClearlyOutweighs'], giver_house, receiver_house, i.category, at, 'investigation-leader') then
          return null;
        end if;
        ground := 'OSL 10:27';
      elsif lock.is_open(settings, 'consent', i.category, why, receiver)
        and lock.has_consent(s.id, giver_house, receiver_house, i.category, why, at) then ground := 'consent';
      else
        select g.reason into ground from lock.assessed_grounds(giver, receiver, i.category, why, i.reported_by is not distinct from receiver_house, child, s.born, at) g
          where lock.is_open(settings, g.reason, i.category, why, receiver)
            and lock.is_assessed(s.id, g.reason, g.met, giver_house, receiver_house, i.category, at)
          order by g.place limit 1;
        ${necessary ? NECESSARY : ''}if ground is null then return null; end if;
      end if;
      shown := coalesce(shown, ground);
    end loop;
    return shown;
  end $$;
`;
