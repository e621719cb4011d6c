/** Merging loses nothing: merge and undo leave every table as it was, in random worlds of what pointed at the two. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { consentWritten } from '../../support/living-consent.js';
import { anIdentity, type People, peopleOf, testCoordinationNumber, testNumber } from '../../support/people.js';
import { buildWorld, type World } from '../../support/world.js';

/** Written anew by every act: what was done stands there, and stays; the counts of sight only rise. */
const HISTORY = ['ledger_entry', 'outbox', 'person_merge', 'person_search', 'migrations', 'sight_epoch'];
/** Point at a record and stay with it: keys, sealed identities and questions, lookups that a search resolves, and merges. */
const STAYS = [
  'e_id_order.person_id',
  'family_link.person_id',
  'family_message.person_id',
  'family_preference.person_id',
  'family_session.person_id',
  'inquiry.person_id',
  'relocation.person_id',
  'consent_evidence.key_person_id',
  'item.key_person_id',
  'person_address_index.person_id',
  'person_decision.key_person_id',
  'person_identity.person_id',
  'person_key.person_id',
  'person_merge.kept_id',
  'person_merge.merged_id',
  'person_name_index.person_id',
  'person_number.person_id',
  'person_number_index.person_id',
  'person_phone_index.person_id',
];

describe('merging doubles', () => {
  let world: World;
  let people: People;
  let tables: string[];
  let turn = 0;
  const maria = () => world.caller('maria');

  beforeAll(async () => {
    world = await buildWorld();
    people = peopleOf(world, { spend: () => Promise.resolve(0) });
    const rows = await world.behindTheLocks<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    tables = rows.map(({ name }) => name).filter((name) => !HISTORY.includes(name));
  }, 60_000);
  afterAll(() => world.close());

  const snapshot = async (): Promise<Record<string, string[]>> => {
    const all: Record<string, string[]> = {};
    for (const table of tables) {
      const rows = await world.behindTheLocks<{ row: string }>(`select t::text as row from "${table}" t order by 1`);
      all[table] = rows.map(({ row }) => row);
    }
    return all;
  };

  const openCase = async (personId: string): Promise<string> => {
    const id = randomUUID();
    const { municipalityId, branchId, unitId } = maria();
    await world.behindTheLocks(
      `insert into case_file (id, municipality_id, branch_id, person_id) values ($1, $2, $3, $4)`,
      [id, municipalityId, branchId, personId],
    );
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, unit_id, reason) values ($1, $2, $3, $4, 'intake')`,
      [randomUUID(), id, branchId, unitId],
    );
    return id;
  };
  const say = (caseId: string, subjects: readonly [string, ...string[]], text: string) =>
    world.asCaller.run(maria(), (tx) =>
      world.seal.item(tx, {
        caseId,
        category: 'report-content',
        form: 'mash',
        phase: 'preliminary',
        subjectIds: subjects,
        content: { text },
      }),
    );
  const merge = async (one: string, other: string, takeFolded: readonly string[] = []) => {
    const preview = await people.merge.preview(maria(), one, other);
    const { keptVersion, foldedVersion } = preview;
    const keptId = await people.merge.run(maria(), {
      keptId: preview.kept.id,
      foldedId: preview.folded.id,
      keptVersion,
      foldedVersion,
      takeFolded,
      reasons: 'Samma barn, två stavningar',
    });
    const [row] = (await people.read.run(maria(), keptId)).merges;
    return { keptId, foldedId: preview.folded.id, mergeId: row!.id, preview };
  };
  const double = async (more: Parameters<typeof anIdentity>[0] = {}) => {
    turn += 1;
    const day = `2011${String(1 + (turn % 12)).padStart(2, '0')}${String(1 + (turn % 27)).padStart(2, '0')}`;
    const number = testCoordinationNumber(day, turn % 2 === 0 ? 238 : 239);
    const one = await people.register(maria(), anIdentity({ givenName: 'Mohammed', familyName: `Ett${turn}`, number }));
    const other = await people.register(maria(), anIdentity({ givenName: 'Muhammad', familyName: 'Två', ...more }));
    return { one, other, number };
  };

  it('knows every place in the schema that points at a person', async () => {
    const keys = await world.behindTheLocks<{ place: string }>(`
      select c.relname || '.' || a.attname as place from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.confrelid = 'person'::regclass order by 1`);
    const moved = await world.behindTheLocks<{ place: string }>(
      `select place from caller.places_of_person() order by 1`,
    );
    expect(keys.map(({ place }) => place).sort()).toEqual([...moved.map(({ place }) => place), ...STAYS].sort());
  });

  it('finds the kept one by either name and number, and opens what was said under the other key', async () => {
    const { one, other, number } = await double({ phone: '070-1740633' });
    const caseId = await openCase(other);
    const itemId = await say(caseId, [other], 'sagt före');
    const { keptId, foldedId } = await merge(one, other);
    expect([keptId, foldedId]).toEqual([one, other]);
    const found = async (asked: string) => (await people.search.run(maria(), asked)).hits.map(({ id }) => id);
    expect(await found(number)).toEqual([one]);
    expect(await found('Muhammad Två')).toContain(one);
    expect(await found('Muhammad Två')).not.toContain(other);
    expect(await found('0701740633')).toEqual([one]);
    const page = await people.read.run(maria(), other);
    expect(page.facts.id).toBe(one);
    expect(page.cases.map(({ id }) => id)).toEqual([caseId]);
    expect(page.seen).toMatchObject({ givenName: 'Mohammed', contact: { phone: '070-1740633' } });
    const sealed = await world.asCaller.run(maria(), async (tx) => ({
      now: tx.now,
      items: await tx.of(ItemStore).findSealed([itemId]),
    }));
    expect(sealed.items[0]).toMatchObject({ subjects: [{ id: one }], content: { keyPersonId: other } });
    const opened = await world.gate.openItems(
      { caller: maria(), asOf: sealed.now, purpose: 'investigate-need' },
      sealed.items,
    );
    expect(opened.released[0]?.content.text).toBe('sagt före');
  });

  it('takes along who must never be met, and never says it of one person twice', async () => {
    const { one, other } = await double();
    const third = await people.register(maria(), anIdentity({ givenName: 'Petra', familyName: `Tredje${turn}` }));
    const { municipalityId, branchId, staffId } = maria();
    const keep = (a: string, b: string) =>
      world.behindTheLocks(
        `insert into kept_apart (id, municipality_id, branch_id, person_id, other_person_id, ground, until, decided_by)
         values ($1, $2, $3, $4, $5, 'threat', now() + interval '90 days', $6)`,
        [randomUUID(), municipalityId, branchId, a, b, staffId],
      );
    await keep(third, other);
    await keep(one, other);
    const { keptId, foldedId } = await merge(one, other);
    const rows = await world.behindTheLocks<{ pair: string[] }>(
      `select array[person_id, other_person_id] as pair from kept_apart where $1 in (person_id, other_person_id) or $2 in (person_id, other_person_id)`,
      [keptId, foldedId],
    );
    expect(rows.map(({ pair }) => pair)).toEqual(expect.arrayContaining([[third, keptId]]));
    expect(rows.filter(({ pair }) => pair[0] === pair[1])).toEqual([]);
  });

  it('is undone to the very same rows, whatever pointed at the two', async () => {
    const deed = fc.constantFrom(
      'case',
      'item',
      'both',
      'custody',
      'guardian',
      'friend',
      'maturity',
      'named',
      'reporter',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(deed, fc.boolean()), { minLength: 1, maxLength: 7 }),
        fc.subarray(['givenName', 'familyName', 'born']),
        fc.boolean(),
        async (deeds, takeFolded, isMarked) => {
          const { one, other } = await double(isMarked ? { phone: '070-1740634', address: 'Gatan 1' } : {});
          const third = await people.register(maria(), anIdentity({ givenName: 'Tredje' }));
          for (const [what, onOther] of deeds) await act(what, onOther ? other : one, onOther ? one : other, third);
          const before = await snapshot();
          const { mergeId, foldedId } = await merge(one, other, takeFolded);
          const between = await snapshot();
          expect(between['person']).not.toEqual(before['person']);
          // Nothing points at the folded record any more but what stays there by design.
          const left = await world.asCaller.run(maria(), async () =>
            world.behindTheLocks(`select 1 from case_file where person_id = $1`, [foldedId]),
          );
          expect(left).toEqual([]);
          expect(await people.undo.run(maria(), mergeId)).toMatchObject({ toSort: [] });
          expect(await snapshot()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  }, 180_000);

  const act = async (what: string, person: string, twin: string, third: string): Promise<void> => {
    if (what === 'case') return void (await openCase(person));
    if (what === 'item') return void (await say(await openCase(third), [third, person], 'om en annan'));
    if (what === 'both') return void (await say(await openCase(person), [person, twin], 'om båda'));
    if (what === 'reporter') {
      const item = await say(await openCase(third), [third], 'sagt av');
      await world.behindTheLocks(`update item set giver_person = $2 where id = $1`, [item, person]);
      return;
    }
    if (what === 'maturity') {
      const { facts } = await people.read.run(maria(), person);
      const change = { id: person, version: facts.version, maturity: 'joint', reasons: 'Förstår' };
      return people.protect.assessMaturity(maria(), change);
    }
    if (what === 'named')
      return void (await world.behindTheLocks(
        `insert into named_staff (person_id, staff_id) values ($1, $2) on conflict do nothing`,
        [person, maria().staffId],
      ));
    if (what === 'friend') {
      const relation = { personId: person, closeId: third, kind: 'friend' };
      return people.relation.run(maria(), relation).catch(ignoreSecond);
    }
    const [childId, guardianId] = what === 'custody' ? [person, third] : [third, person];
    const custody = {
      childId,
      guardianId,
      kind: 'parent',
      source: 'told',
      sourceOn: '2026-01-02',
      startsOn: '2011-01-02',
      endsOn: '',
    };
    return people.custody.run(maria(), custody).catch(ignoreSecond);
  };
  /** The same row drawn twice is refused; nothing else may be. */
  const ignoreSecond = (refused: { faults?: readonly { code: string }[] }): void => {
    expect(refused.faults?.[0]?.code).toMatch(/ALREADY/);
  };

  it('leaves what came after the merge with the kept one, and keeps the stricter protection with it', async () => {
    const { one, other } = await double();
    const folded = await people.read.run(maria(), other);
    await people.protect.setProtection(maria(), {
      id: other,
      version: folded.facts.version,
      protection: 'marking',
      reasons: 'Hot',
      named: [maria().staffId],
    });
    const early = await openCase(other);
    const { mergeId } = await merge(one, other);
    expect((await people.read.run(maria(), one)).facts.protection).toBe('marking');
    const late = await openCase(one);
    expect(await people.undo.run(maria(), mergeId)).toMatchObject({
      toSort: [{ kind: 'case_file.person_id', count: 1 }],
    });
    const kept = await people.read.run(maria(), one);
    const restored = await people.read.run(maria(), other);
    expect([kept.cases.map(({ id }) => id), restored.cases.map(({ id }) => id)]).toEqual([[late], [early]]);
    expect([kept.facts.protection, restored.facts.protection]).toEqual(['marking', 'marking']);
    // A protected person is not left with nobody on the list.
    expect([kept.facts.named, restored.facts.named]).toEqual([true, true]);
  });

  it('keeps an identity that was corrected after the merge', async () => {
    const { one, other } = await double({ address: 'Från den andra' });
    const { mergeId } = await merge(one, other);
    const page = await people.read.run(maria(), one);
    await people.identity.run(maria(), {
      ...anIdentity({ givenName: 'Rättad', familyName: 'Efteråt', number: page.seen.personalNumber ?? '' }),
      id: one,
      version: page.facts.version,
      identityVersion: page.identityVersion ?? 0,
    });
    await people.undo.run(maria(), mergeId);
    expect((await people.read.run(maria(), one)).seen.name).toBe('Rättad Efteråt');
    expect((await people.read.run(maria(), other)).seen.contact).toEqual({ address: 'Från den andra' });
  });

  describe('who was sent a way in', () => {
    const [ONE, OTHER] = ['070-1740633', '070-1740634'] as const;
    /** Two records of a young person who signs alone, each with a telephone and a way in that was sent to it. */
    const asked = async () => {
      const { one, other } = await double({ phone: OTHER });
      const page = await people.read.run(maria(), one);
      await people.identity.run(maria(), {
        ...anIdentity({ givenName: 'Mohammed', number: page.seen.personalNumber ?? '', phone: ONE }),
        id: one,
        version: page.facts.version,
        identityVersion: page.identityVersion ?? 0,
      });
      await world.behindTheLocks(`update person set maturity = 'child' where id = any($1)`, [[one, other]]);
      const caseId = await openCase(other);
      const drafts = new DraftConsent(world.asCaller, world.seal);
      const consentId = await drafts.draft(maria(), caseId, consentWritten());
      await drafts.offer(maria(), { id: consentId, expectedVersion: 1 });
      const link = async (person: string): Promise<string> => {
        const id = randomUUID();
        await world.behindTheLocks(
          `insert into family_link (id, municipality_id, branch_id, consent_id, person_id, channel, token_hash, expires_at, delivery)
           values ($1, $2, $3, $4, $5, 'sms', $6, clock.now() + interval '7 days', 'sent')`,
          [id, maria().municipalityId, maria().branchId, consentId, person, Buffer.from(id)],
        );
        return id;
      };
      return { one, other, consentId, link, ofOne: await link(one), ofOther: await link(other) };
    };
    const open = async (...ids: string[]): Promise<boolean[]> => {
      const rows = await world.behindTheLocks<{ id: string; open: boolean }>(
        `select id, revoked_at is null as open from family_link where id = any($1)`,
        [ids],
      );
      return ids.map((id) => rows.find((row) => row.id === id)?.open ?? false);
    };

    it('loses it when the kept record takes the other’s telephone, and does not get it back when the merge is undone', async () => {
      const { one, other, consentId, link, ofOne, ofOther } = await asked();
      const { mergeId } = await merge(one, other, ['phone']);
      expect(await open(ofOne, ofOther)).toEqual([false, true]);
      const [signer] = await world.behindTheLocks<{ person_id: string }>(
        `select s.person_id from consent_signer s join consent c on c.id = s.consent_id where c.id = $1 and c.person_id = $2`,
        [consentId, one],
      );
      expect(signer).toEqual({ person_id: one });
      const meanwhile = await link(one);
      await people.undo.run(maria(), mergeId);
      // The number that it was sent to is the other's again.
      expect(await open(ofOne, ofOther, meanwhile)).toEqual([false, true, false]);
      const lines = await world.behindTheLocks<{ why: string }>(
        `select detail ->> 'why' as why from ledger_entry where person_id = $1 and detail ->> 'deed' = 'family-links-taken-back'`,
        [one],
      );
      expect(lines).toEqual([{ why: 'telephone-changed' }, { why: 'telephone-changed' }]);
    });

    it('loses it when the kept record keeps its own, also where the other was only written in another way', async () => {
      const { one, other, ofOne, ofOther, link } = await asked();
      const { mergeId } = await merge(one, other);
      expect(await open(ofOne, ofOther)).toEqual([true, false]);
      await people.undo.run(maria(), mergeId);
      expect(await open(ofOne, ofOther)).toEqual([true, false]);
      const page = await people.read.run(maria(), other);
      await people.identity.run(maria(), {
        ...anIdentity({ givenName: 'Muhammad', familyName: 'Två', phone: '+46 70 174 06 33' }),
        id: other,
        version: page.facts.version,
        identityVersion: page.identityVersion ?? 0,
      });
      const toTheSame = await link(other);
      await merge(one, other, ['phone']);
      expect(await open(ofOne, toTheSame)).toEqual([true, true]);
    });
  });

  it('refuses what must not be merged', async () => {
    const { one, other } = await double();
    const preview = (a: string, b: string, key = 'maria') => people.merge.preview(world.caller(key), a, b);
    await expect(preview(one, one)).rejects.toMatchObject({ code: 'MERGE_SAME' });
    const numbered = await people.register(maria(), anIdentity({ number: testNumber('20091231') }));
    const second = await people.register(maria(), anIdentity({ number: testNumber('20091230') }));
    await expect(preview(numbered, second)).rejects.toMatchObject({ code: 'MERGE_TWO_NUMBERS' });
    const hidden = await people.register(maria(), anIdentity(), 'protected-registration');
    await expect(preview(one, hidden, 'jonas')).rejects.toMatchObject({ code: 'MERGE_NOT_SEEN' });
    await expect(preview(one, other, 'marcus')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await people.relation.run(maria(), { personId: one, closeId: other, kind: 'sibling' });
    await expect(merge(one, other)).rejects.toMatchObject({ code: 'MERGE_RELATED' });
  });

  it('is done once by two who press at the same time, and undone once', async () => {
    const { one, other } = await double();
    const { kept, folded, keptVersion, foldedVersion } = await people.merge.preview(maria(), one, other);
    const order = { keptId: kept.id, foldedId: folded.id, keptVersion, foldedVersion, takeFolded: [], reasons: 'x' };
    const both = await Promise.allSettled([
      people.merge.run(maria(), order),
      people.merge.run(world.caller('jonas'), order),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = (await people.read.run(maria(), one)).merges;
    const undone = await Promise.allSettled([
      people.undo.run(maria(), row!.id),
      people.undo.run(world.caller('jonas'), row!.id),
    ]);
    expect(undone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('moves nothing for who may not merge, even past the program', async () => {
    const { one, other } = await double();
    for (const key of ['elin', 'marcus', 'tove']) {
      const caller = world.caller(key);
      const forced = world.source.transaction(async (manager) => {
        await manager.query(
          `select set_config('samnav.staff', $1, true), set_config('samnav.branch', $2, true), set_config('samnav.role', $3, true)`,
          [caller.staffId, caller.branchId, caller.role],
        );
        await manager.query(`select caller.move_references($1, $2, 'case_file.person_id', '{}')`, [other, one]);
      });
      await expect(forced).rejects.toThrow(/not this caller's to merge/);
    }
  });
});
