import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which keys the data were sealed with, told by fingerprints that open nothing: a process with other keys would write what
 * nobody can read beside what it cannot read itself. Noted at the first boot and never changed.
 */
export class KeyFingerprints1764000000460 implements MigrationInterface {
  readonly name = 'KeyFingerprints1764000000460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table key_fingerprint (
        key text primary key check (key = 'lookup' or key ~ '^kek [0-9]+$'),
        fingerprint bytea not null check (octet_length(fingerprint) = 32)
      );
      alter table key_fingerprint enable row level security;
      alter table key_fingerprint force row level security;
      create policy key_fingerprint_0 on key_fingerprint for select using (true);
      create policy key_fingerprint_1 on key_fingerprint for insert with check ((select caller.service()) = 'reception');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table key_fingerprint`);
  }
}
