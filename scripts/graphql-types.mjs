/**
 * Typed documents for the web client: every `*.graphql` beside a page becomes `<Operation>Document` in
 * `apps/web/src/graphql/generated/<concept>/graphql.ts`, checked against the committed schema. One output per concept,
 * so that a page downloads only its own documents. `--check` says whether what is committed is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildASTSchema, parse, validate } from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'apps/web/src');
const generated = join(src, 'graphql/generated');
const schemaFile = join(root, 'schema.graphql');
const check = process.argv.includes('--check');

function documentsOf(concept) {
  const folder = join(src, concept);
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const location = join(folder, name);
      const rawSDL = readFileSync(location, 'utf8');
      return { location, rawSDL, document: parse(rawSDL) };
    });
}

/** The family's telephone gets its operations as text: it has no client that would take a syntax tree apart. */
const AS_TEXT = new Set(['family']);

async function filesOf(concept, documents, schema, schemaAst) {
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: `${join(generated, concept)}/`,
    schema,
    schemaAst,
    documents,
    config: {
      enumsAsTypes: true,
      useTypeImports: true,
      ...(AS_TEXT.has(concept) ? { documentMode: 'string' } : {}),
      strictScalars: true,
      defaultScalarType: 'unknown',
      scalars: { ID: 'string', DateTime: 'string', Date: 'string', JSON: 'unknown' },
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
  });
  const wanted = outputs.filter((output) => output.filename.endsWith('graphql.ts'));
  return Promise.all(wanted.map(async (output) => [output.filename, await codegen(output)]));
}

if (!existsSync(schemaFile)) {
  console.log('schema.graphql is not there yet: no document types to make.');
  process.exit(0);
}

const schema = parse(readFileSync(schemaFile, 'utf8'));
const schemaAst = buildASTSchema(schema);
const concepts = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => ({ concept: entry.name, documents: documentsOf(entry.name) }))
  .filter(({ documents }) => documents.length > 0);

const faults = concepts.flatMap(({ documents }) =>
  documents.flatMap(({ location, document }) =>
    // Fragments may stand in a file of their own beside the operation that uses them.
    validate(schemaAst, { ...document, definitions: withFragments(document, documents) }).map(
      (error) => `${relative(root, location)}: ${error.message}`,
    ),
  ),
);

function withFragments(document, documents) {
  const operations = document.definitions.filter((definition) => definition.kind === 'OperationDefinition');
  if (operations.length === 0) return [];
  const fragments = documents.flatMap((one) => one.document.definitions.filter((d) => d.kind === 'FragmentDefinition'));
  const used = new Set();
  const follow = (node) =>
    JSON.stringify(node, (_key, value) => {
      if (value?.kind === 'FragmentSpread' && !used.has(value.name.value)) {
        used.add(value.name.value);
        fragments.filter((fragment) => fragment.name.value === value.name.value).forEach(follow);
      }
      return value;
    });
  operations.forEach(follow);
  return [...operations, ...fragments.filter((fragment) => used.has(fragment.name.value))];
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const files = new Map();
for (const { concept, documents } of concepts) {
  for (const [name, text] of await filesOf(concept, documents, schema, schemaAst)) files.set(name, text);
}

if (check) {
  const stale = [...files].filter(([name, text]) => !existsSync(name) || readFileSync(name, 'utf8') !== text);
  if (stale.length > 0) {
    console.error(`Stale, run "npm run graphql-types":\n${stale.map(([name]) => relative(root, name)).join('\n')}`);
    process.exit(1);
  }
} else {
  rmSync(generated, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text);
  }
  console.log(`${files.size} document files for ${concepts.map(({ concept }) => concept).join(', ') || 'no concept'}.`);
}
