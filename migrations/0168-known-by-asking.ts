import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever has been asked for a yes in a case knows that there is one, whatever phase it stands in: what was told by that yes
 * is theirs to see also before an investigation, and after a decision that there will be none (GDPR 15; SoL 20:2).
 */
export class KnownByAsking1764000000168 implements MigrationInterface {
  readonly name = 'KnownByAsking1764000000168';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Offered to the caller in this case, or in the one that it was joined into; a draft has been shown to nobody.
      create function lock.asked_in(me uuid, file uuid, joined uuid) returns boolean language sql stable as $$
        select exists (select 1 from public.consent c join public.consent_signer s on s.consent_id = c.id and s.person_id = me
          where c.case_id in (file, joined) and c.offered_at is not null and c.state <> 'draft')
      $$;
    `);
    await runner.query(
      extractLines({
        known: `(${beyond('c')} or lock.asked_in(caller.person(), c.id, c.joined_into))`,
        kept: `(${beyond('c')} or lock.asked_in(caller.person(), c.id, c.joined_into)) as is_told`,
        told: 'a.is_told',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(extractLines({ known: beyond('c'), kept: 'c.phase', told: beyond('a') }));
    await runner.query(`drop function lock.asked_in`);
  }
}

const beyond = (file: string): string => `${file}.phase in ('investigation','measures','follow-up')`;

interface Known {
  /** Whether a case `c` is known at all, what is kept of it beside each thing, and whether that thing `a` is told. */
  readonly known: string;
  readonly kept: string;
  readonly told: string;
}

const extractLines = ({ known, kept, told }: Known): string => `
      create or replace function caller.extract_lines(wanted uuid, before date, most integer) returns table (
        day date, act text, category text, reveals_place boolean, is_known boolean, keeper json, reader json, role text, staff_name text,
        ground text, purpose text, times integer, first timestamptz, last timestamptz, until timestamptz
      ) language plpgsql stable security definer set search_path = pg_catalog, public as $$
      #variable_conflict use_column
      declare
        records constant uuid[] := array(select p.id from public.person p where p.id = wanted or p.merged_into = wanted);
        is_known_at_all boolean;
      begin
        if not coalesce(caller.may_extract(wanted), false) then return; end if;
        is_known_at_all := exists (select 1 from public.case_file c where c.person_id = any(records) and ${known});
        return query
          with about as (
            select s.item_id, i.case_id, i.category, i.reveals_place, i.branch_id, ${kept}
            from public.item_subject s join public.item i on i.id = s.item_id join public.case_file c on c.id = i.case_id
            where s.person_id = any(records)),
          acts as (
            select e.at, e.action as act, a.category, coalesce(a.reveals_place, false) as reveals_place,
              case when a.item_id is not null then ${told} else is_known_at_all end as is_known,
              coalesce(a.branch_id, e.actor_branch) as keeper_branch, e.actor_branch as reader_branch, e.actor_role as role,
              e.actor_staff as staff, e.ground, e.purpose, null::timestamptz as until
            from public.ledger_entry e left join about a on a.item_id = e.item_id
            where e.action in ('read','search','export','override') and e.outcome in ('done','release') and e.actor_staff is not null
              and ((e.person_id = any(records) and (e.item_id is null or a.item_id is not null))
                or (a.item_id is not null and e.case_id in (select x.case_id from about x)))
            union all
            select e.at, 'own', null, false, true, p.branch_id, null, null, null, e.ground, e.purpose, null
            from public.ledger_entry e join public.person p on p.id = wanted
            where e.actor_person = caller.person() and e.person_id = any(records) and e.action = 'read' and e.outcome = 'release'
            union all
            select h.made_at, 'received', a.category, a.reveals_place, ${told}, h.from_branch_id,
              h.to_branch_id, null, null, h.ground, h.purpose, coalesce(upper(h.in_force), h.ended_at)
            from public.share h join about a on a.item_id = h.item_id
            -- What was taken back before anybody read it, or never had its ground, was never received.
            where h.to_branch_id is not null and h.to_branch_id <> h.from_branch_id and not isempty(h.in_force)),
          dated as (select (x.at at time zone 'Europe/Stockholm')::date as day, x.* from acts x),
          days as (select distinct d.day from dated d where extract_lines.before is null or d.day < extract_lines.before order by 1 desc limit most)
          select d.day, d.act, d.category, d.reveals_place, d.is_known,
            json_build_object('kind', ku.kind, 'authority', ku.slug, 'branch', kb.slug),
            case when rb.id is not null then json_build_object('kind', ru.kind, 'houseName', rb.name) end,
            d.role, s.name, d.ground, d.purpose, count(*)::integer, min(d.at), max(d.at),
            case when bool_or(d.until is null) then null else max(d.until) end
          from dated d
            join public.branch kb on kb.id = d.keeper_branch join public.authority ku on ku.id = kb.authority_id
            left join public.branch rb on rb.id = d.reader_branch left join public.authority ru on ru.id = rb.authority_id
            left join public.staff_member s on s.id = d.staff
          where d.day in (select x.day from days x)
          group by d.day, d.act, d.category, d.reveals_place, d.is_known, ku.kind, ku.slug, kb.slug, rb.id, rb.name, ru.kind, d.role, s.id, s.name, d.ground, d.purpose
          order by 1 desc, 14 desc;
      end $$;
`;
