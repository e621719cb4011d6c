/**
 * The plan in the family's hand: each reads what was written for them and what the rule lets them have, and nothing else; what
 * one of them ticks off, says or proposes reaches whoever leads and nobody beside them in the family ([S1]; OSL 12:1–3).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { ACT_ON_ENTRY } from '../../support/busy-plan.js';
import { bankidEnv, FamilyBrowser, linkTo } from '../../support/family.js';
import { plannedFamily, type PlannedFamily } from '../../support/planned-family.js';
import { buildWorld, type World } from '../../support/world.js';

const PLANS = `{ familyPlans { groupId isAboutMe givenName
  entries { id part kind words giverKind aim watch goalId promisedBy { who givenName } owner { kind house name } startsOn followUpOn state
    isProposed mayTick doneAt comments { id text } }
  proposals { id text answer why } adoption { answerId number answer words isChanged } } }`;
const TICK = `mutation ($input: TickFamilyPlanInput!) { tickFamilyPlan(input: $input) }`;
const UNTICK = `mutation ($id: ID!) { untickFamilyPlan(entryId: $id) }`;
const COMMENT = `mutation ($input: CommentFamilyPlanInput!) { commentFamilyPlan(input: $input) }`;
const PROPOSE = `mutation ($input: ProposeInFamilyPlanInput!) { proposeInFamilyPlan(input: $input) }`;
const ANSWER = `mutation ($input: AnswerFamilyPlanInput!) { answerFamilyPlan(input: $input) }`;
const DECLINE = `mutation ($i: DeclinePlanProposalInput!) { declinePlanProposal(input: $i) }`;
const CHANGE = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;
const STAFF = `query($id: ID!) { plan(groupId: $id) { family { key family name } newest { state }
  entries { id version forFamily said { text version } promisedBy { key family name } proposedBy { family name }
    voices { id kind text by { family name } } }
  proposals { id text answer by { family name } } } }`;
const READERS = `query($id: ID!, $category: String!) { planReaders(groupId: $id, category: $category, forFamily: true) { kind sees ground } }`;
const VERSIONS = `query($id: ID!) { planVersions(groupId: $id) { versions { state answers { family answer how words answeredByName } } } }`;

jest.setTimeout(120_000);

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
}, 120_000);
// There is room for six groups at once, and the families come again.
afterEach(async () => {
  await world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  );
  await world.behindTheLocks(
    `update person set protection = 'none', maturity = null where protection <> 'none' or maturity is not null`,
  );
});
afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

async function known({ consentId, person }: PlannedFamily, givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await linkTo(world, maria, { consentId, personId: person(givenName) }), givenName);
  return own;
}

const planOf = async (who: FamilyBrowser): Promise<Record<string, any>> => (await who.query(PLANS)).familyPlans[0];
const wordsOf = async (who: FamilyBrowser): Promise<string[]> =>
  ((await planOf(who))?.['entries'] ?? []).map(({ words }: { words: string }) => words);
const staffPlan = async ({ group }: PlannedFamily, key = 'anna'): Promise<Record<string, any>> =>
  (await (await group.as(key)).query(STAFF, { id: group.id })).plan;

describe('a plan in the family’s hand', () => {
  it('shows what was written for them, in its parts, and nothing that was not', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, person, seat } = of;
    await write('anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
    const goalId = await write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    await write('anna', { kind: 'step', words: 'Gå på öppet hus.', goalId, promisedBy: 'subject' });
    await write('anna', {
      ...{ kind: 'measure', words: 'Skjutsa till träningen.', needArea: 'leisure', aim: 'En kväll till.' },
      ...{ ownerMemberId: seat('social-services'), followUpOn: '2099-01-01', promisedBy: person('Linda') },
    });
    await write('lena', {
      ...{ kind: 'measure', words: 'Läxhjälp på tisdagar.', needArea: 'school-or-work', aim: 'Godkänd i matte.' },
      ...{ help: 'Att någon ringer hem.', ownerMemberId: seat('school'), followUpOn: '2099-01-01' },
    });
    await write('marcus', { kind: 'frame', words: 'Hemma klockan nio.', watch: 'Mamma och fältarna.' });
    await write('anna', { kind: 'adaptation', words: 'Bara vi läser det här.', forFamily: false });
    const linda = await known(of, 'Linda');
    const plan = await planOf(linda);
    expect(plan).toMatchObject({ isAboutMe: false, givenName: 'Melvin', adoption: null, proposals: [] });
    expect(
      plan['entries'].map(({ part, words, promisedBy, owner, mayTick }: any) => [
        ...[part, words, promisedBy?.who ?? null, owner?.kind ?? null, mayTick],
      ]),
    ).toEqual([
      ['future', 'Om tio år har jag en egen verkstad.', null, null, false],
      ['goals', 'Komma in på fordon.', null, null, false],
      ['ours', 'Gå på öppet hus.', 'subject', null, false],
      ['ours', 'Skjutsa till träningen.', 'me', 'social-services', true],
      ['others', 'Läxhjälp på tisdagar.', null, 'school', false],
      ['frames', 'Hemma klockan nio.', null, null, false],
    ]);
    // Who of the staff it is a municipality chooses to tell; what help they need is theirs to speak of.
    expect(plan['entries'][4]).toMatchObject({ owner: { name: null }, aim: 'Godkänd i matte.' });
    expect(await linda.bytes(PLANS)).not.toContain('Att någon ringer hem.');
    const melvin = await known(of, 'Melvin');
    expect((await planOf(melvin))['entries'][2]).toMatchObject({ promisedBy: { who: 'me' }, mayTick: true });
    const looks = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where actor_person = $1 and person_id = $2 and action = 'read' and item_id is not null`,
      [person('Linda'), person('Melvin')],
    );
    expect(looks[0]?.n).toBeGreaterThan(5);
  });

  it('keeps from each of them what the rule keeps: what a guardian may not read of home, what is suspected, and what is about somebody else', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, family, person } = of;
    await write('anna', { kind: 'strength', words: 'Envis.' });
    await write('anna', {
      ...{ kind: 'risk', words: 'Bråken hemma.', needArea: 'family', category: 'home-and-family' },
    });
    await write('anna', {
      ...{ kind: 'risk', words: 'Sålde cyklar.', needArea: 'crime', category: 'crime-and-suspicion' },
    });
    await world.behindTheLocks(
      `insert into relation (id, person_id, close_person_id, kind) values (gen_random_uuid(), $1, $2, 'sibling')`,
      [family.child, person('Tomas')],
    );
    const other = await write('anna', { kind: 'protection', words: 'Brodern hjälper till.' });
    await world.behindTheLocks(
      `insert into item_subject (item_id, person_id, position) select item_id, $2, 2 from plan_entry where id = $1`,
      [other, person('Tomas')],
    );
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    expect(await wordsOf(linda)).toEqual(['Envis.']);
    expect(await wordsOf(melvin)).toEqual(['Envis.', 'Bråken hemma.']);
    // No look says how many there are beside.
    const lists = await world.behindTheLocks<{ shown: string }>(
      `select detail->>'shown' as shown from ledger_entry where actor_person = $1 and detail->>'list' = 'family-plan' and case_id = $2`,
      [person('Linda'), family.caseId],
    );
    expect(lists.map(({ shown }) => shown)).toEqual(['1']);
  });

  it('is said before it is sent: who of the family would read it and who would not, to the house that leads alone', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    await of.write('anna', { kind: 'future', words: 'En verkstad.' });
    const readers = async (key: string, category: string) =>
      (await (await of.group.as(key)).query(READERS, { id: of.group.id, category })).planReaders
        .filter(({ kind }: { kind: string }) => kind === 'subject' || kind === 'guardian')
        .map(({ kind, sees, ground }: any) => [kind, sees, ground]);
    expect(await readers('anna', 'measures-and-plan')).toEqual([
      ['subject', true, 'OSL 12:1'],
      ['guardian', true, 'OSL 12:3'],
    ]);
    expect(await readers('anna', 'home-and-family')).toEqual([
      ['subject', true, 'OSL 12:1'],
      ['guardian', false, 'OSL 12:3'],
    ]);
    expect(await readers('lena', 'measures-and-plan')).toEqual([]);
  });

  it('tells an open page that there is something new to read, and nothing of what is not theirs', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    await of.write('anna', { kind: 'future', words: 'En verkstad.' });
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    const mark = async () => (await linda.query(`{ familyMark }`)).familyMark;
    const first = await mark();
    await of.write('anna', { kind: 'goal', words: 'Bara för oss.', forFamily: false });
    await of.write('anna', { kind: 'strength', words: 'Lugnt hemma.', category: 'home-and-family' });
    await melvin.query(PROPOSE, { input: { key: randomUUID(), groupId: of.group.id, text: 'Boxning.' } });
    expect(await mark()).toBe(first);
    await of.write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    expect(await mark()).not.toBe(first);
  });

  it('hides houses and staff from a guardian whose child is protected, and tells the child', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, seat, person } = of;
    await write('anna', { kind: 'future', words: 'En verkstad.', forFamily: false });
    const measure = { kind: 'measure', needArea: 'school-or-work', aim: 'Godkänd.', followUpOn: '2099-01-01' };
    await write('lena', { ...measure, words: 'Läxhjälp.', ownerMemberId: seat('school') });
    await world.behindTheLocks(
      `update municipality set settings = settings || '{"extractNamesStaff": true}' where id = $1`,
      [world.caller('anna').municipalityId],
    );
    await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [person('Melvin')]);
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    expect((await planOf(linda))['entries'][0].owner).toEqual({ kind: 'school', house: 'Skolan', name: null });
    expect((await planOf(melvin))['entries'][0].owner).toMatchObject({ name: 'Lena Åsbrink' });
    await world.behindTheLocks(`update municipality set settings = settings - 'extractNamesStaff' where id = $1`, [
      world.caller('anna').municipalityId,
    ]);
  });

  it('leaves their telephones as it is taken back, and a guardian who may no longer be told', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const id = await of.write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    const linda = await known(of, 'Linda');
    const before = (await planOf(linda))['entries'];
    expect(before).toHaveLength(1);
    const { version, said } = (await staffPlan(of))['entries'].find((one: { id: string }) => one.id === id);
    const anna = await of.group.as('anna');
    await anna.query(CHANGE, {
      i: { entryId: id, version, itemVersion: said.version, words: 'Komma in på fordon.', forFamily: false },
    });
    expect((await linda.query(PLANS)).familyPlans).toEqual([]);
    expect(await linda.refusal(COMMENT, { input: { key: randomUUID(), entryId: id, text: 'Men …' } })).toBe(
      'NOT_FOUND',
    );
    await of.write('anna', { kind: 'goal', words: 'Ett nytt mål.' });
    expect(await wordsOf(linda)).toEqual(['Ett nytt mål.']);
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [of.person('Melvin')]);
    expect((await linda.query(PLANS)).familyPlans).toEqual([]);
  });

  it('shows parents who meet it apart nothing of what the other promises, says or answers', async () => {
    const of = await plannedFamily(world, api, ['Nora', 'Samira', 'Peter'], { apart: true });
    const { write, seat, person, group } = of;
    await write('anna', { kind: 'future', words: 'Jag bor vid havet.' });
    const measure = { kind: 'measure', needArea: 'leisure', aim: 'Fler kvällar.', followUpOn: '2099-01-01' };
    const ride = await write('anna', {
      ...{ ...measure, words: 'Skjutsar på tisdagar.', ownerMemberId: seat('social-services') },
      promisedBy: person('Samira'),
    });
    await of.putForward();
    const [samira, peter] = [await known(of, 'Samira'), await known(of, 'Peter')];
    const before = await peter.bytes(PLANS);
    expect(before).not.toContain('Skjutsar');
    await samira.query(TICK, { input: { key: randomUUID(), entryId: ride } });
    await samira.query(COMMENT, { input: { key: randomUUID(), entryId: ride, text: 'Bara jämna veckor.' } });
    await samira.query(PROPOSE, { input: { key: randomUUID(), groupId: group.id, text: 'Att vi byter skola.' } });
    const { adoption } = await planOf(samira);
    await samira.query(ANSWER, { input: { answerId: adoption.answerId, answer: 'no', words: 'Inte än.' } });
    expect(await peter.bytes(PLANS)).toBe(before);
    for (const call of [TICK, COMMENT])
      expect(
        await peter.refusal(call, {
          input: { key: randomUUID(), entryId: ride, ...(call === COMMENT ? { text: 'Hej' } : {}) },
        }),
      ).toBe('NOT_FOUND');
    expect(await peter.refusal(ANSWER, { input: { answerId: adoption.answerId, answer: 'yes' } })).toBe('NOT_FOUND');
  });
});

describe('what the family says in it', () => {
  it('reaches whoever leads beside what it is said of, once however often it is sent, and is taken back', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, person, seat } = of;
    const ride = await write('anna', {
      ...{ kind: 'measure', words: 'Skjutsa till träningen.', needArea: 'leisure', aim: 'En kväll till.' },
      ...{ ownerMemberId: seat('social-services'), followUpOn: '2099-01-01', promisedBy: person('Linda') },
    });
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    const notices = () =>
      world.behindTheLocks<{ staff_id: string }>(
        `select staff_id from notice where kind = 'family-plan' and case_id = $1`,
        [of.family.caseId],
      );
    const before = (await notices()).length;
    const pressed = { input: { key: randomUUID(), entryId: ride } };
    await Promise.all([linda.query(TICK, pressed), linda.query(TICK, pressed)]);
    await linda.query(TICK, pressed);
    const written = { input: { key: randomUUID(), entryId: ride, text: 'Jag kan inte den 15.' } };
    await Promise.all([linda.query(COMMENT, written), linda.query(COMMENT, written)]);
    expect((await planOf(linda))['entries'][0]).toMatchObject({
      doneAt: expect.any(String),
      comments: [{ text: 'Jag kan inte den 15.' }],
    });
    // To nobody else of the family has anything happened.
    expect((await planOf(melvin))['entries'][0]).toMatchObject({ doneAt: null, comments: [], mayTick: false });
    expect(await melvin.refusal(TICK, { input: { key: randomUUID(), entryId: ride } })).toBe('NOT_YOUR_PROMISE');
    const voices = async (key: string) =>
      (await staffPlan(of, key))['entries']
        .find(({ id }: { id: string }) => id === ride)
        .voices.map(({ kind, text, by }: any) => [kind, text, by.family, by.name]);
    expect(await voices('anna')).toEqual([
      ['done', '', 'guardian', expect.stringContaining('Linda')],
      ['comment', 'Jag kan inte den 15.', 'guardian', expect.stringContaining('Linda')],
    ]);
    // The school sits at the table, and the family's words are the leading house's.
    expect(await voices('lena')).toEqual([]);
    const told = await notices();
    expect(told.length).toBeGreaterThan(before);
    expect(new Set(told.map(({ staff_id }) => staff_id)).has(world.caller('anna').staffId)).toBe(true);
    await linda.query(UNTICK, { id: ride });
    await linda.query(UNTICK, { id: ride });
    expect((await planOf(linda))['entries'][0].doneAt).toBeNull();
    expect((await voices('anna')).map(([kind]: string[]) => kind)).toEqual(['comment']);
    expect(await linda.refusal(COMMENT, { input: { key: randomUUID(), entryId: ride, text: '  ' } })).toBe(
      'INVALID_INPUT',
    );
  });

  it('is proposed, and taken up with who proposed it, or answered no with why', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, group } = of;
    await write('anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    const propose = (text: string) => melvin.query(PROPOSE, { input: { key: randomUUID(), groupId: group.id, text } });
    await propose('Boxning i stället.');
    await propose('Att få bo hos farmor.');
    expect((await planOf(linda))['proposals']).toEqual([]);
    const { proposals } = await staffPlan(of);
    expect(proposals).toMatchObject([
      { text: 'Boxning i stället.', answer: null, by: { family: 'subject' } },
      { text: 'Att få bo hos farmor.', answer: null },
    ]);
    expect((await staffPlan(of, 'lena'))['proposals']).toEqual([]);
    const anna = await group.as('anna');
    const [boxing, home] = proposals.map(({ id }: { id: string }) => id);
    const lena = await group.as('lena');
    expect((await lena.refusal(DECLINE, { i: { proposalId: home, words: 'Nej.' } })).code).toBe('NOT_FOUND');
    const id = await write('anna', { kind: 'goal', words: 'Börja på boxning.', proposalId: boxing });
    expect((await anna.refusal(DECLINE, { i: { proposalId: home, words: ' ' } })).faults).toMatchObject([
      { field: 'words', code: 'REQUIRED' },
    ]);
    await anna.query(DECLINE, { i: { proposalId: home, words: 'Farmor har inte plats just nu.' } });
    expect((await anna.refusal(DECLINE, { i: { proposalId: boxing, words: 'Nej.' } })).code).toBe(
      'PROPOSAL_ANSWERED_ALREADY',
    );
    expect((await staffPlan(of))['entries'].find((one: { id: string }) => one.id === id)).toMatchObject({
      proposedBy: { family: 'subject' },
    });
    expect(await planOf(melvin)).toMatchObject({
      proposals: [
        { text: 'Boxning i stället.', answer: 'taken-up', why: null },
        { text: 'Att få bo hos farmor.', answer: 'declined', why: 'Farmor har inte plats just nu.' },
      ],
      entries: [{ isProposed: false }, { words: 'Börja på boxning.', isProposed: true }],
    });
    const hers = await planOf(linda);
    expect(hers).toMatchObject({ proposals: [], entries: [{}, { isProposed: false }] });
    expect(await linda.bytes(PLANS)).not.toContain('farmor');
  });

  it('is a yes to the plan as it was put forward, or not yet and why, and the staff see it', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, group } = of;
    await write('anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
    await of.putForward();
    const [linda, melvin] = [await known(of, 'Linda'), await known(of, 'Melvin')];
    const asked = async (who: FamilyBrowser) => (await planOf(who))['adoption'];
    const yes = { input: { answerId: (await asked(melvin)).answerId, answer: 'yes' } };
    await melvin.query(ANSWER, yes);
    await melvin.query(ANSWER, yes);
    const no = { answerId: (await asked(linda)).answerId, answer: 'no' };
    expect(await linda.refusal(ANSWER, { input: { ...no, words: '' } })).toBe('INVALID_INPUT');
    await linda.query(ANSWER, { input: { ...no, words: 'För mycket på en gång.' } });
    expect(await linda.refusal(ANSWER, { input: { ...no, answer: 'yes' } })).toBe('ANSWERED_ALREADY');
    const anna = await group.as('anna');
    const [version] = (await anna.query(VERSIONS, { id: group.id })).planVersions.versions;
    expect(version.state).toBe('not-adopted');
    expect(version.answers.filter(({ how }: { how: string | null }) => how === 'page')).toEqual([
      { family: 'subject', answer: 'yes', how: 'page', words: null, answeredByName: null },
      { family: 'guardian', answer: 'no', how: 'page', words: 'För mycket på en gång.', answeredByName: null },
    ]);
    // What has come since was not put before them.
    const tomas = await known(of, 'Tomas');
    expect(await asked(tomas)).toMatchObject({ answer: null, isChanged: false });
    await write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    expect(await asked(tomas)).toMatchObject({ isChanged: true });
    expect(await tomas.refusal(ANSWER, { input: { answerId: (await asked(tomas)).answerId, answer: 'yes' } })).toBe(
      'VERSION_REPLACED',
    );
    await of.putForward();
    await tomas.query(ANSWER, { input: { answerId: (await asked(tomas)).answerId, answer: 'yes' } });
    expect(await asked(tomas)).toMatchObject({ number: 2, answer: 'yes' });
  });

  it('is a yes to nothing that has another day, another state or somebody else by now, or is over', async () => {
    const of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
    const { write, group, person, seat } = of;
    await write('anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
    const kept = await write('anna', { kind: 'frame', words: 'Bara för oss.', watch: 'Vi.', forFamily: false });
    const ride = await write('anna', {
      ...{ kind: 'measure', words: 'Skjutsa till träningen.', needArea: 'leisure', aim: 'En kväll till.' },
      ...{ ownerMemberId: seat('social-services'), followUpOn: '2099-01-01', promisedBy: person('Linda') },
    });
    const tomas = await known(of, 'Tomas');
    const asked = async () => (await planOf(tomas))['adoption'];
    const anna = await group.as('anna');
    const entryOf = async (id: string) =>
      (await staffPlan(of))['entries'].find((one: { id: string }) => one.id === id) as Record<string, any>;
    const act = async (entryId: string, i: object) =>
      anna.query(ACT_ON_ENTRY, { i: { entryId, version: (await entryOf(entryId))['version'], ...i } });
    const promise = async (promisedBy: string) => {
      const { version, said } = await entryOf(ride);
      const words = { words: 'Skjutsa till träningen.', needArea: 'leisure', aim: 'En kväll till.' };
      const i = { entryId: ride, version, itemVersion: said.version, ...words, followUpOn: '2099-03-01' };
      await anna.query(CHANGE, { i: { ...i, ownerMemberId: seat('social-services'), promisedBy, forFamily: true } });
    };
    const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['begun', () => act(ride, { act: 'start' })],
      ['paused', () => act(ride, { act: 'pause', words: 'Lov.' })],
      ['another day', () => act(ride, { act: 'follow-up', words: 'Efter lovet.', followUpOn: '2099-03-01' })],
      ['promised by another', () => promise(person('Tomas'))],
      ['over', () => act(ride, { act: 'end', words: 'Klubben lades ner.', result: 'partly' })],
    ];
    for (const [what, change] of changes) {
      await of.putForward();
      expect([what, (await asked()).isChanged]).toEqual([what, false]);
      await change();
      expect([what, (await asked()).isChanged]).toEqual([what, true]);
      const yes = { input: { answerId: (await asked()).answerId, answer: 'yes' } };
      expect([what, await tomas.refusal(ANSWER, yes)]).toEqual([what, 'VERSION_REPLACED']);
    }
    // What was never theirs changes nothing for them.
    await of.putForward();
    await act(kept, { act: 'remove', words: 'Behövs inte.' });
    await tomas.query(ANSWER, { input: { answerId: (await asked()).answerId, answer: 'yes' } });
    expect(await asked()).toMatchObject({ answer: 'yes', isChanged: false });
  });
});
