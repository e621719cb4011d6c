import { AlarmClock } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/installningar/frister',
    title: 'deadline:settings.title',
    nav: { order: 80, icon: AlarmClock, label: 'deadline:settings.nav', roles: ['administrator'] },
    load: () => import('./SettingsPage.js'),
  },
];
