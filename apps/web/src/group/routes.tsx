import { UsersRound } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/grupper',
    title: 'group:list.title',
    nav: {
      order: 45,
      icon: UsersRound,
      roles: ['intake', 'unit-representative', 'investigator', 'coordinator', 'manager', 'investigation-leader'],
    },
    load: () => import('./GroupsPage.js'),
  },
  { path: '/grupper/ny', title: 'group:start.title', load: () => import('./StartGroupPage.js') },
  { path: '/grupper/:id', title: 'group:page.title', load: () => import('./GroupPage.js') },
  { path: '/grupper/:id/bilda', title: 'group:form.title', load: () => import('./FormGroupPage.js') },
  { path: '/grupper/:id/bli/:kind', title: 'group:turn.title', load: () => import('./TurnGroupPage.js') },
  { path: '/grupper/:id/mote/ny', title: 'group:convene.title', load: () => import('./ConveneMeetingPage.js') },
  { path: '/nominera', title: 'group:nominate.title', load: () => import('./NominatePage.js') },
  { path: '/nomineringar/:id', title: 'group:nomination.title', load: () => import('./NominationPage.js') },
];
