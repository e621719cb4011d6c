/** Words that were begun about a case come back with all that decides who may have them. */
import { afterEach, expect, it, jest } from '@jest/globals';
import { dropAllDrafts } from '../elements/form/drafts.js';
import { leaveGuard } from '../elements/form/leave-guard.js';
import { ownWordsAbout } from '../elements/own-words.js';
import { answerDraft, begunShare, dropShare, keepAnswer, keepShare } from './answer-draft.js';
import { EMPTY_DRAFT, NOTHING } from './share-choice.js';

const MARKED = { category: 'leisure', text: 'Tränar på Valplan', about: ['sibling'], revealsPlace: true };

afterEach(() => {
  void dropAllDrafts();
  jest.restoreAllMocks();
});

it('the marks, the kind, the purpose and the day come back with the words', () => {
  keepShare('c1', { purpose: 'immediate-danger' });
  keepShare('c1', { until: '2026-12-24' });
  keepShare('c1', { draft: MARKED, houses: ['school'] });
  expect(begunShare('c1')).toEqual({ draft: MARKED, purpose: 'immediate-danger', until: '2026-12-24' });
  expect(ownWordsAbout('c1')).toEqual(['Tränar på Valplan']);
});

it('words that are changed where no more is asked stay marked', () => {
  keepShare('c1', { draft: MARKED });
  keepAnswer('c1', 'Tränar på Valplan på tisdagar');
  expect(answerDraft('c1')).toBe('Tränar på Valplan på tisdagar');
  expect(begunShare('c1').draft).toMatchObject({ about: ['sibling'], revealsPlace: true });
});

it('nothing comes back where no words were begun, or where they were sent, and nobody is asked about them', () => {
  const held = new Set<string>();
  jest.spyOn(leaveGuard, 'hold').mockImplementation((what) => void held.add(what));
  jest.spyOn(leaveGuard, 'release').mockImplementation((what) => void held.delete(what));
  const { draft, purpose, until } = NOTHING;
  keepShare('c1', { purpose: 'immediate-danger', draft: EMPTY_DRAFT });
  expect(begunShare('c1')).toEqual({ draft, purpose, until });
  expect(held.size).toBe(0);
  keepAnswer('c1', 'Ett svar');
  expect(held.size).toBe(1);
  dropShare('c1');
  expect(begunShare('c1')).toEqual({ draft, purpose, until });
  expect(held.size).toBe(0);
});
