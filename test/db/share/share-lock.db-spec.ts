/** What the database itself holds of sharing: who takes back, who read first, and that two people at once leave no gap. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { withdrawConsent } from '#use-cases/consent/withdraw-consent.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { openGradedCase } from '../../support/case.js';
import { offerConsent, signAll, type OfferedConsent } from '../../support/consents.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let maria: StaffCaller;
let marcus: StaffCaller;

beforeAll(async () => {
  world = await buildWorld();
  maria = world.caller('maria');
  marcus = world.caller('marcus');
}, 60_000);
afterAll(() => world?.close());

interface Given {
  readonly caseId: string;
  readonly personId: string;
  readonly guardianId: string;
  readonly itemId: string;
}

interface Consented extends Given {
  readonly consent: OfferedConsent;
}

async function consented(): Promise<Consented> {
  const opened = await openGradedCase(world, { grade: 'orange' });
  const consent = await offerConsent(world, opened);
  await signAll(world, consent);
  return { ...(await told(opened)), consent };
}

/** Something that can be told about the case, and an officer who works on it. */
async function told(opened: Omit<Given, 'itemId'>): Promise<Given> {
  const itemId = await world.asCaller.run(maria, (tx) =>
    world.seal.item(tx, {
      caseId: opened.caseId,
      category: 'measures-and-plan',
      form: 'none',
      phase: 'measures',
      subjectIds: [opened.personId],
      content: { text: 'hemma klockan nio' },
    }),
  );
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'share')`,
    [opened.caseId, marcus.branchId, marcus.staffId],
  );
  return { ...opened, itemId };
}

const rowOf = ({ itemId }: Given) => ({
  id: randomUUID(),
  itemId,
  toBranchId: marcus.branchId,
  purpose: 'support' as const,
  ground: 'consent',
  until: new Date(Date.now() + 86_400_000),
});
const give = async (of: Given): Promise<string> => {
  const row = rowOf(of);
  expect(await world.asCaller.run(maria, (tx) => tx.of(ShareStore).add(row))).toBe(true);
  return row.id;
};
const seen = (of: Given): Promise<number> =>
  world.asCaller.run(marcus, async (tx) => (await tx.of(ItemStore).findSealed([of.itemId])).length);

describe('a share and a withdrawal at once', () => {
  it('are taken in turn: the share that comes second finds the consent taken back', async () => {
    const of = await consented();
    const row = rowOf(of);
    const { give: giving, order } = await interleave(
      (go) =>
        world.asCaller.run(maria, async (tx) => {
          await withdrawConsent(tx, { consentId: of.consent.id, personId: of.guardianId });
          await go();
        }),
      () => world.asCaller.run(maria, (tx) => tx.of(ShareStore).add(row)),
    );
    expect(giving).toBe(false);
    expect(order).toEqual(['first', 'second']);
    expect(await seen(of)).toBe(0);
  });

  it('are taken in turn: the withdrawal that comes second shuts the share that came first', async () => {
    const of = await consented();
    const row = rowOf(of);
    const { order } = await interleave(
      (go) =>
        world.asCaller.run(maria, async (tx) => {
          expect(await tx.of(ShareStore).add(row)).toBe(true);
          await go();
        }),
      () =>
        world.asCaller.run(maria, (tx) => withdrawConsent(tx, { consentId: of.consent.id, personId: of.guardianId })),
    );
    expect(order).toEqual(['first', 'second']);
    expect(await seen(of)).toBe(0);
    expect(
      await world.behindTheLocks(`select in_force @> clock.now() as open from share where id = $1`, [row.id]),
    ).toEqual([{ open: false }]);
  });
});

/** Holds the first transaction open until the second waits for it, and says in which order they ended. */
async function interleave<T>(
  first: (go: () => Promise<void>) => Promise<unknown>,
  second: () => Promise<T>,
): Promise<{ give: T; order: string[] }> {
  const order: string[] = [];
  let waiting: Promise<T> | undefined;
  await first(async () => {
    waiting = second().finally(() => order.push('second'));
    await untilSomebodyWaits();
  }).then(() => order.push('first'));
  const give = await waiting!;
  return { give, order };
}

async function untilSomebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const [row] = await world.behindTheLocks<{ waits: boolean }>(
      `select exists (select 1 from pg_locks where not granted and locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())) as waits`,
    );
    if (row?.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits: the two did not meet');
}

describe('who takes back', () => {
  it('is the giver’s house: the receiver’s hand changes nothing', async () => {
    const of = await consented();
    const id = await give(of);
    await world.asCaller.run(marcus, (tx) => tx.of(ShareStore).takeBack(id, 'undone'));
    expect(await seen(of)).toBe(1);
    await world.asCaller.run(maria, (tx) => tx.of(ShareStore).takeBack(id, 'ended'));
    expect(await seen(of)).toBe(0);
  });

  it('never gives a share another case, item, receiver or reader than it was made with', async () => {
    const of = await consented();
    const id = await give(of);
    for (const change of [
      `item_id = '${randomUUID()}'`,
      `to_branch_id = '${maria.branchId}'`,
      `first_read_at = null`,
      `case_id = '${randomUUID()}'`,
      `in_force = '{(,)}'`,
    ])
      await expect(
        world.source.transaction(async (manager) => {
          await manager.query(`select set_config('samnav.branch', $1, true), set_config('samnav.staff', $2, true)`, [
            maria.branchId,
            maria.staffId,
          ]);
          await manager.query(`update share set ${change} where id = $1`, [id]);
        }),
      ).rejects.toThrow(/permission denied/);
  });
});

describe('the first read', () => {
  it('is what the ledger says first, of that house alone', async () => {
    const of = await consented();
    const id = await give(of);
    const firstRead = async () =>
      (await world.behindTheLocks<{ at: Date | null }>(`select first_read_at as at from share where id = $1`, [id]))[0]
        ?.at;
    const read = async (caller: StaffCaller) => {
      const { sealed, asOf } = await world.asCaller.run(caller, async (tx) => ({
        sealed: await tx.of(ItemStore).findSealed([of.itemId]),
        asOf: tx.now,
      }));
      await world.gate.openItems({ caller, asOf, purpose: 'support' }, sealed);
    };
    await read(maria);
    expect(await firstRead()).toBeNull();
    await read(marcus);
    const first = await firstRead();
    expect(first).toBeInstanceOf(Date);
    await read(marcus);
    expect(await firstRead()).toEqual(first);
  });
});

describe('whoever works on another house’s case', () => {
  it('learns whom it is about, and whoever does not learns nothing', async () => {
    const of = await consented();
    const personOf = (caller: StaffCaller) =>
      world.asCaller.run(caller, (tx) => tx.of(ShareStore).findPersonOfCase(of.caseId));
    expect(await personOf(marcus)).toEqual(expect.any(String));
    expect(await personOf(world.caller('lena'))).toBeUndefined();
    expect(await personOf(world.caller('olof'))).toBeUndefined();
  });

  it('is sent away again when nothing that was told there stands', async () => {
    const of = await consented();
    const id = await give(of);
    const leave = () =>
      world.asCaller.run(maria, (tx) =>
        tx.asService('reception', (service) => service.of(ShareStore).endReceivers(of.caseId, marcus.branchId)),
      );
    const works = () => world.asCaller.run(marcus, (tx) => tx.of(ShareStore).worksOn(of.caseId));
    await leave();
    expect(await works()).toBe(true);
    await world.asCaller.run(maria, (tx) => tx.of(ShareStore).takeBack(id, 'undone'));
    await leave();
    expect(await works()).toBe(false);
  });
});

describe('an assessment', () => {
  const as = <T>(
    { staffId, unitId, branchId, municipalityId, role }: StaffCaller,
    work: (query: (sql: string, values?: unknown[]) => Promise<any>) => Promise<T>,
  ): Promise<T> =>
    world.source.transaction(async (manager) => {
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
          set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
        [staffId, unitId, branchId, municipalityId, role],
      );
      return work((sql, values) => manager.query(sql, values));
    });
  const LIFT = `update assessment set until = clock.now(), lifted_at = clock.now(), lifted_by = $2, lift_item_id = $3 where id = $1 returning id`;
  const lifted = async (caller: StaffCaller, id: string, of: Given, by = caller.staffId): Promise<number> =>
    (await as(caller, (query) => query(LIFT, [id, by, of.itemId])))[1];

  /** Told by what Elin has found, to the officer; in the base alone. */
  async function assessed(): Promise<{ of: Given; id: string; shareId: string }> {
    const opened = await openGradedCase(world, { grade: 'orange' });
    const [of, elin] = [await told(opened), world.caller('elin')];
    const id = randomUUID();
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
      [of.caseId, elin.branchId, elin.staffId],
    );
    await as(elin, (query) =>
      query(
        `insert into assessment (id, municipality_id, branch_id, to_branch_id, case_id, ground, person_id, from_house, to_house, categories,
           criteria, item_id, decided_by, decided_as, until)
         values ($1, $2, $3, $4, $5, 'OSL 10:18a', $6, 'ekvalla-soc/individ-och-familj', 'polisen/lpo-ekvalla', '{measures-and-plan}',
           '{"concreteCircumstances": true, "notUnsuitable": true}', $7, $8, 'investigator', clock.now() + interval '30 days')`,
        [id, elin.municipalityId, elin.branchId, marcus.branchId, of.caseId, opened.personId, of.itemId, elin.staffId],
      ),
    );
    const row = { ...rowOf(of), purpose: 'prevent-crime' as const, ground: 'OSL 10:18a' };
    expect(await world.asCaller.run(maria, (tx) => tx.of(ShareStore).add(row))).toBe(true);
    return { of, id, shareId: row.id };
  }

  it('is lifted by nobody outside its house and case, in nobody else’s name, at no other time', async () => {
    const { of, id } = await assessed();
    for (const key of ['marcus', 'gunvor', 'lena', 'karin', 'sven', 'olof', 'tove'])
      expect([key, await lifted(world.caller(key), id, of)]).toEqual([key, 0]);
    const elin = world.caller('elin');
    await expect(lifted(elin, id, of, maria.staffId)).rejects.toThrow(/row-level security/);
    const at = (when: string) =>
      as(elin, (query) => query(LIFT.replaceAll('clock.now()', when), [id, elin.staffId, of.itemId]));
    await expect(at(`clock.now() + interval '1 day'`)).rejects.toThrow(/row-level security/);
    await expect(at(`clock.now() - interval '1 hour'`)).rejects.toThrow();
    await expect(
      as(elin, (query) => query(`update assessment set criteria = '{}' where id = $1`, [id])),
    ).rejects.toThrow(/permission denied/);
    expect(await seen(of)).toBe(1);
  });

  it('shuts by itself what was told by it when it is lifted, in that instant and once, and what was is kept', async () => {
    const { of, id, shareId } = await assessed();
    expect(await seen(of)).toBe(1);
    expect(await lifted(world.caller('elin'), id, of)).toBe(1);
    expect(await seen(of)).toBe(0);
    expect(
      await world.behindTheLocks(
        `select upper(h.in_force) = s.lifted_at as shut, h.left_at = s.lifted_at as "left", lower(h.in_force) = lower(h.given) as kept,
           (select count(*)::int from outbox where topic = $3 and payload ->> 'caseId' = s.case_id::text) > 0 as told
         from share h, assessment s where h.id = $1 and s.id = $2`,
        [shareId, id, `live:sight:${marcus.branchId}`],
      ),
    ).toEqual([{ shut: true, left: true, kept: true, told: true }]);
    await expect(lifted(world.caller('elin'), id, of)).rejects.toThrow(/lifted once/);
  });
});

describe('what danger makes necessary', () => {
  it('never lasts beyond a night, whoever writes it', async () => {
    const of = await consented();
    const row = (hours: number) =>
      world.behindTheLocks(
        `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by, decided_as, until)
         select gen_random_uuid(), c.municipality_id, c.branch_id, c.id, 'BrB 24:4', c.person_id, 'a/b', 'c/d', '{addiction}', '{}', $2, 'intake', clock.now() + make_interval(hours => $3)
         from case_file c where c.id = $1`,
        [of.caseId, maria.staffId, hours],
      );
    await expect(row(13)).rejects.toThrow(/danger_is_short/);
    await expect(row(12)).resolves.toEqual([]);
  });
});
