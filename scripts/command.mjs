/** `npm run ledger`, `town`, `administrator` and `evidence`: on the servers that the settings name, or on those of `npm start`. */
import { requireNode } from './require-node.mjs';

requireNode();
void import('./built-commands.mjs').then(({ command }) => command(process.argv[2], process.argv.slice(3)));
