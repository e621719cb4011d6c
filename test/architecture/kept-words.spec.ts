/** Whoever writes more than a name never loses it with a closed dialog or a page that was left. */
import { expect, it } from '@jest/globals';
import { read, source } from './project-files.js';

const pages = source.filter(
  (file) => /^apps\/web\/src\/.*\.tsx$/.test(file) && !/^apps\/web\/src\/(gallery|elements)\//.test(file),
);

/** Draws the field, and what is typed is kept by whoever gives it its words. */
const KEPT_ELSEWHERE: Readonly<Record<string, string>> = {
  'apps/web/src/hub/AnswerPart.tsx': 'hub/QuestionPage.tsx',
  'apps/web/src/meeting/JointMap.tsx': 'meeting/map-pen.ts',
  'apps/web/src/meeting/JointText.tsx': 'meeting/text-pen.ts',
  'apps/web/src/share/ReceivedCasePage.tsx': 'share/answer-draft.ts',
  'apps/web/src/share/WhatToShare.tsx': 'share/answer-draft.ts',
};

/** Names, dates and choices of one glance; and where one searched for another person a kept name would be the wrong one's. */
const OF_ONE_GLANCE = [
  'organisation/PartiesPage.tsx',
  'organisation/PartyActs.tsx',
  'organisation/PostActs.tsx',
  'organisation/RosterPage.tsx',
  'organisation/SlotsPage.tsx',
  'organisation/StaffMemberPage.tsx',
  'organisation/StaffPage.tsx',
  'organisation/TracesSection.tsx',
  'person/CreatePersonForm.tsx',
  'person/IdentitySection.tsx',
  'person/RelationSection.tsx',
].map((file) => `apps/web/src/${file}`);

const keeps = /\b(useDraft|useDraftOver|keepDraft)\b/;

it('a field for several lines stands where what is typed is kept', () => {
  const writing = pages.filter((file) => /<(TextArea|WatchedText)\b/.test(read(file)));
  expect(writing.length).toBeGreaterThan(20);
  expect(writing.filter((file) => !keeps.test(read(file)) && !(file in KEPT_ELSEWHERE))).toEqual([]);
});

it('what is said to be kept elsewhere is kept there', () => {
  for (const keeper of Object.values(KEPT_ELSEWHERE))
    expect(read(`apps/web/src/${keeper}`)).toMatch(/\b(useDraft|keepDraft|leaveGuard)\b/);
});

it('a form with a field for several lines has a draft', () => {
  const forms = pages.filter((file) => /<(Form|DialogForm)\b/.test(read(file)));
  const loses = forms.filter((file) => /<FormTextArea\b/.test(read(file)) && !/\bdraft=/.test(read(file)));
  expect(loses).toEqual([]);
  expect(forms.filter((file) => !/\bdraft=/.test(read(file)) && !OF_ONE_GLANCE.includes(file))).toEqual([]);
});
