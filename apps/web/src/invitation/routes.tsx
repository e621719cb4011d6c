import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/inbjudningar', title: 'invitation:title', load: () => import('./MyInvitationsPage.js') },
  { path: '/inbjudningar/:id', title: 'invitation:title', load: () => import('./MyInvitationsPage.js') },
];
