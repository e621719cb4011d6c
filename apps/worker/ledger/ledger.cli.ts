import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { readNote, readHeadNotary, writeNote } from '#platform/crypto/ed25519-head-notary.js';
import { readSettings } from '#platform/config/settings.js';
import { LedgerSeals } from '#use-cases/ledger/ledger-seals.port.js';
import { VerifyLedger } from '#use-cases/ledger/verify-ledger.js';
import { faultSentence } from './fault-sentence.js';
import { InspectLedgerModule } from './inspect-ledger.module.js';

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

async function verify(ledger: VerifyLedger, file: string | undefined): Promise<number> {
  const kept = file === undefined ? null : keptHead(file);
  const { faults, sealed, waiting } = await ledger.run(kept);
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
  if (command === 'key') {
    say(readHeadNotary(readSettings(process.env).ledgerKeyFile).verifierKey());
    return 0;
  }
  const app = await NestFactory.createApplicationContext(InspectLedgerModule, { logger: false, abortOnError: false });
  try {
    if (command === 'verify') return await verify(app.get(VerifyLedger), values.head);
    const newest = (await app.get(LedgerSeals).inspect((inspection) => inspection.seals())).at(-1);
    if (!newest) throw new Error('Nothing has been sealed yet: the worker seals twice a second while it runs.');
    process.stdout.write(writeNote(newest));
    return 0;
  } finally {
    await app.close();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
