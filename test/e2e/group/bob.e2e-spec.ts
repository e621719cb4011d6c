/**
 * A council on an assessed ground: whoever sits there learns whom it is about, on the ground that has been assessed and for
 * what it is for, and no more once somebody has found otherwise (OSL 10:18 a).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { ANSWER, clientsOf, FORM, GROUP, NOMINATE, preparatoryDecision, seat, STEP } from '../../support/group.js';
import { CONVENE, soon } from '../../support/group-meeting.js';
import { openMeasuresCase, POLICE, SOC, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(60_000);

let world: World;
let api: Api;
let file: JointCase;
let groupId: string;
let as: ReturnType<typeof clientsOf>;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  file = await openMeasuresCase(world, { givenName: 'Melvin' });
  await world.behindTheLocks(
    `with g as (insert into agreement (id, municipality_id, form, starts_on, ends_on, signed_by) values (gen_random_uuid(), $1, 'bob', '2026-01-01', '2027-12-31', 'Kommundirektören') returning id)
     insert into agreement_party (agreement_id, branch_id) select g.id, b.id from g, branch b where b.municipality_id = $1`,
    [world.caller('anna').municipalityId],
  );
  const elin = await as('elin');
  const { nominate } = await elin.query(NOMINATE, {
    i: { kind: 'bob', toStaffId: world.caller('anna').staffId, caseId: file.caseId, why: 'Dras in.' },
  });
  const anna = await as('anna');
  const { answerNomination } = await anna.query(ANSWER, {
    i: {
      nominationId: nominate,
      decision: 'prepare',
      words: 'Läget är allvarligt.',
      preparatory: await preparatoryDecision(world, api),
    },
  });
  groupId = answerNomination.groupId;
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const seenBy = async (key: string) => (await (await as(key)).query(GROUP, { id: groupId })).group;
const next = async () => ({ groupId, version: (await seenBy('anna')).version });

const assess = (criteria: object, days: number) => {
  const { municipalityId, branchId, staffId } = world.caller('anna');
  return world.behindTheLocks(
    `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by, decided_as, until)
     values (gen_random_uuid(), $1, $2, $3, 'OSL 10:18a', $4, $5, $6, '{nomination}', $7, $8, 'manager', clock.now() + make_interval(days => $9))`,
    [municipalityId, branchId, file.caseId, file.personId, SOC, POLICE, JSON.stringify(criteria), staffId, days],
  );
};

const givenOn = async () =>
  (
    await world.behindTheLocks<{ ground: string; purpose: string }>(
      `select h.ground, h.purpose from share h join collaboration_group g on g.nomination_item_id = h.item_id
       where g.id = $1 and h.to_branch_id = $2 and h.in_force @> clock.now()`,
      [groupId, world.caller('marcus').branchId],
    )
  ).map(({ ground, purpose }) => [ground, purpose]);

describe('Bob', () => {
  it('is not begun on a recorded no', async () => {
    await assess({ concreteCircumstances: true, notUnsuitable: false }, 180);
    const anna = await as('anna');
    expect((await anna.refusal(STEP, { i: { ...(await next()), step: 'assess', words: 'Prövad.' } })).code).toBe(
      'GROUND_MISSING',
    );
  });

  it('tells the police whom it is about when they take their seat, on the assessed ground', async () => {
    await assess({ concreteCircumstances: true, notUnsuitable: true }, 5);
    const anna = await as('anna');
    await anna.query(STEP, { i: { ...(await next()), step: 'assess', words: 'Prövad.' } });
    const members = [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus')];
    const contactStaffId = world.caller('anna').staffId;
    await anna.query(FORM, { i: { ...(await next()), contactStaffId, members, words: 'Nu.' } });
    expect((await seenBy('marcus')).about).toMatchObject({ told: expect.stringContaining('Melvin') });
    expect(await givenOn()).toEqual([['OSL 10:18a', 'prevent-crime']]);
  });

  it('and when they are called to its meeting, if it was not theirs any more', async () => {
    await world.behindTheLocks(
      `update share set given = 'empty' where item_id = (select nomination_item_id from collaboration_group where id = $1)`,
      [groupId],
    );
    expect((await seenBy('marcus')).about.told).toBeNull();
    const anna = await as('anna');
    const startsAt = await soon(world);
    const i = { ...(await next()), startsAt, reason: null };
    await anna.query(CONVENE, { i });
    expect((await seenBy('marcus')).about).toMatchObject({ told: expect.stringContaining('Melvin') });
    expect(await givenOn()).toEqual([['OSL 10:18a', 'prevent-crime']]);
  });

  it('is not there for them when the yes has run out, though a no runs on', async () => {
    await world.database.moveClock('6 days');
    // Sessions have run out as well.
    as = clientsOf(world, api);
    expect((await (await as('marcus')).refusal(GROUP, { id: groupId })).code).toBe('NOT_FOUND');
    expect(await givenOn()).toEqual([]);
    expect((await seenBy('anna')).id).toBe(groupId);
  });
});
