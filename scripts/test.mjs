/** `npm test`: from a bare clone to one line that counts every test of every suite. */
const { requireNode } = await import('./node-version.mjs');
requireNode();
const { test } = await import('./suites.mjs');
await test(process.argv.slice(2));
