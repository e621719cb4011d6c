/** Every page that the concept folders bring, in the order of the navigation. */
import { DEMONSTRATION } from '../demonstration/demonstration.js';
import type { PageRoute } from './page-route.js';

const found = import.meta.glob<readonly PageRoute[]>('../*/routes.tsx', { eager: true, import: 'routes' });

export const pages: readonly PageRoute[] = Object.values(found)
  .flat()
  .filter((page) => !page.onlyDemonstration || DEMONSTRATION)
  .sort((one, other) => (one.nav?.order ?? Infinity) - (other.nav?.order ?? Infinity));
