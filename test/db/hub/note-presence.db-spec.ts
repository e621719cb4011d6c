/** Whom nobody vouches for is seen to have left, also when another's going cannot be written. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import { openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let hubId: string;
const staff = (key: string): string => world.town.staff.get(key) ?? '';

beforeAll(async () => {
  world = await buildWorld();
  const { caseId } = await openGradedCase(world, { grade: 'red' });
  hubId = randomUUID();
  await world.behindTheLocks(
    `insert into hub (id, kind, municipality_id, branch_id, case_id, starts_at, minutes, convened_by)
     select $1, 'internal', c.municipality_id, c.branch_id, c.id, clock.now(), 30, $3 from case_file c where c.id = $2`,
    [hubId, caseId, staff('maria')],
  );
  await world.behindTheLocks(
    `create function stays_put() returns trigger language plpgsql as $$
     begin if old.node = '00000000-0000-0000-0000-000000000000' then raise 'this stay cannot end'; end if; return old; end $$`,
  );
  await world.behindTheLocks(
    `create trigger stays_put before delete on presence for each row execute function stays_put()`,
  );
}, 60_000);
afterAll(() => world?.close());

it.each([['maria'], ['sara'], ['nils']])('lets the others go when %s cannot', async (stuck) => {
  await world.behindTheLocks(`truncate presence`);
  for (const key of ['maria', 'sara', 'nils'])
    await world.behindTheLocks(
      `insert into presence (hub_id, staff_id, node, held_until) values ($1, $2, $3, clock_timestamp() - interval '1 minute')`,
      [hubId, staff(key), key === stuck ? '00000000-0000-0000-0000-000000000000' : randomUUID()],
    );
  const faults = await new NotePresence(world.asCaller).keep();
  expect(faults.map(String)).toEqual([expect.stringContaining('this stay cannot end')]);
  const left = await world.behindTheLocks(`select staff_id from presence`);
  expect(left).toEqual([{ staff_id: staff(stuck) }]);
});
