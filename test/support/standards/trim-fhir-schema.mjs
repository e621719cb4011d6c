/** Makes the copy of the FHIR schema anew: `node trim-fhir-schema.mjs <package>/openapi/fhir.schema.json > fhir-r5.schema.json`, then `npx prettier --write`. */
import { readFileSync } from 'node:fs';

/** What we write; a bundle of ours holds these and no other. */
const RESOURCES = ['Consent', 'CarePlan', 'Goal', 'Task'];
const ROOTS = [...RESOURCES, 'Bundle'];
const { definitions } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

/** Without what is only read by people. */
const bare = (part) =>
  Array.isArray(part)
    ? part.map(bare)
    : part !== null && typeof part === 'object'
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([name, value]) => name !== 'description' || typeof value !== 'string')
            .map(([name, value]) => [name, bare(value)]),
        )
      : part;

const kept = new Map();
const keep = (name) => {
  if (kept.has(name)) return;
  const definition = bare(definitions[name]);
  // A contained resource may be any of a hundred and fifty, and we write none.
  if (RESOURCES.includes(name)) definition.properties.contained.items = false;
  if (name === 'ResourceList') definition.oneOf = RESOURCES.map((one) => ({ $ref: `#/definitions/${one}` }));
  kept.set(name, definition);
  for (const [, next] of JSON.stringify(definition).matchAll(/"#\/definitions\/(\w+)"/g)) keep(next);
};
ROOTS.forEach(keep);

process.stdout.write(
  JSON.stringify(
    {
      $comment:
        'From the npm package hl7.fhir.r5.core 5.0.0 (HL7 FHIR R5, CC0-1.0), package/openapi/fhir.schema.json: the definitions that Consent, CarePlan, Goal and Task reach, and a Bundle of these, without their descriptions and without contained resources. Made by trim-fhir-schema.mjs; see README.md.',
      $schema: 'http://json-schema.org/draft-07/schema#',
      definitions: Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    null,
    2,
  ),
);
