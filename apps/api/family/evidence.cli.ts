/**
 * `npm run evidence -- verify FILE [--document PDF] [--root FILE]`: whether a file of evidence, as it is fetched at a consent, shows
 * that this person signed this text, on any computer that has this program: no database and no key is asked. Ends with 0
 * when it holds, 1 when it does not, 2 when it could not look.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkEvidence } from '#platform/e-id/check-evidence.js';
import { readRoots } from '#platform/e-id/make-e-id.js';

const USAGE = `npm run --silent evidence -- verify FILE [--document PDF] [--root FILE]
  FILE      the evidence as it is fetched at a consent (samtycke-….json)
  PDF       the paper that was signed, fetched beside it
  --root    the root of people's BankID that was trusted then; else that of SAMNAV_BANKID_ROOT_FILE
`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { document: { type: 'string' }, root: { type: 'string' } },
    allowPositionals: true,
  });
  const [command, file, ...more] = positionals;
  if (command !== 'verify' || file === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { holds, sentence } = await checkEvidence({
    text: readFileSync(file, 'utf8'),
    document: values.document === undefined ? null : readFileSync(values.document),
    roots: () => {
      const root = values.root ?? process.env['SAMNAV_BANKID_ROOT_FILE'];
      if (!root) throw new Error('Say which root is trusted: --root FILE, or SAMNAV_BANKID_ROOT_FILE.');
      return readRoots(readFileSync(root, 'utf8'));
    },
  });
  process.stdout.write(`${sentence}\n`);
  return holds ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
