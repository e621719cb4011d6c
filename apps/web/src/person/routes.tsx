import { UserSearch } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/personer',
    title: 'person:search.title',
    nav: { order: 50, icon: UserSearch, roles: ['intake', 'investigator', 'coordinator', 'manager'] },
    load: () => import('./SearchPage.js'),
  },
  { path: '/personer/utan-arende', title: 'person:unattached.title', load: () => import('./UnattachedPage.js') },
  { path: '/person/:personId', title: 'person:page.title', load: () => import('./PersonPage.js') },
  { path: '/person/:personId/dubblett', title: 'person:merge.title', load: () => import('./MergePage.js') },
];
