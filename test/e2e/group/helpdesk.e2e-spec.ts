/** The helpdesk's plan is owed ten days from the report, whatever is decided, signed or formed in between ([S1], Skellefteå). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { ANSWER, clientsOf, FORM, GROUP, NOMINATE, seat, STEP } from '../../support/group.js';
import { openMeasuresCase, signedConsent } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  await (await as('tove')).query(`mutation { adjustForm(input: { kind: "helpdesk" }) }`);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** Reported three days ago and taken up now, with what the family has signed. */
async function reported(givenName: string) {
  const file = await openMeasuresCase(world, { givenName });
  await signedConsent(world, file);
  const { nominate } = await (
    await as('elin')
  ).query(NOMINATE, {
    i: { kind: 'helpdesk', toStaffId: world.caller('anna').staffId, caseId: file.caseId, why: 'Nu är det skarpt.' },
  });
  await world.behindTheLocks(`update nomination set made_at = made_at - interval '3 days' where id = $1`, [nominate]);
  const anna = await as('anna');
  const { answerNomination } = await anna.query(ANSWER, {
    i: { nominationId: nominate, decision: 'prepare', words: 'Familjen vill.' },
  });
  const id = answerNomination.groupId as string;
  const seen = async () => (await anna.query(GROUP, { id })).group;
  const step = async (word: string, more: object = {}) =>
    anna.query(STEP, { i: { groupId: id, version: (await seen()).version, step: word, words: 'Gjort.', ...more } });
  const form = async () => {
    const members = ['anna', 'marcus', 'lena'].map((key) => seat(world, key));
    const contactStaffId = world.caller('anna').staffId;
    await anna.query(FORM, { i: { groupId: id, version: (await seen()).version, contactStaffId, members } });
  };
  const owed = () =>
    world.behindTheLocks<{ kind: string; state: string; days: number; ends: string }>(
      `select d.kind, d.state, (d.due_at at time zone 'Europe/Stockholm')::date - (n.made_at at time zone 'Europe/Stockholm')::date as days,
              to_char(d.due_at at time zone 'Europe/Stockholm', 'HH24:MI') as ends
         from deadline d, nomination n
        where n.id = $2 and d.about_id = $1 and d.kind in ('helpdesk-plan', 'group-step') order by d.starts_at`,
      [id, nominate],
    );
  return { id, step, form, owed, seen };
}

describe('the helpdesk’s plan', () => {
  it('is due at the end of the tenth day after the report, and not after the group was formed', async () => {
    const group = await reported('Signe');
    // Midnight after the tenth day is the first instant of the eleventh.
    const due = { kind: 'helpdesk-plan', state: 'open', days: 11, ends: '00:00' };
    expect(await group.owed()).toEqual([due]);
    await group.step('tried');
    await group.step('consent');
    await group.form();
    expect(await group.owed()).toEqual([due]);
    expect((await group.seen()).meeting).not.toBeNull();
    await group.step('plan');
    expect(await group.owed()).toEqual([{ ...due, state: 'met' }]);
  });

  it('is owed no longer when the group is closed without it', async () => {
    const group = await reported('Sixten');
    await group.step('close', { reason: 'moved' });
    expect(await group.owed()).toMatchObject([{ kind: 'helpdesk-plan', state: 'void' }]);
  });

  it('is due by the municipality’s own limit, which the form then shows', async () => {
    const within = async () =>
      (
        await (
          await as('tove')
        ).query(`{ keptForms { form { kind steps { step fromReport within { unit count } } } } }`)
      ).keptForms
        .find((one: any) => one.form.kind === 'helpdesk')
        .form.steps.find((one: any) => one.step === 'plan');
    expect(await within()).toMatchObject({ fromReport: true, within: { unit: 'days', count: 10 } });
    await world.behindTheLocks(
      `insert into deadline_setting (municipality_id, kind, rule) values ($1, 'helpdesk-plan', '{"days":5}')`,
      [world.caller('tove').municipalityId],
    );
    expect(await within()).toMatchObject({ within: { unit: 'days', count: 5 } });
    expect(await (await reported('Selma')).owed()).toMatchObject([{ state: 'open', days: 6 }]);
  });
});
