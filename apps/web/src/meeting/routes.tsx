import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/hubb/:id/tavla', title: 'meeting:title', frame: 'bare', load: () => import('./BoardPage.js') },
];
