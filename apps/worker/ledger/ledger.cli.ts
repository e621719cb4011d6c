import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readNote, readHeadNotary, writeNote } from '#platform/crypto/ed25519-head-notary.js';
import { readSettings } from '#platform/config/settings.js';
import { PgLedgerSeals } from '#store/ledger/pg-ledger-seals.js';
import { VerifyLedger } from '#use-cases/ledger/verify-ledger.js';
import { faultSentence } from './fault-sentence.js';

/** `npm run ledger -- head | key | verify [--head FILE]`. Ends with 0 when sound, 1 when something was falsified, 2 when it could not look. */
const USAGE = `npm run --silent ledger -- head                  print the newest signed head, for an outsider to keep
npm run --silent ledger -- key                   print what an outsider checks its signature with
npm run --silent ledger -- verify [--head FILE]  look for entries that were changed, removed, put in or back-dated
`;
const MOST_TOLD = 20;

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

function keptHead(file: string) {
  const head = readNote(readFileSync(file, 'utf8'));
  if (!head) throw new Error(`${file} is no head as "npm run ledger -- head" prints it.`);
  return head;
}

async function verify(seals: PgLedgerSeals, keyFile: string, file: string | undefined): Promise<number> {
  const kept = file === undefined ? null : keptHead(file);
  const { faults, sealed, waiting } = await new VerifyLedger(seals, readHeadNotary(keyFile)).run(kept);
  for (const fault of faults.slice(0, MOST_TOLD)) say(faultSentence(fault));
  if (faults.length > MOST_TOLD) say(`… and ${faults.length - MOST_TOLD} more.`);
  if (faults.length > 0) {
    say(`The ledger has been falsified: ${faults.length} findings in ${sealed} sealed entries.`);
    return 1;
  }
  say(`The ledger is sound: ${sealed} sealed entries, ${waiting} not sealed yet.`);
  if (kept) say(`It only added to the head of ${kept.realAt} with ${kept.size} entries.`);
  return 0;
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { head: { type: 'string' } }, allowPositionals: true });
  const [command, ...rest] = positionals;
  if (rest.length > 0 || !['head', 'key', 'verify'].includes(command ?? '')) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { sealerDatabaseUrl, ledgerKeyFile } = readSettings(process.env);
  if (command === 'key') {
    say(readHeadNotary(ledgerKeyFile).verifierKey());
    return 0;
  }
  if (!sealerDatabaseUrl) throw new Error('SEALER_DATABASE_URL is missing: the connection of the role samnav_sealer.');
  const seals = new PgLedgerSeals(sealerDatabaseUrl);
  try {
    if (command === 'verify') return await verify(seals, ledgerKeyFile, values.head);
    const newest = (await seals.inspect((inspection) => inspection.seals())).at(-1);
    if (!newest) throw new Error('Nothing has been sealed yet: the worker seals twice a second while it runs.');
    process.stdout.write(writeNote(newest));
    return 0;
  } finally {
    await seals.close();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
