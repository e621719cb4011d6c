import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/', title: 'demonstration:home.title', load: () => import('./HomePage.js') },
  { path: '/demonstration', title: 'demonstration:title', load: () => import('./DemonstrationPage.js') },
];
