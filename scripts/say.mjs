/** What a person at the terminal sees: steps with their progress, and obstacles told as sentences, never as stack traces. */
import { appendFileSync, createWriteStream } from 'node:fs';
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** Something outside the program stands in the way; the message says what, and what to do next. */
export class Obstacle extends Error {}

/** A step's command ended badly; `tail` holds its last lines so that a cause can be recognised. */
export class Failure extends Error {
  constructor(command, code, tail) {
    super(`${command} ended with ${code}`);
    this.tail = tail;
  }
}

const seconds = (since) => Math.round((Date.now() - since) / 1000);

export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Says what stopped `what`, in a sentence; the trace of what nobody foresaw goes to the file. */
export function sayFault(error, what, file) {
  if (error instanceof Obstacle) say(`\n${error.message}`);
  else if (error.code === 'ENOSPC') say('\nThe disk is full. Free some space and start again.');
  else {
    try {
      appendFileSync(file, `${new Date().toISOString()} ${error.stack}\n`);
      say(`\nSomething unexpected stopped ${what}: ${error.message}. The details are in ${file}.`);
    } catch {
      say(`\nSomething unexpected stopped ${what}: ${error.message}.`);
    }
  }
}

/** Runs one named step and shows, for the long ones, that it is still at work. */
export async function step(name, work) {
  const began = Date.now();
  say(`› ${name}`);
  const beat = setInterval(() => say(`  … ${seconds(began)} s`), 10_000);
  try {
    const result = await work();
    if (Date.now() - began >= 1000) say(`  done in ${seconds(began)} s`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

const running = new Set();
let halted = false;

/** Ends whatever steps are under way, with all that they started; used by Ctrl-C. */
export function halt() {
  halted = true;
  for (const child of running) signalGroup(child.pid, 'SIGTERM');
}

/** Signals a process and its descendants, which `run` and the supervisor put in a group of their own. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It is gone already.
  }
}

/**
 * Runs a command with its output in a log file; rejects with a Failure that carries the last lines.
 * `always` is for what a stop itself needs; `unbroken` for what a stop may forbid, but would break off in a state that
 * nobody can see; `show` prints the output too. A `tethered` command hears when this process is gone; `onStart` is told its id.
 */
export function run(command, args, options = {}) {
  const {
    cwd,
    env,
    log,
    uid,
    gid,
    show = false,
    always = false,
    unbroken = always,
    tethered = false,
    onStart,
  } = options;
  if (halted && !always) return Promise.reject(new Failure(command, 'a stop', ''));
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', 'pipe', 'pipe', ...(tethered ? ['ipc'] : [])];
    const child = spawn(command, args, { cwd, env, uid, gid, stdio, detached: true });
    if (child.pid) onStart?.(child.pid);
    const file = log && createWriteStream(log, { flags: 'a' }).on('error', () => undefined);
    let tail = '';
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-8000);
      file?.write(chunk);
      if (show) process.stdout.write(chunk);
    };
    if (!unbroken) running.add(child);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = (error) => {
      running.delete(child);
      file?.end();
      if (error) reject(error);
      else resolve(tail);
    };
    child.on('error', (error) =>
      end(Object.assign(new Failure(command, error.code, error.message), { code: error.code })),
    );
    child.on('close', (code, signal) => end(code === 0 ? undefined : new Failure(command, code ?? signal, tail)));
  });
}

/** The last lines of a step's output, indented under the sentence that explains them. */
export const lastLines = (text, count = 8) =>
  stripVTControlCharacters(text)
    .trim()
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
