import { ScrollText } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/granskning',
    title: 'ledger:title',
    nav: { order: 20, icon: ScrollText, roles: ['auditor'] },
    load: () => import('./LedgerPage.js'),
  },
];
