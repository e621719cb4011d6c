import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/grupper/:id/vecka', title: 'area:week.title', load: () => import('./AreaWeekPage.js') },
  { path: '/grupper/:id/iakttagelse', title: 'area:tell.title', load: () => import('./TellSightingPage.js') },
  { path: '/installningar/omrade', title: 'area:settings.title', load: () => import('./AreaSettingsPage.js') },
];
