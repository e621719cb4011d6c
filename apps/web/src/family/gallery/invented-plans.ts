/** The invented family's plan, with something of everything that can stand in one. */
import type { Adoption, Plan, PlanEntry } from '../shapes.js';

const entry = (over: Partial<PlanEntry> & Pick<PlanEntry, 'id' | 'part' | 'kind' | 'words'>): PlanEntry => ({
  giverKind: 'social-services',
  original: null,
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
  ...over,
});

const ASKED: Adoption = { answerId: 'a1', answer: null, words: null, answeredAt: null, isChanged: false };

export const PLAN: Plan = {
  id: 'p1',
  about: { givenName: 'Alva', isMe: false },
  adoption: ASKED,
  entries: [
    entry({
      ...{ id: 'e1', part: 'future', kind: 'future' },
      words: 'Om tio år har jag en egen verkstad, en hund och en lägenhet med balkong.',
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
      comments: [{ id: 'w1', text: 'Jag kan inte den 15 december.', saidAt: '2026-11-23T18:00:00Z' }],
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
    entry({ id: 'e9', part: 'strengths', kind: 'strength', words: 'Envis, och bra på att laga cyklar.' }),
    entry({ id: 'e10', part: 'worries', kind: 'risk', words: 'Kvällarna vid torget.' }),
  ],
  proposals: [
    {
      ...{ id: 'v1', text: 'Kan mormor få vara med på nästa möte?', saidAt: '2026-11-20T09:00:00Z' },
      ...{ answer: 'declined', why: 'Ja gärna, men inte på mötet den 1 december. Vi ringer henne innan.' },
    },
    {
      ...{ id: 'v2', text: 'Boxning i stället för fotboll.', saidAt: '2026-11-24T09:00:00Z' },
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
