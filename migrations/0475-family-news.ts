import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What families' open pages hear: that there may be something new, as the staff's screens are told of a consent, a person, a plan
 * or a meeting, and that a browser is over. Of what it is the row says nothing; each node looks for each of them anew.
 */
export class FamilyNews1764000000475 implements MigrationInterface {
  readonly name = 'FamilyNews1764000000475';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index family_session_open on family_session (expires_at) where revoked_at is null;

      -- Browsers of whoever signs a consent about these people: whether anything of it is theirs is asked for each of them.
      create function lock.tell_families(people uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        -- Also one in which nobody is known yet: they may be known, and read, before this commits.
        if not exists (select 1 from public.family_session f where f.revoked_at is null and f.expires_at > clock.now()) then return; end if;
        insert into public.outbox (topic, payload)
          select 'live:family:' || w.person_id, '{}'::jsonb from (
            select distinct f.person_id from public.family_session f where f.revoked_at is null and f.expires_at > clock.now()) w
          where exists (select 1 from public.consent_signer s join public.consent c on c.id = s.consent_id
            where s.person_id in (select caller.one_person(w.person_id))
              and c.person_id in (select caller.one_person(p) from unnest(people) p));
      end $$;

      create function lock.family_hears() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        said constant text := split_part(new.topic, ':', 2);
        about constant text := split_part(new.topic, ':', 3);
        people uuid[];
      begin
        case
          when said = 'person' then
            -- Whose own name, custody or protection it is, and those about whom they sign.
            people := array(select about::uuid union select c.person_id from public.consent c join public.consent_signer s on s.consent_id = c.id
              where s.person_id = about::uuid);
          when said = 'consent' then
            people := array(select c.person_id from public.consent c where c.id = about::uuid);
          when said in ('case', 'consents') then
            people := array(select c.person_id from public.case_file c where c.id = about::uuid);
          when said = 'sight' then
            people := array(select c.person_id from public.case_file c where c.id = (new.payload ->> 'caseId')::uuid);
          when said in ('plan', 'plan-voices', 'news') then
            people := array(select c.person_id from public.collaboration_group g join public.case_file c on c.id = g.case_id where g.id = about::uuid);
          else
            people := array(select c.person_id from public.hub h join public.case_file c on c.id = h.case_id
              where h.id = (new.payload ->> 'hubId')::uuid);
        end case;
        if cardinality(people) > 0 then perform lock.tell_families(people); end if;
        return null;
      end $$;
      create trigger family_hears after insert on outbox for each row
        when (new.topic like 'live:person:%' or new.topic like 'live:case:%' or new.topic like 'live:consent:%' or new.topic like 'live:consents:%' or new.topic like 'live:sight:%'
          or new.topic like 'live:plan:%' or new.topic like 'live:plan-voices:%' or new.topic like 'live:news:%' or new.topic like 'live:hubs:%')
        execute function lock.family_hears();

      -- That somebody has answered one's question.
      create function lock.family_message_heard() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        insert into public.outbox (topic, payload) values ('live:family:' || new.person_id, '{}');
        return null;
      end $$;
      create trigger family_message_heard after update of answered_at on family_message for each row
        when (new.answered_at is distinct from old.answered_at) execute function lock.family_message_heard();

      create function lock.family_session_over() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        insert into public.outbox (topic, payload) values ('live:family-over:' || new.id, '{}');
        return null;
      end $$;
      create trigger family_session_over after update of revoked_at on family_session for each row
        when (old.revoked_at is null and new.revoked_at is not null) execute function lock.family_session_over();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger family_session_over on family_session;
      drop trigger family_message_heard on family_message;
      drop trigger family_hears on outbox;
      drop function lock.family_session_over(), lock.family_message_heard(), lock.family_hears(), lock.tell_families(uuid[]);
      drop index family_session_open;
    `);
  }
}
