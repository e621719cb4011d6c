import 'reflect-metadata';
import { readSettings, SettingsError } from '#platform/config/settings.js';
import { PgAsCaller } from '#store/caller/pg-as-caller.js';
import { runtimeDataSource } from '#store/database.js';
import { beginTelling, endTelling, readTelling, requireDemonstrationDatabase } from '#store/demonstration-database.js';
import { RequireSameKeys } from '#use-cases/gate/require-same-keys.js';
import { OrganisationStore } from '#use-cases/organisation/organisation.port.js';
import { AesFieldCipher, HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { HmacKeyFingerprints } from '#platform/crypto/hmac-key-fingerprints.js';
import { buildTown } from './world/build-town.js';
import { keepEmergencyRoster } from './world/emergency-roster.js';
import { seedStory } from './world/seed-story.js';
import { fillYears } from './years/fill-years.js';
import { intakeOfTown, yearsAsked } from './years/years-asked.js';

/** `node dist/apps/demo/seed.cli.js`: fills an empty database with the demonstration town; a filled one is left as it is. */
try {
  const settings = readSettings(process.env);
  const source = await runtimeDataSource(settings.databaseUrl, 2, 'samnav-seed').initialize();
  try {
    await requireDemonstrationDatabase(source);
    const asCaller = new PgAsCaller(source);
    await new RequireSameKeys(asCaller, new HmacKeyFingerprints(settings.keys)).run();
    if ((await readTelling(source)) === 'half')
      throw new Error(
        'The demonstration town was broken off while it was being filled, and half a story is not told to its end. Make the database anew and start again (docs/operations.md).',
      );
    const { there, now } = await asCaller.run(
      { kind: 'service', name: 'administration', requestId: 'seed' },
      async (tx) => ({
        there: (await tx.of(OrganisationStore).findMunicipality('ekvalla')) !== undefined,
        now: tx.now,
      }),
    );
    const years = yearsAsked(process.argv.slice(2));
    if (there) {
      process.stdout.write('The demonstration town is already there.\n');
    } else {
      await beginTelling(source);
      await buildTown(asCaller, {
        issuer: settings.identityUrl,
        postsFrom: new Date(now.getTime() - 365 * 86_400_000),
      });
      process.stdout.write('The demonstration town is built.\n');
    }
    if (!there && settings.demonstration)
      process.stdout.write(`The story is told: ${await seedStory(settings.identityUrl)} children.\n`);
    if (!there) await endTelling(source);
    const shifts = await keepEmergencyRoster(asCaller);
    if (shifts > 0) process.stdout.write(`The social emergency service has its next two weeks: ${shifts} shifts.\n`);
    if (years > 0) {
      const caller = await intakeOfTown(asCaller, settings.identityUrl);
      const tell = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
      const tools = {
        asCaller,
        cipher: new AesFieldCipher(settings.keys),
        hash: new HmacLookupHash(settings.keys),
        caller,
        tell,
      };
      const { cases, notes } = await fillYears(tools, years, now);
      tell(`${years} years are there: ${cases} cases, ${notes} notes.`);
    }
  } finally {
    await source.destroy();
  }
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError || error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
