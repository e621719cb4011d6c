import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Protection } from '#domain/disclosure/vocabulary.js';
import { namePhonetics } from '#domain/person/name-phonetics.js';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { AreaStore } from '#use-cases/area/area.port.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { PersonRegister } from '#use-cases/person/person-register.port.js';
import { anIdentity, type People, peopleOf, testNumber } from '../../support/people.js';
import { staffOf } from '../../support/deadlines.js';
import { buildWorld, type World } from '../../support/world.js';

const GRADES = ['marking', 'protected-registration', 'assumed-identity'] as const;
const DAYS: Readonly<Record<(typeof GRADES)[number], string>> = {
  marking: '20110811',
  'protected-registration': '20110812',
  'assumed-identity': '20110813',
};

const NAMES = {
  marking: { givenName: 'Fjäril', familyName: 'Alfasson' },
  'protected-registration': { givenName: 'Kanarie', familyName: 'Betagren' },
  'assumed-identity': { givenName: 'Näktergal', familyName: 'Gammadal' },
} as const;

describe('protected identity', () => {
  let world: World;
  let people: People;
  const maria = () => world.caller('maria');
  const elin = () => world.caller('elin');

  beforeAll(async () => {
    world = await buildWorld();
    people = peopleOf(world);
  });
  afterAll(() => world.close());

  const canary = (grade: (typeof GRADES)[number]) => ({
    ...NAMES[grade],
    number: testNumber(DAYS[grade]),
    phone: `070-17406${40 + GRADES.indexOf(grade)}`,
    address: `Hemliga vägen ${grade.length}`,
  });

  it.each(GRADES)('hides what %s hides from everyone but the named', async (grade) => {
    const said = canary(grade);
    const id = await people.register(maria(), anIdentity(said), grade);
    const [byNumber] = (await people.search.run(elin(), said.number)).hits;
    const byName = (await people.search.run(elin(), `${said.givenName} ${said.familyName}`)).hits;
    const byPhone = (await people.search.run(elin(), said.phone)).hits;
    const page = await people.read.run(elin(), id);
    const everything = JSON.stringify([byNumber, byName, byPhone, page]);
    expect(everything).not.toContain(said.address);
    expect(everything).not.toContain(said.phone);
    expect(byPhone).toEqual([]);
    expect(byNumber?.id).toBe(id);
    expect(byName.some((hit) => hit.id === id)).toBe(grade === 'marking');
    for (const secret of [said.givenName, said.familyName, said.number])
      expect(everything.includes(secret)).toBe(grade === 'marking');
    if (grade !== 'marking') expect(page.seen).toMatchObject({ nameIsWithheld: true, born: null, givenName: null });

    // Who registered them stands on the list from the first row and sees all.
    const named = await people.read.run(maria(), id);
    expect(named.seen).toMatchObject({
      name: `${said.givenName} ${said.familyName}`,
      contact: { address: said.address },
    });
    expect((await people.search.run(maria(), said.phone)).hits.map((hit) => hit.id)).toEqual([id]);
  });

  it.each(GRADES)('keeps the telephone and the home of %s in the tables from everyone but the named', async (grade) => {
    const at = GRADES.indexOf(grade);
    const said = { ...NAMES[grade], phone: `070-17406${50 + at}`, address: `Okända gatan ${at}` };
    const id = await people.register(maria(), anIdentity(said), grade);
    const kept = async (caller: StaffCaller): Promise<Record<string, number>> =>
      world.source.transaction(async (manager) => {
        await manager.query(
          `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
           set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
          [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
        );
        const [row] = await manager.query<Record<string, number>[]>(
          `select (select count(*)::int from person_phone_index where person_id = $1) as phones,
             (select count(*)::int from person_address_index where person_id = $1) as homes`,
          [id],
        );
        return row ?? {};
      });
    expect(await kept(maria())).toEqual({ phones: 1, homes: 1 });
    expect(await kept(elin())).toEqual({ phones: 0, homes: 0 });
    const [row] = await world.behindTheLocks<{ phones: number }>(
      `select count(*)::int as phones from person_phone_index where person_id = $1`,
      [id],
    );
    expect(row?.phones).toBe(1);
  });

  it.each(['protected-registration', 'assumed-identity'] as const)(
    'answers a search for the hidden name of %s as it answers one for a name that nobody has',
    async (grade) => {
      const said =
        grade === 'assumed-identity'
          ? { givenName: 'Sångsvan', familyName: 'Vassruggen' }
          : { givenName: 'Morkulla', familyName: 'Starrängen' };
      const id = await people.register(maria(), anIdentity(said), grade);
      const answers: object[] = [];
      for (const name of [`${said.givenName} ${said.familyName}`, said.familyName, 'Kungsfiskare Alrunen'])
        answers.push(await people.search.run(elin(), name));
      expect(answers.map((one) => JSON.stringify(one))).toEqual(answers.map(() => JSON.stringify(answers[2])));
      const lines = await world.behindTheLocks<{ found: string }>(
        `select detail ->> 'found' as found from ledger_entry where actor_staff = $1 and action = 'search' order by id desc limit 3`,
        [elin().staffId],
      );
      expect(lines.map(({ found }) => found)).toEqual(['0', '0', '0']);
      expect((await people.search.run(maria(), `${said.givenName} ${said.familyName}`)).hits).toMatchObject([{ id }]);
    },
  );

  it('keeps the index of names from the unnamed also past the program, and with what is folded into a record', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Rördromsund' }), 'protected-registration');
    const folded = await people.register(maria(), anIdentity({ familyName: 'Rördromsund' }), 'none');
    await world.behindTheLocks(`update person set merged_into = $1 where id = $2`, [id, folded]);
    const rows = (caller: StaffCaller) =>
      world.asCaller.run(caller, (tx) =>
        tx.of(PersonRegister).findByNameHashes(
          caller.branchId,
          namePhonetics('Rördromsund').map((part) => new HmacLookupHash(world.settings.keys).ofNamePart(part)),
          60,
        ),
      );
    expect(await rows(elin())).toEqual([]);
    expect(await rows(maria())).toEqual([id]);
  });

  it('says neither yes nor no about a hidden name to who writes of an area', async () => {
    const ask = (caller: StaffCaller, name: string) => {
      const hash = new HmacLookupHash(world.settings.keys);
      const [one = [], other = []] = name
        .split(' ')
        .map((part) => namePhonetics(part).map((code) => hash.ofNamePart(code)));
      return world.asCaller.run(caller, (tx) => tx.of(AreaStore).findKnown([[one, other]]));
    };
    await people.register(maria(), anIdentity({ givenName: 'Ormvråk', familyName: 'Klippbranten' }), 'none');
    await people.register(
      maria(),
      anIdentity({ givenName: 'Fiskgjuse', familyName: 'Utskäret' }),
      'protected-registration',
    );
    expect(await ask(elin(), 'Ormvråk Klippbranten')).toEqual([0]);
    expect(await ask(elin(), 'Fiskgjuse Utskäret')).toEqual([]);
    expect(await ask(maria(), 'Fiskgjuse Utskäret')).toEqual([0]);
  });

  it.each(['protected-registration', 'assumed-identity'] as const)(
    'gives the unnamed not even the ciphertext of %s',
    async (grade) => {
      const id = await people.register(maria(), anIdentity({ familyName: 'Låst' }), grade);
      const rows = (key: string) =>
        world.source.transaction(async (manager) => {
          const caller = world.caller(key);
          await manager.query(
            `select set_config('samnav.staff', $1, true), set_config('samnav.branch', $2, true), set_config('samnav.role', $3, true),
             set_config('samnav.unit', $4, true), set_config('samnav.service', '', true)`,
            [caller.staffId, caller.branchId, caller.role, caller.unitId],
          );
          return manager.query<unknown[]>(`select 1 from person_identity where person_id = $1`, [id]);
        });
      expect(await rows('maria')).toHaveLength(1);
      expect(await rows('elin')).toHaveLength(0);
      expect(await rows('birgitta')).toHaveLength(0);
    },
  );

  it('is raised by one person at once, and hides from the next look', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Höjd' }));
    expect((await people.read.run(elin(), id)).seen.nameIsWithheld).toBe(false);
    const outcome = await people.protect.setProtection(maria(), {
      id,
      version: 1,
      protection: 'protected-registration',
      reasons: 'Beslut från Skatteverket',
      named: [maria().staffId],
    });
    expect(outcome).toBe('in-force');
    expect((await people.read.run(elin(), id)).seen.nameIsWithheld).toBe(true);
    expect((await people.read.run(maria(), id)).seen.nameIsWithheld).toBe(false);
  });

  it('is lowered by two people, never by one', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Sänkt' }), 'protected-registration');
    const lower = { id, version: 1, protection: 'none', reasons: 'Skyddet har upphört', named: [] };
    expect(await people.protect.setProtection(maria(), lower)).toBe('waiting');
    expect((await people.read.run(elin(), id)).seen.nameIsWithheld).toBe(true);
    await expect(people.protect.setProtection(maria(), lower)).rejects.toMatchObject({ code: 'ALREADY_WAITING' });
    const [decision] = (await people.read.run(world.caller('birgitta'), id)).decisions;
    expect(decision).toMatchObject({ state: 'waiting', reasons: 'Skyddet har upphört', isMine: false });
    await expect(people.protect.settle(maria(), decision!.id, true)).rejects.toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
    await people.protect.settle(world.caller('birgitta'), decision!.id, true);
    expect((await people.read.run(elin(), id)).seen).toMatchObject({ protection: 'none', nameIsWithheld: false });
    await expect(people.protect.settle(world.caller('birgitta'), decision!.id, true)).rejects.toMatchObject({
      code: 'ALREADY_SETTLED',
    });
  });

  it('is not lowered by the database either when the first agrees with themselves', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Ensam' }), 'marking');
    await people.protect.setProtection(maria(), { id, version: 1, protection: 'none', reasons: 'x', named: [] });
    const alone = world.source.transaction(async (manager) => {
      const caller = maria();
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.branch', $2, true), set_config('samnav.role', $3, true),
         set_config('samnav.unit', $4, true), set_config('samnav.service', '', true)`,
        [caller.staffId, caller.branchId, caller.role, caller.unitId],
      );
      await manager.query(
        `update person_decision set state = 'in-force', settled_by = $2 where person_id = $1 and state = 'waiting'`,
        [id, caller.staffId],
      );
    });
    await expect(alone).rejects.toThrow(/row-level security/);
  });

  it('names staff by two others, and nobody opens it to themselves', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Listad' }), 'assumed-identity');
    const jonas = world.caller('jonas');
    const ask = (caller: typeof jonas, key: string) =>
      people.protect.nameStaff(caller, { id, staffId: staffOf(world, key), reasons: 'Utreder' });
    await expect(ask(jonas, 'jonas')).rejects.toMatchObject({ faults: [{ field: 'staffId', code: 'NAMES_ONESELF' }] });
    await expect(ask(jonas, 'marcus')).rejects.toMatchObject({ faults: [{ code: 'NOT_A_COLLEAGUE' }] });
    expect(await ask(jonas, 'elin')).toBe('waiting');
    expect((await people.read.run(elin(), id)).seen.nameIsWithheld).toBe(true);
    const [decision] = (await people.read.run(maria(), id)).decisions;
    await expect(people.protect.settle(jonas, decision!.id, true)).rejects.toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
    await people.protect.settle(maria(), decision!.id, true);
    expect((await people.read.run(elin(), id)).seen).toMatchObject({ name: 'Alva Listad' });
    await people.protect.unnameStaff(jonas, { id, staffId: elin().staffId });
    expect((await people.read.run(elin(), id)).seen.nameIsWithheld).toBe(true);
  });

  it('opens to nobody by the list of an earlier protection, and keeps who stood on it', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Åter' }), 'assumed-identity');
    const [jonas, birgitta] = [world.caller('jonas'), world.caller('birgitta')];
    for (const staff of [elin(), world.caller('sara')])
      await people.protect.nameStaff(jonas, { id, staffId: staff.staffId, reasons: 'Utreder' });
    const asked = (await people.read.run(maria(), id)).decisions;
    const forElin = asked.find(({ staffId }) => staffId === elin().staffId)!;
    await people.protect.settle(maria(), forElin.id, true);
    expect((await people.read.run(elin(), id)).seen.nameIsWithheld).toBe(false);
    const grade = async (protection: string) => {
      const { version } = (await people.read.run(maria(), id)).facts;
      return people.protect.setProtection(maria(), { id, version, protection, reasons: 'Beslut', named: [] });
    };
    await grade('none');
    const [lowering] = (await people.read.run(birgitta, id)).decisions;
    await people.protect.settle(birgitta, lowering!.id, true);
    await grade('assumed-identity');

    for (const caller of [elin(), maria()]) expect((await people.read.run(caller, id)).seen.nameIsWithheld).toBe(true);
    const states = new Map(
      (await people.read.run(birgitta, id)).decisions.map(({ staffId, state, kind }) => [staffId ?? kind, state]),
    );
    expect(states.get(elin().staffId)).toBe('ended');
    expect(states.get(world.caller('sara').staffId)).toBe('lapsed');
    const forSara = asked.find(({ staffId }) => staffId === world.caller('sara').staffId)!;
    await expect(people.protect.settle(birgitta, forSara.id, true)).rejects.toMatchObject({ code: 'ALREADY_SETTLED' });
    const told = await world.behindTheLocks<{ staff: string }>(
      `select detail ->> 'staff' as staff from ledger_entry where person_id = $1 and detail ->> 'deed' = 'staff-unnamed'`,
      [id],
    );
    expect(told.map(({ staff }) => staff).sort()).toEqual([elin().staffId, maria().staffId].sort());
  });

  it('says of a decision that it has ended with the place on the list', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Avförd' }), 'marking');
    await people.protect.nameStaff(world.caller('jonas'), { id, staffId: elin().staffId, reasons: 'Utreder' });
    const [asked] = (await people.read.run(maria(), id)).decisions;
    await people.protect.settle(maria(), asked!.id, true);
    await people.protect.unnameStaff(world.caller('jonas'), { id, staffId: elin().staffId });
    expect((await people.read.run(maria(), id)).decisions).toMatchObject([{ id: asked!.id, state: 'ended' }]);
  });

  it('keeps who does not see all from rewriting what they do not see', async () => {
    const id = await people.register(maria(), anIdentity({ familyName: 'Dold', address: 'Hemliga 9' }), 'marking');
    await expect(
      people.identity.run(elin(), { ...anIdentity({ familyName: 'Dold' }), id, version: 1, identityVersion: 1 }),
    ).rejects.toMatchObject({ code: 'PROTECTED_NOT_NAMED' });
    expect((await people.read.run(maria(), id)).seen.contact).toEqual({ address: 'Hemliga 9' });
  });

  it.each(GRADES)('withholds who stands around a person of grade %s where the name is withheld', async (grade) => {
    const child = await people.register(maria(), anIdentity({ givenName: 'Barnet' }), grade);
    const mother = await people.register(maria(), anIdentity({ givenName: 'Modern' }));
    const friend = await people.register(maria(), anIdentity({ givenName: 'Kamraten' }));
    const custody = { childId: child, guardianId: mother, kind: 'parent', source: 'told' };
    await people.custody.run(maria(), { ...custody, sourceOn: '2026-01-02', startsOn: '2011-01-02', endsOn: '' });
    await people.relation.run(maria(), { personId: child, closeId: friend, kind: 'friend' });
    const around = async (caller: ReturnType<typeof elin>) => {
      const pages = [];
      for (const id of [child, mother, friend]) pages.push(await people.read.run(caller, id));
      return pages.map(({ custody: rows, relations }) => rows.length + relations.length);
    };
    expect(await around(maria())).toEqual([2, 1, 1]);
    expect(await around(elin())).toEqual(grade === 'marking' ? [2, 1, 1] : [0, 0, 0]);
    const added = people.relation.run(elin(), { personId: child, closeId: mother, kind: 'relative' });
    if (grade === 'marking') await added;
    else await expect(added).rejects.toMatchObject({ code: 'PROTECTED_NOT_NAMED' });
  });

  it('leaves nothing readable in any table, outbox and ledger included', async () => {
    const tables = await world.behindTheLocks<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const secrets = [
      'Skyddsson',
      'Hemliga',
      'Skyddet har upphört',
      '070-174064',
      ...GRADES.map((g) => testNumber(DAYS[g])),
    ];
    const leaks: string[] = [];
    for (const { name } of tables)
      for (const secret of secrets) {
        const found = await world.behindTheLocks(
          `select 1 from "${name}" t where t::text ilike $1 or t::text ilike $2 limit 1`,
          [`%${secret}%`, `%${Buffer.from(secret).toString('hex')}%`],
        );
        if (found.length > 0) leaks.push(`${name}: ${secret}`);
      }
    expect(tables.length).toBeGreaterThan(40);
    expect(leaks).toEqual([]);
  });
});

