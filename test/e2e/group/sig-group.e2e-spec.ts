/** A SIG group over the api, from a nomination that names nobody to the follow-up half a year after ([S1]; OSL 10:1). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type Api, startApi } from '../../support/api.js';
import { until } from '../../support/deadlines.js';
import {
  ANSWER,
  FORM,
  formedGroup,
  GROUP,
  MOVE,
  NOMINATE,
  preparatoryDecision,
  prepareGroup,
  seat,
  STEP,
  clientsOf,
} from '../../support/group.js';
import { openMeasuresCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
const id = (key: string) => world.caller(key).staffId;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a nomination', () => {
  const NOMINATIONS = `{ nominations { id kind toMe ground person { name } caseNumber caseId why byName fromHouseKind readAt decision groupId } }`;

  it('from another house says only that there is someone, to the coordinator alone', async () => {
    const as = clientsOf(world, api);
    const marcus = await as('marcus');
    const told = await marcus.refusal(NOMINATE, {
      i: { kind: 'sig', toStaffId: id('anna'), why: 'Elliot vid torget' },
    });
    expect(told.faults).toMatchObject([{ field: 'why', code: 'NO_WORDS_BEFORE_CONSENT' }]);
    const { nominate } = await marcus.query(NOMINATE, { i: { kind: 'sig', toStaffId: id('anna') } });
    const seen = async (key: string) =>
      (await (await as(key)).query(NOMINATIONS)).nominations.filter((one: { id: string }) => one.id === nominate);
    expect(await seen('anna')).toMatchObject([
      { toMe: true, ground: 'no-person-data', person: null, caseId: null, why: null, fromHouseKind: 'police' },
    ]);
    for (const key of ['maria', 'birgitta', 'lena', 'elin']) expect([key, await seen(key)]).toEqual([key, []]);
    const file = await openMeasuresCase(world, { givenName: 'Tore' });
    const i = {
      nominationId: nominate,
      caseId: file.caseId,
      decision: 'queue',
      reason: 'no-room',
      words: 'Behöver, men fullt.',
      preparatory: await preparatoryDecision(world, api),
    };
    const anna = await as('anna');
    // No consent lets anyone say by voice whom it is about: it is known by the family, a report or the own case, or not at all.
    for (const knownBy of [null, 'telephone'])
      expect(await anna.refusal(ANSWER, { i: { ...i, knownBy } })).toMatchObject({
        code: 'KNOWN_BY_MISSING',
        field: 'knownBy',
      });
    await anna.query(ANSWER, { i: { ...i, knownBy: 'family-yes' } });
    const kept = await world.behindTheLocks(
      `select w.known_by as answer, t.reason as act, t.known_by as term, l.detail ->> 'knownBy' as ledger
       from nomination_answer w join group_act a on a.group_id = w.group_id and a.word = 'nominate'
       join group_act_term t on t.act_id = a.id join ledger_entry l on l.detail ->> 'nominationId' = w.nomination_id::text and l.detail ->> 'nomination' = 'taken-up'
       where w.nomination_id = $1`,
      [nominate],
    );
    expect(kept).toEqual([{ answer: 'family-yes', act: null, term: 'family-yes', ledger: 'family-yes' }]);
    // The officer learns that it was read and nothing of what became of it.
    expect(await seen('marcus')).toMatchObject([
      { toMe: false, decision: null, groupId: null, caseId: null, readAt: expect.any(String) },
    ]);
    const { groups } = await (
      await as('anna')
    ).query(`{ groups { lines { standing standingReason about { person { name } } } rooms { room taken queued } } }`);
    expect(groups.lines.filter(({ about }: any) => about.person)).toMatchObject([
      { standing: 'queued', standingReason: 'no-room', about: { person: { name: 'Tore Provberg' } } },
    ]);
    expect(groups.rooms).toEqual([{ room: 6, taken: 0, queued: 1 }]);
  });

  it('of one case taken up twice at once comes to one group, and the other is told that it runs', async () => {
    const as = clientsOf(world, api);
    const file = await openMeasuresCase(world, { givenName: 'Dubbel' });
    const elin = await as('elin');
    const nominate = async () =>
      (
        await elin.query(NOMINATE, {
          i: { kind: 'sig', toStaffId: id('anna'), caseId: file.caseId, why: 'Vill sluta.' },
        })
      ).nominate as string;
    const both = [await nominate(), await nominate()];
    const preparatory = await preparatoryDecision(world, api);
    const anna = await as('anna');
    // Both have looked whether there is a group before either has written one.
    const holder = new Client({ connectionString: world.database.urls.admin });
    await holder.connect();
    await holder.query('begin; lock table collaboration_group in share mode');
    const answers = Promise.all(
      both.map((nominationId) =>
        anna.query(ANSWER, { i: { nominationId, decision: 'prepare', words: 'Läget är rätt.', preparatory } }).then(
          () => 'taken up',
          (refused: Error) => refused.message.split(':')[0],
        ),
      ),
    );
    await until(
      () =>
        world.behindTheLocks(`select 1 from pg_locks where relation = 'collaboration_group'::regclass and not granted`),
      (waiting) => waiting.length === 2,
    );
    await holder.query('commit');
    await holder.end();
    expect((await answers).sort()).toEqual(['GROUP_RUNS_ALREADY', 'taken up']);
    const [row] = await world.behindTheLocks<{ groups: number; answers: number }>(
      `select (select count(*)::int from collaboration_group where case_id = $1) as groups,
         (select count(*)::int from nomination_answer where nomination_id = any ($2)) as answers`,
      [file.caseId, both],
    );
    expect(row).toEqual({ groups: 1, answers: 1 });
  });

  it('is not made about a case to another house, nor under no agreement', async () => {
    const as = clientsOf(world, api);
    const file = await openMeasuresCase(world);
    const elin = await as('elin');
    const about = { toStaffId: id('anna'), caseId: file.caseId, why: 'Skäl' };
    expect((await elin.refusal(NOMINATE, { i: { ...about, kind: 'gvi' } })).code).toBe('NO_AGREEMENT_IN_FORCE');
    expect((await elin.refusal(NOMINATE, { i: { ...about, kind: 'est' } })).code).toBe('NOBODY_IS_NOMINATED_HERE');
    expect((await (await as('lena')).refusal(NOMINATE, { i: { ...about, kind: 'sig' } })).code).toBe('NOT_FOUND');
  });
});

describe('a group', () => {
  it('is formed on a consent with the parties that the form asks for, meets, closes and is followed up', async () => {
    const group = await prepareGroup(world, api, { givenName: 'Ebba' });
    const anna = await group.as('anna');
    expect(await group.seenBy('anna')).toMatchObject({
      standing: 'preparing',
      own: true,
      mayLead: true,
      agreement: 'in-force',
      about: { person: { name: 'Ebba Provberg' } },
    });
    const form = async (more: object) => {
      const { version } = await group.seenBy('anna');
      return { i: { groupId: group.id, version, contactStaffId: id('anna'), members: [seat(world, 'anna')], ...more } };
    };
    expect((await anna.refusal(FORM, await form({}))).code).toBe('PARTIES_MISSING');
    await group.step('consent');
    const refusal = await anna.refusal(FORM, await form({ members: [seat(world, 'anna'), seat(world, 'hassan')] }));
    expect(refusal).toMatchObject({ code: 'NO_CONSENT_REACHES', field: 'members.1.staffId' });
    const [line] = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where case_id = $1 and action = 'refuse' and detail ? 'seat'`,
      [group.file.caseId],
    );
    expect(line?.detail).toMatchObject({ seat: 'no-consent', groupId: group.id });
    const members = [
      seat(world, 'anna', { mandate: 'decides' }),
      seat(world, 'marcus'),
      seat(world, 'lena'),
      seat(world, 'ali', { deputyForStaffId: id('anna') }),
    ];
    const { formGroup } = await anna.query(FORM, await form({ members }));
    expect(formGroup.standing).toBe('active');
    expect(await group.seenBy('marcus')).toMatchObject({
      own: false,
      mayLead: false,
      caseId: null,
      about: { person: null, told: 'Ebba Provberg' },
    });
    expect((await group.seenBy('marcus')).acts.every((act: { words: unknown }) => act.words === null)).toBe(true);
    const seen = await group.seenBy('anna');
    expect(seen.members).toHaveLength(4);
    expect(seen.missing).toEqual([]);
    expect(seen.meeting).toMatchObject({ standing: 'in-time', proposed: expect.any(String) });
    const deadlines = (kind: string) =>
      world.behindTheLocks<{ state: string; days: number }>(
        `select state, round(extract(epoch from due_at - starts_at) / 86400)::int as days from deadline where about_id = $1 and kind = $2 order by starts_at`,
        [group.id, kind],
      );
    expect(await deadlines('sig-meeting')).toMatchObject([{ state: 'open' }]);
    await group.step('plan', { words: 'Målet är att gå hela terminen.' });
    await expect(group.step('meet')).rejects.toThrow('MEET_BY_MEETING');
    await group.step('meet', { reason: 'done-elsewhere' });
    await group.step('meet', { reason: 'done-elsewhere' });
    expect((await deadlines('sig-meeting')).map(({ state }) => state)).toEqual(['met', 'met', 'open']);
    await group.step('close', { words: 'Målen är nådda.', reason: 'goals-met' });
    await expect(group.seenBy('marcus')).rejects.toThrow('NOT_FOUND');
    expect(await deadlines('sig-meeting')).toMatchObject([{}, {}, { state: 'void' }]);
    const [follow] = await deadlines('closing-follow-up');
    expect(follow).toMatchObject({ state: 'open' });
    expect(follow!.days).toBeGreaterThan(178);
    expect(follow!.days).toBeLessThan(186);
    expect((await group.step('follow-up', { words: 'Allt väl.' })).standing).toBe('followed-up');
    expect(await deadlines('closing-follow-up')).toMatchObject([{ state: 'met' }]);
  });

  it('takes a step out of its order only with a recorded reason, and none without its ground', async () => {
    const group = await prepareGroup(world, api, { kind: 'sig-rbm', givenName: 'Noel' });
    const anna = await group.as('anna');
    const { version } = await group.seenBy('anna');
    const take = (step: string, more: object = {}) =>
      anna.refusal(STEP, { i: { groupId: group.id, version, step, ...more } });
    expect(await take('plan', { words: 'Plan' })).toMatchObject({ code: 'STEP_OUT_OF_ORDER', field: 'reason' });
    expect((await take('plan', { words: 'Plan', reason: 'nonsense' })).code).toBe('CHOOSE_ONE');
    await group.step('plan', { words: 'Plan', reason: 'urgent' });
    const { acts } = await group.seenBy('anna');
    expect(acts.at(-1)).toMatchObject({ word: 'plan', reason: 'urgent', words: 'Plan' });
    expect(acts.at(-1).passed).toHaveLength(5);
    await group.consent.withdraw(group.file.guardianId);
    const now = await group.seenBy('anna');
    expect(
      (await anna.refusal(STEP, { i: { groupId: group.id, version: now.version, step: 'consent', reason: 'urgent' } }))
        .code,
    ).toBe('GROUND_MISSING');
  });

  it('runs the clock of a step that has one, from the step before it: an assessment within six weeks', async () => {
    const group = await prepareGroup(world, api, { kind: 'sig-rbm', givenName: 'Sol' });
    const clocks = () =>
      world.behindTheLocks<{ state: string; days: number }>(
        `select state, round(extract(epoch from due_at - starts_at) / 86400)::int as days from deadline where about_id = $1 and kind = 'group-step'`,
        [group.id],
      );
    const [running] = await clocks();
    expect(running).toMatchObject({ state: 'open' });
    expect(running!.days).toBeGreaterThanOrEqual(42);
    expect(running!.days).toBeLessThanOrEqual(43);
    const { version } = await group.seenBy('anna');
    const byHand = { groupId: group.id, version, step: 'assess', words: 'Hög risk, behov i skolan.' };
    expect((await (await group.as('anna')).refusal(STEP, { i: byHand })).code).toBe('ASSESSMENT_MISSING');
    expect(await clocks()).toMatchObject([{ state: 'open' }]);
  });

  it('rests and goes on, and says no when somebody else was first', async () => {
    const group = await formedGroup(world, api, { givenName: 'Alma' });
    const anna = await group.as('anna');
    const { version } = await group.seenBy('anna');
    const move = (i: object) => ({ i: { groupId: group.id, version, ...i } });
    expect((await anna.refusal(MOVE, move({ move: 'pause', reason: 'no-room' }))).code).toBe('CHOOSE_ONE');
    expect((await anna.query(MOVE, move({ move: 'place', reason: 'sis' }))).moveGroup.standing).toBe('placed');
    expect((await anna.refusal(MOVE, move({ move: 'resume', reason: 'back-again' }))).code).toBe('CONFLICT');
    const again = await group.seenBy('anna');
    expect(again).toMatchObject({ standing: 'placed', standingReason: 'sis', meeting: null });
    await anna.query(MOVE, { i: { groupId: group.id, version: again.version, move: 'resume', reason: 'back-again' } });
    expect((await group.seenBy('anna')).meeting).toMatchObject({ standing: 'in-time' });
  });
});

describe('a place in a group', () => {
  it('is lost with the post in that minute, also in another post of the same house, and is taken by another', async () => {
    const group = await formedGroup(world, api, { givenName: 'Liv' });
    expect((await group.seenBy('lena')).own).toBe(false);
    await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1 and ends_at is null`, [
      id('lena'),
    ]);
    await expect(group.seenBy('lena')).rejects.toThrow();
    const [work] = await world.behindTheLocks<{ over: boolean }>(
      `select bool_and(ends_at <= clock.now()) as over from assignment where case_id = $1 and staff_id = $2 and reason = 'group'`,
      [group.file.caseId, id('lena')],
    );
    expect(work?.over).toBe(true);
    const seen = await group.seenBy('anna');
    expect(seen.missing).toEqual([{ kinds: ['school', 'independent-school', 'employment-service'] }]);
    expect(seen.members.filter((one: { hasLeft: boolean }) => one.hasLeft)).toHaveLength(1);
    const { groups } = await (await group.as('anna')).query(`{ groups { lines { id left } } }`);
    expect(groups.lines.find((one: { id: string }) => one.id === group.id).left).toHaveLength(1);
    await world.behindTheLocks(`update membership set ends_at = null where staff_id = $1`, [id('lena')]);
  });

  it('closes to other houses when the family takes its yes back', async () => {
    const group = await formedGroup(world, api, { givenName: 'Moa' });
    expect((await group.seenBy('marcus')).about.told).toBe('Moa Provberg');
    await group.consent.withdraw(group.file.secondGuardianId);
    await expect(group.seenBy('marcus')).rejects.toThrow('NOT_FOUND');
    expect(
      (await (await group.as('marcus')).query(`{ groups { lines { id } } }`)).groups.lines.map(
        (one: { id: string }) => one.id,
      ),
    ).not.toContain(group.id);
    expect((await group.seenBy('anna')).consentId).toBeNull();
  });

  it('is nobody’s who was not given one', async () => {
    const group = await formedGroup(world, api, { givenName: 'Ivar' });
    for (const key of ['karin', 'hassan', 'tove', 'olof'])
      expect([key, (await (await group.as(key)).refusal(GROUP, { id: group.id })).code]).toEqual([
        key,
        ['tove', 'olof'].includes(key) ? 'NOT_ALLOWED' : 'NOT_FOUND',
      ]);
  });
});

describe('who is in nobody’s house', () => {
  const ADD = `mutation($i: AddGuestInput!) { addGroupGuest(input: $i) { version guests { id kind words wished silenceOn } } }`;
  const END = `mutation($i: EndGuestInput!) { endGroupGuest(input: $i) { guests { id } } }`;

  it('takes part by words that are sealed, an interpreter only when bound to silence', async () => {
    const group = await formedGroup(world, api, { givenName: 'Signe' });
    const anna = await group.as('anna');
    const add = async (more: object) => ({
      i: { groupId: group.id, version: (await group.seenBy('anna')).version, ...more },
    });
    const brother = { kind: 'private-person', words: 'Storebror Amir hämtar efter träningen', wished: true };
    await anna.query(ADD, await add(brother));
    const interpreter = { kind: 'interpreter', words: 'Tolk i somaliska, Språkhuset' };
    expect((await anna.refusal(ADD, await add(interpreter))).faults).toMatchObject([
      { field: 'silenceOn', code: 'SILENCE_FIRST' },
    ]);
    const { addGroupGuest } = await anna.query(ADD, await add({ ...interpreter, silenceOn: '2026-11-20' }));
    expect(addGroupGuest.guests).toMatchObject([
      { kind: 'private-person', words: brother.words, wished: true, silenceOn: null },
      { kind: 'interpreter', silenceOn: '2026-11-20' },
    ]);
    expect((await anna.refusal(ADD, await add({ kind: 'police', words: 'x' }))).faults).toMatchObject([
      { field: 'kind' },
    ]);
    const seen = `query($id: ID!) { group(id: $id) { guests { kind words } } }`;
    const { group: told } = await (await group.as('marcus')).query(seen, { id: group.id });
    expect(told.guests).toEqual([
      { kind: 'private-person', words: null },
      { kind: 'interpreter', words: null },
    ]);
    const guestId = addGroupGuest.guests[0].id;
    expect(
      (await (await group.as('marcus')).refusal(END, { i: { groupId: group.id, version: 1, guestId } })).code,
    ).toBe('NOT_ALLOWED');
    const { endGroupGuest } = await anna.query(END, await add({ guestId }));
    expect(endGroupGuest.guests).toHaveLength(1);
    const rows = await world.behindTheLocks<{ row: string }>(`select row_to_json(g)::text as row from group_guest g`);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Amir|Språkhuset/);
  });
});

describe('a steering group', () => {
  it('stands above the agreements: it needs none, names nobody, and is not a place for the operative groups’ content', async () => {
    const as = clientsOf(world, api);
    const anna = await as('anna');
    const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
      i: { kind: 'steering', area: 'Styrgrupp för SIG' },
    });
    const members = ['birgitta', 'marcus'].map((key) => seat(world, key));
    const { formGroup } = await anna.query(FORM, {
      i: { groupId: startGroup, version: 1, contactStaffId: id('birgitta'), members },
    });
    expect(formGroup.standing).toBe('active');
    const { group } = await (await as('marcus')).query(GROUP, { id: startGroup });
    expect(group).toMatchObject({
      caseId: null,
      about: { area: 'Styrgrupp för SIG', caseNumber: null },
      agreement: null,
    });
    // A seat there opens no case and no other group.
    const opened = await world.behindTheLocks(
      `select 1 from assignment where reason = 'group' and staff_id = $1 and starts_at >= (select created_at from collaboration_group where id = $2)`,
      [id('marcus'), startGroup],
    );
    expect(opened).toEqual([]);
  });
});

describe('a group without persons', () => {
  it('begins with a place, runs on words from lists, and stands on no case', async () => {
    const as = clientsOf(world, api);
    const anna = await as('anna');
    const START = `mutation($i: StartGroupInput!) { startGroup(input: $i) }`;
    expect((await anna.refusal(START, { i: { kind: 'est', area: '19900101-1234' } })).faults).toMatchObject([
      { code: 'MAY_POINT_AT_A_PERSON' },
    ]);
    const { startGroup } = await anna.query(START, { i: { kind: 'est', area: 'Stationen' } });
    const seen = async (key: string) => (await (await as(key)).query(GROUP, { id: startGroup })).group;
    const members = ['anna', 'marcus', 'hassan'].map((key) => seat(world, key));
    await anna.query(FORM, { i: { groupId: startGroup, version: 1, contactStaffId: id('marcus'), members } });
    expect(await seen('hassan')).toMatchObject({
      own: false,
      about: { area: 'Stationen', person: null, told: null, caseNumber: null },
    });
    const { version } = await seen('anna');
    const meet = { groupId: startGroup, version, step: 'meet' };
    expect((await anna.refusal(STEP, { i: { ...meet, words: 'Elliot syns där' } })).code).toBe('STEP_OUT_OF_ORDER');
    expect((await anna.refusal(STEP, { i: { ...meet, words: 'Elliot syns där', reason: 'urgent' } })).code).toBe(
      'NO_WORDS_WITHOUT_PERSONS',
    );
    await anna.query(STEP, { i: { ...meet, reason: 'urgent' } });
    const rows = await world.behindTheLocks(
      `select 1 from group_act where group_id = $1 and (item_id is not null or case_id is not null)`,
      [startGroup],
    );
    expect(rows).toEqual([]);
  });
});

describe('what is wrong with those who are chosen', () => {
  it('is told at the row of each, and nobody is seated', async () => {
    const group = await prepareGroup(world, api, { givenName: 'Sally' });
    await group.step('consent');
    const anna = await group.as('anna');
    const { version } = await group.seenBy('anna');
    const told = async (members: object[], contactStaffId = id('anna')) => {
      const refusal = await anna.refusal(FORM, { i: { groupId: group.id, version, contactStaffId, members } });
      return refusal.faults.length > 0 ? refusal.faults.map(({ field }) => field) : [refusal.field];
    };
    const there = [seat(world, 'anna'), seat(world, 'marcus'), seat(world, 'lena')];
    // Two whom no consent reaches: nobody has to send it twice to hear of the second.
    expect(
      await told([seat(world, 'hassan'), ...there, { staffId: id('petra'), unitId: world.caller('hassan').unitId }]),
    ).toEqual(['members.0.staffId', 'members.4.staffId']);
    expect(await told([...there, seat(world, 'ali', { mandate: 'rules' }), seat(world, 'lena')])).toEqual([
      'members.3.mandate',
      'members.4.staffId',
    ]);
    expect(await told([...there, seat(world, 'ali', { deputyForStaffId: id('elin') })])).toEqual([
      'members.3.deputyForStaffId',
    ]);
    expect(await told(there.slice(0, 2))).toEqual(['members']);
    expect(await told(there, id('ali'))).toEqual(['contactStaffId']);
    expect(await group.seenBy('anna')).toMatchObject({ standing: 'preparing', members: [], version });
  });
});
