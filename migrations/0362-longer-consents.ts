import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A consent that may last longer than half a year says why, as the municipality had it when it was put before the family. */
export class LongerConsents1764000000362 implements MigrationInterface {
  readonly name = 'LongerConsents1764000000362';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table consent add column longer_reason text;`);
    await runner.query(frozen([...KEPT, 'longer_reason']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(frozen(KEPT));
    await runner.query(`alter table consent drop column longer_reason;`);
  }
}

const KEPT: readonly string[] = [
  ...['notice_id', 'notice_version'],
  ...['case_id', 'branch_id', 'from_houses', 'to_houses', 'categories', 'purposes', 'situations'],
  ...['valid_from', 'valid_until', 'notice_hash', 'apart', 'renews', 'offered_at'],
];

const of = (row: 'new' | 'old', columns: readonly string[]): string =>
  columns.map((column) => `${row}.${column}`).join(', ');

/** As in 0035, with the columns that keep what was read. */
const frozen = (columns: readonly string[]): string => `
  create or replace function lock.consent_frozen() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if (old.state <> 'draft' or old.offered_at is not null)
      and (${of('new', columns)})
        is distinct from (${of('old', columns)}) then
      raise exception 'a consent that was offered keeps its reach' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state <> old.state and not exists (select 1 from lock.consent_ways() w where w.was = old.state and w.becomes = new.state) then
      raise exception 'a consent that is % does not become %', old.state, new.state using errcode = 'integrity_constraint_violation';
    end if;
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
      or old.ended_at is not null and new.ended_at is distinct from old.ended_at then
      raise exception 'a withdrawal is never taken back' using errcode = 'integrity_constraint_violation';
    end if;
    -- What has no way on has ended, whoever forgot to say so.
    if not exists (select 1 from lock.consent_ways() w where w.was = new.state) then
      new.ended_at := coalesce(new.ended_at, clock.now());
    end if;
    return new;
  end $$;
`;
