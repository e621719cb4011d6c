/** `npm test`: from a bare clone to one line that counts every test of every suite. */
import { requireNode } from './require-node.mjs';

requireNode();
// An older Node cannot even read what comes next, so it is read last and without top-level await.
void import('./suites.mjs').then(({ test }) => test(process.argv.slice(2)));
