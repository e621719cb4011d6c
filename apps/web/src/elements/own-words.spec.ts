/** What one had written when a page left one: all of it, nothing that was only chosen, and as one has changed it since. */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { beginWritten, draftsAbout, dropAllDrafts, keepDraft, keepWritten } from './form/drafts.js';
import { layTogether } from './form/lay-together.js';
import { leaveGuard } from './form/leave-guard.js';
import { keepLeftWords, leftWords, ownWordsAbout, typedIn } from './own-words.js';

afterEach(() => dropAllDrafts());

describe('what was typed about a case', () => {
  it('is found in every draft of it and of no other', () => {
    keepDraft('grade-c1', {
      grade: 'red',
      reasons: 'Oro',
      factors: { irk: [{ factor: 'f', answer: 'yes', reasons: 'Sågs' }] },
    });
    keepDraft('feedback-c1-r1', { notUnsuitable: 'yes', reasons: 'Kan återkopplas' });
    keepDraft('share-c1', 'Ett svar');
    keepDraft('grade-c2', { reasons: 'Ett annat' });
    expect(ownWordsAbout('c1')).toEqual(['Oro', 'Sågs', 'Kan återkopplas', 'Ett svar']);
  });

  it('is one’s own alone: nothing of what others wrote and one only had before one', () => {
    const start = { words: 'Tränar på tisdagar', category: 'leisure', aim: '' };
    keepDraft('plan:g1:e1', { ...start, category: 'health' }, start);
    keepDraft('plan:g1:e2', { ...start, words: 'Tränar på tisdagar och fredagar', aim: 'Orka mer' }, start);
    // As it stands when one comes back: what one began from is still what it was.
    keepDraft('plan:g1:e2', { ...start, words: 'Tränar på tisdagar och fredagar', aim: 'Orka mer' }, { words: '' });
    expect(ownWordsAbout('g1')).toEqual(['och fredagar', 'Orka mer']);
  });

  it('is none of what another wrote meanwhile, also where both were kept', () => {
    const start = { words: 'Tränar på tisdagar' };
    const merged = { words: 'Tränar på torsdagar hos Kim\n\nTränar på tisdagar och vill döma' };
    const base = { version: '1', values: start };
    keepWritten('plan:g2:e1', { mine: { words: 'Tränar på tisdagar och vill döma' }, base });
    const theirs = { version: '2', values: { words: 'Tränar på torsdagar hos Kim' } };
    keepWritten('plan:g2:e1', { mine: merged, base: theirs });
    expect(ownWordsAbout('g2')).toEqual(['och vill döma']);
  });

  it('is none of what came in beside a field that clashes, whoever’s words are chosen there', () => {
    const at = (version: string, words: string, aim: string, help: string) => ({
      version,
      values: { words, aim, help },
    });
    const base = at('1', 'Tränar', 'Orka mer', '');
    const stands = at('2', 'Tränar hos Kim', 'Orka mer i skolan', 'Skjuts av farbrodern');
    const mine = { words: 'Tränar och vill döma', aim: 'Orka mer på jobbet', help: '' };
    keepWritten('plan:g3:e1', { mine, base });
    const laid = layTogether(beginWritten('plan:g3:e1', stands), stands);
    expect([...laid.clashing].sort()).toEqual(['aim', 'words']);
    keepWritten('plan:g3:e1', { mine: laid.value, base: laid.base });
    expect(ownWordsAbout('g3')).toEqual(['och vill döma', 'på jobbet']);
    // One of the two is settled with the other's words; the version stays until the second is.
    keepWritten('plan:g3:e1', {
      mine: { ...laid.value, words: stands.values.words },
      base: { version: laid.base.version, values: { ...laid.base.values, words: stands.values.words } },
    });
    expect(ownWordsAbout('g3')).toEqual(['på jobbet']);
  });

  it('is told from what stood in each part, wherever the part stands now', () => {
    keepDraft('question:q1', {
      parts: [
        { text: 'Kollegans ord', stood: 'Kollegans ord' },
        { text: 'Bor hos mormor sedan maj', stood: 'Bor hos mormor' },
        { text: 'Mitt eget' },
      ],
    });
    expect(ownWordsAbout('q1')).toEqual(['sedan maj', 'Mitt eget']);
  });

  it('leaves out ids, kinds and empty words', () => {
    expect(
      typedIn({
        knowledge: 'knows',
        base: 2,
        parts: [
          { category: 'leisure', text: 'Tränar', about: ['id'] },
          { category: 'x', text: ' ', about: [] },
        ],
      }),
    ).toEqual(['Tränar']);
  });
});

describe('the words that were taken along', () => {
  it('stay as they were changed, also for whoever goes away and comes back', () => {
    expect(leftWords('a', ['Oro'])).toBe('Oro');
    keepLeftWords('a', ['Oro'], 'Oro, kopierat');
    expect(leftWords('a', ['Oro'])).toBe('Oro, kopierat');
    expect(leftWords('b', [])).toBe('');
  });

  it('are asked about before the tab is closed until nobody has any, also when they stand nowhere else', () => {
    const held = new Set<string>();
    const hold = jest.spyOn(leaveGuard, 'hold').mockImplementation((what) => void held.add(what));
    const release = jest.spyOn(leaveGuard, 'release').mockImplementation((what) => void held.delete(what));
    keepLeftWords('a', ['Oro'], 'Oro');
    expect(held.size).toBe(1);
    keepLeftWords('a', ['Oro'], '');
    expect(held.size).toBe(0);
    hold.mockRestore();
    release.mockRestore();
  });

  it('are followed by what was written at a later visit, and are not themselves taken for a draft', () => {
    keepLeftWords('case:c1', ['Oro'], 'Oro');
    expect(leftWords('case:c1', ['Oro', 'Mer'])).toBe('Oro\n\nMer');
    expect(draftsAbout('c1')).toEqual([]);
  });
});
