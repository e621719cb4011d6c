/**
 * The decision matrix that a municipality's lawyer reads and signs off, made by the very function that decides in the
 * running system, so that what is read is what happens (OSL 10:1 ff., 12:1–3, 21:3, 25:12, 26:9; checked 2026-02).
 */
import { ASSESSED_GROUND_ROWS } from '../assessed-grounds.js';
import { CHECKED, LAWS } from '../citation.js';
import type { Citation, InForce } from '../citation.js';
import { decideDisclosure } from '../decide-disclosure.js';
import type { Decision } from '../decision.js';
import { EXAMPLE_DAY } from '../example-case.js';
import { REASONS_SV } from '../reasons/sv.js';
import { ITEM_RULES, SUBJECT_RULES } from '../rules/order.js';
import { PARTY_KINDS } from '../vocabulary.js';
import type { PartyKind } from '../vocabulary.js';
import { askedAbout } from './asked-about.js';
import { categoriesInWords, EVERY_CELL, mergedRows, partiesInWords, purposesInWords } from './merged-rows.js';
import type { Cell } from './merged-rows.js';
import { ordinary, VARIATIONS } from './situations.js';
import type { Variation } from './situations.js';
import { CRITERION_WORDS, OUTCOME_WORDS } from './swedish-words.js';

type Answers = ReadonlyMap<Cell, Decision>;

export function disclosureMatrix(): string {
  const ordinarily: Answers = new Map(EVERY_CELL.map((cell) => [cell, decideDisclosure(ordinary(cell))]));
  return `${[
    '# Vem får säga vad till vem: beslutsmatris',
    '',
    `Den här sidan är gjord av samma funktion som avgör varje läsning i systemet, med \`npm run matrix\`. Ändra den inte`,
    `för hand. Lagtexten är läst i konsoliderad lydelse i **${CHECKED}**; matrisen visar läget ${isoDay(EXAMPLE_DAY)}.`,
    'Den är en arbetskatalog över sekretessbrytande grunder för det här fältet, inte juridisk rådgivning. En kommuns',
    'jurist kan stänga av eller snäva in varje grund som öppnar; det kan bara göra svaren strängare.',
    '',
    '**ja** = får lämnas på grunden. **nej** = får inte lämnas. **en person bedömer** = en namngiven person med rätt',
    'befogenhet prövar grunden (eller någon av grunderna) och antecknar sina skäl. Det som inte står i en tabell är',
    '**nej: ingen grund**. Ett ja är en tillåtelse, inte en leverans: någon hos den som har uppgiften väljer att lämna.',
    '',
    ...Object.entries(LAWS).map(([short, law]) => `- ${short}: ${law}`),
    '',
    '## Reglerna i ordning',
    '',
    'Den första som svarar har svarat. De två första prövas för uppgiften som helhet, de övriga för varje person som den',
    'handlar om; ett nej för en av dem är ett nej för alla.',
    '',
    ...table(
      ['', 'regel', 'lagrum', 'i kraft'],
      [...ITEM_RULES, ...SUBJECT_RULES].map((rule, index) => [
        `${index + 1}`,
        `\`${rule.id}\``,
        lawOf(rule.citation),
        periodOf(rule.inForce),
      ]),
    ),
    '',
    '## Grunder som en person måste bedöma',
    '',
    ...table(
      ['grund', 'lagrum', 'i kraft', 'ändamål', 'till', 'begränsning', 'ska vara uppfyllt'],
      ASSESSED_GROUND_ROWS.map((row) => [
        row.ground,
        lawOf(row.citation),
        periodOf(row.inForce),
        purposesInWords(row.purposes),
        row.receivers === 'the-reporter' ? 'den som gjorde anmälan' : partiesInWords(row.receivers),
        [
          row.childOnly ? 'ärendet gäller någon under 18 år' : '',
          row.under === undefined ? '' : `personen är under ${row.under} år`,
          row.categories === undefined ? '' : `bara ${categoriesInWords(row.categories)}`,
          row.notCategories === undefined ? '' : `inte ${categoriesInWords(row.notCategories)}`,
        ]
          .filter((limit) => limit !== '')
          .join('; '),
        row.criteria.map((name) => CRITERION_WORDS[name] ?? name).join('; '),
      ]),
    ),
    '',
    '## Vem en fråga gäller',
    '',
    'En sak prövas vid sidan av ordningen, och bara den: när socialtjänsten i en utredning frågar en annan verksamhet måste',
    'den få veta vem frågan gäller, annars kan den inte svara (OSL 10:2: det som är nödvändigt för den',
    'egna verksamheten). Det som lämnas är namn, födelsetid och personnummer, så att svaret gäller rätt person, och',
    'ingenting annat i ärendet. Den som får frågan ser namnet så länge frågan väntar på just den personens svar.',
    '',
    ...table(['frågan gäller', 'svar'], askedAbout(inSwedish)),
    '',
    '## Grundläget',
    '',
    'Ärendet gäller ett barn på 14 år utan skyddade uppgifter. Ingen utredning är öppen, ingen har samtyckt eller bedömt',
    'något, och den som berättar och den som får veta är i olika verksamheter. Återkoppling går till den som anmälde.',
    '',
    ...baseTables(ordinarily),
    '## Vad som ändras',
    '',
    'Bara de svar som blir andra än i grundläget står här.',
    '',
    ...VARIATIONS.flatMap((variation) => [`### ${variation.title}`, '', ...changes(variation, ordinarily), '']),
  ].join('\n')}`;
}

function baseTables(ordinarily: Answers): readonly string[] {
  const tables = new Map<string, PartyKind[]>();
  for (const from of PARTY_KINDS) {
    const cells = EVERY_CELL.filter((cell) => cell.from === from);
    const rows = mergedRows((cell) => shown(ordinarily.get(cell)!), cells);
    const lines = table(
      ['till', 'för att', 'vad', 'svar'],
      rows.map((row) => [
        partiesInWords(row.to),
        purposesInWords(row.purposes),
        categoriesInWords(row.categories),
        row.answer,
      ]),
    ).join('\n');
    tables.set(lines, [...(tables.get(lines) ?? []), from]);
  }
  return [...tables].flatMap(([lines, from]) => [`### Från ${partiesInWords(from)}`, '', lines, '']);
}

