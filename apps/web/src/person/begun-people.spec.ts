/** Whoever was being registered is there to go on with, and never comes into the form of somebody else. */
import { afterEach, expect, it } from '@jest/globals';
import { dropAllDrafts, dropDraft, keepDraft } from '../elements/form/drafts.js';
import { beginPerson, begunPeople } from './begun-people.js';
import { NOBODY } from './identity-values.js';

afterEach(() => dropAllDrafts());

const write = (asked: string, givenName: string) => {
  const begun = beginPerson(asked);
  keepDraft(begun.draft, { ...NOBODY, givenName, protection: 'none', asked });
  return begun;
};

it('is gone on with by the same search, and by no other', () => {
  const noor = write('noor', 'Noor');
  expect(beginPerson('noor').draft).toBe(noor.draft);
  expect(beginPerson('ali').draft).not.toBe(noor.draft);
});

it('stands in a list by name until it is registered or thrown away', () => {
  const noor = write('noor', 'Noor');
  write('', 'Ali');
  expect(begunPeople().map(({ name }) => name)).toEqual(['Noor', 'Ali']);
  dropDraft(noor.draft);
  expect(begunPeople().map(({ name }) => name)).toEqual(['Ali']);
});

it('is never named by a number that was searched for', () => {
  const { draft } = write('20100101-2384', '');
  expect(draft).not.toContain('2384');
});
