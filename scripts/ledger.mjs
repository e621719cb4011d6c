/** `npm run ledger -- head | key | verify | prove-entry | prove-growth | check`: on the servers that the settings name, or on those of `npm start`. */
const { requireNode } = await import('./node-version.mjs');
requireNode();
const { ledger } = await import('./ledger-servers.mjs');
await ledger(process.argv.slice(2));
