/** Which Node runs what: whoever starts Samnav brings one for the launcher; the pinned one runs the program itself. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The pinned Node where it is installed and runs on this machine, else the one that runs the launcher. */
export function programNode(root) {
  const pinned = path.join(root, 'node_modules', '.bin', 'node');
  if (process.env.SAMNAV_NODE !== 'system' && existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0)
    return pinned;
  return process.execPath;
}
