import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/samtycken/papper', title: 'paper-register:title', load: () => import('./PaperRegisterPage.js') },
];
