/**
 * A young person moves to another municipality: what the care needs goes by the gate, the other coordinator takes over with
 * a case of their own, every seat ends here in that instant, and nothing else follows ([S1]; OSL 26:9, 8:1).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { openAnotherTown, type AnotherTown } from '../../support/another-town.js';
import { formedGroup, GROUP, MOVE, type GroupUnderTest } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `query($id: ID!) { relocationOfGroup(groupId: $id) { version standing staying targets { branchId municipality }
  hindrance things { itemId category text } offers { id version answer reason withdrawnAt things ground } } }`;
const OFFER = `mutation($i: OfferRelocationInput!) { offerRelocation(input: $i) { offers { id version } } }`;
const BACK = `mutation($i: TakeBackRelocationInput!) { takeBackRelocation(input: $i) }`;
const INCOMING = `{ incomingRelocations { id fromName fromTown things answer withdrawnAt } }`;
const OPEN = `query($id: ID!) { incomingRelocation(id: $id) { relocation { version answer withdrawnAt } name born told { category text ground } caseId } }`;
const ANSWER = `mutation($i: AnswerRelocationInput!) { answerRelocation(input: $i) { relocation { answer } name caseId } }`;

let world: World;
let api: Api;
let there: AnotherTown;
let olle: ApiClient;
beforeAll(async () => {
  world = await buildWorld();
  there = await openAnotherTown(world);
  api = await startApi(world.database);
  olle = await api.as({ id: there.coordinatorId });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** A group whose young person moves; Elin may decide what goes. */
async function movingGroup(givenName: string): Promise<{ group: GroupUnderTest; elin: ApiClient; anna: ApiClient }> {
  const group = await formedGroup(world, api, { givenName });
  await group.step('plan', { words: 'Målet är att gå hela terminen.' });
  const anna = await group.as('anna');
  const { version } = await group.seenBy('anna');
  await anna.query(MOVE, { i: { groupId: group.id, version, move: 'move', reason: 'other-municipality' } });
  return { group, elin: await group.as('elin'), anna };
}

const page = async (client: ApiClient, id: string) => (await client.query(PAGE, { id })).relocationOfGroup;

async function offer(client: ApiClient, id: string, more: object = {}): Promise<{ id: string; version: number }> {
  const { version, things } = await page(client, id);
  const plan = things.find(({ category }: any) => category === 'measures-and-plan');
  const { offerRelocation } = await client.query(OFFER, {
    i: {
      groupId: id,
      version,
      toBranchId: there.branchId,
      itemIds: [plan.itemId],
      neededForCare: true,
      reasons: 'Stödet måste fortsätta utan avbrott.',
      ...more,
    },
  });
  return offerRelocation.offers[0];
}

