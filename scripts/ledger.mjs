/** `npm run ledger -- head | key | verify | prove-entry | prove-growth | check`: on the servers that the settings name, or on those of `npm start`. */
import { requireNode } from './require-node.mjs';

requireNode();
void import('./ledger-servers.mjs').then(({ ledger }) => ledger(process.argv.slice(2)));
