/** A plan taken out, held to our published schema and to that of FHIR R5, by a program that is not ours; and on paper. */
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import type { Drawing } from '#domain/plan/drawing.js';
import { MEASURE_OUTCOMES, type EntryState } from '#domain/plan/entry-states.js';
import { ENTRY_KINDS, type EntryKind } from '#domain/plan/plan-entry.js';
import type { ReleasedIdentity, ReleasedItem } from '#use-cases/gate/released.js';
import type { CopiedEntry, PlanCopy } from '#use-cases/plan/plan-copy.js';
import { poppler, readPaper } from '../../../test/support/paper.js';
import { planAsFhir } from './plan-fhir.js';
import { planRecord } from './plan-record.js';
import { printPlan } from './print-plan.js';

const AT = new Date(Date.UTC(2026, 10, 27, 9));
const id = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const GOAL = id(2);

const item = (at: number, text: string, ground = 'consent'): ReleasedItem =>
  ({
    itemId: id(100 + at),
    version: 2,
    caseId: id(900),
    category: 'measures-and-plan',
    revealsPlace: false,
    giverHouse: { kind: 'school', authority: 'a', branch: 'b' },
    content: { text },
    ground: { id: ground, until: null },
    createdAt: AT,
    createdBy: null,
  }) as unknown as ReleasedItem;

const entry = (at: number, kind: EntryKind, over: Partial<CopiedEntry> = {}): CopiedEntry => ({
  id: id(at),
  kind,
  item: item(at, `Ord ${at}`),
  aim: null,
  help: null,
  watch: null,
  drawing: null,
  needArea: null,
  goalId: null,
  promisedBy: null,
  ownerName: null,
  ownerUnitName: null,
  ownerHouse: null,
  ownerKind: null,
  startsOn: null,
  followUpOn: null,
  state: kind === 'measure' ? 'planned' : 'standing',
  byName: 'Anna Andersson',
  madeAt: AT,
  acts: [],
  ...over,
});

const DRAWING: Drawing = {
  alt: 'Ett hus och en hund.',
  strokes: [
    { colour: 'blue', pen: 'thick', points: [10, 20, 300, 400] },
    { colour: 'ink', pen: 'thin', points: [500, 600] },
  ],
};

const measure = (at: number, state: EntryState, over: Partial<CopiedEntry> = {}): CopiedEntry =>
  entry(at, 'measure', {
    ...{ state, aim: 'Betyget före jul.', help: 'Skjuts.', needArea: 'school-or-work' },
    ...{ ownerName: 'Lena Ek', ownerUnitName: 'Elevhälsan', ownerHouse: 'Skolan', ownerKind: 'school' },
    ...{ startsOn: '2026-11-01', followUpOn: '2026-12-08' },
    ...over,
  });

const ended = (at: number, result: (typeof MEASURE_OUTCOMES)[number]): CopiedEntry =>
  measure(at, 'ended', {
    acts: [{ act: 'end', result, said: item(at + 50, `Så gick det ${at}`), byName: 'Lena Ek', at: AT }],
  });

const plan = (over: Partial<PlanCopy> = {}): PlanCopy => ({
  groupId: id(1),
  caseNumber: '2026-17',
  formName: { sv: 'Social insatsgrupp', en: 'Social intervention group' },
  groundSource: 'OSL 10:1',
  own: false,
  ended: false,
  person: null,
  about: null,
  entries: [
    entry(10, 'future', { drawing: DRAWING }),
    entry(2, 'goal', { state: 'reached' }),
    entry(11, 'step', { goalId: GOAL, promisedBy: { family: 'subject', personName: null } }),
    ...(['planned', 'running', 'paused'] as const).map((state, at) =>
      measure(20 + at, state, { promisedBy: { family: 'guardian', personName: 'Linda Ek' } }),
    ),
    ...MEASURE_OUTCOMES.map((result, at) => ended(30 + at, result)),
    ...ENTRY_KINDS.filter((kind) => !['future', 'goal', 'step', 'measure'].includes(kind)).map((kind, at) =>
      entry(40 + at, kind, { watch: kind === 'frame' ? 'Mamma.' : null }),
    ),
  ],
  newest: {
    number: 3,
    state: 'adopted',
    putByName: 'Anna Andersson',
    putAt: AT,
    changedSince: true,
    answers: [
      {
        ...{ house: 'Skolan', family: null, personName: null, answer: 'yes', how: null },
        ...{ said: null, answeredByName: 'Lena Ek', answeredAt: AT },
      },
      {
        ...{ house: null, family: 'guardian', personName: null, answer: 'yes', how: 'page' },
        ...{ said: null, answeredByName: null, answeredAt: AT },
      },
    ],
  },
  houseName: 'Polisen',
  readerName: 'Marcus Berg',
  readerTitle: 'områdespolis',
  readAt: AT,
  ...over,
});

