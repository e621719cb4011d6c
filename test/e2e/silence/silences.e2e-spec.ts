/** Whoever waits sees who is silent and reminds them: units, other houses, those called and signers; and nobody else sees it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { formPlaceGroup } from '../../support/busy-area.js';
import type { GradedCase } from '../../support/case.js';
import { ANSWER, askAs, openInvestigation } from '../../support/inquiry.js';
import { openMeasuresCase, signedConsent, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const SILENT = `{ silences { kind aboutId who signerId signerInitials standsAs dueAt remindedAt remindAgainFrom hubId areaGroupId caseId caseNumber initials } }`;
const REMIND = `mutation($i: RemindInput!) { remind(input: $i) { told } }`;
const MINE = `{ myInvitations { id sequence } }`;
const SAY = `mutation($i: AnswerInvitationInput!) { answerInvitation(input: $i) { answer } }`;

let world: World;
let api: Api;
let file: JointCase;
let hubId: string;
let waiting: JointCase;
let consentId: string;
let investigated: GradedCase;
let asked: Readonly<Record<string, string>>;
const as = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });
/** Called by Anna; nobody has prepared anything. */
async function convene(caseId: string): Promise<string> {
  const [clock] = await world.behindTheLocks<{ soon: Date }>(`select clock.now() + interval '20 minutes' as soon`);
  const unitIds = ['marcus', 'lena'].map((key) => world.caller(key).unitId);
  const { conveneJoint } = await (
    await as('anna')
  ).query(`mutation($i: ConveneJointInput!) { conveneJoint(input: $i) { id } }`, {
    i: { caseId, unitIds, startsAt: clock?.soon },
  });
  return conveneJoint.id;
}
const silences = async (key: string, kind?: string): Promise<any[]> =>
  (await (await as(key)).query(SILENT)).silences.filter((one: any) => kind === undefined || one.kind === kind);

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  file = await openMeasuresCase(world);
  await signedConsent(world, file);
  hubId = await convene(file.caseId);
  waiting = await openMeasuresCase(world, { givenName: 'Vera', familyName: 'Vänteberg' });
  consentId = (await signedConsent(world, waiting, { unsignedBy: [waiting.guardianId, waiting.personId] })).id;
  investigated = await openInvestigation(world);
  asked = await askAs(world, await as('elin'), { caseId: investigated.caseId, keys: ['marcus', 'lena'] });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('those called to a meeting', () => {
  it('are waited for by name until they answer, by whoever called and by nobody else', async () => {
    const called = await silences('anna', 'invitation');
    expect(called.map(({ who }) => who).sort()).toEqual(['Lena Åsbrink', 'Marcus Dahlin'].sort());
    expect(called.every((one) => one.hubId === hubId && one.caseId === file.caseId)).toBe(true);
    for (const key of ['marcus', 'lena', 'elin']) expect(await silences(key, 'invitation')).toEqual([]);
    const lena = await as('lena');
    const [mine] = (await lena.query(MINE)).myInvitations;
    await lena.query(SAY, { i: { id: mine.id, sequence: mine.sequence, answer: 'accepted' } });
    expect((await silences('anna', 'invitation')).map(({ who }) => who)).toEqual(['Marcus Dahlin']);
    expect((await (await as('anna')).refusal(REMIND, { i: { kind: 'invitation', id: mine.id } })).code).toBe(
      'REMINDER_UNNEEDED',
    );
  });

  it('are reminded once, in words that say nothing of the case', async () => {
    const [{ aboutId: id }] = await silences('anna', 'invitation');
    const i = { kind: 'invitation', id };
    for (const key of ['marcus', 'elin', 'hassan'])
      expect([key, (await (await as(key)).refusal(REMIND, { i })).code]).toEqual([key, 'NOT_FOUND']);
    const anna = await as('anna');
    expect((await anna.query(REMIND, { i })).remind.told).toBe(1);
    expect((await anna.query(REMIND, { i })).remind.told).toBe(0);
    const [line] = await silences('anna', 'invitation');
    expect(Date.parse(line.remindAgainFrom) - Date.parse(line.remindedAt)).toBe(12 * 3_600_000);
    const { myNotices } = await (
      await as('marcus')
    ).query(`{ myNotices(first: 1) { edges { node { kind caseId } } } }`);
    expect(myNotices.edges[0].node).toEqual({ kind: 'invitation-waits', caseId: null });
  });
});