describe('an offer', () => {
  it('is for whoever may assess, of a group that moves, and says what is missing at its field', async () => {
    const { group, elin, anna } = await movingGroup('Disa');
    const { version, targets, things } = await page(elin, group.id);
    expect((await page(elin, group.id)).hindrance).toBeNull();
    expect(targets).toEqual([{ branchId: there.branchId, municipality: 'Örebro kommun' }]);
    expect(things.map(({ text }: any) => text)).toContain('Målet är att gå hela terminen.');
    const i = { groupId: group.id, version, toBranchId: '', itemIds: [], neededForCare: false, reasons: ' ' };
    expect((await elin.refusal(OFFER, { i })).faults.map(({ field, code }: any) => `${field} ${code}`)).toEqual([
      'toBranchId CHOOSE_ONE',
      'neededForCare RELOCATION_NEEDS_CARE',
      'reasons REASONS_MISSING',
    ]);
    expect((await anna.refusal(OFFER, { i })).code).toBe('NOT_ALLOWED');
    expect((await (await group.as('marcus')).refusal(PAGE, { id: group.id })).code).toBe('NOT_FOUND');
    expect((await olle.refusal(PAGE, { id: group.id })).code).toBe('NOT_FOUND');
    // A plan that stands on a grown person's yes does not go on a child's ground, and nothing goes while the group runs here.
    const running = await formedGroup(world, api, { givenName: 'Joar' });
    const seen = await page(await running.as('elin'), running.id);
    const full = { toBranchId: there.branchId, itemIds: [], neededForCare: true, reasons: 'Flyttar.' };
    expect((await elin.refusal(OFFER, { i: { ...full, groupId: running.id, version: seen.version } })).code).toBe(
      'RELOCATION_NOT_MOVED',
    );
    await world.behindTheLocks(`update person set born = '2004-01-01' where id = $1`, [group.file.personId]);
    expect((await elin.refusal(OFFER, { i: { ...full, groupId: group.id, version } })).code).toBe('RELOCATION_ADULT');
    // Said before anybody has written why.
    expect((await page(elin, group.id)).hindrance).toBe('adult');
    await world.behindTheLocks(`update person set born = '2011-01-01', protection = 'assumed-identity' where id = $1`, [
      group.file.personId,
    ]);
    expect((await elin.refusal(OFFER, { i: { ...full, groupId: group.id, version } })).code).toMatch(
      /RELOCATION_PROTECTED|NOT_FOUND/,
    );
  });

  it('shows nobody whom it is about before it is opened, and each telling has its line', async () => {
    const { group, elin } = await movingGroup('Milo');
    const { id } = await offer(elin, group.id);
    const { incomingRelocations } = await olle.query(INCOMING);
    const row = incomingRelocations.find((one: any) => one.id === id);
    expect(row).toMatchObject({ fromTown: 'Ekvalla kommun', things: 2, answer: null });
    const { incomingRelocation } = await olle.query(OPEN, { id });
    expect(incomingRelocation).toMatchObject({
      name: 'Milo Provberg',
      told: [{ category: 'measures-and-plan', text: 'Målet är att gå hela terminen.', ground: 'OSL 26:9' }],
      caseId: null,
    });
    const lines = await world.behindTheLocks<{ action: string; ground: string; n: number }>(
      `select action, ground, count(*)::int as n from ledger_entry where case_id = $1 and detail ->> 'relocationId' = $2
       and action in ('disclose','read') group by 1, 2 order by 1`,
      [group.file.caseId, id],
    );
    expect(lines).toEqual([
      { action: 'disclose', ground: 'OSL 26:9', n: 2 },
      { action: 'read', ground: 'OSL 26:9', n: 3 },
    ]);
    const shares = await world.behindTheLocks<{ by: string; purpose: string }>(
      `select h.decided_by as by, h.purpose from share h join relocated_item x on x.share_id = h.id where x.relocation_id = $1`,
      [id],
    );
    expect(shares).toEqual(Array(2).fill({ by: world.caller('elin').staffId, purpose: 'support' }));
    // Nobody else there, and nothing of the case beside it.
    const stranger = await olle.refusal(`query($id: ID!) { case(id: $id) { id } }`, { id: group.file.caseId });
    expect(stranger.code).toBe('NOT_FOUND');
    expect((await olle.refusal(GROUP, { id: group.id })).code).toBe('NOT_FOUND');
  });

  it('closes there at once when it is taken back, and can be made again', async () => {
    const { group, elin } = await movingGroup('Ture');
    const made = await offer(elin, group.id);
    await expect(offer(elin, group.id)).rejects.toThrow('RELOCATION_STANDS');
    await elin.query(BACK, { i: made });
    const { incomingRelocation } = await olle.query(OPEN, { id: made.id });
    expect(incomingRelocation).toMatchObject({ name: null, told: [] });
    expect((await olle.refusal(ANSWER, { i: { id: made.id, version: 2, answer: 'accepted' } })).code).toBe(
      'RELOCATION_WITHDRAWN',
    );
    expect((await elin.refusal(BACK, { i: { ...made, version: 2 } })).code).toBe('RELOCATION_WITHDRAWN');
    await offer(elin, group.id);
  });

  it('is declined with a closed reason, and the group stays where it is', async () => {
    const { group, elin } = await movingGroup('Saga');
    const { id, version } = await offer(elin, group.id);
    const no = (reason: string | null) => ({ i: { id, version, answer: 'declined', reason } });
    expect(await olle.refusal(ANSWER, no(null))).toMatchObject({ code: 'CHOOSE_ONE', field: 'reason' });
    await olle.query(ANSWER, no('not-our-resident'));
    const { offers, standing } = await page(elin, group.id);
    expect([standing, offers[0].answer, offers[0].reason]).toEqual(['moved', 'declined', 'not-our-resident']);
    expect((await olle.query(OPEN, { id })).incomingRelocation.name).toBeNull();
  });
});

