/** Writes the schema of a form's file, as it is read, to where editors find it. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { formJsonSchema } from '#platform/forms/form-schema.js';

const file = 'config/schemas/form.schema.json';
writeFileSync(file, await format(JSON.stringify(formJsonSchema()), { parser: 'json', printWidth: 120 }));
