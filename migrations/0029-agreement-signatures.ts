import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agreement says, who has signed it for which party, and which one it renews. */
export class AgreementSignatures1764000000029 implements MigrationInterface {
  readonly name = 'AgreementSignatures1764000000029';

  async up(runner: QueryRunner): Promise<void> {
    const keeps = `municipality_id = (select caller.municipality()) and (select caller.role()) in ('administrator','manager')`;
    await runner.query(`
      alter table agreement add column text text not null default '';
      -- One entered when it had been signed already stands on signed_by; the others wait for each party's name.
      alter table agreement add column awaits_signatures boolean not null default false;
      alter table agreement add column renews uuid references agreement;
      alter table agreement add unique (id, municipality_id);

      create table agreement_signature (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        agreement_id uuid not null,
        branch_id uuid not null references branch,
        name text not null,
        title text not null,
        signed_on date not null,
        recorded_by uuid not null references staff_member,
        recorded_at timestamptz not null default clock.now(),
        unique (agreement_id, branch_id),
        foreign key (agreement_id, municipality_id) references agreement (id, municipality_id)
      );
      alter table agreement_signature enable row level security;
      alter table agreement_signature force row level security;
      create policy agreement_signature_0 on agreement_signature for select using (
        municipality_id = (select caller.municipality()) or (select caller.service()) is not null);
      create policy agreement_signature_1 on agreement_signature for insert with check (
        ${keeps} and recorded_by = (select caller.staff())
        and exists (select 1 from agreement_party p where p.agreement_id = agreement_signature.agreement_id and p.branch_id = agreement_signature.branch_id));

      -- How many groups of a form stand still without an agreement: a number, for whoever keeps the agreements.
      create function caller.groups_of_form(wanted text) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
        select case when caller.role() in ('administrator','manager') then (select count(*)::integer from public.collaboration_group g
          where g.municipality_id = caller.municipality() and g.form = wanted and g.closed_at is null) else 0 end
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.groups_of_form;
      drop table agreement_signature;
      alter table agreement drop constraint agreement_id_municipality_id_key;
      alter table agreement drop column renews, drop column awaits_signatures, drop column text;
    `);
  }
}
