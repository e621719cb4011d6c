/** The GraphQL operations that the web client really sends, by what they ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, print } from 'graphql';
import { root } from '../../scripts/places.mjs';

const source = path.join(root, 'apps/web/src');

const definitions = () =>
  readdirSync(source, { recursive: true })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .flatMap((file) => parse(readFileSync(path.join(source, file), 'utf8')).definitions);

const spreadsIn = (node) =>
  [...JSON.stringify(node).matchAll(/"FragmentSpread","name":\{"kind":"Name","value":"(\w+)"/g)].map(
    ([, name]) => name,
  );

/** The operation of this name as text, with the fragments that it needs; undefined when the web client has none such. */
export function documentOf(name) {
  const all = definitions();
  const operation = all.find((one) => one.kind === 'OperationDefinition' && one.name?.value === name);
  if (!operation) return undefined;
  const needed = new Map();
  const gather = (node) => {
    for (const spread of spreadsIn(node)) {
      if (needed.has(spread)) continue;
      const fragment = all.find((one) => one.kind === 'FragmentDefinition' && one.name.value === spread);
      if (!fragment) throw new Error(`the fragment ${spread} of ${name} is nowhere`);
      needed.set(spread, fragment);
      gather(fragment);
    }
  };
  gather(operation);
  return [operation, ...needed.values()].map(print).join('\n');
}
