import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the built web client lies: `dist/web` under the checkout, from which every process of ours is started. */
export function webFolder(): string {
  const folder = path.resolve('dist/web');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`The web client is not built: ${folder} has no index.html. Run npm run build.`);
  }
  return folder;
}