describe('units that prepare for the table', () => {
  it('are waited for by whoever leads it, with the house they belong to', async () => {
    const units = await silences('anna', 'hub-question');
    expect(units.map(({ who }) => who.includes(', '))).toEqual([true, true]);
    expect(units.every((one) => one.hubId === hubId)).toBe(true);
    const i = { kind: 'hub-question', id: units[0].aboutId };
    const { remind } = await (await as('anna')).query(REMIND, { i });
    expect(remind.told).toBeGreaterThan(0);
    const told = await world.behindTheLocks<{ case_id: string | null }>(
      `select case_id from notice where kind = 'question-asked' and effect_key like $1`,
      [`question:${i.id}:reminded:%`],
    );
    // Of another house: it is not theirs to know that there is a case.
    expect(told.map(({ case_id }) => case_id)).toEqual([null]);
  });

  it('are reminded by nobody else, nor once they have left the table or the meeting is called off or over', async () => {
    const [, { aboutId: id }] = await silences('anna', 'hub-question');
    const i = { kind: 'hub-question', id };
    const refused = async (key: string) => [key, (await (await as(key)).refusal(REMIND, { i })).code];
    for (const key of ['elin', 'marcus', 'lena']) expect(await refused(key)).toEqual([key, 'NOT_FOUND']);
    for (const [change, back] of [
      [`update hub set state = 'called-off' where id = $1`, `update hub set state = 'planned' where id = $1`],
      [`update hub set state = 'closed' where id = $1`, `update hub set state = 'planned' where id = $1`],
      [
        `update hub_party set ended_at = clock.now() where hub_id = $1`,
        `update hub_party set ended_at = null where hub_id = $1`,
      ],
    ] as const) {
      await world.behindTheLocks(change, [hubId]);
      expect(await refused('anna')).toEqual(['anna', 'NOT_FOUND']);
      await world.behindTheLocks(back, [hubId]);
    }
    expect((await (await as('anna')).query(REMIND, { i })).remind.told).toBeGreaterThan(0);
  });
});

describe('houses that are asked in an investigation', () => {
  it('are waited for by the investigator, who reminds the one and not the one that has answered', async () => {
    expect((await silences('elin', 'inquiry')).map(({ aboutId }) => aboutId).sort()).toEqual(
      Object.values(asked).sort(),
    );
    const answer = { inquiryId: asked['lena'], version: 1, knowledge: 'does-not-know', parts: [] };
    await (await as('lena')).query(ANSWER, { i: answer });
    expect((await silences('elin', 'inquiry')).map(({ aboutId }) => aboutId)).toEqual([asked['marcus']]);
    const elin = await as('elin');
    expect((await elin.query(REMIND, { i: { kind: 'inquiry', id: asked['marcus'] } })).remind.told).toBe(1);
    expect((await elin.refusal(REMIND, { i: { kind: 'inquiry', id: asked['lena'] } })).code).toBe('REMINDER_UNNEEDED');
  });

  it('do not see that they are waited for, nor remind each other', async () => {
    for (const key of ['marcus', 'lena']) {
      expect(await silences(key, 'inquiry')).toEqual([]);
      expect((await (await as(key)).refusal(REMIND, { i: { kind: 'inquiry', id: asked['marcus'] } })).code).toBe(
        'NOT_FOUND',
      );
    }
  });
});

describe('those who are to sign', () => {
  it('are waited for one by one, by initials, by who asked', async () => {
    const signers = await silences('anna', 'consent');
    expect(signers.map(({ aboutId, signerId, standsAs }) => [aboutId, signerId, standsAs]).sort()).toEqual(
      [
        [consentId, waiting.guardianId, 'guardian'],
        [consentId, waiting.personId, 'subject'],
      ].sort(),
    );
    expect(signers.find(({ standsAs }) => standsAs === 'subject')).toMatchObject({
      signerInitials: 'V V',
      initials: 'V V',
      dueAt: null,
      remindAgainFrom: null,
    });
    for (const key of ['marcus', 'lena', 'hassan']) expect(await silences(key, 'consent')).toEqual([]);
  });
});

