import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { answerDueCase } from './answer-due-case.js';

const lines = (name: string): { id: string; due?: string; error?: string }[] =>
  readFileSync(new URL(`./cases/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('the cases of when something is due', () => {
  const cases = lines('due.jsonl');
  const expected = lines('due.expected.jsonl');

  it('has an answer for each of the 200 cases', () => {
    expect(cases.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(cases).toHaveLength(200);
  });

  it.each(expected.map((answer, index) => [answer.id, cases[index], answer] as const))('%s', (id, given, answer) => {
    const answered = answerDueCase(given);
    // Only that there is an error is agreed on; the sentence is ours.
    expect(answered).toEqual(answer.error === undefined ? answer : { id, error: expect.any(String) });
  });
});
