/** The glossary owns the words: every concept of the domain, every table and every GraphQL type stands in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../places.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');

/** The first column of every table of the glossary, as lower-case words. */
const owned = new Set(
  [...read('docs/glossary.md').matchAll(/^\|\s*([^|]+?)\s*\|/gm)]
    .flatMap(([, cell]) => cell.split(/,|\//))
    .map((word) => word.trim().replace(/[`*_]/g, ' ').trim().toLowerCase()),
);

const wordsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();

// Words of the craft, not of the field: they name machinery that no user meets.
const craft = new Set(['kernel', 'outbox', 'session', 'migrations', 'shift', 'outbox event']);

/** `case file` is owned when "case file" is, or when its words are: "deadline alarm" by "deadline" and "alarm". */
const isOwned = (name) => {
  const words = wordsOf(name);
  return craft.has(words) || owned.has(words) || words.split(' ').every((word) => owned.has(word));
};

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
