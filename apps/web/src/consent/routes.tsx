import type { PageRoute } from '../shell/page-route.js';

export const routes: readonly PageRoute[] = [
  { path: '/arende/:caseId/samtycke', title: 'consent:form.newTitle', load: () => import('./ConsentFormPage.js') },
  { path: '/samtycke/:consentId', title: 'consent:page.title', load: () => import('./ConsentPage.js') },
  { path: '/samtycke/:consentId/andra', title: 'consent:form.changeTitle', load: () => import('./ConsentFormPage.js') },
];
