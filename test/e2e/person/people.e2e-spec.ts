/** People over GraphQL as the browser speaks: search before create, custody, merging, and canaries of every grade. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { testNumber } from '../../support/people.js';
import { buildWorld, type World } from '../../support/world.js';

const SEEN = `id name nameIsWithheld givenName familyName personalNumber born protection isNarrowed contact { phone address email }`;
const SEARCH = `query ($input: SearchPeopleInput!) { searchPeople(input: $input) { by more hits { ${SEEN} } } }`;
const PERSON = `query ($id: ID!) { person(id: $id) { id version identityVersion isNamed seen { ${SEEN} ground { id } }
  custody { id version isInForce isUnchecked guardian { ${SEEN} } } relations { id kind other { ${SEEN} } } cases { id number }
  namedStaff { id name } decisions { id kind state reasons isMine } merges { id } } }`;
const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { ${SEEN} } existing { ${SEEN} } } }`;

let world: World;
let api: Api;
let maria: ApiClient;
let elin: ApiClient;
let birgitta: ApiClient;
const written: string[] = [];
const spies: { mockRestore(): void }[] = [];

const client = (key: string) => api.as({ id: world.town.staff.get(key) ?? '' });
const search = async (who: ApiClient, asked: string) =>
  (await who.query(SEARCH, { input: { asked } }))['searchPeople'] as {
    by: string;
    hits: { id: string; name: string; personalNumber: string | null }[];
  };
const firstOf = async (who: ApiClient, asked: string): Promise<string> => (await search(who, asked)).hits[0]?.id ?? '';
const register = async (input: Record<string, unknown>): Promise<string> => {
  await search(maria, `${String(input['givenName'])} ${String(input['familyName'])}`);
  return (await maria.query(CREATE, { input }))['createPerson'].person.id as string;
};

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...more: unknown[]) => boolean;
    spies.push(
      jest.spyOn(stream, 'write').mockImplementation(((chunk: unknown, ...more: unknown[]) => {
        written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8'));
        return write(chunk, ...more);
      }) as typeof stream.write),
    );
  }
  world = await buildWorld();
  api = await startApi(world.database, { SAMNAV_LOG: 'debug' });
  [maria, elin, birgitta] = [await client('maria'), await client('elin'), await client('birgitta')];
}, 120_000);

afterAll(async () => {
  spies.forEach((spy) => spy.mockRestore());
  await api?.close();
  await world?.close();
});

describe('a person', () => {
  const number = testNumber('20100504');
  const input = { givenName: 'Muhammad', familyName: 'Warsame', number, phone: '070-174 06 50' };

  it('is registered only after a search, and found by number, sound and telephone', async () => {
    expect(await maria.refusal(CREATE, { input })).toMatchObject({ code: 'SEARCH_FIRST' });
    const id = await register(input);
    const digits = `${number.slice(2, 8)}-${number.slice(8)}`;
    for (const [asked, by] of [
      [digits, 'number'],
      ['Mohammed Varsame', 'name'],
      ['+46701740650', 'phone'],
    ] as const)
      expect(await search(elin, asked)).toMatchObject({
        by,
        hits: [{ id, name: 'Muhammad Warsame', personalNumber: number }],
      });
    const again = (await maria.query(CREATE, { input: { ...input, givenName: 'Mohammed' } }))['createPerson'];
    expect(again).toMatchObject({ person: null, existing: { id } });
    expect((await maria.query(PERSON, { id }))['person']).toMatchObject({ seen: { ground: { id: 'internal' } } });
  });

  it('answers faults at their fields, in words', async () => {
    await search(maria, 'Felsson');
    const refusal = await maria.refusal(CREATE, {
      input: { givenName: '', familyName: 'Felsson', number: '20100504-2380', phone: '1' },
    });
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(refusal.faults.map(({ field, code }) => [field, code])).toEqual([
      ['phone', 'PHONE_WRONG'],
      ['number', 'NUMBER_CHECK_DIGIT'],
    ]);
    expect(refusal.faults.every(({ message }) => /\.$/.test(message))).toBe(true);
    expect(await maria.refusal(SEARCH, { input: { asked: ' ' } })).toMatchObject({
      code: 'SEARCH_EMPTY',
      field: 'asked',
    });
  });

  it('is not for other houses, unit representatives or administrators', async () => {
    const { hits } = await search(maria, number);
    for (const key of ['marcus', 'lena', 'sara', 'tove', 'olof']) {
      const other = await client(key);
      expect(await other.refusal(SEARCH, { input: { asked: number } })).toMatchObject({ code: 'NOT_ALLOWED' });
      expect((await other.refusal(PERSON, { id: hits[0]!.id })).code).toMatch(/NOT_FOUND|NOT_ALLOWED/);
    }
  });

  it('is never asked for in an address', async () => {
    const query = `{searchPeople(input:{asked:"${number}"}){by}}`;
    const answer = await maria.fetch(`/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect([answer.status, await answer.text()]).toEqual([405, '']);
  });

  it('gets guardians and others close, is corrected by version, and folds a double in and out', async () => {
    const id = await firstOf(maria, number);
    const mother = await register({
      givenName: 'Halima',
      familyName: 'Warsame',
      noNumberReason: 'unknown',
      bornYear: 1984,
    });
    const custody = { childId: id, guardianId: mother, source: 'told', sourceOn: '2026-11-01', startsOn: '2010-05-04' };
    const recorded = `mutation ($input: RecordCustodyInput!) { recordCustody(input: $input) { custody { id version isUnchecked guardian { id } } } }`;
    const row = (await maria.query(recorded, { input: custody }))['recordCustody'].custody[0];
    expect(row).toMatchObject({ isUnchecked: true, guardian: { id: mother } });
    const double = await register({
      givenName: 'Mohamed',
      familyName: 'Warsame',
      noNumberReason: 'unknown',
      bornYear: 2010,
    });
    const friend = await register({ givenName: 'Vän', familyName: 'Nära', noNumberReason: 'unknown', bornYear: 2010 });
    const relation = `mutation ($input: RecordRelationInput!) { recordRelation(input: $input) { relations { kind other { id } } } }`;
    await maria.query(relation, { input: { personId: double, closeId: friend, kind: 'friend' } });

    const preview = `query ($one: ID!, $other: ID!) { mergePreview(one: $one, other: $other) { keptVersion foldedVersion kept { id } folded { id } conflicts { field kept other } moved { kind count } } }`;
    const sides = (await birgitta.query(preview, { one: double, other: id }))['mergePreview'];
    expect(sides).toMatchObject({
      kept: { id },
      folded: { id: double },
      moved: [{ kind: 'relation.person_id', count: 1 }],
    });
    expect(sides.conflicts).toContainEqual({ field: 'givenName', kept: 'Muhammad', other: 'Mohamed' });
    const merge = `mutation ($input: MergePeopleInput!) { mergePeople(input: $input) { id merges { id } relations { other { id } } } }`;
    const order = {
      keptId: id,
      foldedId: double,
      keptVersion: sides.keptVersion,
      foldedVersion: sides.foldedVersion,
      reasons: 'Samma',
    };
    const merged = (await birgitta.query(merge, { input: order }))['mergePeople'];
    expect(merged).toMatchObject({ id, relations: [{ other: { id: friend } }] });
    expect((await birgitta.refusal(merge, { input: order })).code).toMatch(/CONFLICT|PERSON_WAS_MERGED/);
    expect((await maria.query(PERSON, { id: double }))['person'].id).toBe(id);
    expect((await elin.refusal(merge, { input: order })).code).toBe('NOT_ALLOWED');
    const undo = `mutation ($id: ID!) { undoMerge(id: $id) { keptId restoredId toSort { count } } }`;
    expect((await birgitta.query(undo, { id: merged.merges[0].id }))['undoMerge']).toEqual({
      keptId: id,
      restoredId: double,
      toSort: [],
    });
    expect((await maria.query(PERSON, { id: double }))['person']).toMatchObject({
      id: double,
      relations: [{ other: { id: friend } }],
    });

    const change = `mutation ($input: ChangeIdentityInput!) { changeIdentity(input: $input) { seen { name } } }`;
    const now = (await maria.query(PERSON, { id }))['person'];
    const next = { ...input, id, familyName: 'Varsame', version: now.version, identityVersion: now.identityVersion };
    expect((await maria.query(change, { input: next }))['changeIdentity'].seen.name).toBe('Muhammad Varsame');
    expect((await maria.refusal(change, { input: next })).code).toBe('CONFLICT');
  });

  it('tells an open page that something changed, by id alone', async () => {
    const id = await firstOf(maria, number);
    const socket = await elin.socket();
    const heard = new Promise<unknown>((resolve) => socket.once('change', resolve));
    expect(await socket.emitWithAck('watch', `person:${id}`)).toMatchObject({ ok: true });
    const stranger = await (await client('marcus')).socket();
    expect(await stranger.emitWithAck('watch', `person:${id}`)).toMatchObject({ ok: false });
    const relation = `mutation ($input: RecordRelationInput!) { recordRelation(input: $input) { id } }`;
    const mother = await firstOf(maria, 'Halima Warsame');
    await maria.query(relation, { input: { personId: id, closeId: mother, kind: 'relative' } });
    expect(await heard).toMatchObject({ address: `person:${id}`, change: { personId: id } });
  });
});

describe('a canary of each grade', () => {
  const canaries = [
    { grade: 'marking', givenName: 'Fjärilda', familyName: 'Alfakanarie', day: '20120101', hidesName: false },
    {
      grade: 'protected-registration',
      givenName: 'Näktergalla',
      familyName: 'Betakanarie',
      day: '20120102',
      hidesName: true,
    },
    { grade: 'assumed-identity', givenName: 'Koltrasta', familyName: 'Gammakanarie', day: '20120103', hidesName: true },
  ] as const;

  it.each(canaries)(
    'of $grade never sings to who is not named',
    async ({ grade, givenName, familyName, day, hidesName }) => {
      const secret = { number: testNumber(day), address: `Kanariegränd ${day}`, phone: `070-17406${day.slice(6)}` };
      const id = await register({ givenName, familyName, ...secret, protection: grade });
      const report = `mutation ($input: RegisterReportInput!) { registerReport(input: $input) { caseIds } }`;
      const reported = await maria.query(report, {
        input: {
          channel: 'phone',
          reporterKind: 'private-person',
          reporterName: 'Granne',
          reporterContact: '070-1740699',
          feedbackWish: 'declined',
          familyKnows: 'unknown',
          immediateDanger: false,
          clientKey: `0b9a5c1e-0000-4000-8000-0000${day}`,
          children: [{ givenName, familyName, number: secret.number, content: 'Oro' }],
        },
      });
      expect(reported['registerReport'].caseIds).toHaveLength(1);
      const heard: string[] = [];
      for (const who of [elin, await client('jonas'), birgitta]) {
        for (const asked of [secret.number, `${givenName} ${familyName}`, secret.phone])
          heard.push(JSON.stringify(await search(who, asked)));
        heard.push(JSON.stringify(await who.query(PERSON, { id })));
      }
      const queue = `{ intakeQueue(first: 50) { edges { node { number person { name initials born } } } } }`;
      heard.push(JSON.stringify(await (await client('jonas')).query(queue)));
      const outbox = await world.behindTheLocks<{ row: string }>(`select o::text as row from outbox o`);
      const notices = await world.behindTheLocks<{ row: string }>(`select n::text as row from notice n`);
      const cases = await world.behindTheLocks<{ row: string }>(`select c::text as row from case_file c`);
      const ledger = await world.behindTheLocks<{ row: string }>(`select l::text as row from ledger_entry l`);
      const elsewhere = [...outbox, ...notices, ...cases, ...ledger].map(({ row }) => row);
      expect(elsewhere.length).toBeGreaterThan(5);
      const hidden = [secret.address, secret.phone, ...(hidesName ? [givenName, familyName, secret.number] : [])];
      for (const word of hidden) expect(heard.filter((text) => text.includes(word))).toEqual([]);
      for (const word of [...Object.values(secret), givenName, familyName]) {
        expect(elsewhere.filter((text) => text.includes(word))).toEqual([]);
        expect(written.filter((text) => text.includes(word))).toEqual([]);
      }
      // It sings to who is named, or the silence would prove nothing.
      expect(JSON.stringify(await maria.query(PERSON, { id }))).toContain(secret.address);
    },
  );

  it('was listened for while the log was at its loudest', () => {
    expect(written.join('')).toContain('"level":');
  });
});
