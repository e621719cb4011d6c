/** Whoever comes back to what they had begun neither takes away what another wrote meanwhile nor loses their own. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { ownWordsAbout } from '../own-words.js';
import { beginWritten, dropAllDrafts, findDraft, keepWritten } from './drafts.js';
import { layTogether, withBoth, withTheirs, type Standing } from './lay-together.js';

interface Entry {
  readonly words: string;
  readonly aim: string;
  readonly owner: string;
  readonly about: readonly string[];
}

const at = (version: string, more: Partial<Entry> = {}): Standing<Entry> => ({
  version,
  values: { words: 'Läxhjälp', aim: '', owner: 'lena', about: ['mamma'], ...more },
});
const base = at('1');
const mine = (more: Partial<Entry>): Entry => ({ ...base.values, ...more });

afterEach(() => dropAllDrafts());

describe('what two have made of the same thing', () => {
  it('is both of it where they changed different fields, and is sent over the newest', () => {
    const stands = at('2', { aim: 'Godkänd i matte' });
    expect(layTogether({ mine: mine({ words: 'Läxhjälp på tisdagar' }), base }, stands)).toEqual({
      value: { ...base.values, words: 'Läxhjälp på tisdagar', aim: 'Godkänd i matte' },
      base: stands,
      clashing: [],
    });
  });

  it('stays two things where both changed the same field, and may not be sent before somebody chose', () => {
    const stands = at('2', { words: 'Läxhjälp på torsdagar', owner: 'kim' });
    const laid = layTogether({ mine: mine({ words: 'Läxhjälp på tisdagar' }), base }, stands);
    expect(laid).toMatchObject({
      clashing: ['words'],
      base: { version: '1', values: { words: 'Läxhjälp', owner: 'kim' } },
    });
    // What came in otherwise is read, and no news when something newer comes.
    const newer = at('3', { words: 'Läxhjälp på torsdagar', owner: 'sara' });
    expect(layTogether({ mine: laid.value, base: laid.base }, newer)).toMatchObject({
      value: { owner: 'sara' },
      clashing: ['words'],
    });
    expect(laid.value).toMatchObject({ words: 'Läxhjälp på tisdagar', owner: 'kim' });
    expect(withTheirs(laid, stands)).toMatchObject({ words: 'Läxhjälp på torsdagar', owner: 'kim' });
    expect(withBoth(laid, stands, ['words'])).toMatchObject({
      words: 'Läxhjälp på torsdagar\n\nLäxhjälp på tisdagar',
    });
  });

  it('is one’s own in what can be but one thing, where both are put together', () => {
    const stands = at('2', { owner: 'kim' });
    const laid = layTogether({ mine: mine({ owner: 'sara' }), base }, stands);
    expect(laid.clashing).toEqual(['owner']);
    expect(withBoth(laid, stands, ['words'])).toMatchObject({ owner: 'sara' });
  });

  it('is no conflict where both came to the same, or only the version moved', () => {
    const same = at('2', { words: 'Läxhjälp på tisdagar' });
    expect(layTogether({ mine: mine({ words: 'Läxhjälp på tisdagar' }), base }, same).clashing).toEqual([]);
    expect(layTogether({ mine: mine({ words: 'Annat' }), base }, at('2'))).toMatchObject({
      value: { words: 'Annat' },
      base: { version: '2' },
      clashing: [],
    });
  });

  it('is told apart within what belongs together, by its path', () => {
    const rule = (version: string, hours: string, unit = 'elapsed') => ({ version, values: { rule: { unit, hours } } });
    const of = (own: string, theirs: string, unit?: string) =>
      layTogether({ mine: rule('1', own).values, base: rule('1', '2') }, rule('2', theirs, unit));
    expect(of('4', '2', 'dutyHours')).toMatchObject({
      value: { rule: { unit: 'dutyHours', hours: '4' } },
      clashing: [],
    });
    const both = of('4', '6', 'dutyHours');
    expect(both).toMatchObject({ value: { rule: { hours: '4' } }, clashing: ['rule.hours'] });
    // Whichever is chosen lands where it belongs, and what stands beside it stays.
    const theirs = rule('2', '6', 'dutyHours');
    expect(withTheirs(both, theirs)).toEqual(theirs.values);
    expect(withBoth(both, theirs, ['rule.hours'])).toEqual({ rule: { unit: 'dutyHours', hours: '6\n\n4' } });
    expect(withBoth(both, theirs, [])).toEqual(both.value);
  });

  it('is about everyone whom either of them named, and nobody whom either took out', () => {
    const of = (own: readonly string[], theirs: readonly string[]) =>
      layTogether({ mine: mine({ about: own }), base }, at('2', { about: theirs })).value.about;
    expect(of(['mamma', 'pappa'], ['mamma', 'bror'])).toEqual(['mamma', 'bror', 'pappa']);
    expect(of([], ['mamma', 'bror'])).toEqual(['bror']);
  });
});

describe('a draft of what others change too', () => {
  it('remembers what stood when it was begun, not what stands when one comes back', () => {
    keepWritten('plan:g:e', { mine: mine({ words: 'Läxhjälp på tisdagar' }), base });
    const stands = at('2', { words: 'Läxhjälp på torsdagar' });
    const again = beginWritten('plan:g:e', stands);
    expect(again.base).toEqual(base);
    expect(layTogether(again, stands).clashing).toEqual(['words']);
  });

  it('is written over what one has chosen over from then on, and another’s words in it are none of one’s own', () => {
    const stands = at('2', { words: 'Läxhjälp på torsdagar' });
    keepWritten('plan:g:e', { mine: mine({ words: 'Läxhjälp och fika' }), base });
    const both = withBoth(layTogether(beginWritten('plan:g:e', stands), stands), stands, ['words']);
    keepWritten('plan:g:e', { mine: both, base: stands });
    expect(beginWritten('plan:g:e', at('3')).base).toEqual(stands);
    expect(ownWordsAbout('plan:g')).toEqual(['och fika']);
  });

  it('is nothing that would be lost once it is what stands', () => {
    keepWritten('plan:g:e', { mine: mine({ words: 'Annat' }), base });
    const stands = at('2', { words: 'Annat' });
    keepWritten('plan:g:e', { mine: stands.values, base: stands });
    expect(findDraft('plan:g:e')).toBeUndefined();
  });

  it('begins from what stands where nothing was kept', () => {
    expect(beginWritten('plan:g:e', base)).toEqual({ mine: base.values, base });
  });
});
