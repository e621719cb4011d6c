/** The invented family's plan, with something of everything that can stand in one. */
import type { DrawingWritten } from '#domain/plan/drawing.js';
import type { Adoption, Plan, PlanChanges, PlanEntry } from '../shapes.js';

const entry = (over: Partial<PlanEntry> & Pick<PlanEntry, 'id' | 'part' | 'kind' | 'words'>): PlanEntry => ({
  giverKind: 'social-services',
  original: null,
  drawing: null,
  aim: null,
  watch: null,
  goalId: null,
  promisedBy: null,
  owner: null,
  startsOn: null,
  followUpOn: null,
  state: 'standing',
  isProposed: false,
  mayTick: false,
  doneAt: null,
  comments: [],
  series: null,
  ...over,
});

const HOUSE: DrawingWritten = {
  alt: 'Ett hus med balkong, en hund framför och solen ovanför.',
  strokes: [
    'brown thick 260 600 260 300 560 300 560 600 260 600',
    'red thick 230 300 410 150 590 300',
    'ink thin 560 440 660 440 660 380 560 380',
    'yellow thick 820 90 880 120 880 180 820 210 770 170 775 115 820 90',
    'ink thin 700 600 700 540 790 540 790 600',
    'ink thick 800 520',
    'green thick 40 620 400 612 960 620',
  ],
};

const ASKED: Adoption = { answerId: 'a1', answer: null, words: null, answeredAt: null, isChanged: false };

export const PLAN: Plan = {
  id: 'p1',
  about: { givenName: 'Alva', isMe: false },
  adoption: ASKED,
  entries: [
    entry({
      ...{ id: 'e1', part: 'future', kind: 'future' },
      words: 'Om tio år har jag en egen verkstad, en hund och en lägenhet med balkong.',
      drawing: HOUSE,
    }),
    entry({ id: 'e2', part: 'goals', kind: 'goal', words: 'Godkänd i matte före sommaren.' }),
    entry({
      ...{ id: 'e3', part: 'goals', kind: 'step', goalId: 'e2', state: 'reached' },
      words: 'Gå på öppet hus på fordonsprogrammet.',
    }),
    entry({
      ...{ id: 'e4', part: 'ours', kind: 'measure', state: 'running', mayTick: true, followUpOn: '2026-12-08' },
      words: 'Skjutsa till träningen på tisdagar.',
      promisedBy: { who: 'me', givenName: 'Leyla' },
      owner: { kind: 'social-services', name: 'Socialtjänsten', staffName: null },
      comments: [{ id: 'w1', text: 'Jag kan inte den 15 december.', drawing: null, saidAt: '2026-11-23T18:00:00Z' }],
    }),
    entry({
      ...{ id: 'e5', part: 'ours', kind: 'step', mayTick: true, doneAt: '2026-11-24T08:00:00Z' },
      words: 'Ringa mentorn.',
      promisedBy: { who: 'me', givenName: 'Leyla' },
    }),
    entry({
      ...{ id: 'e6', part: 'others', kind: 'measure', state: 'running', giverKind: 'school', followUpOn: '2026-12-08' },
      words: 'Hjälp med matten på tisdagar.',
      original: 'Mattestuga på tisdagar på förmiddagen.',
      aim: 'Betyget före jul.',
      owner: { kind: 'school', name: 'Skolan', staffName: 'Lena Åsbrink' },
    }),
    entry({
      ...{ id: 'e7', part: 'others', kind: 'measure', state: 'planned', giverKind: 'police', startsOn: '2026-12-01' },
      words: 'Möter upp vid torget på fredagar.',
      owner: { kind: 'police', name: 'Polisen', staffName: null },
    }),
    entry({
      ...{ id: 'e8', part: 'frames', kind: 'frame', words: 'Hemma klockan nio på vardagar.' },
      watch: 'Mamma, och fältarna på fredagar.',
    }),
    entry({
      ...{ id: 'e11', part: 'figures', kind: 'series', giverKind: 'school', words: 'Är i skolan, av schemalagd tid.' },
      owner: { kind: 'school', name: 'Skolan', staffName: null },
      series: {
        measured: { unit: 'percent', better: 'more', cadence: 'week' },
        values: [6, 20, 44, 65].map((value, at) => ({
          id: `f${at}`,
          period: `2026-11-${['02', '09', '16', '23'][at]}`,
          value,
        })),
        reading: { from: 6, to: 65, way: 'up', isBetter: true, left: 35 },
      },
    }),
    entry({ id: 'e9', part: 'strengths', kind: 'strength', words: 'Envis, och bra på att laga cyklar.' }),
    entry({ id: 'e10', part: 'worries', kind: 'risk', words: 'Kvällarna vid torget.' }),
  ],
  proposals: [
    {
      ...{ id: 'v1', text: 'Kan mormor få vara med på nästa möte?', saidAt: '2026-11-20T09:00:00Z', drawing: null },
      ...{ answer: 'declined', why: 'Ja gärna, men inte på mötet den 1 december. Vi ringer henne innan.' },
    },
    {
      ...{ id: 'v2', text: 'Boxning i stället för fotboll.', saidAt: '2026-11-24T09:00:00Z', drawing: null },
      ...{ answer: null, why: null },
    },
  ],
};

/** The young person's own, answered. */
export const OWN_PLAN: Plan = {
  ...PLAN,
  about: { givenName: 'Alva', isMe: true },
  adoption: { ...ASKED, answer: 'no', words: 'För mycket på en gång.', answeredAt: '2026-11-24T08:00:00Z' },
  proposals: [],
};

export const CHANGED_PLAN: Plan = { ...PLAN, adoption: { ...ASKED, isChanged: true } };

const side = (words: string, over: Partial<NonNullable<PlanChanges['differences'][number]['after']>> = {}) => ({
  ...{ words, drawing: null, state: 'standing' as const, promisedBy: null, startsOn: null, followUpOn: null },
  ...over,
});

export const CHANGES: readonly PlanChanges[] = [
  {
    ...{ number: 2, putAt: '2026-11-18T12:00:00Z', until: null },
    differences: [
      {
        ...{ entryId: 'e1', kind: 'future', part: 'future', what: 'changed', changed: ['words'] },
        before: side('Om tio år har jag en egen verkstad.'),
        after: side('Om tio år har jag en egen verkstad, en hund och en lägenhet med balkong.', { drawing: HOUSE }),
      },
      {
        ...{ entryId: 'e4', kind: 'measure', part: 'ours', what: 'changed', changed: ['state', 'owner', 'followUpOn'] },
        before: side('Skjutsa till träningen på tisdagar.', { state: 'planned', followUpOn: '2026-12-01' }),
        after: side('Skjutsa till träningen på tisdagar.', {
          ...{ state: 'running', followUpOn: '2026-12-08' },
          promisedBy: { who: 'me', givenName: 'Leyla' },
        }),
      },
      {
        ...{ entryId: 'e8', kind: 'frame', part: 'frames', what: 'added', changed: [] },
        ...{ before: null, after: side('Hemma klockan nio på vardagar.') },
      },
      {
        ...{ entryId: 'e0', kind: 'measure', part: 'others', what: 'taken-away', changed: [] },
        ...{ before: side('Läxhjälp hemma på kvällarna.', { state: 'running' }), after: null },
      },
    ],
  },
  { ...{ number: 1, putAt: '2026-10-20T12:00:00Z', until: '2026-11-18T12:00:00Z' }, differences: [] },
];
