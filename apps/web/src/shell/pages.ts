/** Every page that the concept folders bring, in the order of the navigation. */
import type { PageRoute } from './page-route.js';

const found = import.meta.glob<readonly PageRoute[]>('../*/routes.tsx', { eager: true, import: 'routes' });

/** Set at build time by `VITE_DEMONSTRATION=1`; always on while developing. */
export const DEMONSTRATION = import.meta.env.DEV || import.meta.env.VITE_DEMONSTRATION === '1';

export const pages: readonly PageRoute[] = Object.values(found)
  .flat()
  .filter((page) => !page.onlyDemonstration || DEMONSTRATION)
  .sort((one, other) => (one.nav?.order ?? Infinity) - (other.nav?.order ?? Infinity));
