/** `npm run seed -- --years 10`: fills the demonstration's town with years of work, the same every time, for measuring. */
import { requireNode } from './require-node.mjs';

requireNode();
void import('./seed-town.mjs').then(({ seed }) => seed(process.argv.slice(2)));
