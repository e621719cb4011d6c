import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A consent that becomes whole holds with less where somebody has taken a part away; those that hold so already say so. */
export class NarrowedFromTheStart1764000000360 implements MigrationInterface {
  readonly name = 'NarrowedFromTheStart1764000000360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ways(`('offered','narrowed'), ('partly-signed','narrowed'), `));
    await runner.query(`
      alter table consent no force row level security;
      alter table consent_signer no force row level security;
      ${SAY_SO}
      alter table consent_signer force row level security;
      alter table consent force row level security;
    `);
  }

  /** What holds with less held with less before too: the word that says so stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ways(''));
  }
}

/** As `completingStep` has it: something of what was offered has been taken away. */
export const SAY_SO = `
  update consent c set state = 'narrowed' where c.state = 'active' and exists (select 1 from consent_signer s where s.consent_id = c.id
    and (s.refused_houses && (c.from_houses || c.to_houses) or s.refused_categories && c.categories));
`;

/** As in 0027, and with `more` from a question straight to what holds with less. */
const ways = (more: string): string => `
  create or replace function lock.consent_ways() returns table (was text, becomes text) language sql immutable as $$
    values ('draft','offered'), ('draft','called-off'),
      ('offered','partly-signed'), ('offered','active'), ('offered','declined'), ('offered','expired'), ('offered','called-off'),
      ('partly-signed','partly-signed'), ('partly-signed','active'), ('partly-signed','withdrawn'), ('partly-signed','declined'),
      ('partly-signed','expired'), ${more}('partly-signed','called-off'),
      ('active','narrowed'), ('active','withdrawn'), ('active','partly-signed'), ('active','expired'), ('active','renewed'), ('active','ended'),
      ('narrowed','narrowed'), ('narrowed','withdrawn'), ('narrowed','partly-signed'), ('narrowed','expired'), ('narrowed','renewed'), ('narrowed','ended')
  $$;
`;
