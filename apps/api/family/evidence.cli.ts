/**
 * `npm run evidence -- verify FILE [--document PDF] [--root FILE] [--jwks FILE]`: whether a file of evidence, as it is fetched
 * at a consent, shows that this person signed this text, on any computer that has this program: no database and no key is
 * asked. Ends with 0 when it holds, 1 when it does not, 2 when it could not look or nothing but the file vouches for its key.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkEvidence } from '#platform/e-id/check-evidence.js';
import { readRoots } from '#platform/e-id/make-e-id.js';
import { readJwks } from '#platform/e-id/read-jwks.js';

const USAGE = `npm run --silent evidence -- verify FILE [--document PDF] [--root FILE] [--jwks FILE]
  FILE      the evidence as it is fetched at a consent (samtycke-….json)
  PDF       the paper that was signed, fetched beside it
  --root    the root of people's BankID that was trusted then; else that of SAMNAV_BANKID_ROOT_FILE
  --jwks    the keys that the broker published then (its jwks_uri); else those of SAMNAV_BROKER_JWKS_FILE. Without any a
            broker's evidence ends with 2
`;

const ENDS = { holds: 0, fails: 1, unvouched: 2 } as const;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { document: { type: 'string' }, root: { type: 'string' }, jwks: { type: 'string' } },
    allowPositionals: true,
  });
  const [command, file, ...more] = positionals;
  if (command !== 'verify' || file === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const jwks = values.jwks ?? process.env['SAMNAV_BROKER_JWKS_FILE'];
  const { outcome, sentence } = await checkEvidence({
    text: readFileSync(file, 'utf8'),
    document: values.document === undefined ? null : readFileSync(values.document),
    roots: () => {
      const root = values.root ?? process.env['SAMNAV_BANKID_ROOT_FILE'];
      if (!root) throw new Error('Say which root is trusted: --root FILE, or SAMNAV_BANKID_ROOT_FILE.');
      return readRoots(readFileSync(root, 'utf8'));
    },
    keys: jwks ? readJwks(readFileSync(jwks, 'utf8')) : null,
  });
  process.stdout.write(`${sentence}\n`);
  return ENDS[outcome];
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
