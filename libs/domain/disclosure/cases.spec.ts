/** The 500 published cases and their answers: the rule as it can be tested from outside. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { decideDisclosure } from './decide-disclosure.js';
import { parseCase } from './parse-case.js';

interface Answer {
  readonly id: string;
  readonly error?: string;
}

const linesOf = (name: string): unknown[] =>
  readFileSync(fileURLToPath(new URL(`./cases/${name}`, import.meta.url)), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

/** What is wrong is said in our own words; that something is wrong is what a case fixes. */
const UNREADABLE = { error: 'not well-formed' };

const cases = linesOf('disclosure.jsonl');
const expected = linesOf('disclosure.expected.jsonl') as Answer[];

describe('the published cases', () => {
  it('are 500, each with its answer', () => {
    expect(cases).toHaveLength(500);
    expect(expected).toHaveLength(500);
  });

  it.each(expected.map((answer, index) => [answer.id, index] as const))('%s', (id, index) => {
    const read = parseCase(cases[index]);
    const answered = read.ok ? { id: read.value.id, ...decideDisclosure(read.value.facts) } : { ...UNREADABLE, id };
    const { error, ...answer } = expected[index]!;
    expect(answered).toEqual(error === undefined ? answer : { ...UNREADABLE, id });
  });
});
