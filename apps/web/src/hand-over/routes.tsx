import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/arende/:caseId/overlamning', title: 'hand-over:title', load: () => import('./HandOverPage.js') },
  { path: '/hubb/:id/overlamning', title: 'hand-over:title', load: () => import('./HandOverPage.js') },
];
