/**
 * Into which files the client is cut. One file for each set of pages that share a module, as a bundler cuts by itself, is a
 * hundred requests for a page on a telephone; one file for all is the staff's client in a family's hand. So each document has
 * what it alone starts with in one file beside what both start with, and what pages share is put together until it is worth
 * a request. What came of it is written beside the files, for the test that guards it.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Bytes of source: what some pages share and is smaller goes with what nearly the same pages share. */
const WORTH_A_REQUEST = 10_000;

/** Modules by their ids. */
interface Reached {
  /** The document and what it names itself: run as it opens, so never in a file that something else loads. */
  readonly first: ReadonlySet<string>;
  /** Loaded with the document. */
  readonly atOnce: ReadonlySet<string>;
  /** Loaded some time, by some page of it. */
  readonly ever: ReadonlySet<string>;
}

/** One file that the client loads, as it stands in `dist/web.json`. */
export interface WrittenFile {
  readonly file: string;
  /** What lies in it, from the project's folder. */
  readonly modules: readonly string[];
  /** Files that come with it. */
  readonly imports: readonly string[];
  /** Files that it may load later. */
  readonly loads: readonly string[];
}

/** @param documents the two that have pages: the staff's and the family's */
export function cutIntoChunks(documents: readonly [staff: string, family: string]): {
  readonly plugin: Plugin;
  readonly output: Pick<Rolldown.OutputOptions, 'codeSplitting' | 'chunkFileNames'>;
} {
  let found: { readonly staff: Reached; readonly family: Reached } | undefined;
  const plugin: Plugin = {
    name: 'chunks',
    buildEnd() {
      const statically = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
      const ever = (id: string) => [...statically(id), ...(this.getModuleInfo(id)?.dynamicallyImportedIds ?? [])];
      const reachedBy = (document: string): Reached => {
        const html = [...this.getModuleIds()].filter((id) => id.endsWith(document));
        return {
          first: new Set([...html, ...html.flatMap(statically)]),
          atOnce: reach(html, statically),
          ever: reach(html, ever),
        };
      };
      const [staff, family] = documents;
      found = { staff: reachedBy(staff), family: reachedBy(family) };
    },
    writeBundle({ dir }, bundle) {
      const files = Object.values(bundle).flatMap((one): WrittenFile[] => {
        if (one.type !== 'chunk') return [];
        const modules = one.moduleIds.map((id) => path.relative(process.cwd(), id));
        return [{ file: one.fileName, modules, imports: one.imports, loads: one.dynamicImports }];
      });
      // Not in the folder that is served.
      if (dir !== undefined) writeFileSync(`${dir}.json`, JSON.stringify(files));
    },
  };
  const where = (holds: (id: string, staff: Reached, family: Reached) => boolean) => (id: string) =>
    found !== undefined &&
    !found.staff.first.has(id) &&
    !found.family.first.has(id) &&
    holds(id, found.staff, found.family);
  const shared = { minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: WORTH_A_REQUEST };
  return {
    plugin,
    output: {
      // Not by the names of all the pages that share it.
      chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
      codeSplitting: {
        groups: [
          { name: 'start', test: where((id, staff, family) => staff.atOnce.has(id) && family.atOnce.has(id)) },
          { name: 'pages', test: where((id, staff, family) => staff.ever.has(id) && family.ever.has(id)), ...shared },
          { name: 'staff', test: where((id, staff) => staff.atOnce.has(id)) },
          { name: 'family', test: where((id, _staff, family) => family.atOnce.has(id)) },
          { name: 'staff-pages', test: where((id, staff) => staff.ever.has(id)), ...shared },
          { name: 'family-pages', test: where((id, _staff, family) => family.ever.has(id)), ...shared },
        ],
      },
    },
  };
}

function reach(from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
