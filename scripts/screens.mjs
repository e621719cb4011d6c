/** `npm run screens`: pictures every page of the busy town and of a family anew into docs/screens, by the very tests that hold it against axe. */
import { requireNode } from './require-node.mjs';

requireNode();
void import('./take-screens.mjs').then(({ screens }) => screens());
