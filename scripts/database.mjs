/** The database that a start or a seed works on: servers of one's own, or the embedded cluster, and the keys that belong to it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { folder } from './places.mjs';
import { Obstacle, say, step } from './say.mjs';
import { keysBeside } from './secrets.mjs';

const startSeenThroughWithin = 3_500;

let cluster;
/** Settles when the database has been started or has not; also one that is still starting is stopped. */
let starting;

async function embedded() {
  const { startCluster } = await import('./cluster.mjs');
  const { prepareServer } = await import('./roles.mjs');
  return step('Starting the database', async () => {
    starting = startCluster({
      folder,
      port: Number(process.env.SAMNAV_DB_PORT || 15432),
      portSetting: 'SAMNAV_DB_PORT',
    });
    cluster = await starting;
    await prepareServer(cluster.superuserUrl, cluster.passwords, 'samnav');
    return {
      DATABASE_URL: cluster.url('app', 'samnav'),
      LEDGER_DATABASE_URL: cluster.url('ledger', 'samnav'),
      SEALER_DATABASE_URL: cluster.url('sealer', 'samnav'),
      MIGRATE_DATABASE_URL: cluster.url('owner', 'samnav'),
    };
  });
}

/** Half a story is told to its end by no later start, so the embedded database begins anew; nobody else's is touched. */
async function beginAnew(isOwn) {
  if (isOwn)
    throw new Obstacle(
      'The demonstration in the database that DATABASE_URL names was broken off while it was being filled. Drop that database, make it again with `npm run roles` and start again (docs/operations.md).',
    );
  const { removeCluster } = await import('./cluster.mjs');
  await removeCluster(folder);
  say('The first start was broken off while the demonstration was being filled, so it begins anew.');
}

/** Addresses and key file for the processes. `mayRemove`: nobody else is at work on the embedded database. */
export async function openDatabase({ mayRemove }) {
  const { ownServers } = await import('./own-servers.mjs');
  const { contentsOf } = await import('./contents.mjs');
  const own = await ownServers(folder);
  const servers = own ?? (await embedded());
  const { hasData, isHalfTold } = await contentsOf(servers.MIGRATE_DATABASE_URL);
  if (isHalfTold && !mayRemove)
    throw new Obstacle('`npm start` is filling the demonstration at this moment. Run this again when it has ended.');
  if (isHalfTold) {
    await beginAnew(Boolean(own));
    return openDatabase({ mayRemove });
  }
  const anew = own ? 'point DATABASE_URL and MIGRATE_DATABASE_URL at an empty database' : undefined;
  return { ...servers, SAMNAV_KEY_FILE: keysBeside(folder, hasData, anew) };
}

/** Stops the embedded cluster, also one that is still being started; `unlessFound` leaves one that ran before as it was. */
export async function closeDatabase({ unlessFound = false } = {}) {
  if (!starting) return;
  // A start that takes longer than the wait, in a long recovery, has written by then where a stop finds the server.
  await Promise.race([starting.catch(() => undefined), sleep(startSeenThroughWithin)]);
  if (unlessFound && cluster?.reused) return;
  const { stopCluster } = await import('./cluster.mjs');
  await stopCluster(folder);
}
