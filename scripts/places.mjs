/** Where a checkout keeps what must not lie in the repository: data, keys and logs, one folder per checkout. */
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, realpathSync, statfsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Obstacle } from './say.mjs';

export const root = realpathSync(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

export const isRoot = process.getuid?.() === 0;

function dataHome() {
  if (process.env.SAMNAV_DATA) return path.resolve(process.env.SAMNAV_DATA);
  if (isRoot) return '/var/lib/samnav';
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'samnav');
  return path.join(process.env.XDG_DATA_HOME || path.join(homedir(), '.local', 'share'), 'samnav');
}

const checkout = `${path.basename(root).replace(/[^A-Za-z0-9._-]/g, '-')}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;

/** The checkout's folder; two checkouts of the project never share data. */
export const folder = path.join(dataHome(), checkout);

/** Creates a folder that its owner writes and others may only pass through, or says why it cannot be had. */
export function makeFolder(place, mode = 0o711) {
  try {
    mkdirSync(place, { recursive: true, mode });
    accessSync(place, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Obstacle(unreachable(place, error));
  }
  return place;
}

const unreachable = (place, error) =>
  error.code === 'ENOSPC'
    ? `The disk that holds ${place} is full. Free some space and start again.`
    : `The folder ${place} cannot be written to (${error.code}). Give yourself the right to it, or choose another folder with SAMNAV_DATA=/some/folder.`;

/** Refuses to begin what the disk has no room for: a half-installed or half-written cluster is worse than none. */
export function requireSpace(place, megabytes, purpose) {
  const { bavail, bsize } = statfsSync(place);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < megabytes)
    throw new Obstacle(
      `The disk that holds ${place} has ${free} MB left and ${purpose} needs about ${megabytes} MB. Free some space and start again.`,
    );
}
