/** Runs the suites one after the other, quick ones first, and counts what passed, failed and was skipped. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { programNode } from './node-version.mjs';
import { folder, makeFolder, root } from './places.mjs';
import { Obstacle, say, sayFault, signalGroup } from './say.mjs';

const order = ['domain', 'libs', 'web', 'architecture', 'db', 'e2e', 'browser', 'fault', 'attack'];
const withPages = new Set(['e2e', 'browser', 'fault', 'attack']);
const onCluster = new Set(['db', ...withPages]);
/** Two files at a time keep both cores of a small machine busy; more would only wait for each other. */
const atATime = Math.min(2, availableParallelism());
/** Those of faults wait most of their time, for leases and processes to end. */
const atATimeOf = (name) => (name === 'fault' ? atATime + 1 : atATime);

/** Milliseconds that a suite may take to let go of what its tests have started, once it has reported. */
const LETS_GO = 60_000;

let current;
let interrupted = false;

/** `--only domain,db` chooses suites; everything else goes to Jest. */
function readArguments(args, known) {
  const at = args.indexOf('--only');
  if (at < 0) return { chosen: known, rest: args };
  const chosen = (args[at + 1] ?? '').split(',').filter(Boolean);
  const unknown = chosen.filter((name) => !known.includes(name));
  if (chosen.length === 0 || unknown.length > 0)
    throw new Obstacle(
      `--only takes suites out of ${known.join(', ')}${unknown.length ? `, not ${unknown.join(', ')}` : ''}.`,
    );
  return {
    chosen: known.filter((name) => chosen.includes(name)),
    rest: args.filter((_, i) => i !== at && i !== at + 1),
  };
}

/** A suite that has reported and does not end, since something that a test started still runs, is ended: it has failed. */
function endOnceReported(name, report) {
  let since;
  const watch = setInterval(() => {
    if (existsSync(report)) since ??= Date.now();
    if (since === undefined || Date.now() - since < LETS_GO) return;
    clearInterval(watch);
    say(`The suite ${name} has reported and does not end: a test has left something running. It is ended now.`);
    signalGroup(current.pid, 'SIGKILL');
  }, 1_000);
  return () => clearInterval(watch);
}

/** Jest in a process of its own: a suite that takes its process down takes no other with it. */
function runJest(node, name, rest, report) {
  const args = ['--experimental-vm-modules', '--no-warnings', path.join(root, 'node_modules/jest/bin/jest.js')];
  args.push('--selectProjects', name, '--json', `--outputFile=${report}`);
  args.push(`--maxWorkers=${atATimeOf(name)}`);
  args.push(...rest);
  return new Promise((resolve) => {
    // What people read comes on standard error; one stream keeps its order with the lines written here.
    current = spawn(node, args, {
      cwd: root,
      env: process.env,
      stdio: ['ignore', 'ignore', 1],
      detached: true,
    });
    const isOver = endOnceReported(name, report);
    current.once('error', () => {
      isOver();
      resolve(1);
    });
    current.once('close', (code, signal) => {
      isOver();
      resolve(code ?? signal);
    });
  });
}

function count(name, report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    say(`The suite ${name} ended (${code}) without a report.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const passed = result.numPassedTests;
  const skipped = result.numPendingTests + result.numTodoTests;
  let failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (failed === 0 && passed + skipped === 0) {
    say(`The suite ${name} has run no test.`);
    failed = 1;
  } else if (failed === 0 && code !== 0) {
    say(`The suite ${name} ended (${code}) although its tests passed.`);
    failed = 1;
  }
  return { passed, failed, skipped };
}

async function runSuites(args) {
  const log = path.join(makeFolder(folder), 'test-install-and-build.log');
  await ensureInstalled(log);
  const { default: config } = await import(path.join(root, 'jest.config.mjs'));
  const present = config.projects.map((project) => project.displayName);
  const known = [...order.filter((name) => present.includes(name)), ...present.filter((name) => !order.includes(name))];
  const { chosen, rest } = readArguments(args, known);
  await ensureBuilt(chosen.some((name) => withPages.has(name)) ? ['server', 'web'] : ['server'], log);
  const reports = mkdtempSync(path.join(tmpdir(), 'samnav-test-'));
  const total = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const name of chosen) {
      if (interrupted) break;
      const began = Date.now();
      say(`\n› ${name}`);
      const report = path.join(reports, `${name}.json`);
      const counted = count(name, report, await runJest(programNode(root), name, rest, report));
      for (const key of Object.keys(total)) total[key] += counted[key];
      say(
        `  ${name}: ${counted.passed} passed, ${counted.failed} failed in ${Math.round((Date.now() - began) / 1000)} s`,
      );
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
    if (chosen.some((name) => onCluster.has(name))) await (await import('./test-cluster.mjs')).leaveTestCluster();
  }
  return total;
}

/** Runs the chosen suites; the last line counts. Answers whether tests ran and none failed. */
export async function runTests(args) {
  const interrupt = () => {
    interrupted = true;
    if (current?.pid) signalGroup(current.pid, 'SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  let total = { passed: 0, failed: 1, skipped: 0 };
  try {
    total = await runSuites(args);
    if (interrupted) total.failed += 1;
  } catch (error) {
    sayFault(error, 'the tests', path.join(folder, 'test.log'));
  }
  say(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
  return total.failed === 0 && total.passed > 0;
}

/** The exit code says whether all is well. */
export const test = async (args) => process.exit((await runTests(args)) ? 0 : 1);