describe('taking over', () => {
  it('begins an own case with what was told, ends every seat here in that instant, and nothing else follows', async () => {
    const { group, elin, anna } = await movingGroup('Vilma');
    expect((await group.seenBy('marcus')).about.told).toBe('Vilma Provberg');
    const { id, version } = await offer(elin, group.id);
    const { answerRelocation } = await olle.query(ANSWER, { i: { id, version, answer: 'accepted' } });
    const caseId = answerRelocation.caseId as string;
    const [file] = await world.behindTheLocks<{ branch: string; phase: string; person: string }>(
      `select branch_id as branch, phase, person_id as person from case_file where id = $1`,
      [caseId],
    );
    expect(file).toMatchObject({ branch: there.branchId, phase: 'measures' });
    expect(file?.person).not.toBe(group.file.personId);
    const told = await world.behindTheLocks<{ category: string; branch: string }>(
      `select category, branch_id as branch from item where case_id = $1`,
      [caseId],
    );
    expect(told).toEqual([{ category: 'measures-and-plan', branch: there.branchId }]);
    // How long it is kept is the new house's own time.
    expect(
      await world.behindTheLocks(`select kind, branch_id as branch, state from deadline where case_id = $1`, [caseId]),
    ).toEqual([{ kind: 'retention-child-protection', branch: there.branchId, state: 'open' }]);
    for (const table of ['consent', 'collaboration_group'])
      expect([
        table,
        (
          await world.behindTheLocks<{ n: number }>(`select count(*)::int as n from ${table} where case_id = $1`, [
            caseId,
          ])
        )[0]?.n,
      ]).toEqual([table, 0]);
    const { case: mine } = await olle.query(`query($id: ID!) { case(id: $id) { id } }`, { id: caseId });
    expect(mine.id).toBe(caseId);

    await expect(group.seenBy('marcus')).rejects.toThrow('NOT_FOUND');
    const left = await group.seenBy('anna');
    expect(left).toMatchObject({ standing: 'closed', standingReason: 'moved' });
    expect(left.members.every(({ endReason }: any) => endReason === 'group-closed')).toBe(true);
    expect(left.acts.at(-1)).toMatchObject({ act: 'move', word: 'hand-over' });
    const [owed] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from deadline where about_id = $1 and state = 'open'`,
      [group.id],
    );
    expect(owed?.n).toBe(0);
    const [work] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from assignment where case_id = $1 and reason = 'group' and (ends_at is null or ends_at > clock.now())`,
      [group.file.caseId],
    );
    expect(work?.n).toBe(0);
    expect((await page(anna, group.id)).offers[0].answer).toBe('accepted');
    expect((await olle.refusal(ANSWER, { i: { id, version: 2, answer: 'accepted' } })).code).toBe(
      'RELOCATION_ANSWERED',
    );
    // What was sealed for them is theirs as their own now, and opens from here no longer.
    expect((await olle.query(OPEN, { id })).incomingRelocation).toMatchObject({ name: null, told: [], caseId });
    expect((await elin.refusal(BACK, { i: { id, version: 2 } })).code).toBe('RELOCATION_ANSWERED');
  });
});