function changes({ situation, cells }: Variation, ordinarily: Answers): readonly string[] {
  const rows = mergedRows((cell) => {
    const after = inSwedish(decideDisclosure(situation(cell)));
    return inSwedish(ordinarily.get(cell)!) === after ? undefined : after;
  }, cells);
  return table(
    ['från', 'till', 'för att', 'vad', 'svar'],
    rows.map((row) => [
      partiesInWords(row.from),
      partiesInWords(row.to),
      purposesInWords(row.purposes),
      categoriesInWords(row.categories),
      row.answer,
    ]),
  );
}

const shown = (decision: Decision): string | undefined =>
  decision.ground === 'no-ground' ? undefined : inSwedish(decision);

function inSwedish(decision: Decision): string {
  const grounds = decision.outcome === 'refer' ? (decision.candidates ?? [decision.ground]) : [decision.ground];
  const tags: Readonly<Record<string, { readonly tag: string }>> = REASONS_SV[decision.outcome];
  return `**${OUTCOME_WORDS[decision.outcome]}**: ${grounds.map((ground) => tags[ground]?.tag ?? ground).join(' / ')}`;
}

const lawOf = (citation: Citation | null): string =>
  citation === null ? 'arbetssättet' : `${citation.law} ${citation.paragraph}`;

const isoDay = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function periodOf({ from, until }: InForce): string {
  if (from === null && until === null) return 'tills vidare';
  return `${from === null ? '' : `från ${isoDay(from)}`}${until === null ? '' : ` till ${isoDay(until)}`}`.trim();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return ['Inget får lämnas.'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
