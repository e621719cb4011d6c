import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/installningar/eget-system', title: 'webhook:title', load: () => import('./WebhookPage.js') },
];
