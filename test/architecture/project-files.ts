/** The project's own files as the architecture tests read them: paths relative to the root, without what is made or fetched. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = process.cwd();
const skipped = new Set(['node_modules', 'dist', '.git', 'coverage', 'tmp', 'generated']);

/** Every file below a folder of the project. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(name) : [name];
  });
}

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

export const source = ['apps', 'libs', 'migrations', 'scripts', 'test', 'bench'].flatMap((folder) =>
  filesBelow(folder),
);
