import { MigrationExecutor, type DataSource } from 'typeorm';
import { DEFINERS } from './definers.js';

/**
 * Runs what is pending, each migration in a transaction of its own; gives their names. On a database with rows in it a
 * migration's changes fire triggers, whose functions look past the policies: those that a migration before it has made are
 * handed to the role that may do so first, or they would find no rows and reckon as if there were none. What that role may do
 * meanwhile is taken from it by the grants that follow.
 */
export async function runPending(source: DataSource): Promise<string[]> {
  const executor = new MigrationExecutor(source);
  if ((await executor.getExecutedMigrations()).length === 0)
    return (await source.runMigrations()).map(({ name }) => name);
  const done: string[] = [];
  for (const migration of await executor.getPendingMigrations()) {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      // Before 0008 there is nothing yet that looks past them.
      const [made] = (await runner.query(`select to_regnamespace('lock') is not null as lock`)) as { lock: boolean }[];
      if (made?.lock) await runner.query(PAST_THE_POLICIES);
      await new MigrationExecutor(source, runner).executeMigration(migration);
      await runner.commitTransaction();
      done.push(migration.name);
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
  return done;
}

const PAST_THE_POLICIES = `
  grant usage on schema public, clock, caller, lock to samnav_definer;
  grant select, insert, update, delete on all tables in schema public to samnav_definer;
  grant execute on all functions in schema clock, caller, lock, public to samnav_definer;
  ${DEFINERS}
`;
