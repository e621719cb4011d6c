/** Database, migration and the seed itself, beside a running launcher or without one. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { programNode } from './node-version.mjs';
import { folder, makeFolder, root } from './places.mjs';
import { Failure, Obstacle, run, say } from './say.mjs';
import { keyFile } from './secrets.mjs';
import { serverEnvironment } from './settings.mjs';

/** Leaves the cluster as it was found: running if `npm start` runs, stopped otherwise. */
export async function seed(words) {
  let cluster;
  try {
    makeFolder(folder);
    const log = path.join(folder, 'seed.log');
    await ensureInstalled(log);
    await ensureBuilt(['server'], log);
    const keys =
      process.env.SAMNAV_KEY_FILE || keyFile(folder, existsSync(path.join(folder, 'postgres', 'data', 'PG_VERSION')));
    const { ownServers } = await import('./own-servers.mjs');
    let servers = await ownServers(folder);
    if (!servers) {
      const { startCluster } = await import('./cluster.mjs');
      const { prepareServer } = await import('./roles.mjs');
      cluster = await startCluster({
        folder,
        port: Number(process.env.SAMNAV_DB_PORT || 15432),
        portSetting: 'SAMNAV_DB_PORT',
      });
      await prepareServer(cluster.superuserUrl, cluster.passwords, 'samnav');
      servers = {
        DATABASE_URL: cluster.url('app', 'samnav'),
        LEDGER_DATABASE_URL: cluster.url('ledger', 'samnav'),
        MIGRATE_DATABASE_URL: cluster.url('owner', 'samnav'),
      };
    }
    const env = { ...serverEnvironment(), ...servers, SAMNAV_KEY_FILE: keys };
    for (const [entry, ...more] of [['dist/libs/store/migrate.cli.js'], ['dist/apps/demo/seed.cli.js', ...words]])
      await run(programNode(root), [path.join(root, entry), ...more], { cwd: root, env, show: true });
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Obstacle) say(error.message);
    // A step that failed has said so itself.
    else if (!(error instanceof Failure)) throw error;
  } finally {
    if (cluster && !cluster.reused) await cluster.stop();
  }
}
