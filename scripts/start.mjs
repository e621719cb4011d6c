/** `npm start`: from a fresh clone to the first page, with nothing but Node and npm on the machine. */
const { requireNode } = await import('./node-version.mjs');
requireNode();
const { launch } = await import('./launch.mjs');
await launch();
