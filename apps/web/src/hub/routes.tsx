import { CalendarDays } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/kalender',
    title: 'hub:calendar.title',
    nav: {
      order: 40,
      icon: CalendarDays,
      roles: ['intake', 'unit-representative', 'investigator', 'coordinator', 'manager', 'investigation-leader'],
    },
    load: () => import('./CalendarPage.js'),
  },
  { path: '/hubb/ny', title: 'hub:convene.title', load: () => import('./ConvenePage.js') },
  { path: '/hubb/gemensam', title: 'hub:joint.title', load: () => import('./JointConvenePage.js') },
  { path: '/mote/:caseId', title: 'hub:now.joint', load: () => import('./MeetingOfCasePage.js') },
  { path: '/inte-langre/:caseId', title: 'hub:lapsed.title', load: () => import('./LapsedPage.js') },
  { path: '/hubb/:id', title: 'hub:lobby.title', load: () => import('./LobbyPage.js') },
  { path: '/fraga/:questionId', title: 'hub:question.title', load: () => import('./QuestionPage.js') },
];
