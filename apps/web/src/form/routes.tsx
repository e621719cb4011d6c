import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/installningar/former', title: 'form:list.title', load: () => import('./FormsPage.js') },
  { path: '/installningar/former/:kind', title: 'form:page.title', load: () => import('./FormPage.js') },
];
