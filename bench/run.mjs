/**
 * `npm run bench` measures every arm, `npm run bench -- <arm> …` those that are named; the figures go to results.json and
 * from there to README.md. `--full` takes ten years of work and 1 000 clients, `--rounds` and `--seconds` shorten a try.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Obstacle, run as runCommand, say, step } from '../scripts/say.mjs';
import { arms, renderReadme, renderTable } from './readme.mjs';

const here = import.meta.dirname;
const resultsFile = path.join(here, 'results.json');

async function ensurePeers() {
  const lock = readFileSync(path.join(here, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const marker = path.join(here, 'node_modules', '.samnav-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  await step('Installing the peers', () =>
    runCommand('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here }),
  );
  writeFileSync(marker, wanted);
}

const commit = () => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: here, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
};

const machine = (postgresql) => ({
  cores: os.availableParallelism(),
  memoryGb: Math.round(os.totalmem() / 2 ** 30),
  system: `${os.type()} ${os.arch()}`,
  node: process.version,
  postgresql,
});

function chosen() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      dry: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !(name in arms));
  if (unknown.length > 0)
    throw new Obstacle(`There is no arm ${unknown.join(', ')}. There are: ${Object.keys(arms).join(', ')}.`);
  const number = (name) => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Obstacle(`--${name} takes a number above 0.`);
    return value;
  };
  return {
    names: positionals.length > 0 ? positionals : Object.keys(arms),
    dry: values.dry,
    options: {
      full: values.full,
      years: values.full ? 10 : 1,
      clients: values.full ? 1000 : 200,
      rounds: number('rounds'),
      seconds: number('seconds'),
    },
  };
}

async function main() {
  const { names, dry, options } = chosen();
  await ensurePeers();
  const { ensureInstalled } = await import('../scripts/install.mjs');
  const { ensureBuilt } = await import('../scripts/build.mjs');
  const log = path.join(os.tmpdir(), 'samnav-bench-build.log');
  await ensureInstalled(log);
  await ensureBuilt(['server', 'web'], log);
  const { folder, makeFolder } = await import('../scripts/places.mjs');
  const { tryLock, unlock } = await import('../scripts/lock.mjs');
  const lock = path.join(makeFolder(folder), 'bench.lock');
  const other = tryLock(lock);
  if (other)
    throw new Obstacle(`The benchmarks run already (process ${other.pid}); two at once would measure each other.`);
  const { openCluster } = await import('./instruments/town.mjs');
  const { stopAll } = await import('./instruments/programs.mjs');
  const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : { arms: {} };
  const cluster = await openCluster();
  const onSignal = () =>
    void stopAll()
      .then(() => cluster.close())
      .then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, onSignal);
  try {
    const where = machine(await cluster.version());
    for (const name of names) {
      say(`\n${name}`);
      const { measure } = await import(`./arms/${name}.mjs`);
      const began = Date.now();
      const { tables, remarks = [] } = await measure({ cluster, ...options });
      const kept = options.full ? (results.full ??= {}) : results.arms;
      kept[name] = {
        measuredAt: new Date().toISOString().slice(0, 16) + 'Z',
        commit: commit(),
        minutes: Number(((Date.now() - began) / 60_000).toFixed(1)),
        machine: where,
        options,
        tables,
        remarks,
      };
      for (const table of tables) say(renderTable(table));
      if (dry) continue;
      writeFileSync(resultsFile, `${JSON.stringify(results, undefined, 2)}\n`);
      writeFileSync(path.join(here, 'README.md'), renderReadme(results));
    }
  } finally {
    await stopAll();
    await cluster.close();
    unlock(lock);
  }
}

try {
  await main();
  process.exit(0);
} catch (error) {
  say(error instanceof Obstacle ? error.message : error.stack);
  process.exit(1);
}
