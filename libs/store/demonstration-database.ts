/**
 * A demonstration lets anyone sign in as anyone and moves time, so it never runs on a database that real people are in
 * (OSL 26:1). What tells the two apart is the movable clock: only an empty database is ever given one.
 */
import type { DataSource } from 'typeorm';
import type { ClientBase } from 'pg';

const REAL =
  'This database was not made for a demonstration, and a demonstration lets anyone sign in as anyone. Set SAMNAV_DEMONSTRATION=0, or point at a database of its own (docs/operations.md).';

/** Throws unless the database was given a movable clock when it was empty. */
export async function requireDemonstrationDatabase(source: DataSource): Promise<void> {
  const [row]: { clock: string | null }[] = await source.query(`select to_regclass('clock.shift')::text as clock`);
  if (!row?.clock) throw new Error(REAL);
}

/** Throws when towns are in the database already and its clock cannot be moved: before a migration would change that. */
export async function requireNoRealTown(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query<{ towns: string | null; clock: string | null }>(
    `select to_regclass('public.municipality')::text as towns, to_regclass('clock.shift')::text as clock`,
  );
  if (!rows[0]?.towns || rows[0].clock) return;
  await owner.query('begin');
  try {
    await owner.query(`select set_config('samnav.service', 'administration', true)`);
    const { rowCount } = await owner.query('select 1 from municipality limit 1');
    if (rowCount) throw new Error(REAL);
  } finally {
    await owner.query('rollback');
  }
}

/** How far the demonstration's town and its story are told; a telling that was broken off cannot be taken up again. */
export type Telling = 'none' | 'half' | 'whole';

/** A database from before this was kept has no telling and yet a town: see `municipality` beside it. */
export async function readTelling(source: DataSource): Promise<Telling> {
  const [row]: { told: boolean }[] = await source.query(`select told_at is not null as told from demonstration.story`);
  if (!row) return 'none';
  return row.told ? 'whole' : 'half';
}

/** Said before the first row of the town is written, in a transaction of its own. */
export async function beginTelling(source: DataSource): Promise<void> {
  await source.query(`insert into demonstration.story default values`);
}

/** Said when the last row is. */
export async function endTelling(source: DataSource): Promise<void> {
  await source.query(`update demonstration.story set told_at = now()`);
}
