import { Sun } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/nu',
    title: 'now:title',
    nav: {
      order: 10,
      icon: Sun,
      roles: ['intake', 'unit-representative', 'investigator', 'coordinator', 'manager', 'investigation-leader'],
    },
    load: () => import('./NowPage.js'),
  },
];
