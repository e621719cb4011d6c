/** The glossary owns the words: every concept of the domain, every table and every GraphQL type stands in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../places.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');

/** Every word that stands in the first column of a table of the glossary. */
const owned = new Set(
  [...read('docs/glossary.md').matchAll(/^\|\s*([^|]+?)\s*\|/gm)].flatMap(
    ([, cell]) => cell.toLowerCase().match(/[a-z]+/g) ?? [],
  ),
);

/** Words of the craft, not of the field: they name machinery that no user meets. */
const craft = new Set([
  'kernel',
  'outbox',
  'index',
  'key',
  'event',
  'setting',
  'shift',
  'attempt',
  'session',
  'version',
]);

const isOwned = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g)
    .every((word) => craft.has(word) || owned.has(word) || owned.has(`${word}s`));

const concepts = readdirSync(path.join(root, 'libs/domain'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => [`libs/domain/${entry.name}`, entry.name]);

const tables = readdirSync(path.join(root, 'migrations'))
  .filter((name) => name.endsWith('.ts'))
  .flatMap((file) =>
    [...read(`migrations/${file}`).matchAll(/create table (?:if not exists )?(?:\w+\.)?(\w+)/gi)].map(([, table]) => [
      `the table ${table} of migrations/${file}`,
      table,
    ]),
  );

const faults = [...concepts, ...tables]
  .filter(([, name]) => !isOwned(name))
  .map(([where]) => `docs/glossary.md lacks ${where}`);
if (!existsSync(path.join(root, 'docs/glossary.md')) || owned.size < 10) faults.push('docs/glossary.md owns no words');
if (faults.length) {
  process.stdout.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
