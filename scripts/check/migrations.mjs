/** A migration that is written but not listed would never run; one listed out of order would run on some servers only. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../places.mjs';

const files = readdirSync(path.join(root, 'migrations'))
  .filter((name) => /^\d{4}-.*\.ts$/.test(name) && !name.endsWith('.spec.ts'))
  .sort();
const { migrations } = await import(path.join(root, 'dist/migrations/index.js'));
const listed = new Set(migrations);
const faults = [];
for (const file of files) {
  const made = Object.values(await import(path.join(root, 'dist/migrations', file.replace(/\.ts$/, '.js'))));
  const classes = made.filter((value) => typeof value === 'function' && 'up' in (value.prototype ?? {}));
  if (classes.length === 0) faults.push(`migrations/${file} exports no migration`);
  for (const migration of classes)
    if (!listed.has(migration))
      faults.push(`${migration.name} of migrations/${file} is not listed in migrations/index.ts`);
}
const times = migrations.map((migration) => Number(/(\d{13})$/.exec(new migration().name ?? migration.name)?.[1]));
times.forEach((time, i) => {
  if (!time) faults.push(`${migrations[i].name} does not end in a time of 13 digits`);
  else if (i > 0 && time <= times[i - 1]) faults.push(`${migrations[i].name} is not later than the one before it`);
});
const numbers = files.map((file) => file.slice(0, 4));
for (const number of new Set(numbers))
  if (numbers.filter((other) => other === number).length > 1) faults.push(`two migrations are numbered ${number}`);
if (faults.length) {
  process.stdout.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
