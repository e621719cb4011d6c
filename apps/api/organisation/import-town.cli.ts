import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SettingsError } from '#platform/config/settings.js';
import { readTown, TownFileError } from '#platform/towns/read-town.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import { ImportTownModule } from './import-town.module.js';

/** `npm run town -- config/towns/orebro.json [--check]`: imports a municipality, or only says whether its file is sound. */
const file = process.argv.slice(2).find((word) => !word.startsWith('--'));
const tell = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};
if (!file) tell('Which town? For example: npm run town -- config/towns/orebro.json');
try {
  const town = readTown(file ?? '');
  if (process.argv.includes('--check')) {
    process.stdout.write(`${town.name}: the file is sound.\n`);
  } else {
    const app = await NestFactory.createApplicationContext(ImportTownModule, { logger: false, abortOnError: false });
    await app.get(ImportTown).run(town, { issuer: '', staff: [], postsFrom: new Date(0) });
    await app.close();
    process.stdout.write(`${town.name} is imported. Add its administrator next (docs/operations.md).\n`);
  }
} catch (error) {
  if (error instanceof TownFileError || error instanceof SettingsError) tell(error.message);
  const twice = error instanceof Error && error.message.includes('municipality_slug_key');
  tell(
    twice
      ? 'That municipality is already imported.'
      : `The town could not be imported: ${error instanceof Error ? error.message : String(error)}`,
  );
}
