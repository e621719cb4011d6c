import { Inbox } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/inkorg',
    title: 'intake:queue.title',
    nav: { order: 20, icon: Inbox, roles: ['intake', 'manager'] },
    load: () => import('./QueuePage.js'),
  },
  { path: '/arende/:caseId', title: 'intake:case.title', load: () => import('./CasePage.js') },
];
