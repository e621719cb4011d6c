/** Commands that the built program carries out: each is given its server and keys, beside a running launcher or without one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { programNode } from './node-version.mjs';
import { folder, root } from './places.mjs';
import { Obstacle, say } from './say.mjs';

/**
 * `server` names the address that shows that servers of one's own are meant; `asksNobody` what needs no server; `cannot` is the
 * exit code when it could not do its work, which for some is another than when it did and found something wrong.
 */
const commands = {
  ledger: {
    entry: 'dist/apps/worker/ledger/ledger.cli.js',
    server: 'SEALER_DATABASE_URL',
    // A proof is checked by its key alone.
    asksNobody: ([first]) => first === 'check',
    cannot: 2,
  },
  evidence: { entry: 'dist/apps/api/family/evidence.cli.js', asksNobody: () => true, cannot: 2 },
  town: {
    entry: 'dist/apps/api/organisation/import-town.cli.js',
    server: 'DATABASE_URL',
    // It asks for a file, or whether one is sound.
    asksNobody: (args) => args.includes('--check') || args.every((word) => word.startsWith('--')),
    cannot: 1,
  },
  administrator: {
    entry: 'dist/apps/api/organisation/administrator.cli.js',
    server: 'DATABASE_URL',
    // It says what is missing.
    asksNobody: (args) => args.length === 0,
    cannot: 1,
  },
};

/** What must be there before anything but a stack trace can be said. */
export function requireInstalled(entry) {
  if (!existsSync(path.join(root, 'node_modules', 'pg')) || (entry && !existsSync(path.join(root, entry))))
    throw new Obstacle(
      'The program is not installed and built yet. Run npm start once, or npm ci and npm run build:server.',
    );
}

/** Its own exit code is passed on, so that a timer can act on it. */
function run({ entry, cannot }, args, env) {
  const { status } = spawnSync(programNode(root), [path.join(root, entry), ...args], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  process.exitCode = status ?? cannot;
}

export async function command(name, args) {
  const asked = commands[name];
  let cluster;
  try {
    requireInstalled(asked.entry);
    if (asked.asksNobody(args) || process.env[asked.server]) return run(asked, args, {});
    if (!existsSync(path.join(folder, 'postgres', 'data', 'PG_VERSION')))
      throw new Obstacle(
        `There is no database here: set ${asked.server} and SAMNAV_KEY_FILE (docs/operations.md), or run npm start once.`,
      );
    const { startCluster } = await import('./cluster.mjs');
    cluster = await startCluster({
      folder,
      port: Number(process.env.SAMNAV_DB_PORT || 15432),
      portSetting: 'SAMNAV_DB_PORT',
    });
    return run(asked, args, {
      DATABASE_URL: cluster.url('app', 'samnav'),
      LEDGER_DATABASE_URL: cluster.url('ledger', 'samnav'),
      SEALER_DATABASE_URL: cluster.url('sealer', 'samnav'),
      SAMNAV_KEY_FILE: process.env.SAMNAV_KEY_FILE || path.join(folder, 'keys.json'),
    });
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    say(error.message);
    process.exitCode = asked.cannot;
  } finally {
    if (cluster && !cluster.reused) await cluster.stop();
  }
}
