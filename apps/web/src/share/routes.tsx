import { Share2 } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/delat',
    title: 'share:received.title',
    nav: {
      order: 35,
      label: 'share:received.nav',
      icon: Share2,
      roles: ['intake', 'unit-representative', 'investigator', 'coordinator', 'manager', 'investigation-leader'],
    },
    load: () => import('./ReceivedPage.js'),
  },
  { path: '/delat/:caseId', title: 'share:received.title', load: () => import('./ReceivedCasePage.js') },
  { path: '/arende/:caseId/dela', title: 'share:title', load: () => import('./SharePage.js') },
];
