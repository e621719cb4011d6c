/** Why a group waits, rests, ends or leaves its order has words in both languages, whatever the rules come to know. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GROUP_REASONS } from '#domain/group/group-states.js';

describe.each(['sv', 'en'])('the reasons of groups in %s', (language) => {
  it('each have words', () => {
    const texts = JSON.parse(readFileSync(path.join(import.meta.dirname, `texts.${language}.json`), 'utf8')) as {
      reason: Record<string, string>;
    };
    const { label: _label, ...words } = texts.reason;
    expect(Object.keys(words).sort()).toEqual([...new Set(Object.values(GROUP_REASONS).flat())].sort());
  });
});
