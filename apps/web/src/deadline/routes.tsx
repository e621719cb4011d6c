import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/installningar/frister', title: 'deadline:settings.title', load: () => import('./SettingsPage.js') },
];