describe('that somebody was reminded', () => {
  it('is seen by the database’s own rule only where what was asked is seen, and cannot be written for another', async () => {
    const seen = (key: string) => past(world.caller(key), `select kind from reminder order by kind`);
    expect((await seen('anna')).map(({ kind }) => kind)).toEqual(['hub-question', 'hub-question', 'invitation']);
    expect((await seen('elin')).map(({ kind }) => kind)).toContain('inquiry');
    for (const key of ['marcus', 'lena', 'hassan']) expect([key, await seen(key)]).toEqual([key, []]);
    const { branchId } = world.caller('elin');
    await expect(
      past(
        world.caller('marcus'),
        `insert into reminder (id, branch_id, kind, about_id, reminded_by) values (gen_random_uuid(), $1, 'inquiry', $2, $3) returning kind`,
        [branchId, asked['marcus'], world.caller('elin').staffId],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('has a line in the ledger', async () => {
    const lines = await world.behindTheLocks<{ kind: string }>(
      `select distinct detail ->> 'reminded' as kind from ledger_entry where action = 'change' and detail ? 'reminded' order by 1`,
    );
    expect(lines.map(({ kind }) => kind)).toEqual(['hub-question', 'inquiry', 'invitation']);
  });
});

/** Asks the database as this member of staff, past the program. */
const past = (caller: StaffCaller, sql: string, values: unknown[] = []): Promise<{ kind: string }[]> =>
  world.source.transaction(async (manager) => {
    await manager.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
        set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    return manager.query(sql, values);
  });

describe('those called to a meeting of a group about nobody', () => {
  it('are waited for and reminded by whoever leads it, with the group and no case', async () => {
    const anna = await as('anna');
    const groupId = await formPlaceGroup(world, anna);
    const [clock] = await world.behindTheLocks<{ at: Date }>(
      `select date_trunc('minute', clock.now()) + interval '3 days' as at`,
    );
    await anna.query(`mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { meetings { id } } }`, {
      i: { groupId, startsAt: clock?.at, room: 'eken', videoUrl: 'https://video.example/stationen' },
    });
    const ofGroup = async (key: string) => (await silences(key)).filter(({ areaGroupId }) => areaGroupId !== null);
    const lines = await ofGroup('anna');
    expect(lines.map(({ who }) => who)).toContain('Marcus Dahlin');
    for (const line of lines)
      expect(line).toMatchObject({
        kind: 'invitation',
        areaGroupId: groupId,
        hubId: null,
        caseId: null,
        caseNumber: null,
        initials: null,
      });
    for (const key of ['marcus', 'hassan', 'elin']) expect([key, await ofGroup(key)]).toEqual([key, []]);
    const { aboutId: id } = lines.find(({ who }) => who === 'Marcus Dahlin');
    const i = { kind: 'invitation', id };
    for (const key of ['marcus', 'elin', 'hassan'])
      expect([key, (await (await as(key)).refusal(REMIND, { i })).code]).toEqual([key, 'NOT_FOUND']);
    expect((await anna.query(REMIND, { i })).remind.told).toBe(1);
    expect((await anna.query(REMIND, { i })).remind.told).toBe(0);
    const { myNotices } = await (
      await as('marcus')
    ).query(`{ myNotices(first: 1) { edges { node { kind caseId } } } }`);
    expect(myNotices.edges[0].node).toEqual({ kind: 'invitation-waits', caseId: null });
    const marcus = await as('marcus');
    const { myInvitations } = await marcus.query(MINE);
    const mine = myInvitations.find((one: { id: string }) => one.id === id);
    await marcus.query(SAY, { i: { id, sequence: mine.sequence, answer: 'accepted' } });
    expect((await ofGroup('anna')).map(({ who }) => who)).not.toContain('Marcus Dahlin');
    expect((await anna.refusal(REMIND, { i })).code).toBe('REMINDER_UNNEEDED');
  });
});
