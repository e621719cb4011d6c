import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/grupper/:id/plan', title: 'plan:title', load: () => import('./PlanPage.js') },
  { path: '/grupper/:id/plan/versioner', title: 'plan:version.title', load: () => import('./VersionsPage.js') },
  { path: '/grupper/:id/plan/ta-ut', title: 'plan:out.title', load: () => import('./TakeOutPage.js') },
];
