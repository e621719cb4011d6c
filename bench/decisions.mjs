/**
 * How many disclosures one thread decides a second, on facts already read (the published cases).
 * Needs the build (`npm run build:server`), then `node bench/decisions.mjs`; the median of the rounds is the figure.
 */
import { readFileSync } from 'node:fs';
import { decideDisclosure } from '../dist/libs/domain/disclosure/decide-disclosure.js';
import { parseCase } from '../dist/libs/domain/disclosure/parse-case.js';

const text = readFileSync(new URL('../libs/domain/disclosure/cases/disclosure.jsonl', import.meta.url), 'utf8');
const facts = text
  .trimEnd()
  .split('\n')
  .map((line) => parseCase(JSON.parse(line)))
  .filter((read) => read.ok)
  .map((read) => read.value.facts);

const PASSES = 1000;
const ROUNDS = 7;

function round() {
  const start = process.hrtime.bigint();
  let released = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const one of facts) if (decideDisclosure(one).outcome === 'release') released += 1;
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { perSecond: (PASSES * facts.length) / seconds, released: released / PASSES };
}

round();
const rounds = Array.from({ length: ROUNDS }, round).sort((one, other) => one.perSecond - other.perSecond);
const { perSecond, released } = rounds[Math.floor(ROUNDS / 2)];
console.log(
  JSON.stringify({ cases: facts.length, released, decisionsPerSecond: Math.round(perSecond), node: process.version }),
);
