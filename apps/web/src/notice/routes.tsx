import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/aviseringar', title: 'notice:title', load: () => import('./NoticesPage.js') },
];
