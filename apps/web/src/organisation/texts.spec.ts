/** Whoever gives out a role must be able to read all of what it allows: no capability and no role without its words. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ALL_CAPABILITIES } from '#domain/organisation/capability.js';
import { ROLES } from '#domain/organisation/role.js';
import { FORMS } from '#domain/disclosure/vocabulary.js';
import { UNIT_KINDS } from './parties.js';

describe.each(['sv', 'en'])('the words in %s', (language) => {
  const texts = JSON.parse(readFileSync(`apps/web/src/organisation/texts.${language}.json`, 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  it.each([
    ['may', [...ALL_CAPABILITIES]],
    ['role', [...ROLES]],
    ['roleWords', [...ROLES]],
    ['form', FORMS.filter((form) => form !== 'none')],
    ['unitKinds', [...UNIT_KINDS]],
  ])('has one for each of %s and none besides', (part, keys) => {
    expect(Object.keys(texts[part] ?? {}).sort()).toEqual([...keys].sort());
  });
});
