import { Shapes } from 'lucide-react';
import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  {
    path: '/galleri',
    title: 'gallery:title',
    nav: { order: 900, icon: Shapes },
    onlyDemonstration: true,
    load: () => import('./GalleryPage.js'),
  },
];
