/** A register on paper is taken over line by line: what is promised by a dry run is what comes, and each faulty line is named. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REGISTER_COLUMNS } from '#domain/consent/paper-register.js';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { CsvRegisterTable } from '#platform/consent/csv-register-table.js';
import { WrittenNumberReader } from '#platform/person/written-number-reader.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { ImportPaperRegister } from '#use-cases/consent/import-paper-register.js';
import { SignerByNumber } from '#use-cases/consent/signer-by-number.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { testNumber } from '../../support/people.js';
import { buildWorld, type World } from '../../support/world.js';

const CHILD = testNumber('20110512');
const MOTHER = testNumber('19840712', 239);

let world: World;
let register: ImportPaperRegister;
let graded: GradedCase;
let number: string;

beforeAll(async () => {
  world = await buildWorld();
  const hash = new HmacLookupHash(world.settings.keys);
  register = new ImportPaperRegister(
    world.asCaller,
    new DraftConsent(world.asCaller, world.seal),
    world.seal,
    new CsvRegisterTable(),
    new SignerByNumber(new WrittenNumberReader(), hash, world.appender),
  );
  graded = await openGradedCase(world, { grade: 'orange' });
  for (const [id, digits] of [
    [graded.personId, CHILD],
    [graded.guardianId, MOTHER],
  ] as const)
    await world.behindTheLocks(
      `insert into person_number_index (person_id, branch_id, number_hash) values ($1, $2, $3)`,
      [id, world.caller('maria').branchId, hash.ofNumber(digits)],
    );
  const [row] = await world.behindTheLocks<{ number: string }>(`select number from case_file where id = $1`, [
    graded.caseId,
  ]);
  number = row?.number ?? '';
});
afterAll(() => world.close());

const today = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const csv = (...rows: readonly (readonly string[])[]) =>
  [Object.values(REGISTER_COLUMNS), ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n');
const row = (over: { case?: string; signers?: string; to?: string } = {}) => [
  over.case ?? number,
  over.signers ?? `${CHILD}, ${MOTHER}`,
  today(),
  'ekvalla-soc/individ-och-familj',
  over.to ?? 'polisen/lpo-ekvalla',
  'measures-and-plan',
  'support',
  '',
  'Pärm 3',
];
const consents = (): Promise<{ state: string }[]> =>
  world.behindTheLocks(`select state from consent where case_id = $1`, [graded.caseId]);

describe('a register on paper', () => {
  it('is tried without leaving anything but the searches', async () => {
    const answer = await register.run(world.caller('maria'), csv(row()), true);
    expect(answer).toEqual({ lines: 1, good: 1, faults: [] });
    expect(await consents()).toEqual([]);
    const searches = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'search' and detail ->> 'register' = 'true'`,
    );
    expect(searches).toHaveLength(2);
  });

  it('names each faulty line and takes the good ones over', async () => {
    const answer = await register.run(
      world.caller('maria'),
      csv(
        row({ to: 'Brandkåren' }),
        row({ case: '1999-00001' }),
        row({ signers: MOTHER }),
        row({ signers: `${CHILD}, ${MOTHER}, 19121212-1212` }),
        row({ signers: `${CHILD}, hej` }),
        row(),
      ),
      false,
    );
    expect(answer.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'får veta', 'REGISTER_WORD'],
      [3, 'ärende', 'REGISTER_CASE'],
      [4, 'underskrivet av', 'REGISTER_NAMES'],
      [5, 'underskrivet av', 'REGISTER_PERSON'],
      [6, 'underskrivet av', 'REGISTER_NUMBER'],
    ]);
    expect(answer).toMatchObject({ lines: 6, good: 1 });
    expect(await consents()).toEqual([{ state: 'active' }]);
    const evidence = await world.behindTheLocks<{ kind: string; hex: string }>(
      `select e.kind, encode(e.ciphertext, 'escape') as hex from consent_evidence e join consent c on c.id = e.consent_id where c.case_id = $1`,
      [graded.caseId],
    );
    expect(evidence.map(({ kind }) => kind)).toEqual(['paper', 'paper']);
    expect(JSON.stringify(evidence)).not.toContain('Pärm');
  });

  it.each([
    ['nothing', '', 'REGISTER_EMPTY'],
    ['other headings', 'a;b\n1;2\n', 'REGISTER_HEADINGS'],
    ['more than can be answered at once', csv(...Array.from({ length: 501 }, () => row())), 'REGISTER_TOO_LONG'],
  ])('is refused whole when it holds %s', async (_, text, code) => {
    await expect(register.run(world.caller('maria'), text, false)).rejects.toMatchObject({ code });
  });

  it('finds no case that the caller does not work on', async () => {
    const answer = await register.run(world.caller('anna'), csv(row()), true);
    expect(answer.faults.map(({ code }) => code)).toEqual(['REGISTER_CASE']);
  });
});
