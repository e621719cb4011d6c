/**
 * When the ground of a seat ends, so do the seat, the work on the case, the invitation and the mail that is still to leave:
 * by time alone where an assessment has run out, and in every case about the person where a consent is taken back (OSL 10:1, 10:18 a).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecheckSeats } from '#use-cases/consent/recheck-seats.js';
import { settleMeeting } from '#use-cases/invitation/settle-meeting.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { seatsOnAssessment } from '../../support/assessed-seats.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const reconcile = () =>
  new RecheckSeats(world.asCaller).reconcile({ kind: 'service', name: 'consents', requestId: 'test' });

/** What is left of somebody in the group and at its table. */
const leftOf = async (group: GroupUnderTest, hubId: string, key: string) => {
  const { staffId } = world.caller(key);
  const [row] = await world.behindTheLocks<Record<string, unknown>>(
    `select (select end_reason from group_member where group_id = $1 and staff_id = $3) as seat,
       (select count(*)::int from assignment where case_id = $4 and staff_id = $3 and (ends_at is null or ends_at > clock.now())) as work,
       (select count(*)::int from hub_party where hub_id = $2 and staff_id = $3 and ended_at is null) as place,
       (select count(*)::int from invitation where hub_id = $2 and staff_id = $3 and cancelled_at is null) as invited,
       (select count(*)::int from invitation_mail m join invitation i on i.id = m.invitation_id
          where i.hub_id = $2 and i.staff_id = $3 and m.method = 'request' and m.state = 'waiting') as mails`,
    [group.id, hubId, staffId, group.file.caseId],
  );
  return row;
};
const ALL = { seat: null, work: 1, place: 1, invited: 1, mails: 1 };
const NOTHING = { work: 0, place: 0, invited: 0, mails: 0 };

const meetingOf = async (givenName: string) => {
  const group = await formedGroup(world, api, { givenName });
  await group.step('plan', { words: 'Skola varje dag.' });
  return { group, hubId: (await convenedMeeting(world, group)).hubId };
};

describe('when a ground ends', () => {
  it('a seat in any case about the person goes with the consent, in that instant', async () => {
    const { group, hubId } = await meetingOf('Tindra');
    // The consent was asked for in another case about the same child.
    const { municipalityId, branchId, staffId } = world.caller('anna');
    const other = randomUUID();
    await world.behindTheLocks(
      `insert into case_file (id, municipality_id, branch_id, person_id) values ($1, $2, $3, $4)`,
      [other, municipalityId, branchId, group.file.personId],
    );
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordination')`,
      [other, branchId, staffId],
    );
    await world.behindTheLocks(
      `with quiet as materialized (select set_config('session_replication_role', 'replica', true))
       update consent set case_id = $2 from quiet where id = $1`,
      [group.consent.id, other],
    );
    expect(await leftOf(group, hubId, 'marcus')).toEqual(ALL);
    await group.consent.withdraw(group.file.guardianId);
    for (const key of ['marcus', 'lena'])
      expect(await leftOf(group, hubId, key)).toEqual({ seat: 'consent-gone', ...NOTHING });
    expect(await leftOf(group, hubId, 'anna')).toMatchObject({ seat: null, place: 1 });
  }, 60_000);

  it('a seat goes with the assessment that is lifted, in that instant, and the others stay', async () => {
    const { group, hubId } = await meetingOf('Minna');
    await seatsOnAssessment(world, group, { police: 60, school: 24 * 60 });
    const { branchId, staffId } = world.caller('birgitta');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
      [group.file.caseId, branchId, staffId],
    );
    const [made] = await world.behindTheLocks<{ id: string }>(
      `select id from assessment where case_id = $1 and ground = 'OSL 10:18a'`,
      [group.file.caseId],
    );
    await (
      await api.as({ id: staffId })
    ).query(`mutation($i: LiftAssessmentInput!) { liftAssessment(input: $i) }`, {
      i: { id: made?.id, reasons: 'Risken finns inte längre.' },
    });
    expect(await leftOf(group, hubId, 'marcus')).toEqual({ seat: 'ground-gone', ...NOTHING });
    expect(await leftOf(group, hubId, 'lena')).toEqual(ALL);
    expect(await reconcile()).toBe(0);
  }, 60_000);

  it('nothing ends while the assessment holds, and all of it once it has run out', async () => {
    const { group, hubId } = await meetingOf('Malte');
    await seatsOnAssessment(world, group, { police: 60, school: 24 * 60 });
    expect(await reconcile()).toBe(0);
    expect(await leftOf(group, hubId, 'marcus')).toEqual(ALL);
    await world.database.moveClock('70 minutes');
    await world.behindTheLocks(`update hub set starts_at = clock.now() + interval '1 hour' where id = $1`, [hubId]);
    // Whoever is about to be called is weighed by the ground alone, before anything has ended the seat.
    await world.asCaller.run({ kind: 'service', name: 'deadlines', requestId: 'test' }, (tx) =>
      settleMeeting(tx, hubId),
    );
    expect(await leftOf(group, hubId, 'marcus')).toMatchObject({ seat: null, invited: 0, mails: 0 });
    expect(await leftOf(group, hubId, 'lena')).toMatchObject({ seat: null, invited: 1 });
    expect(await reconcile()).toBe(1);
    expect(await leftOf(group, hubId, 'marcus')).toEqual({ seat: 'ground-gone', ...NOTHING });
    expect(await leftOf(group, hubId, 'lena')).toMatchObject({ seat: null, work: 1, place: 1, invited: 1 });
    expect(await reconcile()).toBe(0);
    const told = await world.behindTheLocks(
      `select 1 from notice where staff_id = $1 and kind = 'not-needed' and created_at > clock.now() - interval '1 minute'`,
      [world.caller('marcus').staffId],
    );
    expect(told.length).toBeGreaterThan(0);
  }, 60_000);
});
