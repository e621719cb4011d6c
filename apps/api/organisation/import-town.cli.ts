import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SettingsError } from '#platform/config/settings.js';
import { readTown, TownFileError } from '#platform/towns/read-town.js';
import { Failure } from '#use-cases/failure.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import { isDone, type TownChange } from '#use-cases/organisation/town-changes.js';
import { UpdateTown } from '#use-cases/organisation/update-town.js';
import { placedFault } from './town-file-faults.js';
import { ImportTownModule } from './import-town.module.js';

/**
 * `npm run town -- config/towns/orebro.json [--check | --dry-run]`: imports a municipality, or brings one that is there up
 * to its file. `--check` asks only whether the file is sound, `--dry-run` tells what would change.
 */
const file = process.argv.slice(2).find((word) => !word.startsWith('--'));
const asked = (flag: string): boolean => process.argv.includes(flag);
const say = (sentence: string): unknown => process.stdout.write(`${sentence}\n`);

const WORDS: Readonly<Record<TownChange['change'], string>> = {
  add: 'add',
  rename: 'rename',
  change: 'change',
  kept: 'keep as it is here',
  'only-here': 'leave, though not in the file:',
};

const line = (one: TownChange): string => {
  const what = [one.before, one.after].filter((word) => word !== null).join(' → ');
  return `  ${WORDS[one.change]} ${one.part} ${one.path}${what ? `: ${what}` : ''}`;
};

async function importTown(path: string): Promise<void> {
  const town = readTown(path);
  if (asked('--check')) {
    say(`${town.name}: the file is sound.`);
    return;
  }
  const app = await NestFactory.createApplicationContext(ImportTownModule, { logger: false, abortOnError: false });
  try {
    const changes = await app.get(UpdateTown).asPlatform(town, !asked('--dry-run'));
    if (changes) {
      const done = changes.filter(isDone).length;
      say(`${town.name} is there already. ${asked('--dry-run') ? 'Would change' : 'Changed'}: ${done}.`);
      changes.forEach((one) => say(line(one)));
    } else if (asked('--dry-run')) {
      say(`${town.name} is not there yet; all of it would be added.`);
    } else {
      await app.get(ImportTown).run(town, { issuer: '', staff: [], postsFrom: new Date(0) });
      say(`${town.name} is imported. Add its administrator next: npm run administrator (docs/operations.md).`);
    }
  } finally {
    await app.close();
  }
}

const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};
if (!file) tell('Which town? For example: npm run town -- config/towns/orebro.json');
else {
  try {
    await importTown(file);
  } catch (error) {
    if (error instanceof TownFileError || error instanceof SettingsError) tell(error.message);
    else if (placedFault(error)) tell(`${file}: ${placedFault(error)?.path}: ${placedFault(error)?.fault}`);
    else if (error instanceof Failure && error.code === 'INSTRUMENT_NOT_RAISED')
      tell(
        `${file}: instruments: ${error.values['id']} has changed; raise its version above ${error.values['version']} and try again.`,
      );
    else tell(`The town could not be imported: ${error instanceof Error ? error.message : String(error)}`);
  }
}
