import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agency ends a consent that it no longer needs; nothing ever took another's place by itself, and that way goes. */
export class ConsentEnded1764000000027 implements MigrationInterface {
  readonly name = 'ConsentEnded1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(states('ended'));
    await runner.query(ways({ half: '', last: 'ended', more: '' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = { half: `('partly-signed','superseded'), `, last: 'superseded' };
    await runner.query(`alter table consent drop constraint consent_state_check`);
    // By the table of this moment alone what was ended becomes the nearest word there was before.
    await runner.query(ways({ ...before, more: `, ('ended','superseded')` }));
    await runner.query(`update consent set state = 'superseded' where state = 'ended'`);
    await runner.query(ways({ ...before, more: '' }));
    await runner.query(states('superseded'));
  }
}

const states = (last: string): string => `
  alter table consent drop constraint if exists consent_state_check;
  alter table consent add constraint consent_state_check check (state in ('draft','offered','partly-signed','active','narrowed',
    'withdrawn','declined','expired','renewed','${last}','called-off'));
`;

/** As in 0019, but for the ways that go and come. */
const ways = ({ half, last, more }: { half: string; last: string; more: string }): string => `
  create or replace function lock.consent_ways() returns table (was text, becomes text) language sql immutable as $$
    values ('draft','offered'), ('draft','called-off'),
      ('offered','partly-signed'), ('offered','active'), ('offered','declined'), ('offered','expired'), ('offered','called-off'),
      ('partly-signed','partly-signed'), ('partly-signed','active'), ('partly-signed','withdrawn'), ('partly-signed','declined'),
      ('partly-signed','expired'), ${half}('partly-signed','called-off'),
      ('active','narrowed'), ('active','withdrawn'), ('active','partly-signed'), ('active','expired'), ('active','renewed'), ('active','${last}'),
      ('narrowed','narrowed'), ('narrowed','withdrawn'), ('narrowed','partly-signed'), ('narrowed','expired'), ('narrowed','renewed'), ('narrowed','${last}')${more}
  $$;
`;
