/** A municipality adjusts its forms without a program, and what an agreement that has lapsed stops ([S0, S1]). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, FORM, formedGroup, NOMINATE, prepareGroup, seat, STEP } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';
import { adjustmentInput, valuesOf } from '../../../apps/web/src/form/adjustment.js';

const KEPT = `{ keptForms { form { kind capacity ages { from to } cadence { limit { unit count } slot { weekday startsLocal } } steps { step } } adjustedBy version mayRun leftOut { step } } }`;
const FORM_SHOWN = `{ kind name { sv en } ages { from to } capacity must { kinds } may months { from to }
  cadence { limit { unit count } every { unit count } slot { weekday startsLocal everyWeeks firstOn } }
  meetings { meeting name { sv en } online agenda { point { sv en } minutes with } }
  steps { step name { sv en } does requires within { unit count } fromReport document { sv en } leaves optional repeats }
  documents { document name { sv en } } }`;
const PREVIEW = `query($i: AdjustFormInput!) { formPreview(input: $i) ${FORM_SHOWN} }`;
const ADJUST = `mutation($i: AdjustFormInput!) { adjustForm(input: $i) }`;

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
const kept = async (kind: string) =>
  (await (await as('tove')).query(KEPT)).keptForms.find((one: any) => one.form.kind === kind);
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a form of a municipality', () => {
  it('is as the town’s file has it, until an administrator sets otherwise', async () => {
    expect(await kept('sig')).toMatchObject({
      adjustedBy: 'town-file',
      version: 0,
      mayRun: 'runs',
      form: { capacity: 6, ages: { from: 12, to: 20 }, cadence: { slot: { weekday: 2, startsLocal: '15:00' } } },
    });
    expect(await kept('helpdesk')).toMatchObject({ adjustedBy: 'nobody', mayRun: 'not-taken-up' });
    expect(await kept('gvi')).toMatchObject({ mayRun: 'no-agreement' });
    expect(await kept('mash-1')).toMatchObject({ mayRun: 'not-needed' });
  });

  it('is shown before it applies, and refused where it could not be run', async () => {
    const tove = await as('tove');
    const { formPreview } = await tove.query(PREVIEW, {
      i: {
        kind: 'sig',
        agesFrom: 15,
        agesTo: 25,
        limit: { unit: 'weeks', count: 3 },
        room: 9,
      },
    });
    expect(formPreview).toMatchObject({ ages: { from: 15, to: 25 }, capacity: 9, cadence: { limit: { count: 3 } } });
    // A limit alone leaves how often the group meets as it was.
    expect(formPreview.cadence.every).toEqual({ unit: 'weeks', count: 2 });
    // Those who lead meet in a group of their own, by its own cadence; the young people's groups have no such meeting.
    const leading = await tove.query(PREVIEW, { i: { kind: 'steering', limit: { unit: 'weeks', count: 5 } } });
    expect(leading.formPreview.cadence).toMatchObject({ limit: { count: 5 } });
    const refused = async (i: object) =>
      (await tove.refusal(PREVIEW, { i: { kind: 'sig', ...i } })).faults.map(({ field }) => field);
    expect(await refused({ agesFrom: 20, agesTo: 12 })).toEqual(['agesTo']);
    expect(await refused({ limit: { unit: 'weeks', count: 2 }, slotWeekday: 2, slotEveryWeeks: 4 })).toEqual(
      expect.arrayContaining(['slotEveryWeeks']),
    );
    expect(await refused({ without: ['form'] })).toEqual(expect.arrayContaining(['without']));
    expect(await refused({ without: ['consent'] })).toEqual(expect.arrayContaining(['without']));
    expect((await tove.refusal(PREVIEW, { i: { kind: 'sip' } })).code).toBe('FORM_UNKNOWN');
    expect((await kept('sig')).version).toBe(0);
  });

  it('is shown over what the town’s file has, and every form sent back as it is shown is that very form', async () => {
    const tove = await as('tove');
    const { keptForms } = await tove.query(`{ keptForms { form ${FORM_SHOWN} plain ${FORM_SHOWN} version } }`);
    expect(keptForms.length).toBeGreaterThan(15);
    for (const { form, plain, version } of keptForms) {
      const input = adjustmentInput(form.kind, version, valuesOf(form, plain), [form, plain]);
      const { formPreview } = await tove.query(PREVIEW, { i: input });
      expect(formPreview).toEqual(form);
    }
  });

  it('applies to the next group, is nobody’s to overwrite unseen, and goes back to the town’s file', async () => {
    const tove = await as('tove');
    await tove.query(ADJUST, {
      i: {
        kind: 'sig',
        version: 0,
        room: 1,
        agesFrom: 13,
        agesTo: 20,
        limit: { unit: 'weeks', count: 4 },
        without: ['plan'],
      },
    });
    expect((await tove.refusal(ADJUST, { i: { kind: 'sig', version: 0, room: 7 } })).code).toBe('CHANGED_MEANWHILE');
    expect(await kept('sig')).toMatchObject({ adjustedBy: 'administrator', version: 1, leftOut: [{ step: 'plan' }] });
    const first = await formedGroup(world, api, { givenName: 'Ett' });
    expect((await first.seenBy('anna')).steps.map((one: any) => one.step.step)).not.toContain('plan');
    const second = await prepareGroup(world, api, { givenName: 'Tva' });
    await second.step('consent');
    const { version } = await second.seenBy('anna');
    const members = ['anna', 'marcus', 'lena'].map((key) => seat(world, key));
    const i = { groupId: second.id, version, contactStaffId: world.caller('anna').staffId, members };
    expect(await (await as('anna')).refusal(FORM, { i })).toMatchObject({
      code: 'NO_ROOM',
      message: expect.stringContaining('1'),
    });
    await tove.query(`mutation { resetForm(kind: "sig", version: 1) }`);
    expect(await kept('sig')).toMatchObject({ adjustedBy: 'town-file', form: { capacity: 6 } });
    const [line] = await world.behindTheLocks(
      `select 1 from ledger_entry where detail->>'form' = 'sig' and detail->>'adjustment' = 'removed'`,
    );
    expect(line).toBeDefined();
  });

  it('gives the last place to one of two who take it at once', async () => {
    const [{ taken }] = (await world.behindTheLocks<{ taken: number }>(
      `select count(*)::int as taken from collaboration_group where kind = 'sig' and standing in ('active','paused','placed')`,
    )) as [{ taken: number }];
    await (await as('tove')).query(ADJUST, { i: { kind: 'sig', version: 0, room: taken + 1 } });
    const both = [
      await prepareGroup(world, api, { givenName: 'Kaj' }),
      await prepareGroup(world, api, { givenName: 'Kim' }),
    ];
    for (const group of both) await group.step('consent');
    const anna = await as('anna');
    const members = ['anna', 'marcus', 'lena'].map((key) => seat(world, key));
    const outcomes = await Promise.all(
      both.map(async (group) => {
        const { version } = await group.seenBy('anna');
        const i = { groupId: group.id, version, contactStaffId: world.caller('anna').staffId, members };
        return anna.query(FORM, { i }).then(
          () => 'formed',
          (refused: Error) => refused.message.split(':')[0],
        );
      }),
    );
    expect(outcomes.sort()).toEqual(['NO_ROOM', 'formed']);
    await (await as('tove')).query(`mutation { resetForm(kind: "sig", version: 1) }`);
  });

  it('is kept by administrators and managers alone', async () => {
    expect((await (await as('anna')).refusal(KEPT)).code).toBe('NOT_ALLOWED');
    expect((await (await as('marcus')).refusal(ADJUST, { i: { kind: 'sig', version: 0 } })).code).toBe('NOT_ALLOWED');
    expect((await (await as('birgitta')).query(KEPT)).keptForms.length).toBeGreaterThan(15);
  });
});

describe('an agreement that has lapsed', () => {
  it('stops nominations, steps and meetings, and lets a group rest and close', async () => {
    const group = await formedGroup(world, api, { givenName: 'Lova' });
    const anna = await as('anna');
    await world.behindTheLocks(
      `update agreement set starts_on = '2020-01-01', ends_on = '2020-12-31' where form = 'sig'`,
    );
    try {
      expect(await group.seenBy('anna')).toMatchObject({ agreement: 'not-in-force' });
      const { version } = await group.seenBy('anna');
      const step = (word: string, more: object = {}) => ({ i: { groupId: group.id, version, step: word, ...more } });
      expect((await anna.refusal(STEP, step('meet', { reason: 'urgent' }))).code).toBe('NO_AGREEMENT_IN_FORCE');
      expect((await anna.refusal(NOMINATE, { i: { kind: 'sig', toStaffId: world.caller('anna').staffId } })).code).toBe(
        'NO_AGREEMENT_IN_FORCE',
      );
      expect((await kept('sig')).mayRun).toBe('not-in-force');
      await anna.query(STEP, step('close', { words: 'Överenskommelsen förnyades inte.', reason: 'agreement-lapsed' }));
      expect((await group.seenBy('anna')).standing).toBe('closed');
    } finally {
      await world.behindTheLocks(
        `update agreement set starts_on = '2026-01-01', ends_on = '2027-12-31' where form = 'sig'`,
      );
    }
  });

  it('is told where one party of the group is not named in it', async () => {
    const group = await prepareGroup(world, api, { givenName: 'Sixten' });
    await group.step('consent');
    const { version } = await group.seenBy('anna');
    await world.behindTheLocks(
      `delete from agreement_party p using agreement a where a.id = p.agreement_id and a.form = 'sig' and p.branch_id = $1`,
      [world.caller('lena').branchId],
    );
    const members = ['anna', 'marcus', 'lena'].map((key) => seat(world, key));
    const i = { groupId: group.id, version, contactStaffId: world.caller('anna').staffId, members };
    expect((await (await as('anna')).refusal(FORM, { i })).code).toBe('AGREEMENT_WITHOUT_PARTY');
  });
});

describe('a form of a municipality, once more', () => {
  it('is adjusted in every part, each with what is wrong told at its own field', async () => {
    const tove = await as('tove');
    const { form, plain } = (
      await tove.query(`{ keptForms { form ${FORM_SHOWN} plain ${FORM_SHOWN} } }`)
    ).keptForms.find((one: any) => one.form.kind === 'sig');
    const whole = adjustmentInput('sig', 0, valuesOf(form, plain), [form, plain]);
    const at = (step: string) => plain.steps.findIndex((one: any) => one.step === step);
    const steps = (step: string, change: object) =>
      whole.steps!.map((one) => (one.step === step ? { ...one, ...change } : one));
    const [meeting] = whole.meetings!;
    const refused = async (change: object) =>
      (await tove.refusal(PREVIEW, { i: { ...whole, ...change } })).faults.map(({ field }) => field);
    expect(await refused({ slotEveryWeeks: 2, slotFirstOn: '2026-12-02', limit: { unit: 'weeks', count: 4 } })).toEqual(
      ['slotFirstOn'],
    );
    expect(
      await refused({ every: { unit: 'weeks', count: 3 }, slotWeekday: null, limit: { unit: 'days', count: 8 } }),
    ).toEqual(['limit']);
    expect(await refused({ meetings: [{ ...meeting!, agenda: [] }] })).toEqual(['meetings.0.agenda']);
    expect(await refused({ meetings: [] })).toEqual(['meetings']);
    expect(await refused({ meetings: [meeting!, meeting!] })).toEqual(['meetings.1.name']);
    expect(await refused({ must: [{ kinds: ['police'] }, { kinds: [] }] })).toEqual(['must.1']);
    expect(await refused({ must: [] })).toEqual(['must']);
    // The law's own stays, wherever the form asks for it.
    expect(await refused({ steps: steps('meet', { requires: ['agreement'] }) })).toEqual([
      `steps.${at('meet')}.requires`,
    ]);
    expect(await refused({ documents: whole.documents!.filter(({ document }) => document !== 'plan') })).toEqual([
      `steps.${at('plan')}.document`,
    ]);
    expect(
      (await tove.refusal(PREVIEW, { i: { ...whole, documents: [{ document: 'poem', nameSv: 'Dikt' }] } })).code,
    ).toBe('BAD_REQUEST');
    // A step that is left out moves no other one's field.
    expect(await refused({ without: ['plan'], steps: steps('close', { document: 'picture' }) })).toEqual([
      `steps.${at('close')}.document`,
    ]);
    const wanted = {
      ...whole,
      slotWeekday: 4,
      slotStarts: '13:30',
      slotEveryWeeks: 2,
      slotFirstOn: '2026-12-03',
      limit: { unit: 'weeks', count: 3 },
      must: [{ kinds: ['social-services'] }, { kinds: ['police'] }],
      meetings: [
        {
          ...meeting!,
          agenda: [
            { pointSv: 'Läget', minutes: 20, with: 'professionals' },
            { pointSv: 'Med familjen', minutes: 40, with: 'everyone' },
          ],
        },
        {
          meeting: 'own-1',
          nameSv: 'Avstämning',
          online: true,
          agenda: [{ pointSv: 'Kort läge', minutes: 15, with: 'professionals' }],
        },
      ],
      steps: steps('plan', {
        requires: ['reasons', 'contact'],
        within: { unit: 'weeks', count: 2 },
        nameSv: 'Planen på plats',
      }),
      documents: whole.documents!.map((one) => (one.document === 'plan' ? { ...one, nameSv: 'Framtidsplan' } : one)),
    };
    const { formPreview } = await tove.query(PREVIEW, { i: wanted });
    expect(formPreview).toMatchObject({
      cadence: {
        every: { unit: 'weeks', count: 2 },
        limit: { unit: 'weeks', count: 3 },
        slot: { weekday: 4, startsLocal: '13:30', everyWeeks: 2, firstOn: '2026-12-03' },
      },
      must: [{ kinds: ['social-services'] }, { kinds: ['police'] }],
    });
    await tove.query(ADJUST, { i: wanted });
    const [now] = (await tove.query(`{ keptForms { form ${FORM_SHOWN} version changedByName } }`)).keptForms.filter(
      (one: any) => one.form.kind === 'sig',
    );
    expect(now).toMatchObject({ version: 1, changedByName: expect.any(String) });
    expect(now.form).toEqual(formPreview);
    // And that is what a group under it is: without a school, with the town's agenda and words.
    const group = await prepareGroup(world, api, { givenName: 'Egon' });
    await group.step('consent');
    const { version } = await group.seenBy('anna');
    const members = ['anna', 'marcus'].map((key) => seat(world, key));
    const i = { groupId: group.id, version, contactStaffId: world.caller('anna').staffId, members };
    await (await as('anna')).query(FORM, { i });
    const seen = await group.seenBy('anna');
    expect(seen).toMatchObject({ standing: 'active', missing: [] });
    expect(new Date(seen.meeting.proposed).getUTCDay()).toBe(4);
    expect(seen.steps.find((one: any) => one.isNext).step.step).toBe('plan');
    await tove.query(`mutation { resetForm(kind: "sig", version: 1) }`);
  });
});
