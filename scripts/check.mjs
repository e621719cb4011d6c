/** `npm run check`: everything that can be said about the project without running its tests, each step named and timed. */
const { requireNode } = await import('./node-version.mjs');
requireNode();
const { check } = await import('./check/steps.mjs');
await check(process.argv.slice(2));
