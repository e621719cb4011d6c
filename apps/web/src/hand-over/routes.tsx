import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/hubb/:id/overlamning', title: 'hand-over:title', load: () => import('./HandOverPage.js') },
];
