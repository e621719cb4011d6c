/** `npm start`: from a fresh clone to the first page, with nothing but Node and npm on the machine. */
import { requireNode } from './require-node.mjs';

requireNode();
// An older Node cannot even read what comes next, so it is read last and without top-level await.
void import('./launch.mjs').then(({ launch }) => launch());
