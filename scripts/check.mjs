/** `npm run check`: everything that can be said about the project without running its tests, each step named and timed. */
import { requireNode } from './require-node.mjs';

requireNode();
void import('./check/steps.mjs').then(({ check }) => check(process.argv.slice(2)));