describe('others, and a marking', () => {
  it('leaves what is about somebody else as well where it is, and says so', async () => {
    const { group, elin } = await movingGroup('Ines');
    const { personId, guardianId, caseId } = group.file;
    const about = (subjectIds: [string, ...string[]], text: string) =>
      world.asCaller.run(world.caller('elin'), (tx) =>
        world.seal.item(tx, {
          caseId,
          category: 'home-and-family',
          form: 'none',
          phase: 'measures',
          subjectIds,
          content: { text, data: { childName: 'Ines Provberg' } },
        }),
      );
    const both = await about([personId, guardianId], 'Mamman mår sämre sedan i våras.');
    const alone = await about([personId], 'Sover bättre.');
    const { things, staying } = await page(elin, group.id);
    expect(things.map(({ text }: any) => text)).toContain('Sover bättre.');
    expect(things.map(({ text }: any) => text)).not.toContain('Mamman mår sämre sedan i våras.');
    expect(staying).toBeGreaterThanOrEqual(1);
    await expect(offer(elin, group.id, { itemIds: [both] })).rejects.toThrow('RELOCATION_ABOUT_OTHERS');
    const made = await offer(elin, group.id, { itemIds: [alone] });
    // Somebody else is added to it afterwards: from then on it opens to nobody there, and is not taken along.
    await world.behindTheLocks(`insert into item_subject (item_id, person_id, position) values ($1, $2, 1)`, [
      alone,
      guardianId,
    ]);
    expect((await olle.query(OPEN, { id: made.id })).incomingRelocation).toMatchObject({
      name: 'Ines Provberg',
      told: [],
    });
    const { answerRelocation } = await olle.query(ANSWER, { i: { ...made, answer: 'accepted' } });
    expect(
      await world.behindTheLocks(`select 1 from item where case_id = $1`, [answerRelocation.caseId as string]),
    ).toEqual([]);
  });

  it('arrives marked and with the day of birth, and raises a record that is known there already', async () => {
    const number = '201103142384';
    const reception = { kind: 'service', name: 'reception', requestId: 'test' } as const;
    const admit = new AdmitPerson(world.seal, new HmacLookupHash(world.settings.keys));
    const known = await world.asCaller.run(reception, (tx) =>
      admit.run(
        tx,
        { municipalityId: there.municipalityId, branchId: there.branchId },
        {
          givenName: 'Nova',
          familyName: 'Provberg',
          number: { kind: 'personal-number', digits: number },
          bornYear: null,
        },
      ),
    );
    for (const [givenName, personalNumber] of [
      ['Nova', number],
      ['Tage', null],
    ] as const) {
      const { group, elin } = await movingGroup(givenName);
      const { personId } = group.file;
      await world.asCaller.run(world.caller('elin'), (tx) =>
        world.seal.rewriteIdentity(tx, personId, 1, { givenName, familyName: 'Provberg', personalNumber }),
      );
      await world.behindTheLocks(
        `update person set born = '2011-03-14', born_exact = true, protection = 'marking' where id = $1`,
        [personId],
      );
      const made = await offer(elin, group.id);
      const { answerRelocation } = await olle.query(ANSWER, { i: { ...made, answer: 'accepted' } });
      const [person] = await world.behindTheLocks<{ id: string; protection: string; born: string; exact: boolean }>(
        `select p.id, p.protection, p.born::text, p.born_exact as exact from case_file c join person p on p.id = c.person_id where c.id = $1`,
        [answerRelocation.caseId],
      );
      expect(person).toMatchObject({ protection: 'marking', born: '2011-03-14', exact: true });
      expect(person?.id === known).toBe(personalNumber !== null);
      const decisions = await world.behindTheLocks<{ to: string }>(
        `select to_value as to from person_decision where person_id = $1`,
        [person?.id],
      );
      expect(decisions).toEqual(personalNumber === null ? [] : [{ to: 'marking' }]);
    }
  });
});