describe('custody and others close', () => {
  let world: World;
  let people: People;
  let child: string;
  let mother: string;
  const maria = () => world.caller('maria');
  const written = (more: Partial<Parameters<People['custody']['run']>[1]> = {}) => ({
    childId: child,
    guardianId: mother,
    kind: 'parent',
    source: 'told',
    sourceOn: '2026-11-01',
    startsOn: '2011-08-11',
    endsOn: '',
    ...more,
  });

  beforeAll(async () => {
    world = await buildWorld();
    people = peopleOf(world);
    child = await people.register(maria(), anIdentity({ givenName: 'Barn', number: testNumber('20110811') }));
    mother = await people.register(maria(), anIdentity({ givenName: 'Mor', number: testNumber('19800101') }));
  });
  afterAll(() => world.close());

  it.each([
    [{ source: '' }, ['CUSTODY_SOURCE_MISSING']],
    [{ sourceOn: '2026-02-30' }, ['DATE_MISSING']],
    [{ endsOn: '2011-08-11' }, ['ENDS_BEFORE_START']],
    [{ sourceOn: '2999-01-01' }, ['SOURCE_IN_FUTURE']],
  ] as const)('says what is wrong with %j', async (more, codes) => {
    await expect(people.custody.run(maria(), written(more))).rejects.toMatchObject({
      faults: codes.map((code) => ({ code })),
    });
  });

  it('flags what is only told, is not doubled, and ends by version', async () => {
    await people.custody.run(maria(), written());
    await expect(people.custody.run(maria(), written())).rejects.toMatchObject({
      faults: [{ code: 'ALREADY_GUARDIAN' }],
    });
    await expect(people.custody.run(maria(), written({ guardianId: child }))).rejects.toMatchObject({
      faults: [{ field: 'guardianId', code: 'OWN_GUARDIAN' }],
    });
    const [row] = (await people.read.run(maria(), child)).custody;
    expect(row).toMatchObject({ isInForce: true, isUnchecked: true, guardian: { id: mother, givenName: 'Mor' } });
    expect((await people.read.run(maria(), mother)).custody[0]?.child.id).toBe(child);
    await people.custody.end(maria(), { id: row!.id, version: 1, endsOn: '2020-01-01' });
    await expect(people.custody.end(maria(), { id: row!.id, version: 1, endsOn: '2021-01-01' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect((await people.read.run(maria(), child)).custody[0]).toMatchObject({ isInForce: false, isUnchecked: false });
  });

  it('keeps others close, once each, and shows it from both sides', async () => {
    const friend = await people.register(maria(), anIdentity({ givenName: 'Vännen' }));
    const relation = { personId: child, closeId: friend, kind: 'friend' };
    await people.relation.run(maria(), relation);
    await expect(people.relation.run(maria(), relation)).rejects.toMatchObject({
      faults: [{ code: 'RELATION_ALREADY_THERE' }],
    });
    const [row] = (await people.read.run(maria(), child)).relations;
    expect(row).toMatchObject({ kind: 'friend', isOwn: true, other: { id: friend } });
    expect((await people.read.run(maria(), friend)).relations[0]).toMatchObject({ isOwn: false, other: { id: child } });
    await people.relation.end(maria(), row!.id);
    expect((await people.read.run(maria(), child)).relations).toEqual([]);
  });

  it('writes who decides for the child with sealed reasons, and refuses a stale version', async () => {
    const page = await people.read.run(maria(), child);
    const change = { id: child, version: page.facts.version, maturity: 'joint', reasons: 'Förstår vad det innebär' };
    await people.protect.assessMaturity(maria(), change);
    const after = await people.read.run(maria(), child);
    expect(after.facts.maturity).toBe('joint');
    expect(after.decisions[0]).toMatchObject({ kind: 'maturity', reasons: 'Förstår vad det innebär' });
    await expect(people.protect.assessMaturity(maria(), change)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is closed to other houses', async () => {
    for (const key of ['marcus', 'lena', 'tove'])
      await expect(people.read.run(world.caller(key), child)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const protections: readonly Protection[] = ['none', 'marking'];
    for (const protection of protections)
      await expect(
        people.protect.setProtection(world.caller('marcus'), {
          id: child,
          version: 2,
          protection,
          reasons: 'x',
          named: [],
        }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
