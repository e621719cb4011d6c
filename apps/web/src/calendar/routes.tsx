import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/mina-upptagna-tider', title: 'calendar:busy.title', load: () => import('./BusySourcesPage.js') },
];
