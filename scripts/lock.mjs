/** One process at a time: two launchers, two builds or two test runs of a checkout must not undo each other. */
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The command line of a process, or '' when it is gone; a process id alone may have been given to somebody else. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** The parent of a process where the system tells it for little; elsewhere always the same answer. */
export function parentOf(pid) {
  try {
    return /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

const holder = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Takes the lock, or answers who holds it; a holder that died is forgotten. */
export function tryLock(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, command: commandOf(process.pid) }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(mine, file);
        return undefined;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const other = holder(file);
      if (other && isAlive(other.pid) && commandOf(other.pid) === other.command) return other;
      rmSync(file, { force: true });
    }
    return holder(file) ?? { pid: 0 };
  } finally {
    rmSync(mine, { force: true });
  }
}

export const unlock = (file) => rmSync(file, { force: true });

/** Waits for the lock, does the work and gives the lock back. */
export async function withLock(file, work) {
  while (tryLock(file)) await sleep(200);
  try {
    return await work();
  } finally {
    unlock(file);
  }
}
