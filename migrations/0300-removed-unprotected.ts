import type { MigrationInterface, QueryRunner } from 'typeorm';
import { overUnattached, SEEN } from './0261-unattached-people.js';

/**
 * Who is protected is neither listed nor removed as a person without a case: with the record the protection would go, by one
 * person, which two must lower. And a report that arrives holds the child it has found: who is being removed meanwhile is gone
 * for it (OSL 21:3, 22:1; SoL 19:1).
 */
export class RemovedUnprotected1764000000300 implements MigrationInterface {
  readonly name = 'RemovedUnprotected1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${overUnattached('create or replace', UNPROTECTED)}
      create function caller.hold_person(wanted uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if caller.service() is distinct from 'reception' then return false; end if;
        perform 1 from public.person p where p.id = wanted for key share;
        return found;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.hold_person;
      ${overUnattached('create or replace', SEEN)}
    `);
  }
}

/** Within a quoted statement. */
const UNPROTECTED = `p.merged_into is null and p.protection = ''none''`;
