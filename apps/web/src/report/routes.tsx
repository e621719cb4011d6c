import { FilePlus2 } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/anmal',
    title: 'report:form.title',
    nav: {
      order: 30,
      icon: FilePlus2,
      label: 'report:form.nav',
      roles: ['intake', 'unit-representative', 'investigator', 'coordinator', 'manager'],
    },
    load: () => import('./ReportPage.js'),
  },
];
