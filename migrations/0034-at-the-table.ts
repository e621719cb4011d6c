import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a house that sits at another's table, or is reached by another's consent, finds in the database itself: what its own
 * page needs, and neither what other units know nor whom else the family said yes to (OSL 26:1). And a line that is taken
 * off the joint map takes what was told of it along.
 */
export class AtTheTable1764000000034 implements MigrationInterface {
  readonly name = 'AtTheTable1764000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OTHERS);
    for (const [table, rules] of Object.entries(policies))
      for (const [name, rule] of Object.entries(rules))
        await runner.query(`drop policy ${name} on ${table}; create policy ${name} on ${table} ${rule}`);
    await runner.query(consentsAbout(NARROW));
    await runner.query(OFF_THE_MAP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger board_event_off_the_map on board_event;
      drop function lock.end_off_the_map, caller.ended_off_the_map;
    `);
    await runner.query(consentsAbout(WHOLE));
    for (const [table, rules] of Object.entries(before))
      for (const [name, rule] of Object.entries(rules))
        await runner.query(`drop policy ${name} on ${table}; create policy ${name} on ${table} ${rule}`);
    await runner.query(`drop function caller.others_asked, caller.pictures_at_table`);
  }
}

const OTHERS = `
  -- Which other houses' units are asked at this table and who has answered, for whoever sits there: never what they answered.
  create function caller.others_asked(wanted uuid) returns table (id uuid, hub_id uuid, unit_id uuid, representative_id uuid, deputy_id uuid,
    deputy_asked_at timestamptz, deadline_id uuid, asked_at timestamptz, answered_by uuid, answered_at timestamptz, given_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select q.id, q.hub_id, q.unit_id, q.representative_id, q.deputy_id, q.deputy_asked_at, q.deadline_id, q.asked_at, q.answered_by, q.answered_at, q.given_at
    from public.hub_question q join public.unit u on u.id = q.unit_id
    where q.hub_id = wanted and u.branch_id <> caller.branch() and caller.sits_in(wanted)
  $$;
  -- A picture that is told to the house of whoever sits there, as far as it is; one that is not looks as a unit's that knows
  -- nothing (libs/use-cases/meeting/board-for-reader.ts has the same rule).
  create function caller.pictures_at_table(wanted uuid) returns table (seq integer, kind text, payload jsonb, by_staff uuid, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select e.seq, e.kind, e.payload || jsonb_build_object('items', told.items,
        'knowledge', case when jsonb_array_length(told.items) > 0 then e.payload -> 'knowledge' else 'null'::jsonb end), e.by_staff, e.at
    from public.board_event e cross join lateral (
      select coalesce(jsonb_agg(x.value order by x.ordinality), '[]') as items
      from jsonb_array_elements(e.payload -> 'items') with ordinality x join public.item i on i.id = (x.value ->> 'item')::uuid
      where i.branch_id = caller.branch() or exists (select 1 from public.share h
        where h.item_id = i.id and h.from_branch_id = i.branch_id and h.to_branch_id = caller.branch() and h.in_force @> clock.now())) told
    where e.hub_id = wanted and e.kind = 'PictureGiven' and e.by_staff is distinct from caller.staff() and caller.sits_in(wanted)
  $$;
`;

const ownHub = `exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch()))`;
const viaHub = `exists (select 1 from hub h where h.id = hub_id)`;
const seenItem = `(board_event.item_id is null or exists (select 1 from item i where i.id = board_event.item_id))`;

const policies: Record<string, Record<string, string>> = {
  hub_question: {
    hub_question_0: `for select using ((select caller.service()) = 'deadlines' or ${ownHub}
      or (${viaHub} and exists (select 1 from unit u where u.id = unit_id and u.branch_id = (select caller.branch()))))`,
  },
  board_event: {
    board_event_0: `for select using (exists (select 1 from hub h where h.id = hub_id and (h.kind = 'internal'
      or ((board_event.kind <> 'PictureGiven' or h.branch_id = (select caller.branch()) or board_event.by_staff = (select caller.staff())
          or (select caller.service()) is not null) and ${seenItem}))))`,
  },
};

/** As 0011 made them. */
const before: Record<string, Record<string, string>> = {
  hub_question: { hub_question_0: `for select using ((select caller.service()) = 'deadlines' or ${viaHub})` },
  board_event: {
    board_event_0: `for select using (exists (select 1 from hub h where h.id = hub_id and (h.kind = 'internal' or board_event.item_id is null
      or exists (select 1 from item i where i.id = board_event.item_id))))`,
  },
};

const OVER = `least(c.withdrawn_at, c.ended_at)`;

const FACTS = `
  if not exists (select 1 from public.consent c where c.person_id = wanted) or not caller.sees_person(wanted) then return '[]'; end if;`;

/** As 0019 had it: the whole reach and every name, for each house that it reaches. */
const WHOLE = `declare
    mine constant text := lock.house(caller.branch());
  begin${FACTS}
    return coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'person', c.person_id,
        'from', c.from_houses, 'to', c.to_houses, 'categories', c.categories, 'purposes', c.purposes,
        'validFrom', floor(extract(epoch from c.valid_from) * 1000), 'validUntil', floor(extract(epoch from c.valid_until) * 1000),
        'withdrawnAt', floor(extract(epoch from ${OVER}) * 1000),
        'signers', (select coalesce(jsonb_agg(jsonb_build_object('person', s.person_id, 'houses', s.refused_houses, 'categories', s.refused_categories,
          'at', floor(extract(epoch from s.signed_at) * 1000))), '[]') from public.consent_signer s where s.consent_id = c.id)))
      from public.consent c where c.person_id = wanted and (mine = any (c.to_houses) or mine = any (c.from_houses) or c.branch_id = caller.branch())), '[]');`;

/**
 * To the house that asks, all of it. To another only what lets it be told, or tell, now: which of its givers have told it
 * something, to whom it may tell itself, what is left when everything that was refused is gone, and names only where none
 * is missing. Who said no to what, whose name is waited for and who else is told stays with the house that asks.
 */
const NARROW = `declare
    house constant uuid := caller.branch();
    mine constant text := lock.house(house);
    needed uuid[];
    givers text[];
  begin${FACTS}
    needed := lock.signers(wanted, clock.now());
    -- Who has told this house something about the person, and those in nobody's house whose words it was.
    select array_agg(distinct g.giver) into givers from public.item_subject x join public.share h on h.item_id = x.item_id and h.to_branch_id = house
      join public.item i on i.id = x.item_id
      cross join lateral (values (lock.house(h.from_branch_id)), ('person:' || i.giver_person)) g (giver)
      where x.person_id = wanted and g.giver is not null
        and exists (select 1 from public.consent c where c.person_id = wanted and c.branch_id <> house and g.giver = any (c.from_houses));
    return coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'person', c.person_id,
        'from', c.reach_from, 'to', c.reach_to, 'categories', c.reach_categories, 'purposes', c.purposes,
        'validFrom', floor(extract(epoch from c.valid_from) * 1000), 'validUntil', floor(extract(epoch from c.valid_until) * 1000),
        'withdrawnAt', floor(extract(epoch from ${OVER}) * 1000), 'signers', c.names))
      from (
        select c.*, c.from_houses as reach_from, c.to_houses as reach_to, c.categories as reach_categories,
          (select coalesce(jsonb_agg(jsonb_build_object('person', s.person_id, 'houses', s.refused_houses, 'categories', s.refused_categories,
            'at', floor(extract(epoch from s.signed_at) * 1000))), '[]') from public.consent_signer s where s.consent_id = c.id) as names
        from public.consent c where c.person_id = wanted and c.branch_id = house
        union all
        select c.*,
          array(select f from unnest(c.from_houses) f where f <> all (said.no_houses) and (f = mine or f = any (givers)) order by f),
          array(select t from unnest(c.to_houses) t where t <> all (said.no_houses) and (t = mine or mine = any (c.from_houses)) order by t),
          array(select k from unnest(c.categories) k where k <> all (said.no_categories) order by k),
          (select coalesce(jsonb_agg(jsonb_build_object('person', n, 'houses', '[]'::jsonb, 'categories', '[]'::jsonb,
            'at', floor(extract(epoch from said.last_name) * 1000)) order by n), '[]') from unnest(said.names) n)
        from public.consent c cross join lateral (
          select coalesce(array_agg(distinct h) filter (where h is not null), '{}') as no_houses,
            coalesce(array_agg(distinct k) filter (where k is not null), '{}') as no_categories,
            coalesce(array_agg(distinct s.person_id) filter (where s.signed_at is not null and (s.person_id = any (needed) or s.person_id = wanted)), '{}') as names,
            max(s.signed_at) filter (where s.person_id = any (needed)) as last_name
          from public.consent_signer s left join lateral unnest(s.refused_houses) h on true left join lateral unnest(s.refused_categories) k on true
          where s.consent_id = c.id) said
        where c.person_id = wanted and c.branch_id <> house and (mine = any (c.to_houses) or mine = any (c.from_houses)) and mine <> all (said.no_houses)
          and clock.now() < c.valid_until and (${OVER} is null or ${OVER} > clock.now())
          and cardinality(needed) > 0 and needed <@ said.names and said.last_name <= clock.now()
      ) c), '[]');`;

const consentsAbout = (body: string): string => `
  create or replace function caller.consents_about(wanted uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
  ${body}
  end $$;
`;

const OFF_THE_MAP = `
  -- What its unit, or who leads, takes off the joint map leaves those who were told of it, in the same transaction. It does
  -- not come back: who puts the line there again says it anew, and it is decided anew to whom.
  create function lock.end_off_the_map() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.share h set given = tstzrange(lower(h.given), greatest(lower(h.given), least(clock.now(), upper(h.given)))), ended_at = clock.now(),
        ended_by = new.by_staff, ended_how = 'ended'
      where h.item_id = new.item_id and h.to_branch_id is not null and h.ended_at is null;
    return null;
  end $$;
  create trigger board_event_off_the_map after insert on board_event for each row when (new.kind = 'MapEntryRemoved' and new.item_id is not null)
    execute function lock.end_off_the_map();
  -- What the caller has just ended by it, for the ledger: also another house's, whose line was taken off by who leads.
  create function caller.ended_off_the_map(wanted uuid) returns table (id uuid, to_branch_id uuid, purpose text, ground text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select h.id, h.to_branch_id, h.purpose, h.ground from public.share h
    where h.item_id = wanted and h.ended_by = caller.staff() and h.ended_at = clock.now() and caller.is_off_the_map(wanted) order by h.id
  $$;
`;
