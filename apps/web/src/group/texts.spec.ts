/** Why a group waits, rests, ends or leaves its order has words in both languages, whatever the rules come to know. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GROUND_KINDS } from '#domain/form/form.js';
import { GROUP_REASONS } from '#domain/group/group-states.js';
import { KNOWN_BY } from '#domain/group/known-by.js';
import { OUTSIDE_AGES_REASONS } from '#domain/group/outside-ages.js';
import { readForms } from '#platform/forms/read-forms.js';

interface Texts {
  readonly reason: Record<string, string>;
  readonly signer: Record<string, string>;
  readonly outsideAges: { readonly reason: Record<string, string> };
  readonly page: { readonly guest: Record<string, string> };
}

const texts = (language: string): Texts =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `texts.${language}.json`), 'utf8')) as Texts;

describe.each(['sv', 'en'])('the reasons of groups in %s', (language) => {
  it('each have words', () => {
    const { label: _label, ...words } = texts(language).reason;
    const known = [...Object.values(GROUP_REASONS).flat(), ...KNOWN_BY];
    expect(Object.keys(words).sort()).toEqual([...new Set(known)].sort());
    expect(Object.keys(texts(language).outsideAges.reason).sort()).toEqual([...OUTSIDE_AGES_REASONS].sort());
  });

  it('tell a guest what their seat stands on, and of the family’s consent only where there is one', () => {
    const { guest } = texts(language).page;
    expect(Object.keys(guest).sort()).toEqual([...GROUND_KINDS].sort());
    const others = Object.entries(guest).filter(([kind]) => kind !== 'consent' && kind !== 'assessment');
    expect(others.filter(([, words]) => /samtycke|consent/.test(words))).toEqual([]);
    expect(guest['assessment']).toMatch(/inte på familjens samtycke|not on the family’s consent/);
  });

  it('name everyone whose signature a form asks for', () => {
    const signers = readForms().flatMap(({ steps }) => steps.flatMap((step) => step.signers ?? []));
    expect(signers.filter((one) => texts(language).signer[one] === undefined)).toEqual([]);
  });
});
