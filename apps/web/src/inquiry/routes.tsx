import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/arende/:caseId/inhamta', title: 'inquiry:ask.title', load: () => import('./AskPage.js') },
  { path: '/forfragan/:id', title: 'inquiry:asked.title', load: () => import('./AskedPage.js') },
];
