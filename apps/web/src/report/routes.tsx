import { FilePlus2, Files } from 'lucide-react';
import type { PageRoute, Role } from '../shell/page-route.js';

const REPORTERS: readonly Role[] = [
  'intake',
  'unit-representative',
  'investigator',
  'coordinator',
  'manager',
  'investigation-leader',
];

export const routes: readonly PageRoute[] = [
  {
    path: '/anmal',
    title: 'report:form.title',
    nav: { order: 30, icon: FilePlus2, label: 'report:form.nav', roles: REPORTERS },
    load: () => import('./ReportPage.js'),
  },
  {
    path: '/mina-anmalningar',
    title: 'report:mine.title',
    nav: { order: 40, icon: Files, roles: REPORTERS },
    load: () => import('./MyReportsPage.js'),
  },
  { path: '/inkorg/ny', title: 'report:register.title', load: () => import('./RegisterPage.js') },
];
