/** Cases with deadlines for the tests of what the worker does; the case itself says nothing about anyone. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDeadline, type DeadlineToOpen, type OpenedDeadline } from '#use-cases/deadline/open-deadline.js';
import type { World } from './world.js';

export const SOC = 'ekvalla-soc/individ-och-familj';
export const unitOf = (world: World, unit: string): string => given(world.town.units.get(`${SOC}/${unit}`), unit);
export const staffOf = (world: World, key: string): string => given(world.town.staff.get(key), key);

function given(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`the town has no ${name}`);
  return id;
}

/** A case of the social services that the intake works on. */
export async function aCase(world: World, unit = 'mottagning'): Promise<string> {
  const [id, person] = [randomUUID(), randomUUID()];
  const branch = given(world.town.branches.get(SOC), SOC);
  await world.behindTheLocks(
    `insert into person (id, municipality_id, branch_id, born) values ($1, $2, $3, '2011-03-04')`,
    [person, world.town.municipalityId, branch],
  );
  await world.behindTheLocks(
    `insert into case_file (id, municipality_id, branch_id, person_id) values ($1, $2, $3, $4)`,
    [id, world.town.municipalityId, branch, person],
  );
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, unit_id, reason, starts_at) values ($1, $2, $3, $4, 'unit', clock.now() - interval '1 day')`,
    [randomUUID(), id, branch, unitOf(world, unit)],
  );
  return id;
}

/** Opens a deadline as the deed of a person would; `startedAgo` in milliseconds, fractions of one allowed. */
export function aDeadline(
  world: World,
  caseId: string,
  more: Partial<DeadlineToOpen> & { readonly startedAgo?: number; readonly by?: string } = {},
): Promise<OpenedDeadline> {
  const { startedAgo = 0, by = 'maria', ...wanted } = more;
  return world.asCaller.run(world.caller(by), (tx) =>
    openDeadline(tx, {
      kind: 'grade-red-assessment',
      caseId,
      startsAt: new Date(tx.now.getTime() - startedAgo),
      ownerUnitId: unitOf(world, 'mottagning'),
      ...wanted,
    }),
  );
}

/** Asks until the answer is as wanted; fails with the last one. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`it did not come to this within ${patience} ms: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}

export interface EffectRow {
  readonly deadline_id: string;
  readonly key: string;
  readonly late: boolean;
}

export const effectsOf = (world: World, deadlineId: string): Promise<EffectRow[]> =>
  world.behindTheLocks<EffectRow>(`select * from deadline_effect where deadline_id = $1 order by at, key`, [
    deadlineId,
  ]);
