/** Who is at work on a checkout's folder: one start or one seed at a time, and what a killed one left is ended first. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tryLock, unlock } from './lock.mjs';
import { programNode } from './node-version.mjs';
import { folder, makeFolder, root } from './places.mjs';
import { endLeftovers, tether } from './processes.mjs';
import { Failure, lastLines, Obstacle, run, step } from './say.mjs';

export const logs = path.join(folder, 'logs');
const lockFile = path.join(folder, 'launcher.lock');
const recordFile = path.join(folder, 'processes.json');

let holdsLock = false;

/** Takes the folder, or answers who has it. */
export async function claimFolder() {
  makeFolder(folder);
  makeFolder(logs, 0o700);
  const other = tryLock(lockFile);
  if (other) return other;
  holdsLock = true;
  if (existsSync(recordFile)) await endLeftovers(JSON.parse(readFileSync(recordFile, 'utf8')));
  return undefined;
}

/** Gives the folder back when nothing of this process is at work there any more. */
export function releaseFolder() {
  if (!holdsLock) return;
  rmSync(recordFile, { force: true });
  unlock(lockFile);
}

/** Keeps what must be ended if this process is killed outright. */
export function record(processes) {
  if (holdsLock) writeFileSync(recordFile, JSON.stringify(processes), { mode: 0o600 });
}

/** One step that the program does itself. It ends with whoever started it, however that one ended. */
export const program = (name, entry, { env, words = [], show = false }) =>
  step(name, async () => {
    const log = path.join(logs, `${path.basename(entry, '.js')}.log`);
    const args = ['--enable-source-maps', '--import', tether, path.join(root, entry), ...words];
    try {
      await run(programNode(root), args, {
        cwd: root,
        env,
        log,
        show,
        tethered: true,
        onStart: (pid) => record([{ pid, entry }]),
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // Its own last lines say the cause, where they have not been shown already.
      const cause = show ? '.' : `; it ends with:\n${lastLines(error.tail)}`;
      throw new Obstacle(`${name} failed. The whole output is in ${log}${cause}`);
    }
  });
