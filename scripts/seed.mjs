/** `npm run seed -- --years 10`: fills the demonstration's town with years of work, the same every time, for measuring. */
const { requireNode } = await import('./node-version.mjs');
requireNode();
const { seed } = await import('./seed-town.mjs');
await seed(process.argv.slice(2));
