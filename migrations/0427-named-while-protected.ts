import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom two people have opened a protected person to is decided for that protection: when it is lowered altogether, or somebody
 * is taken off the list, what named them says that it has ended, and what still waits for a second person lapses. A protection
 * that is set again opens to nobody by an earlier one (OSL 21:3, 22:1; ASVS 2.3.5). Who was named, by whom and when stays.
 */
export class NamedWhileProtected1764000000427 implements MigrationInterface {
  readonly name = 'NamedWhileProtected1764000000427';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person_decision add column ended_at timestamptz;
      alter table person_decision drop constraint person_decision_state_check;
      alter table person_decision add constraint person_decision_state_check
        check (state in ('waiting','in-force','declined','ended','lapsed'));
      alter table person_decision add constraint person_decision_ended
        check ((state in ('ended','lapsed')) = (ended_at is not null) and (ended_at is null or kind = 'named-staff'));
      create function lock.naming_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update public.person_decision set state = 'ended', ended_at = clock.now()
          where person_id = old.person_id and staff_id = old.staff_id and kind = 'named-staff' and state = 'in-force';
        return null;
      end $$;
      create trigger named_staff_ended after delete on named_staff for each row execute function lock.naming_ended();
      create function lock.protection_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        delete from public.named_staff where person_id = new.id;
        update public.person_decision set state = case state when 'waiting' then 'lapsed' else 'ended' end, ended_at = clock.now()
          where person_id = new.id and kind = 'named-staff' and state in ('waiting','in-force');
        return null;
      end $$;
      create trigger person_protection_ended after update of protection on person for each row
        when (new.protection = 'none' and old.protection <> 'none') execute function lock.protection_ended();
    `);
    await runner.query(`
      ${lifted}
      delete from named_staff n using person p where p.id = n.person_id and p.protection = 'none' and exists (select 1 from person_decision d
        where d.person_id = p.id and d.kind = 'protection' and d.to_value = 'none' and d.state = 'in-force');
      update person_decision d set state = 'ended', ended_at = clock.now() where d.kind = 'named-staff' and d.state = 'in-force'
        and not exists (select 1 from named_staff n where n.person_id = d.person_id and n.staff_id = d.staff_id);
      update person_decision d set state = 'lapsed', ended_at = clock.now() where d.kind = 'named-staff' and d.state = 'waiting'
        and exists (select 1 from person p where p.id = d.person_id and p.protection = 'none');
      ${forced}
    `);
  }

  /** What has lapsed is not there to be agreed to again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger person_protection_ended on person;
      drop trigger named_staff_ended on named_staff;
      drop function lock.protection_ended(), lock.naming_ended();
      alter table person_decision drop constraint person_decision_ended, drop constraint person_decision_state_check;
      ${lifted}
      update person_decision set state = case state when 'ended' then 'in-force' else 'declined' end where state in ('ended','lapsed');
      ${forced}
      alter table person_decision add constraint person_decision_state_check check (state in ('waiting','in-force','declined'));
      alter table person_decision drop column ended_at;
    `);
  }
}

const TABLES = ['named_staff', 'person', 'person_decision'];
const lifted = TABLES.map((table) => `alter table ${table} no force row level security;`).join(' ');
const forced = TABLES.map((table) => `alter table ${table} force row level security;`).join(' ');
