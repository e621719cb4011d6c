/** Keys and passwords of a checkout: made once, readable by their owner alone, never made anew beside existing data. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Obstacle } from './say.mjs';

export const roles = ['owner', 'app', 'ledger', 'sealer'];

const key = () => randomBytes(32).toString('base64');
const password = () => randomBytes(24).toString('base64url');

/** New keys beside old data would leave the data unreadable for good, so their absence stops the start. */
function readOrMake(file, make, hasData, anew = `remove the folder ${path.dirname(file)} to begin anew`) {
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      throw new Obstacle(`The file ${file} is damaged. Restore it from a backup: the data cannot be read without it.`);
    }
  }
  if (hasData)
    throw new Obstacle(
      `The file ${file} is gone, and the data that belong to it cannot be read without it. Restore it from a backup, or ${anew}.`,
    );
  const made = make();
  writeFileSync(`${file}.new`, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** The file that SAMNAV_KEY_FILE names: key-encryption keys by version, the lookup key and the session key. */
export function keyFile(folder, hasData, anew) {
  const file = path.join(folder, 'keys.json');
  readOrMake(file, () => ({ kek: { 1: key() }, lookup: key(), session: key() }), hasData, anew);
  return file;
}

/** The file of one's own where SAMNAV_KEY_FILE names one, of which nothing is made here; else the checkout's. */
export const keysBeside = (folder, hasData, anew) => process.env.SAMNAV_KEY_FILE || keyFile(folder, hasData, anew);

/** The passwords of the database roles, kept apart from the keys so that the program never reads the owner's. */
export function databasePasswords(folder, hasData) {
  const make = () => Object.fromEntries(['superuser', ...roles].map((role) => [role, password()]));
  return readOrMake(path.join(folder, 'database.json'), make, hasData);
}
