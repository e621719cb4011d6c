/**
 * The second lock on meeting times: what a person who asks as plain SQL, past the program, is told of when others meet. Only
 * where every seat of another house stands on a yes that they sign, and never where a protected child would be (OSL 12:3, 21:3).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { NO_REFUSALS } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { offerConsent, openFamily, type Family } from '../../support/family.js';
import { signName } from '../../support/names.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let app: Client;
let of: Family;
let others: Family;
let hubId: string;

const id = (name: string): string => of.people.get(name) ?? others.people.get(name) ?? '';

/** The hubs that each is told of. */
async function told(): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {};
  for (const name of ['Melvin', 'Linda', 'Tomas', 'Samira']) {
    await app.query('begin');
    await app.query(`select set_config('samnav.person', $1, true)`, [id(name)]);
    const { rows } = await app.query<{ hub_id: string }>(`select hub_id from caller.family_meetings()`);
    await app.query('rollback');
    found[name] = rows.some((row) => row.hub_id === hubId);
  }
  return found;
}

const ALL = { Melvin: true, Linda: true, Tomas: true, Samira: false };
const NOBODY = { Melvin: false, Linda: false, Tomas: false, Samira: false };
const CHILD_ALONE = { ...NOBODY, Melvin: true };

beforeAll(async () => {
  world = await buildWorld();
  app = new Client({ connectionString: world.database.urls.app });
  await app.connect();
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  others = await openFamily(world, ['Nora', 'Samira']);
  await offerConsent(world, others);
  const consentId = await offerConsent(world, of);
  const maria = world.caller('maria');
  for (const name of ['Melvin', 'Linda', 'Tomas'])
    await signName(world, maria, {
      consentId,
      personId: id(name),
      method: 'oral',
      language: 'sv',
      noticeVersion: NOTICE_VERSION,
      refusals: NO_REFUSALS,
      receivedBy: maria.staffId,
    });
}, 60_000);

beforeEach(async () => {
  const { municipalityId, branchId, unitId, staffId } = world.caller('maria');
  await world.behindTheLocks(`delete from hub_party`);
  await world.behindTheLocks(`delete from hub`);
  hubId = randomUUID();
  await world.behindTheLocks(
    `insert into hub (id, municipality_id, branch_id, case_id, starts_at, minutes, leader_staff_id, convened_by, kind, form, purpose)
     values ($1, $2, $3, $4, clock.now() + interval '1 hour', 30, $5, $5, 'joint', 'sig', 'support')`,
    [hubId, municipalityId, branchId, of.caseId, staffId],
  );
  await seat(unitId, branchId, 'internal');
  const marcus = world.caller('marcus');
  await seat(marcus.unitId, marcus.branchId, 'with-consent');
});

afterAll(async () => {
  await app.end();
  await world.close();
});

const seat = (unitId: string, branchId: string, terms: string): Promise<unknown> =>
  world.behindTheLocks(
    `insert into hub_party (hub_id, unit_id, branch_id, terms, invited_by) values ($1, $2, $3, $4, $5)`,
    [hubId, unitId, branchId, terms, world.caller('maria').staffId],
  );

describe('when they meet', () => {
  it('is told to those who sign the yes that they meet by, and to no other family', async () => {
    expect(await told()).toEqual(ALL);
  });

  it.each([
    ['an internal one', `update hub set kind = 'internal'`],
    ['one that is called off', `update hub set state = 'called-off', closed_at = clock.now()`],
    ['one that is over', `update hub set starts_at = clock.now() - interval '31 minutes'`],
    ['one for something that the yes does not name', `update hub set purpose = 'prevent-crime'`],
    ['a seat on an assessed ground', `update hub_party set terms = 'assessed' where terms = 'with-consent'`],
    ['no other house left', `update hub_party set ended_at = clock.now() where terms = 'with-consent'`],
    ['a time after the yes has ended', `update hub set starts_at = clock.now() + interval '8 months'`],
  ])('is told to nobody of %s', async (_, change) => {
    await world.behindTheLocks(change);
    expect(await told()).toEqual(NOBODY);
  });

  it('is told to nobody where a seat beside the others is reached by no yes', async () => {
    const petra = world.caller('petra');
    await seat(petra.unitId, petra.branchId, 'with-consent');
    expect(await told()).toEqual(NOBODY);
  });

  it.each(['marking', 'protected-registration', 'assumed-identity'])(
    'is told of a child with %s to the child alone, until somebody has found it safe',
    async (grade) => {
      await world.behindTheLocks(`update person set protection = $2 where id = $1`, [of.child, grade]);
      expect(await told()).toEqual(CHILD_ALONE);
      const { municipalityId, branchId, staffId } = world.caller('maria');
      const assessmentId = randomUUID();
      await world.behindTheLocks(
        `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria,
           item_id, decided_by, decided_as, until)
         select $1, $2, $3, $4, 'OSL 21:3', $5, lock.house($3), 'person:' || $6, '{measures-and-plan}', '{"safeForThePerson": true}',
           (select c.item_id from consent c where c.case_id = $4), $7, 'manager', clock.now() + interval '1 day'`,
        [assessmentId, municipalityId, branchId, of.caseId, of.child, id('Linda'), staffId],
      );
      expect(await told()).toEqual({ ...CHILD_ALONE, Linda: true });
      await world.behindTheLocks(`delete from assessment where id = $1`, [assessmentId]);
      await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [of.child]);
    },
  );

  it('is not told to a guardian who is one no longer', async () => {
    await world.behindTheLocks(`update custody set ends_on = '2020-01-01' where guardian_id = $1`, [id('Tomas')]);
    expect(await told()).toEqual({ ...ALL, Tomas: false });
  });
});
