/** The pictures that lie in docs/screens give way to new ones only when every page has been pictured. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './places.mjs';
import { say } from './say.mjs';
import { runTests } from './suites.mjs';

const picturesIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.png'));

/** Has `picture` fill a folder of its own, and lays what it made into `folder` when it answers that all went well. */
export async function takeScreens(folder, picture) {
  const fresh = mkdtempSync(path.join(tmpdir(), 'samnav-screens-'));
  try {
    if (!(await picture(fresh)) || picturesIn(fresh).length === 0) return false;
    mkdirSync(folder, { recursive: true });
    for (const name of picturesIn(folder)) rmSync(path.join(folder, name));
    for (const name of picturesIn(fresh)) cpSync(path.join(fresh, name), path.join(folder, name));
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

export async function screens() {
  const taken = await takeScreens(path.join(root, 'docs', 'screens'), (fresh) => {
    process.env.SAMNAV_SCREENS = fresh;
    return runTests(['--only', 'browser', '--testPathPatterns', 'every-(family-)?page']);
  });
  if (!taken) say('Not every page could be pictured, so docs/screens is as it was.');
  process.exit(taken ? 0 : 1);
}
