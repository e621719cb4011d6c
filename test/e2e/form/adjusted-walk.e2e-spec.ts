/**
 * A form that an administrator has adjusted on the page, and nobody in a program, is walked from its nomination to its end by
 * the configuration that is kept alone: other steps, parties, meetings, words and papers than the installation's own.
 */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { adjustForm, type FormAdjustment } from '#domain/form/adjust-form.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { readForms } from '#platform/forms/read-forms.js';
import { adjustmentInput, valuesOf } from '../../../apps/web/src/form/adjustment.js';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, FORM } from '../../support/group.js';
import { formWalker, type FormWalker } from '../../support/walk-form.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(120_000);

const KIND = 'sig-rbm';
const SHOWN = `{ kind name { sv en } ages { from to } capacity must { kinds } may months { from to }
  cadence { limit { unit count } every { unit count } slot { weekday startsLocal everyWeeks firstOn } }
  meetings { meeting name { sv en } online agenda { point { sv en } minutes with } }
  steps { step name { sv en } does requires within { unit count } fromReport document { sv en } leaves optional repeats }
  documents { document name { sv en } } }`;

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
let walker: FormWalker;
let plain: CollaborationForm;
let own: CollaborationForm;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  plain = readForms().find(({ kind }) => kind === KIND)!;
  walker = await formWalker(world, api, [plain]);
  await adjust();
  const [kept] = await world.behindTheLocks<{ adjustment: FormAdjustment }>(
    `select adjustment from form_setting where kind = $1 and municipality_id = $2`,
    [KIND, world.caller('anna').municipalityId],
  );
  own = adjustForm(plain, kept!.adjustment);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** What Tove sends from the page: a youth centre must be there, no instrument, a decision less, an agenda and words of the town's own. */
async function adjust(): Promise<void> {
  const tove = await as('tove');
  const { keptForms } = await tove.query(`{ keptForms { form ${SHOWN} plain ${SHOWN} version } }`);
  const shown = keptForms.find((one: any) => one.form.kind === KIND);
  const whole = adjustmentInput(KIND, shown.version, valuesOf(shown.form, shown.plain), [shown.form, shown.plain]);
  const changed: Readonly<Record<string, object>> = {
    assess: { requires: ['reasons'], within: { unit: 'weeks', count: 2 }, nameSv: 'Bedömning på plats' },
    plan: { requires: ['reasons', 'contact'], document: 'agreement' },
    parties: { optional: true },
  };
  const input = {
    ...whole,
    nameSv: 'Ekvallas grupp',
    agesFrom: 12,
    agesTo: 25,
    room: 2,
    every: { unit: 'weeks', count: 1 },
    limit: { unit: 'weeks', count: 2 },
    must: [...whole.must!, { kinds: ['leisure'] }],
    may: whole.may!.filter((one) => one !== 'leisure'),
    without: ['decide'],
    steps: whole.steps!.map((one) => ({ ...one, ...changed[one.step] })),
    meetings: [
      {
        meeting: 'own-1',
        nameSv: 'Torsdagsmötet',
        online: true,
        agenda: [
          { pointSv: 'Vi som arbetar', minutes: 30, with: 'professionals' },
          { pointSv: 'Tillsammans', minutes: 25, with: 'everyone' },
        ],
      },
    ],
    documents: [...whole.documents!, { document: 'agreement', nameSv: 'Vårt kontrakt' }],
  };
  await tove.query(`mutation($i: AdjustFormInput!) { adjustForm(input: $i) }`, { i: input });
}

it('is another form than the installation’s in each part that the page can change', () => {
  const words = (form: CollaborationForm) => form.steps.filter(({ optional }) => !optional).map(({ step }) => step);
  expect(words(own)).toEqual(words(plain).filter((step) => step !== 'decide' && step !== 'parties'));
  expect(own).toMatchObject({ ages: { from: 12, to: 25 }, capacity: 2, cadence: { limit: { count: 2 } } });
  expect(own.parties.must).toHaveLength(plain.parties.must.length + 1);
  expect(own.meetings.map(({ name }) => name.sv)).toEqual(['Torsdagsmötet']);
});

it('is walked from its nomination to its end by what is kept', async () => {
  const refusedAt: string[] = [];
  const group = await walker.walk(own, async (walked, step) => {
    if (step.does !== 'form') return;
    // A member less than the town has set is a group that is not formed.
    const { version } = await walked.seenBy('anna');
    const anna = world.caller('anna').staffId;
    const members = walker.seatsOf(own).slice(0, -1);
    const i = { groupId: walked.id, version, contactStaffId: anna, members, words: 'Nu.' };
    refusedAt.push((await (await as('anna')).refusal(FORM, { i })).code);
  });
  expect(refusedAt).toEqual(['PARTIES_MISSING']);
  const end = await group.seenBy('anna');
  expect(end.standing).toBe('followed-up');
  const acts = end.acts.filter(({ passed }: any) => passed !== undefined);
  expect(acts.flatMap(({ passed }: any) => passed)).toEqual([]);
  const taken = acts.map(({ word }: { word: string }) => word);
  expect(taken.filter((word: string) => word === 'meet')).toHaveLength(2);
  for (const word of ['decide', 'parties']) expect([word, taken.includes(word)]).toEqual([word, false]);
  for (const { step } of own.steps.filter(({ optional }) => !optional))
    expect([step, taken.includes(step)]).toEqual([step, true]);
  // The town’s own cadence: the installation’s is three weeks.
  const [clock] = await world.behindTheLocks<{ n: number; within: boolean }>(
    `select count(*)::int as n, bool_and(due_at - starts_at < interval '16 days') as within
     from deadline where about_id = $1 and kind = 'sig-meeting'`,
    [group.id],
  );
  expect([clock!.n > 1, clock!.within]).toEqual([true, true]);
});

it('leaves the town’s own papers, by the names that it gave them', async () => {
  const [row] = await world.behindTheLocks<{ id: string }>(`select id from collaboration_group where kind = $1`, [
    KIND,
  ]);
  const paper = await (await as('anna')).fetch(`/documents/group/${row!.id}/agreement`);
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect((await (await as('anna')).fetch(`/documents/group/${row!.id}/picture`)).status).toBe(404);
});
