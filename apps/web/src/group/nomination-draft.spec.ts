/** Words that are moved to a nomination change nothing else that was begun there, and never come under another child. */
import { afterEach, expect, it } from '@jest/globals';
import { dropAllDrafts, findDraft, keepDraft } from '../elements/form/drafts.js';
import { carryToNomination, nominationDraft } from './nomination-draft.js';

afterEach(() => dropAllDrafts());

it('keeps to whom and by which form one had begun to nominate', () => {
  const begun = { kind: 'sig', to: 'anna', caseId: 'nobody', why: '' };
  keepDraft(nominationDraft(), { ...begun, to: 'bo' }, begun);
  carryToNomination('Behöver någon att prata med');
  expect(findDraft(nominationDraft())).toEqual({ ...begun, to: 'bo', why: 'Behöver någon att prata med' });
});

it('come after what was begun there', () => {
  const begun = { kind: 'sig', to: '', caseId: 'nobody', why: '' };
  keepDraft(nominationDraft(), { ...begun, why: 'Har bytt umgänge' }, begun);
  carryToNomination('Setts vid stationen');
  expect(findDraft(nominationDraft())).toMatchObject({ why: 'Har bytt umgänge\n\nSetts vid stationen' });
});

it('is another draft for each case that one comes from', () => {
  carryToNomination('Om ett annat barn');
  expect(findDraft(nominationDraft('c1'))).toBeUndefined();
  expect(nominationDraft('c1')).not.toBe(nominationDraft('c2'));
});
