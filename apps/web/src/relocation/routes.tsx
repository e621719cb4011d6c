import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/grupper/:id/flytt', title: 'relocation:offer.title', load: () => import('./OfferPage.js') },
  { path: '/overlamningar/:id', title: 'relocation:incoming.title', load: () => import('./IncomingPage.js') },
];
