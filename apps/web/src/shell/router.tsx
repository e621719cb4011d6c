/** Routes are made of what the concept folders bring; each page is its own download. */
import { createBrowserRouter, isRouteErrorResponse, Link, useRouteError, type RouteObject } from 'react-router';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Frame } from './Frame.js';
import type { PageRoute } from './page-route.js';
import { pages } from './pages.js';

const FRAMES = ['staff', 'family', 'bare'] as const;

function Nowhere() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('nowhere.title')} width="read">
      <EmptyState icon={Compass} title={t('nowhere.what')} action={<Link to="/">{t('nowhere.home')}</Link>}>
        {t('nowhere.words')}
      </EmptyState>
    </Page>
  );
}

function Start() {
  const { t } = useTranslation('shell');
  return <Page title="Samnav" lead={t('start.lead')} width="read" />;
}

/** A page that breaks takes only itself down: the frame and the way on remain. */
function Broken() {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <Nowhere />;
  // A new version may have replaced the files that this page would load.
  const code = error instanceof TypeError && /import|module|fetch/i.test(error.message) ? 'NEW_VERSION' : 'PAGE_BROKE';
  return (
    <Page title={t('broken.title')} width="read">
      <Failing
        refusal={{ code, sentence: t('broken.words'), fields: [], facts: {} }}
        onRetry={() => location.reload()}
      />
    </Page>
  );
}

const routeOf = (page: PageRoute): RouteObject => ({
  path: page.path,
  errorElement: <Broken />,
  hydrateFallbackElement: <Waiting />,
  lazy: async () => ({ Component: (await page.load()).default }),
});

export function createRouter() {
  const ofFrame = (kind: (typeof FRAMES)[number]) =>
    pages.filter((page) => (page.frame ?? 'staff') === kind).map(routeOf);
  const missing: RouteObject[] = pages.some((page) => page.path === '/') ? [] : [{ path: '/', element: <Start /> }];
  return createBrowserRouter(
    FRAMES.map((kind) => ({
      element: <Frame kind={kind} />,
      errorElement: <Broken />,
      hydrateFallbackElement: <Waiting />,
      children: kind === 'staff' ? [...ofFrame(kind), ...missing, { path: '*', element: <Nowhere /> }] : ofFrame(kind),
    })),
  );
}
