import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ed25519HeadWitness, readHeadNotary, readNote, writeNote } from '#platform/crypto/ed25519-head-notary.js';
import { checkProof, writeEntryProof, writeGrowthProof } from '#platform/crypto/ledger-proof-note.js';
import { readSettings } from '#platform/config/settings.js';
import { LedgerSeals } from '#use-cases/ledger/ledger-seals.port.js';
import { ProveLedger } from '#use-cases/ledger/prove-ledger.js';
import { VerifyLedger } from '#use-cases/ledger/verify-ledger.js';
import { faultSentence, notProvenSentence, proofFaultSentence } from './fault-sentence.js';
import { InspectLedgerModule } from './inspect-ledger.module.js';

/** `npm run ledger -- …`. Ends with 0 when sound, 1 when something was falsified or a proof fails, 2 when it could not look. */
const USAGE = `npm run --silent ledger -- head                       print the newest signed head, for an outsider to keep
npm run --silent ledger -- key                        print what an outsider checks its signature with
npm run --silent ledger -- verify [--head FILE]       look for entries that were changed, removed, put in or back-dated
npm run --silent ledger -- prove-entry ID [--bytes]   print a proof that the entry stands in the ledger
npm run --silent ledger -- prove-growth --head FILE   print a proof that the ledger only added to an older head
npm run --silent ledger -- check FILE --key KEY [--head FILE]
                                                      check such a proof by the key alone, on any computer
`;
const MOST_TOLD = 20;

interface Given {
  readonly head?: string;
  readonly key?: string;
  readonly bytes?: boolean;
}

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

async function head(seals: LedgerSeals): Promise<number> {
  const newest = (await seals.inspect((inspection) => inspection.seals())).at(-1);
  if (!newest) throw new Error('Nothing has been sealed yet: the worker seals twice a second while it runs.');
  process.stdout.write(writeNote(newest));
  return 0;
}

async function proveEntry(ledger: ProveLedger, entryId: string, withBytes: boolean): Promise<number> {
  const proof = await ledger.entry(entryId);
  if (typeof proof === 'string') throw new Error(notProvenSentence(proof));
  process.stdout.write(writeEntryProof(proof, withBytes));
  return 0;
}

async function proveGrowth(ledger: ProveLedger, file: string): Promise<number> {
  const proof = await ledger.growth(keptHead(file).size);
  if (typeof proof === 'string') throw new Error(notProvenSentence(proof));
  process.stdout.write(writeGrowthProof(proof));
  return 0;
}

function check(file: string, { key, head: kept }: Given): number {
  const witness = Ed25519HeadWitness.of(key ?? '');
  if (!witness) throw new Error('Give the key as "npm run ledger -- key" printed it: --key samnav/ledger+…');
  const verdict = checkProof(readFileSync(file, 'utf8'), witness, kept === undefined ? null : keptHead(kept));
  if (!verdict.holds) {
    say(proofFaultSentence(verdict.why));
    return 1;
  }
  const { size, realAt } = verdict.head;
  if (verdict.of === 'entry') say(`Entry ${verdict.entryId} stands among the ${size} entries sealed at ${realAt}.`);
  else say(`The ledger of ${realAt} with ${size} entries only added to the first ${verdict.from}.`);
  return 0;
}

/** What looks at the database, by its word; null when the words after it are not what it takes. */
function lookAt([command, ...rest]: readonly string[], given: Given) {
  const [first] = rest;
  if (command === 'verify' && rest.length === 0)
    return (app: INestApplicationContext) => verify(app.get(VerifyLedger), given.head);
  if (command === 'head' && rest.length === 0) return (app: INestApplicationContext) => head(app.get(LedgerSeals));
  if (command === 'prove-entry' && rest.length === 1 && first !== undefined && /^\d{1,18}$/.test(first))
    return (app: INestApplicationContext) => proveEntry(app.get(ProveLedger), first, given.bytes ?? false);
  const { head: kept } = given;
  if (command === 'prove-growth' && rest.length === 0 && kept !== undefined)
    return (app: INestApplicationContext) => proveGrowth(app.get(ProveLedger), kept);
  return null;
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { head: { type: 'string' }, key: { type: 'string' }, bytes: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [command, file, ...more] = positionals;
  if (command === 'key' && file === undefined) {
    say(readHeadNotary(readSettings(process.env).ledgerKeyFile).verifierKey());
    return 0;
  }
  if (command === 'check' && file !== undefined && more.length === 0) return check(file, values);
  const look = lookAt(positionals, values);
  if (look === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const app = await NestFactory.createApplicationContext(InspectLedgerModule, { logger: false, abortOnError: false });
  try {
    return await look(app);
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
