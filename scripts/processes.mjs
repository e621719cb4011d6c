/** The processes of a running Samnav: started in order, kept alive where that is safe, ended together. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { commandOf } from './lock.mjs';
import { say, signalGroup } from './say.mjs';

/** What every process of the program loads first. */
export const tether = fileURLToPath(new URL('./tether.mjs', import.meta.url));
const [shortest, longest, settled] = [500, 30_000, 60_000];

export const tailOf = (file, length = 4000) => (existsSync(file) ? readFileSync(file, 'utf8').slice(-length) : '');

/** Ends what a launcher that was killed outright left behind; the command is compared, ids are given out again. */
export async function endLeftovers(records) {
  const left = records.filter(({ pid, entry }) => commandOf(pid).includes(entry));
  for (const { pid } of left) signalGroup(pid, 'SIGTERM');
  for (let waited = 0; waited < 3000 && left.some(({ pid, entry }) => commandOf(pid).includes(entry)); waited += 100)
    await sleep(100);
  for (const { pid, entry } of left) if (commandOf(pid).includes(entry)) signalGroup(pid, 'SIGKILL');
}

/** Supervises processes: `begin` starts one, `end` stops all within `grace` milliseconds. */
export class Processes {
  #children = new Map();
  #ending = false;

  constructor({ node, root, env, logs, onChange }) {
    Object.assign(this, { node, root, env, logs, onChange });
  }

  records() {
    return [...this.#children.values()].map(({ pid, spawnfile, entry }) => ({ pid, spawnfile, entry }));
  }

  log(name) {
    return path.join(this.logs, `${name}.log`);
  }

  /** `onEnd` is called instead of a restart; without it the process is restarted with growing pauses. */
  begin(name, entry, { onEnd, pause = shortest } = {}) {
    const output = openSync(this.log(name), 'a');
    const began = Date.now();
    // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which ends the rest in order.
    const child = spawn(this.node, ['--enable-source-maps', '--import', tether, path.join(this.root, entry)], {
      cwd: this.root,
      env: this.env,
      stdio: ['ignore', output, output, 'ipc'],
      detached: true,
    });
    closeSync(output);
    child.entry = entry;
    this.#children.set(name, child);
    this.onChange?.();
    child.once('error', () => child.emit('exit', 1));
    child.once('exit', async (code, signal) => {
      if (this.#children.get(name) === child) this.#children.delete(name);
      if (this.#ending) return;
      if (onEnd) {
        onEnd(code ?? signal);
        return;
      }
      const next = Date.now() - began > settled ? shortest : pause;
      say(
        `The ${name} ended (${code ?? signal}) and is started again in ${next / 1000} s. Its log is ${this.log(name)}.`,
      );
      await sleep(next);
      if (!this.#ending) this.begin(name, entry, { pause: Math.min(next * 2, longest) });
    });
  }

  async end(grace) {
    this.#ending = true;
    const all = [...this.#children.values()];
    for (const { pid } of all) signalGroup(pid, 'SIGTERM');
    const gone = () => all.every((child) => child.exitCode !== null || child.signalCode !== null);
    for (let waited = 0; waited < grace && !gone(); waited += 50) await sleep(50);
    for (const { pid, exitCode, signalCode } of all)
      if (exitCode === null && signalCode === null) signalGroup(pid, 'SIGKILL');
  }
}
