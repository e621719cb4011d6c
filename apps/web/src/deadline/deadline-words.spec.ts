/** Every kind of deadline and every start has its words: a new one in the rules fails here until it has. */
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { BUILT_IN_DEADLINES, DEADLINE_KINDS } from '#domain/deadline/built-in-deadlines.js';
import { NOTICE_KINDS } from '#domain/notice/notice.js';

const read = (folder: string, language: string) =>
  JSON.parse(readFileSync(`apps/web/src/${folder}/texts.${language}.json`, 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;

it.each(['sv', 'en'])('in %s', (language) => {
  const texts = read('deadline', language);
  expect(Object.keys(texts['kind'] ?? {})).toEqual(expect.arrayContaining([...DEADLINE_KINDS]));
  const starts = DEADLINE_KINDS.map((kind) => BUILT_IN_DEADLINES[kind].startsAt);
  expect(Object.keys(texts['from'] ?? {})).toEqual(expect.arrayContaining(starts));
  expect(Object.keys(read('notice', language)['kind'] ?? {})).toEqual(expect.arrayContaining([...NOTICE_KINDS]));
});