const person = (personalNumber: string | null): Partial<PlanCopy> => ({
  own: true,
  about: 'Melvin Ek',
  person: { personalNumber, givenName: 'Melvin', familyName: 'Ek' } as unknown as ReleasedIdentity,
});

const schema = (file: string): object => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const fhir = ajv.compile({
  ...schema('../../../test/support/standards/fhir-r5.schema.json'),
  $ref: '#/definitions/Bundle',
});
const record = ajv.compile(schema('../../../config/schemas/plan-record.schema.json'));
const faults = (validate: typeof fhir, value: unknown): unknown => (validate(value) ? [] : validate.errors);
/** As whoever gets the file reads it. */
const written = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly status: string;
  readonly intent: unknown;
  readonly subject: { readonly identifier: { readonly system: string } };
  readonly meta: { readonly security: readonly object[] };
  readonly goal: readonly { readonly reference: string }[];
  readonly activity: readonly {
    readonly plannedActivityReference: { readonly reference: string };
    readonly progress?: readonly object[];
  }[];
}
const bundleOf = (copy: PlanCopy) => written<{ entry: { fullUrl: string; resource: Resource }[] }>(planAsFhir(copy));

describe('a plan in the forms of others', () => {
  it.each([
    ['with everything', plan()],
    ['with nothing that the reader may have', plan({ entries: [], newest: null })],
    ['of an ended group, by the house that leads', plan({ ...person('201006212391'), ended: true })],
    ['about somebody without a number', plan(person(null))],
    ['waiting for answers', plan({ newest: { ...plan().newest!, state: 'put-forward', changedSince: false } })],
  ])('is a valid FHIR R5 Bundle and a valid record %s', (_, copy) => {
    expect(faults(fhir, written(planAsFhir(copy)))).toEqual([]);
    expect(faults(record, written(planRecord(copy)))).toEqual([]);
  });

  it('is held to schemas that can say no', () => {
    const bundle = bundleOf(plan());
    const [first] = bundle.entry;
    const other = { ...first, resource: { ...first?.resource, intent: { text: 'plan' } } };
    expect(faults(fhir, { ...bundle, entry: [other] })).not.toEqual([]);
    expect(faults(fhir, { ...planAsFhir(plan()), entry: [{ resource: { resourceType: 'Patient' } }] })).not.toEqual([]);
    expect(faults(record, { ...planRecord(plan()), hidden: 2 })).not.toEqual([]);
    expect(faults(record, written(planRecord(plan({ entries: [measure(20, 'removed')] }))))).not.toEqual([]);
  });

  it('says to FHIR where each thing stands, and leads from the plan to every other part of the file', () => {
    const { entry: parts } = bundleOf(plan());
    const [care, ...others] = parts.map(({ resource }) => resource);
    expect(care).toMatchObject({ resourceType: 'CarePlan', status: 'active', intent: 'plan' });
    const led = [
      ...care!.goal.map(({ reference }) => reference),
      ...care!.activity.map(({ plannedActivityReference }) => plannedActivityReference.reference),
    ];
    expect(led.sort()).toEqual(
      parts
        .slice(1)
        .map(({ fullUrl }) => fullUrl)
        .sort(),
    );
    const statusOf = (wanted: string) => others.find(({ id: one }) => one === wanted)?.status;
    expect([20, 21, 22].map((at) => statusOf(id(at)))).toEqual(['ready', 'in-progress', 'on-hold']);
    expect(MEASURE_OUTCOMES.map((_, at) => statusOf(id(30 + at)))).toEqual([
      ...['completed', 'completed', 'completed', 'cancelled'],
    ]);
    expect(others.find(({ id: one }) => one === GOAL)).toMatchObject({ lifecycleStatus: 'completed' });
    expect(others.find(({ id: one }) => one === id(11))).toMatchObject({
      basedOn: [{ reference: `urn:uuid:${GOAL}` }],
    });
    expect(care!.activity.flatMap(({ progress = [] }) => progress)).toHaveLength(MEASURE_OUTCOMES.length);
    for (const one of others)
      expect(one.meta.security).toContainEqual({ system: 'urn:samnav:ground', code: 'consent' });
  });

  it('is not in use before everyone has said yes', () => {
    const status = (copy: PlanCopy) => bundleOf(copy).entry[0]?.resource.status;
    expect(status(plan({ newest: null }))).toBe('draft');
    for (const state of ['put-forward', 'not-adopted'] as const)
      expect([state, status(plan({ newest: { ...plan().newest!, state } }))]).toEqual([state, 'draft']);
    const housesAlone = plan({ newest: { ...plan().newest!, state: 'houses-agreed' } });
    expect(status(housesAlone)).toBe('unknown');
    expect(faults(fhir, written(planAsFhir(housesAlone)))).toEqual([]);
    expect(faults(record, written(planRecord(housesAlone)))).toEqual([]);
    expect(status(plan({ ended: true }))).toBe('completed');
  });

  it('says who it is by number to the house that leads, and to another by the case alone', () => {
    const subject = (copy: PlanCopy) => bundleOf(copy).entry[0]!.resource.subject;
    expect(subject(plan(person('201006212391'))).identifier).toEqual({
      system: 'urn:oid:1.2.752.129.2.1.3.1',
      value: '201006212391',
    });
    expect(subject(plan(person('201006812391'))).identifier.system).toBe('urn:oid:1.2.752.129.2.1.3.3');
    expect(subject(plan())).toEqual({ type: 'Patient', identifier: { system: 'urn:samnav:case', value: '2026-17' } });
    expect(planRecord(plan())['plan']).toMatchObject({ personal_number: null });
  });

  it('holds a drawing as lines with what it shows: on paper as a figure, in the record as points, in FHIR in words', async () => {
    const record = planRecord(plan())['entries'] as readonly { kind: string; drawing: unknown }[];
    expect(record.find(({ kind }) => kind === 'future')?.drawing).toEqual({
      ...{ alt: DRAWING.alt, width: 1000, height: 700 },
      strokes: [
        { colour: '#1f5fbf', width: 18, points: [10, 20, 300, 400] },
        { colour: '#1b1f23', width: 6, points: [500, 600] },
      ],
    });
    expect(record.filter(({ drawing }) => drawing !== null)).toHaveLength(1);
    const notes = bundleOf(plan()).entry.flatMap(({ resource }) => (resource as { note?: object[] }).note ?? []);
    expect(notes).toEqual([{ text: `Teckning: ${DRAWING.alt}` }]);
    const alt = ((await printPlan(plan())).toString('latin1').match(/\/Alt \(([^)]*)\)/) ?? [])[1];
    expect(alt).toBe(`Teckning: ${DRAWING.alt}`);
    if (!poppler) return;
    const tree = async (copy: PlanCopy) => (await readPaper(await printPlan(copy))).tree.replace(/\s+/g, ' ');
    const drawn = await tree(plan({ entries: [entry(10, 'future', { drawing: DRAWING })] }));
    expect(drawn).toMatch(/"Ord 10" Figure: \/Placement \/Block \/BBox \[[\d. ]+\]/);
    expect(await tree(plan({ entries: [entry(10, 'future')] }))).not.toContain('Figure');
  });

  it('prints as many pages as it takes, also where one measure is longer than a page', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `ord${at}`).join(' ');
    const pages = async (copy: PlanCopy) =>
      ((await printPlan(copy)).toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
    const measures = (words: string) => [
      measure(20, 'running', { item: item(20, words) }),
      measure(21, 'planned', { aim: words }),
    ];
    expect(await pages(plan({ entries: measures('kort') }))).toBe(1);
    expect(await pages(plan({ entries: measures(long) }))).toBeGreaterThan(3);
  });
});
