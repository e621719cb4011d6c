/** Whoever writes more than a name never loses it with a closed dialog or a page that was left. */
import { expect, it } from '@jest/globals';
import { read, source } from './project-files.js';

const pages = source.filter(
  (file) => /^apps\/web\/src\/.*\.tsx$/.test(file) && !/^apps\/web\/src\/(gallery|elements)\//.test(file),
);

/** Draws the field, and what is typed is kept by whoever gives it its words. */
const KEPT_ELSEWHERE: Readonly<Record<string, string>> = {
  'apps/web/src/hub/AnswerPart.tsx': 'hub/QuestionPage.tsx',
  'apps/web/src/plan/DrawingInPlan.tsx': 'plan/EntryEditor.tsx',
  'apps/web/src/plan/ForFamily.tsx': 'plan/EntryEditor.tsx',
  'apps/web/src/meeting/JointMap.tsx': 'meeting/map-pen.ts',
  'apps/web/src/meeting/JointText.tsx': 'meeting/text-pen.ts',
  'apps/web/src/share/ReceivedCasePage.tsx': 'share/answer-draft.ts',
  'apps/web/src/share/WhatToShare.tsx': 'share/answer-draft.ts',
};

const keeps = /\b(useDraft|useDraftOver|keepDraft)\b/;

it('a field for several lines stands where what is typed is kept', () => {
  const writing = pages.filter((file) => /<(TextArea|WatchedText)\b/.test(read(file)));
  expect(writing.length).toBeGreaterThan(20);
  expect(writing.filter((file) => !keeps.test(read(file)) && !(file in KEPT_ELSEWHERE))).toEqual([]);
});

it('what is said to be kept elsewhere is kept there', () => {
  for (const keeper of Object.values(KEPT_ELSEWHERE))
    expect(read(`apps/web/src/${keeper}`)).toMatch(/\b(useDraft|useDraftOver|keepDraft|keptPens)\b/);
});

/** A form's opening, up to what it does when it is sent. */
const openings = (file: string): string[] =>
  read(file).match(/<(Form|DialogForm)\b[\s\S]*?\b(onSubmit|act)=[^\n]*\n[^\n]*/g) ?? [];
/** With all that it does when it is sent, up to the end of its tag. */
const wholeFormsOf = pages.flatMap((file) =>
  [...read(file).matchAll(/^( *)<(Form|DialogForm)\b[\s\S]*?\n\1\/?>$/gm)].map(([opening]) => ({ file, opening })),
);
const formsOf = pages.flatMap((file) => openings(file).map((opening) => ({ file, opening })));

it('every form in which something can be typed has a draft', () => {
  expect(formsOf.length).toBeGreaterThan(40);
  const loses = formsOf.filter(
    ({ opening }) => !/\bdraft=/.test(opening) && !/\bschema=\{nothingSchema\}/.test(opening),
  );
  expect(loses.map(({ file }) => file)).toEqual([]);
});

it('a form over what others may change says of which version, so that no draft takes back what they wrote', () => {
  const over = wholeFormsOf.filter(
    ({ opening }) =>
      /[\s({.]version\b(?!=)/.test(opening.slice(opening.search(/\b(onSubmit|act)=/))) && /\bdraft=/.test(opening),
  );
  expect(over.length).toBeGreaterThan(10);
  // Where nothing of it stands in a field, what one began over is kept with what is written, and asked about before it is sent.
  const says = (opening: string): boolean =>
    /\bversion=/.test(opening) || (/\bover: \w+\(/.test(opening) && /\bunread\(/.test(opening));
  expect(over.filter(({ opening }) => !says(opening)).map(({ file }) => file)).toEqual([]);
});

it('what decides who gets the words is kept with them', () => {
  const apart = pages.filter((file) =>
    /useState(<Marks\b|\((NO_MARKS|'everyone'))|\bset(Marks|Category|Audience|Purpose|Receiver\w*|RevealsPlace)\b/.test(
      read(file),
    ),
  );
  expect(apart).toEqual([]);
});
