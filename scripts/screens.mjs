/** `npm run screens`: pictures every page of the busy town and of a family anew into docs/screens, by the very tests that hold it against axe. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';
import { test } from './suites.mjs';

const folder = path.join(root, 'docs', 'screens');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(path.join(folder, name));
process.env.SAMNAV_SCREENS = folder;
await test(['--only', 'browser', '--testPathPatterns', 'every-(family-)?page']);
