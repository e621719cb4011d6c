/** Finds the ledger's server and keys, beside a running launcher or without one, and hands over to the command. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { programNode } from './node-version.mjs';
import { folder, root } from './places.mjs';
import { Obstacle, say } from './say.mjs';

const entry = path.join(root, 'dist/apps/worker/ledger/ledger.cli.js');

/** Its own exit code is passed on, so that a timer can act on it. */
function run(args, env) {
  const { status } = spawnSync(programNode(root), [entry, ...args], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 2;
}

export async function ledger(args) {
  let cluster;
  try {
    if (!existsSync(entry)) throw new Obstacle('The program is not built yet. Run npm run build:server first.');
    // A proof is checked by its key alone: no server is asked.
    if (process.env.SEALER_DATABASE_URL || args[0] === 'check') return run(args, {});
    if (!existsSync(path.join(folder, 'postgres', 'data', 'PG_VERSION')))
      throw new Obstacle(
        'There is no ledger here: set SEALER_DATABASE_URL and SAMNAV_KEY_FILE, or run npm start once.',
      );
    const { startCluster } = await import('./cluster.mjs');
    cluster = await startCluster({
      folder,
      port: Number(process.env.SAMNAV_DB_PORT || 15432),
      portSetting: 'SAMNAV_DB_PORT',
    });
    return run(args, {
      DATABASE_URL: cluster.url('app', 'samnav'),
      SEALER_DATABASE_URL: cluster.url('sealer', 'samnav'),
      SAMNAV_KEY_FILE: process.env.SAMNAV_KEY_FILE || path.join(folder, 'keys.json'),
    });
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    say(error.message);
    process.exitCode = 2;
  } finally {
    if (cluster && !cluster.reused) await cluster.stop();
  }
}
