/** How well people are found in the published list of sentences: recall, precision, and each miss and false alarm by name. */
import { findPersons } from '../find-persons.js';
import type { Finding, FindingContext } from '../finding.js';
import { readSentences, type ListedSentence } from './read-sentences.js';

/** As if written in the demonstration's town, in the year of the list. */
export const LIST_CONTEXT: FindingContext = {
  today: { year: 2026 },
  places: [
    ...['Centrum', 'Kvarnbyn', 'Viken', 'Björkhagen', 'Sten', 'Norrängen', 'Ekån', 'Järnvägen', 'Stationen', 'Torget'],
    ...['Biblioteket', 'Eklunden', 'Kvarnbyskolan', 'Kvarnparken', 'Kvarnbyns centrum', 'Vikens badplats', 'Hamnen'],
    ...[
      'Björkhagens IP',
      'Björkskolan',
      'Stenskolan',
      'Stenbrottet',
      'Stens industriområde',
      'Norrängsskolan',
      'Gallerian Norr',
    ],
  ],
};

export interface SentenceResult {
  readonly sentence: ListedSentence;
  readonly found: readonly Finding[];
  /** Marked stretches on which no finding stands. */
  readonly missed: readonly string[];
  /** Findings that stand on no marked stretch. */
  readonly alarms: readonly Finding[];
}

export interface Score {
  readonly sentences: number;
  readonly marked: number;
  readonly caught: number;
  readonly alarms: number;
  readonly recall: number;
  readonly precision: number;
}

export function judge(sentence: ListedSentence): SentenceResult {
  const found = findPersons(sentence.text, LIST_CONTEXT);
  const meets = (from: number, to: number) => found.some((one) => one.from < to && from < one.to);
  return {
    sentence,
    found,
    missed: sentence.marks
      .filter(({ from, to }) => !meets(from, to))
      .map(({ from, to }) => sentence.text.slice(from, to)),
    alarms: found.filter((one) => !sentence.marks.some(({ from, to }) => one.from < to && from < one.to)),
  };
}

export function score(results: readonly SentenceResult[]): Score {
  const marked = results.reduce((sum, { sentence }) => sum + sentence.marks.length, 0);
  const missed = results.reduce((sum, one) => sum + one.missed.length, 0);
  const alarms = results.reduce((sum, one) => sum + one.alarms.length, 0);
  const caught = marked - missed;
  return {
    sentences: results.length,
    marked,
    caught,
    alarms,
    recall: marked === 0 ? 1 : caught / marked,
    precision: caught + alarms === 0 ? 1 : caught / (caught + alarms),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The document: written by the same function that the test compares it with. */
export function personDetection(list: string): string {
  const results = readSentences(list).map(judge);
  const all = score(results);
  const of = (begins: string) => score(results.filter(({ sentence }) => sentence.group.startsWith(begins)));
  const [fresh, described] = [of('Fresh: people'), of('Fresh: described')];
  const [freshNobody, undescribed] = [of('Fresh: nobody,'), of('Fresh: nobody described')];
  const right = (people: Score, nobody: Score): string =>
    percent(people.caught / Math.max(1, people.caught + people.alarms + nobody.alarms));
  const groups = [...new Set(results.map(({ sentence }) => sentence.group))];
  const rows = groups.map((group) => {
    const one = score(results.filter(({ sentence }) => sentence.group === group));
    return `| ${group} | ${one.sentences} | ${one.marked} | ${one.caught} | ${one.marked === 0 ? '–' : percent(one.recall)} | ${one.alarms} |`;
  });
  const misses = results.flatMap(({ sentence, missed }) => missed.map((words) => `- “${words}” in: ${sentence.text}`));
  const alarms = results.flatMap(({ sentence, alarms: found }) =>
    found.map((one) => `- “${one.text}” (${one.why}, ${one.severity}) in: ${sentence.text}`),
  );
  return `# Person detection

In a form without persons nobody is named. What points at a person is looked for while one types and again on the server, by
one and the same function (\`libs/domain/finding/find-persons.ts\`). It is a help for whoever writes and no guard: somebody
still has to read what is sent.

What to expect of it:

- **Names and numbers in sentences that the rules had not seen**: ${fresh.caught} of ${fresh.marked} are found (${percent(fresh.recall)}), and ${right(fresh, freshNobody)} of the
  findings are right.
- **Somebody described without a name or a number**, likewise: ${described.caught} of ${described.marked} are found (${percent(described.recall)}), and ${right(described, undescribed)} of the
  findings are right.
- Both are the parts of the list called “Fresh”: they were written after the rules, and nothing was bettered by them.
- **Real texts** have not been measured. The people whom a house keeps are looked for besides, on the server alone, and are not
  part of the figures.

The list holds ${all.sentences} invented Swedish sentences: \`test/support/person-sentences.txt\`. This page is written by \`npm run persons\`;
a test holds the two to each other. Most of the list was written together with the rules, so that the figures of the whole say
that the rules do what they set out to do, and not how well they do elsewhere: ${all.caught} of ${all.marked} marked stretches found
(${percent(all.recall)}), ${all.caught} of ${all.caught + all.alarms} findings on a marked stretch (${percent(all.precision)}).

| Part of the list | Sentences | Marked | Found | Recall | False alarms |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

## What is missed

${misses.length === 0 ? 'Nothing of the list.' : misses.join('\n')}

## False alarms

${alarms.length === 0 ? 'None in the list.' : alarms.join('\n')}
`;
}
