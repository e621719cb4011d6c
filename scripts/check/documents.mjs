/** The documents' links lead somewhere and the commands that they name exist. */
import { documentFaults } from './document-faults.mjs';

const faults = documentFaults();
if (faults.length) {
  process.stdout.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
