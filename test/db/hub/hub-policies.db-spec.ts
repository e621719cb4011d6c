/** The second lock: what the database itself shows of a hub, whatever a program would ask for. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerAppender } from '#use-cases/ledger/ledger-appender.port.js';
import { askDeputy } from '#use-cases/hub/ask-deputy.js';
import { ConveneHub } from '#use-cases/hub/convene-hub.js';
import { HubStore } from '#use-cases/hub/hub.port.js';
import { MayCallUnit } from '#use-cases/hub/may-call-unit.js';
import { BoardStore } from '#use-cases/meeting/board.port.js';
import { DeadlineStore } from '#use-cases/deadline/deadline.port.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

const TABLES = ['hub', 'hub_question', 'hub_answer_item', 'board_event', 'hub_decision', 'hand_over'] as const;

let world: World;
let red: GradedCase;
let hubId: string;

const rowsSeen = (caller: StaffCaller, table: string): Promise<number> =>
  world.source.transaction(async (manager) => {
    await manager.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
        set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    const rows: { count: string }[] = await manager.query(`select count(*) from ${table}`);
    return Number(rows[0]?.count);
  });

beforeAll(async () => {
  world = await buildWorld();
  red = await openGradedCase(world, { grade: 'red' });
  const maria = world.caller('maria');
  const mayCall = new MayCallUnit(world.asCaller, world.appender as LedgerAppender);
  const { units } = await world.asCaller.run(maria, (tx) => tx.of(HubStore).getHouse(maria.branchId));
  const answering = units.filter(({ answersHub }) => answersHub).map(({ id }) => id);
  const convened = await new ConveneHub(world.asCaller, mayCall).run(maria, {
    caseId: red.caseId,
    startsAt: null,
    unitIds: answering,
    leaderId: null,
    deciderId: null,
  });
  hubId = convened.hubId;
  // A row of each kind, so that an empty answer means a closed door and not an empty table.
  const item = `(select item_id from grading where case_id = '${red.caseId}')`;
  await world.behindTheLocks(
    `insert into hub_answer_item select id, ${item}, 1 from hub_question where hub_id = $1 limit 1`,
    [hubId],
  );
  await world.behindTheLocks(
    `insert into board_event (hub_id, seq, kind, payload, by_staff, client_key) values ($1, 1, 'LobbyOpened', '{}', $2, 'k')`,
    [hubId, maria.staffId],
  );
  await world.behindTheLocks(
    `insert into hub_decision (id, hub_id, kind, item_id, decided_by) values (gen_random_uuid(), $1, 'more-now', ${item}, $2)`,
    [hubId, maria.staffId],
  );
  await world.behindTheLocks(
    `insert into hand_over (id, hub_id, case_id, to_unit_id, made_by) values (gen_random_uuid(), $1, $2, $3, $4)`,
    [hubId, red.caseId, maria.unitId, maria.staffId],
  );
}, 120_000);
afterAll(() => world?.close());

describe('row-level security of the hub', () => {
  it.each([
    ['the intake that works on the case', 'maria', true],
    ['a representative who was asked', 'sara', true],
    ['a deputy who was not asked', 'sven', false],
    ['the police', 'marcus', false],
    ['the school', 'lena', false],
    ['the auditor', 'olof', false],
    ['the administrator', 'tove', false],
  ])('%s', async (_, key, sees) => {
    for (const table of TABLES) {
      const seen = await rowsSeen(world.caller(key), table);
      expect([table, seen > 0]).toEqual([table, sees]);
    }
  });

  it('lets nobody write on another’s board', async () => {
    for (const key of ['marcus', 'sven', 'tove'])
      await expect(
        world.asCaller.run(world.caller(key), (tx) =>
          tx
            .of(BoardStore)
            .append(
              hubId,
              { kind: 'MeetingPaused', seq: 2, at: 0, by: world.caller(key).staffId },
              { itemId: null, clientKey: key },
            ),
        ),
      ).rejects.toThrow('row-level security');
  });

  it('lets a unit’s picture be put up by the unit, and by whoever leads where nobody of it is there', async () => {
    const [night] = await world.behindTheLocks<{ unit_id: string }>(
      `update hub_question set answer = 'knows', answered_by = representative_id, answered_at = clock.now()
       where hub_id = $1 and representative_id = $2 returning unit_id`,
      [hubId, world.caller('nils').staffId],
    );
    const unit = night!.unit_id;
    let seq = 2;
    const put = (key: string) =>
      world.asCaller.run(world.caller(key), async (tx) => {
        const by = world.caller(key).staffId;
        const picture = { kind: 'PictureGiven', unit, knowledge: 'knows', items: [] } as const;
        await tx.of(BoardStore).append(hubId, { ...picture, seq, at: 0, by }, { itemId: null, clientKey: `p${seq}` });
        throw new Error('taken');
      });
    await expect(put('nils')).rejects.toThrow('taken');
    const refused = async (...keys: string[]) => {
      for (const key of keys) await expect(put(key)).rejects.toThrow('row-level security');
    };
    await refused('maria', 'sara', 'marcus');
    await world.behindTheLocks(`update hub set leader_staff_id = $2, started_at = clock.now() where id = $1`, [
      hubId,
      world.caller('maria').staffId,
    ]);
    await expect(put('maria')).rejects.toThrow('taken');
    await refused('sara', 'marcus');
    const moves = async (kind: string) =>
      world.behindTheLocks(
        `insert into board_event (hub_id, seq, kind, payload, by_staff, client_key)
         values ($1, $2::integer, $3, json_build_object('member', $4::uuid, 'unit', $5::uuid), $4::uuid, 'm' || $2::integer)`,
        [hubId, seq++, kind, world.caller('nils').staffId, unit],
      );
    await moves('MemberArrived');
    await refused('maria');
    await moves('MemberLeft');
    await expect(put('maria')).rejects.toThrow('taken');
  });

  it('lets an event be added and never changed or taken away', async () => {
    const maria = world.caller('maria');
    for (const sql of [`update board_event set kind = 'x'`, `delete from board_event`])
      await expect(
        world.source.transaction(async (manager) => {
          await manager.query(
            `select set_config('samnav.staff', $1, true), set_config('samnav.branch', $2, true),
              set_config('samnav.unit', $3, true), set_config('samnav.role', 'intake', true)`,
            [maria.staffId, maria.branchId, maria.unitId],
          );
          await manager.query(sql);
        }),
      ).rejects.toThrow('permission denied');
  });
});

describe('half a unit’s time', () => {
  it('asks the deputy, puts them on the case, and does so once', async () => {
    const sven = world.caller('sven');
    expect(await rowsSeen(sven, 'hub')).toBe(0);
    await world.database.moveClock('61 minutes');
    const asDeadlines = () =>
      world.asCaller.run({ kind: 'service', name: 'deadlines', requestId: 'test' }, async (tx) => {
        const running = await tx.of(DeadlineStore).findRunning({ kind: 'unit-knowledge', caseId: red.caseId });
        for (const row of running) await askDeputy(tx, row);
      });
    await asDeadlines();
    await asDeadlines();
    expect(await rowsSeen(sven, 'hub')).toBe(1);
    const told = await world.behindTheLocks<{ key: string }>(
      `select s.subject as key from notice n join staff_member s on s.id = n.staff_id
       where n.kind = 'question-asked' and s.subject in ('sven', 'ida') order by 1`,
    );
    expect(told.map(({ key }) => key)).toEqual(['ida', 'sven']);
  });

  it('does not ask the deputy of a unit that has answered', async () => {
    const asked = await world.behindTheLocks<{ asked: boolean }>(
      `select deputy_asked_at is not null as asked from hub_question where hub_id = $1 and deputy_id is null`,
      [hubId],
    );
    expect(asked.every((row) => !row.asked)).toBe(true);
  });
});
