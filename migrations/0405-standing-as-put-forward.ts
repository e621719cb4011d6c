import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A yes is to what was put forward: a family is asked again once anything that it read there has another day, another state or
 * somebody else to do it, or is there no more ([S1]; FB 6:11). And what a municipality's lawyer has switched off or narrowed
 * towards families holds here too (OSL 12:1, 12:3).
 */
export class StandingAsPutForward1764000000405 implements MigrationInterface {
  readonly name = 'StandingAsPutForward1764000000405';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tells(LIMITED));
    await runner.query(TOLD);
    await runner.query(entries(ASKED));
    await runner.query(versions(WHOLE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(versions(WORDS));
    await runner.query(entries(SHOWN));
    await runner.query(`drop function lock.is_told_in_plan`);
    await runner.query(tells(''));
  }
}

/** What the lawyer has decided of the ground on which one of a family is told. */
const LIMITED = `exists (select 1 from public.person p join public.municipality m on m.id = p.municipality_id where p.id = about
        and case when me = about then lock.is_open(m.settings, 'OSL 12:1', said, 'support', 'subject')
          else lock.is_open(m.settings, 'OSL 12:3', said, 'support', 'guardian') end)
      and `;

/** As 0320 made it, within the limits of the town. */
const tells = (limited: string): string => `
  create or replace function lock.tells_family(me uuid, about uuid, said text, is_place boolean, giver text) returns boolean language sql stable as $$
    select ${limited}said <> 'preliminary-investigation' and case when me = about
      then said not in ('report-content','threat-assessment','crime-and-suspicion')
        or lock.is_assessed(about, 'OSL 12:1', array['harmless'], giver, 'person:' || me, said, clock.now())
      else (said not in ('report-content','home-and-family','crime-and-suspicion','threat-assessment')
          or lock.is_assessed(about, 'OSL 12:3', array['harmless'], giver, 'person:' || me, said, clock.now()))
        and ((not is_place and said not in ('contact-details','whereabouts'))
          or exists (select 1 from public.person p where p.id = about and p.protection = 'none')) end
  $$;
`;

/** For whom of the family an entry is, as 0320 said it. */
const toldOf = (child: string): string => `not exists (select 1 from public.item_subject s where s.item_id = i.id
          and not (caller.is_told_of(s.person_id) and lock.tells_family(me, s.person_id, i.category, i.reveals_place, lock.house(i.branch_id))))
        and (e.promised_by is null or e.promised_by in (me, ${child})
          or exists (select 1 from caller.family_names(array[e.promised_by])))`;

const TOLD = `
  -- Whether this reader of the family is told of an entry of the plan around this child, whatever has become of it.
  create function lock.is_told_in_plan(me uuid, e public.plan_entry, child uuid) returns boolean language sql stable as $$
    select e.for_family and exists (select 1 from public.item i where i.id = e.item_id and ${toldOf('child')})
  $$;
`;

const SHOWN = `
      join public.item i on i.id = e.item_id
      left join public.staff_member w on w.id = e.owner_staff_id
      left join public.plan_voice v on v.id = e.proposal_id and v.person_id = me
      where e.for_family and e.state not in ('ended','removed')
        and ${toldOf('f.person_id')}`;

const ASKED = `
      left join public.staff_member w on w.id = e.owner_staff_id
      left join public.plan_voice v on v.id = e.proposal_id and v.person_id = me
      where e.state not in ('ended','removed') and lock.is_told_in_plan(me, e, f.person_id)`;

/** As 0320 made it: what stands there for this reader. */
const entries = (shown: string): string => `
  create or replace function caller.family_plan_entries() returns table (id uuid, group_id uuid, kind text, item_id uuid, goal_id uuid, promised_by uuid,
      owner_house text, owner_name text, starts_on text, follow_up_on text, state text, proposed boolean)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select e.id, e.group_id, e.kind, e.item_id, e.goal_id, e.promised_by, lock.house(e.owner_branch_id), w.name, e.starts_on::text,
        e.follow_up_on::text, e.state, v.id is not null
      from caller.family_plans() f
      join public.plan_entry e on e.group_id = f.group_id${shown}
      order by e.made_at, e.id;
  end $$;
`;

/** Only the words, as 0320 had it. */
const WORDS = `exists (select 1 from caller.family_plan_entries() e join public.item said on said.id = e.item_id
          left join public.plan_version_line l on l.version_id = v.id and l.entry_id = e.id
          where e.group_id = v.group_id and l.item_version is distinct from said.version)`;

/** All that is compared between two versions, and what stood there and is over. */
const WHOLE = `exists (select 1 from caller.family_plan_entries() e join public.plan_entry stands on stands.id = e.id
          join public.item said on said.id = e.item_id
          left join public.plan_version_line l on l.version_id = v.id and l.entry_id = e.id
          where e.group_id = v.group_id
            and row(l.item_version, l.state, l.owner_staff_id, l.promised_by, l.starts_on, l.follow_up_on)
              is distinct from row(said.version, stands.state, stands.owner_staff_id, stands.promised_by, stands.starts_on, stands.follow_up_on))
        or exists (select 1 from public.plan_version_line l join public.plan_entry e on e.id = l.entry_id
          where l.version_id = v.id and e.state in ('ended','removed') and lock.is_told_in_plan(me, e, f.person_id))`;

/** As 0320 made it, and what makes it another than it was put forward. */
const versions = (changed: string): string => `
  create or replace function caller.family_plan_versions() returns table (group_id uuid, number integer, put_at timestamptz, answer_id uuid, answer text,
      item_id uuid, answered_at timestamptz, is_changed boolean)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select v.group_id, v.number, v.put_at, a.id, a.answer, case when i.giver_person = me then a.item_id end, a.answered_at,
        ${changed}
      from caller.family_plans() f
      join lateral (select * from public.plan_version x where x.group_id = f.group_id order by x.number desc limit 1) v on true
      join public.plan_answer a on a.version_id = v.id and a.person_id = me
      left join public.item i on i.id = a.item_id;
  end $$;
`;
