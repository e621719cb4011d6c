import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/inloggning/:why', title: 'sign-in:refused.title', load: () => import('./RefusedPage.js') },
  { path: '/utloggad', title: 'sign-in:out.title', load: () => import('./SignedOutPage.js') },
  { path: '/inloggad', title: 'sign-in:back.title', load: () => import('./SignedInPage.js') },
  { path: '/mina-inloggningar', title: 'sign-in:sessions.title', load: () => import('./SessionsPage.js') },
];
