import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MATURITIES, PROTECTIONS } from '#domain/disclosure/vocabulary.js';
import { CUSTODY_SOURCES } from '#domain/person/custody.js';
import { NO_NUMBER_REASONS } from '#domain/person/personal-number.js';
import { RELATION_KINDS } from '#domain/person/relation.js';
import { keysOf, type Catalogue } from '../texts/namespaces.js';

const read = (language: string) =>
  JSON.parse(readFileSync(join(process.cwd(), `apps/web/src/person/texts.${language}.json`), 'utf8')) as Catalogue;

/** Keys that are put together from the domain's words, which no compiler looks for. */
const WANTED = [
  ...PROTECTIONS.flatMap((id) => [`protection.${id}`, `protect.means.${id}`]),
  ...PROTECTIONS.filter((id) => id !== 'none').map((id) => `banner.${id}`),
  ...CUSTODY_SOURCES.map((id) => `custody.source.${id}`),
  ...RELATION_KINDS.map((id) => `relation.kind.${id}`),
  ...NO_NUMBER_REASONS.map((id) => `noNumber.${id}`),
  ...MATURITIES.map((id) => `maturity.${id}`),
  ...['waiting', 'in-force', 'declined'].map((id) => `protect.state.${id}`),
  ...['received', 'graded', 'in-hub', 'investigation', 'closed', 'joined'].map((id) => `cases.state.${id}`),
  ...['givenName', 'familyName', 'born', 'phone', 'address', 'email'].map((id) => `identity.${id}`),
];

describe.each(['sv', 'en'])('the words about people in %s', (language) => {
  const keys = new Set(keysOf(read(language)));
  it('hold one for every word of the domain', () => {
    expect(WANTED.filter((key) => !keys.has(key))).toEqual([]);
  });
});
