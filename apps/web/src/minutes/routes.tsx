import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/grupper/:id/mote/:hubId', title: 'minutes:title', load: () => import('./MeetingPage.js') },
  { path: '/grupper/:id/mote/:hubId/handling', title: 'minutes:record.title', load: () => import('./RecordPage.js') },
];
