import { existsSync } from 'node:fs';
import path from 'node:path';

/** Pages of their own beside the staff's client: the family's, and the almanac that a quick exit leaves behind. */
const PAGES: Readonly<Record<string, string>> = {
  '/familj': 'family.html',
  // Where a broker of e-identifications sends the family's browser back to.
  '/e-id/return': 'family.html',
  '/almanacka': 'almanac.html',
};

/** The document that an address of the client is answered with. */
export const webDocument = (path: string): string =>
  Object.entries(PAGES).find(([address]) => path === address || path.startsWith(`${address}/`))?.[1] ?? 'index.html';

/** Where the built web client lies: `dist/web` under the checkout, from which every process of ours is started. */
export function webFolder(): string {
  const folder = path.resolve('dist/web');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`The web client is not built: ${folder} has no index.html. Run npm run build.`);
  }
  return folder;
}