describe('its end', () => {
  /** What still runs of an offer: its shares and its assessments. */
  const runs = async (id: string) =>
    (
      await world.behindTheLocks<{ shares: number; assessments: number }>(
        `select (select count(*) from relocated_item x join share h on h.id = x.share_id where x.relocation_id = r.id and h.in_force @> clock.now())::int as shares,
           (select count(*) from assessment a where a.case_id = r.case_id and a.ground = r.ground and a.until > clock.now())::int as assessments
         from relocation r where r.id = $1`,
        [id],
      )
    )[0];
  const lines = (id: string) =>
    world.behindTheLocks<{ how: string; told: boolean }>(
      `select l.detail ->> 'relocation' as how, l.case_id = r.case_id and l.person_id = r.person_id as told
       from ledger_entry l join relocation r on r.id = (l.detail ->> 'relocationId')::uuid
       where r.id = $1 and l.detail ? 'relocation' order by l.id`,
      [id],
    );

  it('takes shares and assessments along when it is declined, with a line on person and case', async () => {
    const { group, elin } = await movingGroup('Alba');
    const { id, version } = await offer(elin, group.id);
    expect(await runs(id)).toEqual({ shares: 2, assessments: 1 });
    await olle.query(ANSWER, { i: { id, version, answer: 'declined', reason: 'no-such-work' } });
    expect(await runs(id)).toEqual({ shares: 0, assessments: 0 });
    expect(await lines(id)).toEqual([{ how: 'declined', told: true }]);
  });

  it('takes them along when it is accepted, as soon as they are copied', async () => {
    const { group, elin } = await movingGroup('Bill');
    const { id, version } = await offer(elin, group.id);
    await olle.query(ANSWER, { i: { id, version, answer: 'accepted' } });
    expect(await runs(id)).toEqual({ shares: 0, assessments: 0 });
    expect(await lines(id)).toEqual([{ how: 'accepted', told: true }]);
  });

  it('comes when the group is closed, and the coordinator may take it back too', async () => {
    const { group, elin, anna } = await movingGroup('Cleo');
    const first = await offer(elin, group.id);
    await anna.query(BACK, { i: first });
    expect(await runs(first.id)).toEqual({ shares: 0, assessments: 0 });
    const second = await offer(elin, group.id);
    await group.step('close', { words: 'Familjen flyttade inte.', reason: 'goals-met' });
    expect(await runs(second.id)).toEqual({ shares: 0, assessments: 0 });
    expect(await lines(second.id)).toEqual([{ how: 'withdrawn', told: true }]);
    expect((await olle.query(OPEN, { id: second.id })).incomingRelocation.name).toBeNull();
    expect((await olle.refusal(ANSWER, { i: { ...second, answer: 'accepted' } })).code).toBe('RELOCATION_WITHDRAWN');
  });

  it('comes with the case, by the database itself', async () => {
    const { group, elin } = await movingGroup('Dexter');
    const made = await offer(elin, group.id);
    await world.behindTheLocks(`update case_file set closed_at = clock.now() where id = $1`, [group.file.caseId]);
    expect(await runs(made.id)).toEqual({ shares: 0, assessments: 0 });
    expect((await olle.query(OPEN, { id: made.id })).incomingRelocation).toMatchObject({ name: null, told: [] });
  });
});

