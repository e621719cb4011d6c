/** The frame around every page: skip link, banner, bar, navigation, the page, and what floats above them. */
import { lazy, Suspense, useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Navigations } from '../elements/Page.js';
import { OfflineBanner } from '../elements/states.js';
import { Toasts } from '../elements/Toasts.js';
import { useConnection } from '../live/connection.js';
import { Bar } from './Bar.js';
import { BottomNavigation, SideNavigation } from './Navigation.js';
import { Curtain } from './Curtain.js';
import { LineCover } from './LineCover.js';
import { NotForAll } from './NotForAll.js';
import { isForAll, useScreenGuard, useSharedScreen } from './shared-screen.js';
import { slot } from './slots.js';
import './Frame.css';

const Palette = lazy(() => import('./Palette.js'));
const banners = slot('banner');
const arounds = slot('around');

function useNavigations(): number {
  const { pathname } = useLocation();
  const [seen, setSeen] = useState({ pathname, count: 0 });
  if (seen.pathname !== pathname) setSeen({ pathname, count: seen.count + 1 });
  return seen.count;
}

function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}

export function Frame({ kind }: { readonly kind: 'staff' | 'family' | 'bare' }) {
  const { t } = useTranslation('shell');
  const [seeking, setSeeking] = useState<'never' | boolean>('never');
  const { hidden, on: shared } = useSharedScreen();
  const { pathname } = useLocation();
  const notForAll = shared && !isForAll(pathname);
  const connection = useConnection();
  // Without a line of one's own nothing is awaited: whoever is not signed in, or no longer, has another cover.
  // Deferred: the page that was read afresh is drawn first, and then the cover goes.
  const covered = useDeferredValue(connection.covered && connection.state !== 'idle');
  const navigations = useNavigations();
  const [openPalette] = useState(() => () => setSeeking(true));
  useScreenGuard();
  usePaletteKey(openPalette);
  const page = arounds.reduce<ReactNode>((inner, Around) => <Around>{inner}</Around>, <Outlet />);
  return (
    <Navigations value={navigations}>
      <div
        className={kind === 'family' ? 'frame family' : 'frame'}
        data-kind={kind}
        data-hidden={hidden}
        inert={hidden}
      >
        <a className="skip" href="#page">
          {t('skip')}
        </a>
        <div className="frame-banners">
          {banners.map((Banner, index) => (
            <Banner key={index} />
          ))}
        </div>
        {kind !== 'bare' && <Bar onSearch={openPalette} family={kind === 'family'} />}
        {connection.state === 'offline' && <OfflineBanner since={connection.since} />}
        <div className="frame-body">
          {kind === 'staff' && <SideNavigation />}
          <main id="page" tabIndex={-1}>
            {notForAll && <NotForAll />}
            <div hidden={notForAll}>{page}</div>
          </main>
        </div>
        {kind === 'staff' && <BottomNavigation />}
      </div>
      <Toasts />
      {covered && <LineCover since={connection.since} />}
      {hidden && <Curtain />}
      {seeking !== 'never' && !hidden && (
        <Suspense>
          <Palette isOpen={seeking} onOpenChange={setSeeking} />
        </Suspense>
      )}
      <ScrollRestoration />
    </Navigations>
  );
}
