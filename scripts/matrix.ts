/** Writes the decision matrix for a lawyer to read, made by the function that decides in the running system. */
import { writeFileSync } from 'node:fs';
import { disclosureMatrix } from '#domain/disclosure/matrix/disclosure-matrix.js';

writeFileSync(new URL('../docs/disclosure-matrix.md', import.meta.url), disclosureMatrix());