describe('the second lock', () => {
  /** Asks the database as Olle, past the program. */
  const asOlle = <T extends object>(sql: string, values: unknown[]): Promise<T[]> =>
    world.source.transaction(async (manager) => {
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
          set_config('samnav.municipality', $4, true), set_config('samnav.role', 'coordinator', true), set_config('samnav.service', '', true)`,
        [there.coordinatorId, there.unitId, there.branchId, there.municipalityId],
      );
      return manager.query(sql, values);
    });
  const seen = async (id: string, personId: string) => [
    (await asOlle(`select 1 from person where id = $1`, [personId])).length,
    (await asOlle(`select 1 from person_key where person_id = $1`, [personId])).length,
    (await asOlle(`select 1 from relocated_item where relocation_id = $1`, [id])).length,
  ];

  it('opens person, key and things only by shares that run, and until the offer’s own end', async () => {
    const { group, elin } = await movingGroup('Ebba');
    const { personId } = group.file;
    const { id } = await offer(elin, group.id);
    expect(await seen(id, personId)).toEqual([1, 1, 2]);
    // One thing is taken back: it goes, and the rest stays.
    const end = (which: string) =>
      world.behindTheLocks(
        `update share h set given = tstzrange(lower(given), clock.now()), ended_at = clock.now(), ended_how = 'ended'
         from relocated_item x where x.share_id = h.id and x.relocation_id = $1 and x.category ${which} 'nomination'`,
        [id],
      );
    await end('<>');
    expect(await seen(id, personId)).toEqual([1, 1, 1]);
    await end('=');
    expect(await seen(id, personId)).toEqual([0, 0, 0]);
    const { group: late, elin: again } = await movingGroup('Fabian');
    const other = await offer(again, late.id);
    await world.behindTheLocks(`alter table relocation disable trigger relocation_guard`);
    await world.behindTheLocks(`update relocation set until = clock.now() where id = $1`, [other.id]);
    await world.behindTheLocks(`alter table relocation enable trigger relocation_guard`);
    expect(await seen(other.id, late.file.personId)).toEqual([0, 0, 0]);
    expect((await olle.refusal(ANSWER, { i: { ...other, answer: 'accepted' } })).code).toBe('RELOCATION_CLOSED');
  });

  it('takes in no thing by a share for another house', async () => {
    const { group, elin } = await movingGroup('Greta');
    const { id } = await offer(elin, group.id);
    const { staffId, unitId, branchId, municipalityId, role } = world.caller('elin');
    const insert = world.source.transaction(async (manager) => {
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
          set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
        [staffId, unitId, branchId, municipalityId, role],
      );
      const [share] = await manager.query(
        `select h.id, h.item_id from share h where h.case_id = $1 and h.to_branch_id = $2 limit 1`,
        [group.file.caseId, world.caller('marcus').branchId],
      );
      expect(share).toBeDefined();
      await manager.query(
        `insert into relocated_item (relocation_id, item_id, share_id, category, reveals_place, ciphertext, key_version, written_at)
         values ($1, $2, $3, 'nomination', false, 'x', 1, clock.now())`,
        [id, share.item_id, share.id],
      );
    });
    await expect(insert).rejects.toThrow(/row-level security/);
  });
});

describe('the program, where the second lock has let something by', () => {
  it.each([
    ['ended', `until = clock.now()`],
    ['narrowed to other kinds', `categories = '{leisure}'`],
    ['found otherwise', `criteria = '{"neededForCare": false}'`],
  ])('opens nothing on an assessment that is %s while its shares run', async (_, change) => {
    const { group, elin } = await movingGroup('Ivar');
    const made = await offer(elin, group.id);
    const tampered = await world.behindTheLocks(
      `with quiet as materialized (select set_config('session_replication_role', 'replica', true))
       update assessment a set ${change} from quiet, relocation r
       where r.id = $1 and a.case_id = r.case_id and a.to_branch_id = r.to_branch_id returning a.id`,
      [made.id],
    );
    expect(tampered).toHaveLength(1);
    const [runs] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from relocated_item x join share h on h.id = x.share_id
       where x.relocation_id = $1 and h.in_force @> clock.now() and h.ended_at is null`,
      [made.id],
    );
    expect(runs?.n).toBe(2);
    expect((await olle.query(OPEN, { id: made.id })).incomingRelocation).toMatchObject({ name: null, told: [] });
    expect((await olle.refusal(ANSWER, { i: { ...made, answer: 'accepted' } })).code).toBe('RELOCATION_CLOSED');
    const [opened] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where detail ->> 'relocationId' = $1 and action = 'read'`,
      [made.id],
    );
    expect(opened?.n).toBe(0);
  });
});

describe('taking over amid a lift', () => {
  it('waits for what is being taken away, and then does not happen', async () => {
    const { group, elin } = await movingGroup('Hilda');
    const made = await offer(elin, group.id);
    const admin = new Client({ connectionString: world.database.urls.admin });
    await admin.connect();
    try {
      await admin.query('begin');
      await admin.query(
        `update share h set given = tstzrange(lower(given), clock.now()), ended_at = clock.now(), ended_how = 'ended'
         from relocated_item x where x.share_id = h.id and x.relocation_id = $1`,
        [made.id],
      );
      const answering = olle.refusal(ANSWER, { i: { ...made, answer: 'accepted' } });
      await sleep(1_500);
      await admin.query('commit');
      expect((await answering).code).toBe('RELOCATION_CLOSED');
    } finally {
      await admin.end();
    }
    const [row] = await world.behindTheLocks<{ answer: string | null }>(`select answer from relocation where id = $1`, [
      made.id,
    ]);
    expect(row?.answer).toBeNull();
  });
});
