/** A room of screens read in one transaction: each by their own identity, session and ground, as if they had come alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { identityStatement } from '#store/caller/identity.js';
import { RoomRepository } from '#store/live/room.repository.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { ReadRoom, type Seat } from '#use-cases/live/read-room.js';
import { RoomStore } from '#use-cases/live/room.port.js';
import { BoardStore } from '#use-cases/meeting/board.port.js';
import { ReadBoard } from '#use-cases/meeting/read-board.js';
import { SessionStore } from '#use-cases/sign-in/session.port.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

const SIGN_IN = { kind: 'service', name: 'sign-in', requestId: 'test' } as const;
const ROOM = ['maria', 'jonas', 'sara', 'ali', 'sven', 'marcus', 'olof', 'tove', 'birgitta'] as const;

let world: World;
let red: GradedCase;
let hubId: string;
let itemId: string;
let boards: ReadBoard;

beforeAll(async () => {
  world = await buildWorld();
  red = await openGradedCase(world, { grade: 'red' });
  hubId = randomUUID();
  const maria = world.caller('maria');
  await world.behindTheLocks(
    `insert into hub (id, municipality_id, branch_id, case_id, starts_at, minutes, convened_by) values ($1, $2, $3, $4, now(), 30, $5)`,
    [hubId, maria.municipalityId, maria.branchId, red.caseId, maria.staffId],
  );
  for (const key of ['sara', 'ali'])
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'hub')`,
      [red.caseId, maria.branchId, world.caller(key).staffId],
    );
  itemId = await world.asCaller.run(maria, async (tx) => {
    const item = await world.seal.item(tx, {
      caseId: red.caseId,
      category: 'home-and-family',
      form: 'mash',
      phase: 'preliminary',
      subjectIds: [red.personId],
      content: { text: 'Sågs vid torget.' },
    });
    const entry = {
      id: randomUUID(),
      kind: 'fact',
      unit: maria.unitId,
      item,
      version: 1,
      topic: null,
      stance: 'unsure',
    };
    for (const [seq, happening] of [
      [1, { kind: 'LobbyOpened' }],
      [2, { kind: 'MapEntryPut', entry }],
      [3, { kind: 'MeetingPaused' }],
    ] as const)
      await tx.of(BoardStore).append(hubId, { ...happening, seq, at: tx.now.getTime(), by: maria.staffId } as never, {
        itemId: null,
        clientKey: `test/${seq}`,
      });
    return item;
  });
  boards = new ReadBoard(world.asCaller, world.gate, new ReadRoom(world.asCaller), world.shown);
});
afterAll(() => world?.close());

const callers = () => ROOM.map((key) => world.caller(key));
const inRoom = <T>(read: (rooms: RoomStore) => Promise<T>): Promise<T> =>
  world.asCaller.run(SIGN_IN, (tx) => read(tx.of(RoomStore)));
const alone = <T>(
  caller: StaffCaller,
  read: (of: (ids: readonly string[]) => Promise<{ itemId: string }[]>) => Promise<T>,
) => world.asCaller.run(caller, (tx) => read((ids) => tx.of(ItemStore).findSealed(ids)));

async function seat(key: string, over: { revoked?: boolean } = {}): Promise<Seat> {
  const id = randomUUID();
  await world.asCaller.run(SIGN_IN, (tx) =>
    tx.of(SessionStore).add({
      id,
      tokenHash: Buffer.from(id),
      staffId: world.caller(key).staffId,
      membershipId: null,
      acr: 'loa3',
      authTime: tx.now,
      idleUntil: new Date(tx.now.getTime() + 60_000),
      expiresAt: new Date(tx.now.getTime() + 60_000),
      providerSession: null,
    }),
  );
  if (over.revoked) await world.behindTheLocks('update session set revoked_at = now() where id = $1', [id]);
  return { sessionId: id, origin: '192.0.2.7' };
}

describe('a room in one message', () => {
  it('answers each as the policies answer them alone, in the order of the room', async () => {
    const together = await inRoom((rooms) => rooms.findSealed(callers(), [itemId]));
    const apart = await Promise.all(callers().map((caller) => alone(caller, (of) => of([itemId]))));
    expect(together.map((items) => items.length)).toEqual(apart.map((items) => items.length));
    expect(together.map((items) => items.length)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 1]);
    // Fact for fact: what one decides on is what one would have been given alone.
    expect(together).toEqual(apart);
  });

  it('shows the hub and its rows to those who work on the case, and to nobody else', async () => {
    const works = [true, true, true, true, false, false, false, false, true];
    expect(await inRoom((rooms) => rooms.findSeeing(callers(), 'hub', hubId))).toEqual(works);
    expect(await inRoom((rooms) => rooms.findSeeing(callers(), 'case_file', red.caseId))).toEqual(works);
    expect(await inRoom((rooms) => rooms.findSeeing(callers(), 'work-on-case', red.caseId))).toEqual(works);
    const events = await inRoom((rooms) => rooms.findEvents(callers(), hubId, { after: 1, upTo: 3 }));
    expect(events.map((own) => own?.events.map(({ seq }) => seq) ?? null)).toEqual(
      works.map((mine) => (mine ? [2, 3] : null)),
    );
    expect((await inRoom((rooms) => rooms.findEvents(callers(), hubId, { after: 3, upTo: 3 })))[0]?.events).toEqual([]);
    expect(await inRoom((rooms) => rooms.findEvents(callers(), randomUUID(), { after: 0, upTo: 9 }))).toEqual(
      ROOM.map(() => null),
    );
  });

  it('gives two of one house apart where only one is on the short list or works on the case', async () => {
    await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [red.personId]);
    await world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
      red.personId,
      world.caller('jonas').staffId,
    ]);
    try {
      const together = await inRoom((rooms) => rooms.findSealed(callers(), [itemId]));
      expect(together).toEqual(await Promise.all(callers().map((caller) => alone(caller, (of) => of([itemId])))));
      const named = together.slice(0, 4).map(([item]) => item?.recipientNamed);
      expect(named).toEqual([false, true, false, false]);
    } finally {
      await world.behindTheLocks(`delete from named_staff where person_id = $1`, [red.personId]);
      await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [red.personId]);
    }
  });

  it('leaves the transaction to whom it belongs, and an empty room empty', async () => {
    const left = await world.asCaller.run(SIGN_IN, async (tx) => {
      await tx.of(RoomStore).findSealed(callers(), [itemId]);
      return {
        people: await tx.of(ItemStore).findSealed([itemId]),
        // Nobody's sessions are readable but to the service that the transaction began as.
        sessions: await tx.of(SessionStore).findByIds([(await seat('maria')).sessionId]),
      };
    });
    expect(left.people).toEqual([]);
    expect(left.sessions).toHaveLength(1);
    expect(await inRoom((rooms) => rooms.findSealed([], [itemId]))).toEqual([]);
    expect(await inRoom((rooms) => rooms.findSealed(callers(), []))).toEqual(ROOM.map(() => []));
  });

  it('asks once for one person at several screens, and apart for two in the same post', async () => {
    const maria = world.caller('maria');
    const twice = [maria, world.caller('jonas'), { ...maria, sessionId: randomUUID() }];
    expect((await inRoom((rooms) => rooms.findSealed(twice, [itemId]))).map((items) => items.length)).toEqual([
      1, 1, 1,
    ]);
    await world.behindTheLocks(`update assignment set ends_at = now() where case_id = $1 and staff_id = $2`, [
      red.caseId,
      world.caller('ali').staffId,
    ]);
    const [sara, ali] = await inRoom((rooms) =>
      rooms.findSealed([world.caller('sara'), world.caller('ali')], [itemId]),
    );
    expect([sara?.length, ali?.length]).toEqual([1, 0]);
  });

  it('gives nobody what left them while it was read for another of their house', async () => {
    const [sara, ali] = [world.caller('sara'), world.caller('ali')];
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'hub')`,
      [red.caseId, ali.branchId, ali.staffId],
    );
    const client = new pg.Client({ connectionString: world.database.urls.app });
    await client.connect();
    try {
      await client.query(`begin; ${identityStatement(SIGN_IN)}`);
      let asked = 0;
      const rooms = new RoomRepository({
        manager: { query: () => Promise.reject(new Error('a room asks in messages')) },
        caller: SIGN_IN,
        now: new Date(),
        connect: async () => {
          // Between what each reaches and the facts of the house.
          if ((asked += 1) === 2)
            await world.behindTheLocks(
              `update assignment set ends_at = clock.now() where case_id = $1 and staff_id = $2 and ends_at is null`,
              [red.caseId, ali.staffId],
            );
          return client;
        },
      });
      const sealed = await rooms.findSealed([sara, ali], [itemId]);
      await client.query('commit');
      expect(sealed.map((items) => items.length)).toEqual([1, 1]);
      const opened = await world.gate.openItemsForEach(
        [sara, ali].map((caller, at) => ({ caller, asOf: new Date(), purpose: 'support', sealed: sealed[at] ?? [] })),
      );
      expect(opened.map(({ released }) => released.length)).toEqual([1, 0]);
    } finally {
      await client.end();
    }
  });
});

describe('the board for a room', () => {
  it('tells each by their own session: the live the item, who left the case that they have, the ended nothing', async () => {
    const seats = {
      maria: await seat('maria'),
      again: await seat('maria'),
      sara: await seat('sara'),
      ali: await seat('ali'),
      olof: await seat('olof'),
      gone: await seat('jonas', { revoked: true }),
    };
    const before = (await world.behindTheLocks<{ n: number }>('select count(*)::int as n from ledger_entry'))[0]!.n;
    const { parts, ended } = await boards.forRoom(Object.values(seats), {
      hubId,
      requires: 'take-part-in-meeting',
      numbers: { after: 1, upTo: 2 },
    });
    const textOf = (key: keyof typeof seats) => {
      const told = parts.get(seats[key].sessionId);
      return told === undefined ? 'not told' : (told.part?.released.map(({ content }) => content.text) ?? 'revoked');
    };
    expect(Object.fromEntries(Object.keys(seats).map((key) => [key, textOf(key as keyof typeof seats)]))).toEqual({
      maria: ['Sågs vid torget.'],
      again: ['Sågs vid torget.'],
      sara: ['Sågs vid torget.'],
      ali: 'revoked',
      // The auditor's role takes part in no meeting; not even that there is one is told.
      olof: 'not told',
      gone: 'not told',
    });
    expect(ended).toEqual([seats.gone.sessionId]);
    const lines = await world.behindTheLocks<{ actor_staff: string; item_id: string; ground: string; origin: string }>(
      `select actor_staff, item_id, ground, origin from ledger_entry order by id offset $1`,
      [before],
    );
    const line = (key: string) => ({
      actor_staff: world.caller(key).staffId,
      item_id: itemId,
      ground: 'internal',
      origin: '192.0.2.7',
    });
    expect(lines).toEqual([line('maria'), line('maria'), line('sara')]);
  });

  it('shows nobody anything that the ledger does not hold', async () => {
    const seats = [await seat('maria')];
    await world.behindTheLocks(
      `create function refuse_ledger() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
       create trigger refuse_ledger before insert on ledger_entry for each row execute function refuse_ledger()`,
    );
    try {
      await expect(
        boards.forRoom(seats, { hubId, requires: 'take-part-in-meeting', numbers: { after: 1, upTo: 2 } }),
      ).rejects.toThrow('refused');
    } finally {
      await world.behindTheLocks(`drop trigger refuse_ledger on ledger_entry; drop function refuse_ledger`);
    }
  });
});
