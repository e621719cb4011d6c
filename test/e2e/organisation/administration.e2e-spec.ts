/** Administration over GraphQL as a browser speaks it: what each act does, what is refused at which field, and to whom. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ApiRefused, startApi, type Api, type ApiClient } from '../../support/api.js';
import { readTown } from '#platform/towns/read-town.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import { buildWorld, type World } from '../../support/world.js';

const SOC = 'ekvalla-soc/individ-och-familj';
const ORGANISATION = `query { organisation { name authorities { id name kind version branches { id name version endedAt
  units { id name kind people version endedAt } } } } }`;
const ME = 'query { me { acting { role unitName } memberships { id branchName } } }';
const MEMBER = `query ($id: ID!) { staffMember(id: $id) { id name version disabledAt openSessions posts { id role endsAt } } }`;
const ADD_PARTY = 'mutation ($input: AddPartyInput!) { addParty(input: $input) }';
const ADD_STAFF = 'mutation ($input: StaffMemberInput!) { addStaffMember(input: $input) { id version } }';
const ADD_POST = 'mutation ($input: AddPostInput!) { addPost(input: $input) { posts { id role } } }';
const END_POST =
  'mutation ($id: ID!, $staffId: ID!, $endsAt: String) { endPost(id: $id, staffId: $staffId, endsAt: $endsAt) { posts { id endsAt } } }';
const ADD_SHIFT = 'mutation ($input: AddDutyShiftInput!) { addDutyShift(input: $input) }';
const ROSTER = `query ($unitId: ID!, $day: String) { dutyRoster(unitId: $unitId, day: $day) { monday emergencyUnit { name }
  shifts { id staffName rank withoutPost } gaps { from until } people { name } } }`;
const ADD_SLOTS = 'mutation ($input: AddHubSlotsInput!) { addHubSlots(input: $input) }';
const SLOTS = 'query { standingHubSlots { id branchId weekday startsLocal minutes videoUrl version } }';
const CHANGE_SLOT = `mutation ($id: ID!, $version: Int!, $minutes: Int!, $videoUrl: String) {
  changeHubSlot(id: $id, version: $version, minutes: $minutes, videoUrl: $videoUrl) }`;
const AGREEMENTS = 'query { keptAgreements { id form state endsOn version parties { branchName resources } } }';
const ADD_AGREEMENT =
  'mutation ($form: String!, $input: AgreementTermsInput!) { addAgreement(form: $form, input: $input) }';
const PREVIEW =
  'query ($input: TownFileInput!) { townImportPreview(input: $input) { made faults { file path fault } changes { change part path before after } } }';
const IMPORT = 'mutation ($input: TownFileInput!) { importTown(input: $input) { made changes { change part path } } }';

let world: World;
let api: Api;
let tove: ApiClient;

const unit = (path: string): string => world.town.units.get(path) ?? '';
const branch = (path: string): string => world.town.branches.get(path) ?? '';
const staff = (key: string): { id: string } => ({ id: world.town.staff.get(key) ?? '' });
const faultsOf = async (client: ApiClient, document: string, variables: object) =>
  (await client.refusal(document, variables)).faults.map(({ field, code }) => `${field} ${code}`);
const person = (subject: string) => ({
  name: 'Yrsa Blomfält',
  title: 'Socialsekreterare',
  email: 'yrsa@ekvalla.example',
  issuer: 'https://login.ekvalla.example',
  subject,
});
const changesOf = (detail: object) =>
  world.behindTheLocks<{ detail: Record<string, unknown> }>(
    `select detail from ledger_entry where action = 'change' and detail @> $1::jsonb`,
    [JSON.stringify(detail)],
  );
const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  tove = await api.as(staff('tove'));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('parties', () => {
  it('are added, renamed, ended and opened again, each with a line in the ledger', async () => {
    const { addParty: authorityId } = await tove.query(ADD_PARTY, {
      input: { level: 'authority', name: 'Föreningen Ljuset', kind: 'association' },
    });
    const { addParty: branchId } = await tove.query(ADD_PARTY, {
      input: { level: 'branch', withinId: authorityId, name: 'Ungdom' },
    });
    const { addParty: unitId } = await tove.query(ADD_PARTY, {
      input: { level: 'unit', withinId: branchId, name: 'Kvällsgruppen', kind: 'outreach' },
    });
    const change = 'mutation ($input: ChangePartyInput!) { changeParty(input: $input) { id } }';
    await tove.query(change, { input: { level: 'unit', id: unitId, version: 1, name: 'Nattgruppen' } });
    const stale = { input: { level: 'unit', id: unitId, version: 1, name: 'Dagen' } };
    expect((await tove.refusal(change, stale)).code).toBe('CHANGED_MEANWHILE');
    const end = 'mutation ($input: EndPartyInput!) { endParty(input: $input) { id } }';
    expect((await tove.refusal(end, { input: { level: 'branch', id: branchId, version: 1, ended: true } })).code).toBe(
      'BRANCH_HAS_UNITS',
    );
    await tove.query(end, { input: { level: 'unit', id: unitId, version: 2, ended: true } });
    await tove.query(end, { input: { level: 'branch', id: branchId, version: 1, ended: true } });
    const { organisation } = await tove.query(ORGANISATION);
    const kept = organisation.authorities.find((one: { id: string }) => one.id === authorityId).branches[0];
    expect(kept).toMatchObject({
      endedAt: expect.any(String),
      units: [{ name: 'Nattgruppen', endedAt: expect.any(String) }],
    });
    await tove.query(end, { input: { level: 'unit', id: unitId, version: 3, ended: false } });
    expect((await changesOf({ unitId })).map(({ detail }) => detail['party'])).toEqual([
      'added',
      'changed',
      'ended',
      'opened',
    ]);
  });

  it('refuse bad input at its fields, and keep who still works there', async () => {
    const input = { level: 'unit', withinId: branch(SOC), name: ' ', kind: '' };
    expect(await faultsOf(tove, ADD_PARTY, { input })).toEqual(['name REQUIRED', 'kind CHOOSE_ONE']);
    const twice = { level: 'unit', withinId: branch(SOC), name: 'barnenheten', kind: 'child' };
    expect(await faultsOf(tove, ADD_PARTY, { input: twice })).toEqual(['name NAME_TAKEN']);
    const { code, message } = await tove.refusal(
      'mutation ($input: EndPartyInput!) { endParty(input: $input) { id } }',
      {
        input: { level: 'unit', id: unit(`${SOC}/barn`), version: 1, ended: true },
      },
    );
    expect([code, message]).toEqual(['UNIT_HAS_PEOPLE', expect.stringContaining('2 personer')]);
  });
});

describe('people in posts', () => {
  it('come in with a post, and are out the moment it ends, sockets too', async () => {
    const { addStaffMember } = await tove.query(ADD_STAFF, { input: person('yrsa') });
    const yrsa = { id: addStaffMember.id as string };
    const before = await api.as(yrsa);
    expect((await before.query(ME)).me.acting).toBeNull();
    const post = { staffId: yrsa.id, unitId: unit(`${SOC}/barn`), role: 'unit-representative' };
    const { addPost } = await tove.query(ADD_POST, { input: post });
    expect(addPost.posts).toMatchObject([{ role: 'unit-representative' }]);
    const signedIn = await api.as(yrsa, addPost.posts[0].id);
    expect((await signedIn.query(ME)).me.acting.unitName).toBe('Barnenheten');
    const socket = await signedIn.socket();
    const cut = new Promise<number>((resolve) => socket.once('disconnect', () => resolve(Date.now())));
    const ended = Date.now();
    await tove.query(END_POST, { id: addPost.posts[0].id, staffId: yrsa.id });
    expect((await signedIn.refusal('query { mySessions { id } }')).code).toBe('SIGN_IN_REQUIRED');
    expect((await cut) - ended).toBeLessThan(1_000);
    // A session of hers that acted in nothing has nothing left to act in either.
    expect((await before.refusal('query { mySessions { id } }')).code).toBe('NO_MEMBERSHIP');
    const lines = (await changesOf({ staffId: yrsa.id })).map(({ detail }) => detail['staff'] ?? detail['post']);
    expect(lines).toEqual(['added', 'added', 'ended']);
    expect(JSON.stringify(await changesOf({ staffId: yrsa.id }))).not.toContain('Yrsa');
  });

  it('lose a post at the time that was set, on the clock that decides', async () => {
    const { addStaffMember } = await tove.query(ADD_STAFF, { input: person('soon') });
    const endsAt = `${dayAhead(2)}T12:00`;
    const { addPost } = await tove.query(ADD_POST, {
      input: { staffId: addStaffMember.id, unitId: unit(`${SOC}/vuxen`), role: 'unit-representative', endsAt },
    });
    const client = await api.as(addStaffMember, addPost.posts[0].id);
    expect((await client.query(ME)).me.acting).not.toBeNull();
    await world.behindTheLocks(`update membership set ends_at = clock.now() where id = $1`, [addPost.posts[0].id]);
    expect((await client.refusal('query { mySessions { id } }')).code).toBe('NO_MEMBERSHIP');
  });

  it('are refused at the field that the rule concerns', async () => {
    expect(
      await faultsOf(tove, ADD_STAFF, {
        input: { name: '', title: 'x', email: 'nowhere', issuer: 'login', subject: '198507099805', phone: 'abc' },
      }),
    ).toEqual([
      'name REQUIRED',
      'email EMAIL_FORM',
      'phone PHONE_FORM',
      'issuer PROVIDER_FORM',
      'subject SUBJECT_IS_PERSONAL_NUMBER',
    ]);
    await tove.query(ADD_STAFF, { input: person('twice') });
    expect(await faultsOf(tove, ADD_STAFF, { input: person('twice') })).toEqual(['subject SUBJECT_TAKEN']);
    const sara = staff('sara').id;
    const barn = unit(`${SOC}/barn`);
    expect(
      await faultsOf(tove, ADD_POST, { input: { staffId: sara, unitId: barn, role: 'unit-representative' } }),
    ).toEqual(['unitId POST_ALREADY_HELD']);
    expect(await faultsOf(tove, ADD_POST, { input: { staffId: sara, unitId: barn, role: 'auditor' } })).toEqual([
      'role DUTIES_NOT_APART',
    ]);
    const backwards = {
      staffId: sara,
      unitId: unit(`${SOC}/unga`),
      role: 'investigator',
      startsAt: `${dayAhead(9)}T08:00`,
      endsAt: `${dayAhead(8)}T08:00`,
    };
    expect(await faultsOf(tove, ADD_POST, { input: backwards })).toEqual(['endsAt PERIOD_EMPTY']);
    expect(await faultsOf(tove, ADD_POST, { input: { staffId: sara, unitId: '', role: 'king' } })).toEqual([
      'unitId CHOOSE_ONE',
      'role CHOOSE_ONE',
    ]);
  });

  it('cannot give rights to themselves', async () => {
    const own = { staffId: staff('tove').id, unitId: unit(`${SOC}/barn`), role: 'manager' };
    expect((await tove.refusal(ADD_POST, { input: own })).code).toBe('NOT_YOURSELF');
    const { staffMember } = await tove.query(MEMBER, { id: own.staffId });
    expect((await tove.refusal(END_POST, { id: staffMember.posts[0].id, staffId: own.staffId })).code).toBe(
      'NOT_YOURSELF',
    );
  });

  it('are shut out at once when the account is disabled, and let in when it is opened', async () => {
    const per = await api.as(staff('per'));
    await per.query(ME);
    const { staffMember } = await tove.query(MEMBER, staff('per'));
    expect(staffMember.openSessions).toBe(1);
    const set = `mutation ($id: ID!, $version: Int!, $disabled: Boolean!) {
      setStaffMemberDisabled(id: $id, version: $version, disabled: $disabled) { disabledAt version openSessions } }`;
    const { setStaffMemberDisabled: shut } = await tove.query(set, {
      ...staff('per'),
      version: staffMember.version,
      disabled: true,
    });
    expect(shut).toMatchObject({ disabledAt: expect.any(String), openSessions: 0 });
    expect((await per.refusal('query { mySessions { id } }')).code).toBe('SIGN_IN_REQUIRED');
    await tove.query(set, { ...staff('per'), version: shut.version, disabled: false });
    expect((await (await api.as(staff('per'))).query(ME)).me.acting).not.toBeNull();
  });

  it('may hold posts in several organisations and act in one at a time', async () => {
    const petra = await api.as(staff('petra'));
    const { me } = await petra.query(ME);
    expect(me.memberships.map((one: { branchName: string }) => one.branchName).sort()).toEqual([
      'Fritid och fältverksamhet',
      'Individ och familj',
      'Individ och familj',
    ]);
    const social = me.memberships.find((one: { branchName: string }) => one.branchName === 'Individ och familj');
    await petra.query('mutation ($id: ID!) { switchMembership(id: $id) { acting { unitName } } }', { id: social.id });
    expect((await petra.query(ME)).me.acting.unitName).toBe('Socialjouren');
  });

  it('are listed a page at a time and found by part of a name', async () => {
    const list = `query ($first: Int!, $after: String, $search: String!) { staff(first: $first, after: $after, search: $search) {
      edges { node { name } } pageInfo { hasNextPage endCursor } } }`;
    const names: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { staff: page }: Record<string, any> = await tove.query(list, { first: 7, after, search: '' });
      names.push(...page.edges.map((edge: { node: { name: string } }) => edge.node.name));
      after = page.pageInfo.endCursor as string | null;
      more = page.pageInfo.hasNextPage as boolean;
    }
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength((await world.behindTheLocks('select 1 from staff_member')).length);
    expect(names).toContain('Karin Ekelöv');
    const found = await tove.query(list, { first: 7, search: '%' });
    expect(found.staff.edges).toEqual([]);
  });
});

describe('duty roster', () => {
  const monday = dayAhead(21 - ((new Date(Date.now() + 21 * 86_400_000).getUTCDay() + 6) % 7));
  const night = (rank: string, staffId: string, weeks = 1) => ({
    input: {
      unitId: unit(`${SOC}/socialjour`),
      staffId,
      rank,
      startsAt: `${monday}T17:00`,
      endsAt: `${addDay(monday)}T08:00`,
      weeks,
    },
  });
  const addDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

  it('is kept by the manager of the house and shows the hours when nobody is there', async () => {
    const birgitta = await api.as(staff('birgitta'));
    expect((await birgitta.query(ADD_SHIFT, night('primary', staff('nils').id, 3))).addDutyShift).toBe(3);
    await birgitta.query(ADD_SHIFT, night('deputy', staff('petra').id));
    const { dutyRoster } = await birgitta.query(ROSTER, { unitId: unit(`${SOC}/barn`), day: addDay(monday) });
    expect(dutyRoster).toMatchObject({ monday, emergencyUnit: { name: 'Socialjouren' }, shifts: [] });
    // The children's unit has nobody: the emergency service covers Monday night, and the rest of the week stands open.
    expect(dutyRoster.gaps).toHaveLength(2);
    const { dutyRoster: own } = await birgitta.query(ROSTER, { unitId: unit(`${SOC}/socialjour`), day: monday });
    expect(own.shifts.map((one: { staffName: string; rank: string }) => `${one.staffName} ${one.rank}`).sort()).toEqual(
      ['Nils Ahlsten primary', 'Petra Ljungdal deputy'],
    );
    await birgitta.query('mutation ($id: ID!) { removeDutyShift(id: $id) }', { id: own.shifts[0].id });
    const after = await birgitta.query(ROSTER, { unitId: unit(`${SOC}/socialjour`), day: monday });
    expect(after.dutyRoster.shifts).toHaveLength(1);
  });

  it('refuses bad shifts at their fields and other houses altogether', async () => {
    const birgitta = await api.as(staff('birgitta'));
    const bad = {
      input: { unitId: unit(`${SOC}/barn`), staffId: '', rank: 'primary', startsAt: 'soon', endsAt: '', weeks: 0 },
    };
    expect(await faultsOf(birgitta, ADD_SHIFT, bad)).toEqual([
      'staffId CHOOSE_ONE',
      'startsAt TIME_FORM',
      'endsAt TIME_FORM',
      'weeks BETWEEN',
    ]);
    expect(await faultsOf(birgitta, ADD_SHIFT, night('primary', staff('sara').id))).toEqual(['staffId NO_POST_THEN']);
    expect(await faultsOf(birgitta, ADD_SHIFT, night('deputy', staff('nils').id, 2))).toEqual([
      'startsAt ALREADY_ON_DUTY',
    ]);
    const { code } = await birgitta.refusal(ROSTER, { unitId: unit('polisen/lpo-ekvalla/omrade') });
    expect(code).toBe('NOT_YOUR_HOUSE');
    expect((await tove.query(ROSTER, { unitId: unit('polisen/lpo-ekvalla/omrade') })).dutyRoster.gaps).toHaveLength(1);
  });
});

describe('hub times and agreements', () => {
  it('adds, changes and removes times', async () => {
    const input = {
      branchId: branch(SOC),
      weekdays: [6, 7],
      startsLocal: '10:00',
      minutes: 45,
      videoUrl: 'https://video.ekvalla.example/helg',
    };
    expect((await tove.query(ADD_SLOTS, { input })).addHubSlots).toBe(2);
    expect((await tove.refusal(ADD_SLOTS, { input })).code).toBe('SLOT_TAKEN');
    const bad = { branchId: '', weekdays: [], startsLocal: '25:00', minutes: 0, videoUrl: 'http://x' };
    expect(await faultsOf(tove, ADD_SLOTS, { input: bad })).toEqual([
      'branchId CHOOSE_ONE',
      'weekdays CHOOSE_DAYS',
      'startsLocal CLOCK_FORM',
      'minutes BETWEEN',
      'videoUrl HTTPS_FORM',
    ]);
    const { standingHubSlots } = await tove.query(SLOTS);
    const saturday = standingHubSlots.find((slot: { weekday: number }) => slot.weekday === 6);
    const change = (minutes: number, videoUrl: string | null) => ({ ...saturday, minutes, videoUrl });
    await tove.query(CHANGE_SLOT, change(60, null));
    // Whoever had read it before that is told, and writes nothing over it.
    const other = await api.as(staff('tove'));
    const second = change(20, 'https://video.ekvalla.example/annan');
    expect((await other.refusal(CHANGE_SLOT, second)).code).toBe('CONFLICT');
    expect(await changesOf({ slotId: saturday.id, slot: 'changed' })).toHaveLength(1);
    const sunday = standingHubSlots.find((slot: { weekday: number }) => slot.weekday === 7);
    await tove.query('mutation ($id: ID!) { removeHubSlot(id: $id) }', { id: sunday.id });
    const after = (await tove.query(SLOTS)).standingHubSlots.filter((slot: { weekday: number }) => slot.weekday > 5);
    expect(after).toMatchObject([{ weekday: 6, minutes: 60, videoUrl: null, version: 2 }]);
    expect(await changesOf({ slotId: sunday.id, slot: 'removed' })).toHaveLength(1);
  });

  it('enters agreements, warns before they lapse and wants every party named', async () => {
    const birgitta = await api.as(staff('birgitta'));
    const parties = [
      { branchId: branch(SOC), resources: 'En samordnare' },
      { branchId: branch('polisen/lpo-ekvalla'), resources: 'En polis' },
    ];
    const terms = { startsOn: dayAhead(-300), endsOn: dayAhead(30), signedBy: 'Direktörerna', parties };
    const { addAgreement: id } = await birgitta.query(ADD_AGREEMENT, { form: 'sig', input: terms });
    const find = async () =>
      (await birgitta.query(AGREEMENTS)).keptAgreements.find((one: { id: string }) => one.id === id);
    expect(await find()).toMatchObject({
      form: 'sig',
      state: 'lapses-soon',
      parties: [{}, { resources: 'En samordnare' }],
    });
    const change = `mutation ($id: ID!, $version: Int!, $input: AgreementTermsInput!) { changeAgreement(id: $id, version: $version, input: $input) }`;
    await birgitta.query(change, { id, version: 1, input: { ...terms, endsOn: dayAhead(400) } });
    expect(await find()).toMatchObject({ state: 'in-force', version: 2 });
    expect((await birgitta.refusal(change, { id, version: 1, input: terms })).code).toBe('CHANGED_MEANWHILE');
    const bad = { startsOn: '2026-02-30', endsOn: '', signedBy: '', parties: [parties[1], parties[1]] };
    expect(await faultsOf(birgitta, ADD_AGREEMENT, { form: 'none at all', input: bad })).toEqual([
      'form CHOOSE_ONE',
      'startsOn DAY_FORM',
      'endsOn DAY_FORM',
      'signedBy REQUIRED',
      'parties TWO_PARTIES',
      'parties.1.branchId PARTY_TWICE',
      'parties OWN_HOUSE_MISSING',
    ]);
  });
});

describe('import of a town’s file', () => {
  const town = () => JSON.parse(readFileSync('config/towns/ekvalla.json', 'utf8')) as any;
  const asFile = (value: unknown) => ({ input: { file: 'ekvalla.json', text: JSON.stringify(value) } });

  it('tells file, path and fault, and changes nothing', async () => {
    const broken = town();
    broken.authorities[0].kind = 'scouts';
    const { townImportPreview } = await tove.query(PREVIEW, asFile(broken));
    expect(townImportPreview).toMatchObject({
      made: 0,
      faults: [{ file: 'ekvalla.json', path: 'authorities.0.kind' }],
    });
    const { code } = await tove.refusal(PREVIEW, asFile({ ...town(), slug: 'orebro' }));
    expect(code).toBe('NOT_YOUR_TOWN');
  });

  it('tells of a house that is called as another town’s, at its place in the file', async () => {
    const orebro = readTown('config/towns/orebro.json');
    await new ImportTown(world.asCaller).run(orebro, { issuer: '', staff: [], postsFrom: new Date(0) });
    const next = town();
    const place = next.authorities.length;
    next.authorities.push({ ...orebro.authorities[0], name: 'Socialtjänsten i grannkommunen' });
    for (const [document, field] of [
      [PREVIEW, 'townImportPreview'],
      [IMPORT, 'importTown'],
    ] as const) {
      const answer = await tove.query(document, asFile(next));
      expect(answer[field]).toMatchObject({ made: 0, changes: [] });
      if (field === 'townImportPreview')
        expect(answer[field].faults).toEqual([
          {
            file: 'ekvalla.json',
            path: `authorities.${place}.branches.0.slug`,
            fault:
              'another municipality has a house called orebro-soc/individ-och-familj; give this branch another slug',
          },
        ]);
    }
  });

  it('tells what would change, changes it once, and leaves what the file has forgotten', async () => {
    const next = town();
    next.authorities[0].branches[0].units[1].name = 'Barn och familj';
    next.authorities[0].branches[0].units.splice(2, 1);
    next.authorities[0].branches[0].units.push({ slug: 'oppenvard', name: 'Öppenvården', kind: 'youth' });
    const { townImportPreview: would } = await tove.query(PREVIEW, asFile(next));
    const ofHouse = would.changes.filter(
      (one: { path: string; part: string }) => one.path.startsWith(SOC) && one.part === 'unit',
    );
    expect(ofHouse.map((one: any) => `${one.change} ${one.path}`)).toEqual([
      `rename ${SOC}/barn`,
      `add ${SOC}/oppenvard`,
      `only-here ${SOC}/unga`,
    ]);
    const names = async () =>
      (await tove.query(ORGANISATION)).organisation.authorities
        .flatMap((one: any) => one.branches)
        .flatMap((one: any) => one.units)
        .map((one: any) => one.name);
    expect(await names()).toContain('Barnenheten');
    expect((await tove.query(IMPORT, asFile(next))).importTown.made).toBe(would.made);
    expect(await names()).toEqual(expect.arrayContaining(['Barn och familj', 'Öppenvården', 'Ungdomsenheten']));
    expect((await tove.query(IMPORT, asFile(next))).importTown.made).toBe(0);
  });
});

describe('who may', () => {
  it.each([
    ['an investigator', 'elin', ORGANISATION, {}],
    ['a manager', 'birgitta', ADD_STAFF, { input: person('x') }],
    ['a manager', 'birgitta', PREVIEW, { input: { file: 'x', text: '{}' } }],
    ['a coordinator', 'anna', AGREEMENTS, {}],
    ['an auditor', 'olof', SLOTS, {}],
    ['a unit representative', 'sara', ADD_PARTY, { input: { level: 'authority', name: 'x', kind: 'police' } }],
  ])('%s (%s) is refused and it is written down', async (_, key, document, variables) => {
    const client = await api.as(staff(key));
    const before = await refusals(key);
    expect((await client.refusal(document, variables)).code).toBe('NOT_ALLOWED');
    expect(await refusals(key)).toBe(before + 1);
  });

  it('does not tell a stranger that someone exists', async () => {
    const missing = '00000000-0000-4000-8000-00000000000f';
    await expect(tove.query(MEMBER, { id: missing })).rejects.toBeInstanceOf(ApiRefused);
    expect((await tove.refusal(MEMBER, { id: missing })).code).toBe('NOT_FOUND');
  });

  const refusals = async (key: string): Promise<number> =>
    (
      await world.behindTheLocks(`select 1 from ledger_entry where action = 'refuse' and actor_staff = $1`, [
        staff(key).id,
      ])
    ).length;
});
