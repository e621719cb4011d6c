/** Which Node runs what: 20.19 is the floor for the launcher; the pinned Node of node_modules runs the program itself. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Ends with a sentence when this Node is too old to run the project. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Samnav needs Node 20.19 or newer; this is Node ${version}. Install a newer one from nodejs.org and try again.\n`,
  );
  process.exit(1);
}

/** The pinned Node where it is installed and runs on this machine, else the one that runs the launcher. */
export function programNode(root) {
  const pinned = path.join(root, 'node_modules', '.bin', 'node');
  if (process.env.SAMNAV_NODE !== 'system' && existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0)
    return pinned;
  return process.execPath;
}
