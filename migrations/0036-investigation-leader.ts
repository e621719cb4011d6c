import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever leads preliminary investigations holds a post in the police: nobody else weighs what stands in one (OSL 10:27). */
export class InvestigationLeader1764000000036 implements MigrationInterface {
  readonly name = 'InvestigationLeader1764000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles(true));
    await runner.query(`
      create function lock.post_of_the_police() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if not exists (select 1 from public.unit u join public.branch b on b.id = u.branch_id join public.authority a on a.id = b.authority_id
            where u.id = new.unit_id and a.kind = 'police') then
          raise exception 'preliminary investigations are led in the police' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$;
      create trigger membership_of_the_police before insert or update on membership for each row
        when (new.role = 'investigation-leader') execute function lock.post_of_the_police();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger membership_of_the_police on membership;
      drop function lock.post_of_the_police;
      -- What the post could do beside leading is what a representative can.
      alter table membership no force row level security;
      update membership set role = 'unit-representative' where role = 'investigation-leader';
      alter table membership force row level security;
    `);
    await runner.query(roles(false));
  }
}

const roles = (leader: boolean): string => `
  alter table membership drop constraint membership_role_check;
  alter table membership add constraint membership_role_check check (role in ('intake','unit-representative','investigator','coordinator','manager',
    ${leader ? "'investigation-leader'," : ''}'auditor','administrator'));
`;
