import { migrate } from './migrate.js';

/** `node dist/libs/store/migrate.cli.js`: brings the database of MIGRATE_DATABASE_URL to the newest form. */
const url = process.env['MIGRATE_DATABASE_URL'];
if (!url) {
  process.stderr.write(
    'MIGRATE_DATABASE_URL is missing: the connection of the role samnav_owner. See docs/operations.md\n',
  );
  process.exit(1);
}
const movableClock = process.env['SAMNAV_DEMONSTRATION'] === '1' || process.env['SAMNAV_MOVABLE_CLOCK'] === '1';
try {
  const done = await migrate(url, { movableClock, check: process.argv.includes('--check') });
  process.stdout.write(done.length === 0 ? 'The database is up to date.\n' : `Migrated: ${done.join(', ')}\n`);
  if (process.argv.includes('--check') && done.length > 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(
    `The database could not be migrated: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
