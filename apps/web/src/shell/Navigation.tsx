/** The ways to the pages that one's role uses: at the side on a desk, at the bottom within reach of a thumb on a phone. */
import { Ellipsis } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Button } from 'react-aria-components/Button';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { Icon } from '../elements/Icon.js';
import type { PageRoute } from './page-route.js';
import { pages } from './pages.js';
import { useViewer } from './viewer.js';

export type NavPage = PageRoute & { readonly nav: NonNullable<PageRoute['nav']> };

const FITS = 5;

/** The pages of the acting role; none before sign-in. */
export function useNavPages(): readonly NavPage[] {
  const viewer = useViewer();
  return pages.filter(
    (page): page is NavPage =>
      page.nav !== undefined &&
      viewer !== null &&
      (page.nav.roles === undefined || page.nav.roles.includes(viewer.acting.role)),
  );
}

export function SideNavigation() {
  const { t } = useTranslation();
  const found = useNavPages();
  if (found.length === 0) return null;
  return (
    <nav className="frame-nav" aria-label={t('shell:navigation')}>
      <ul role="list">
        {found.map((page) => (
          <li key={page.path}>
            <NavLink to={page.path} className="nav-link" end={page.path === '/'}>
              <Icon of={page.nav.icon} />
              {t((page.nav.label ?? page.title) as never)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function BottomNavigation() {
  const { t } = useTranslation();
  const go = useNavigate();
  const found = useNavPages();
  const first = found.length > FITS ? found.slice(0, FITS - 1) : found;
  const rest = found.slice(first.length);
  if (found.length === 0) return null;
  return (
    <nav className="frame-tabs" aria-label={t('shell:navigation')}>
      <ul role="list">
        {first.map((page) => (
          <li key={page.path}>
            <NavLink to={page.path} className="tab-link" end={page.path === '/'}>
              <Icon of={page.nav.icon} />
              <span>{t((page.nav.label ?? page.title) as never)}</span>
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <MenuTrigger>
              <Button className="tab-link">
                <Icon of={Ellipsis} />
                <span>{t('shell:more')}</span>
              </Button>
              <Popover className="menu" placement="top end">
                <Menu className="menu-list" onAction={(path) => void go(String(path))}>
                  {rest.map((page) => (
                    <MenuItem key={page.path} id={page.path} className="menu-item">
                      <Icon of={page.nav.icon} />
                      {t((page.nav.label ?? page.title) as never)}
                    </MenuItem>
                  ))}
                </Menu>
              </Popover>
            </MenuTrigger>
          </li>
        )}
      </ul>
    </nav>
  );
}
