/** What I must do now, what comes next, and what I have been told: one look in the morning and after every meeting. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../elements/Button.js';
import { Page } from '../elements/Page.js';
import { useServerNow } from '../live/server-clock.js';
import { pages } from '../shell/pages.js';
import { useViewer } from '../shell/viewer.js';
import { useLanguage } from '../texts/start-texts.js';
import { dayWords } from '../time/moment.js';
import { nowParts } from './now-part.js';
import './now.css';

/** A way to a page that does not exist yet is no way. */
const exists = (to: string): boolean => pages.some(({ path }) => path === to);

export default function NowPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const role = useViewer()?.acting.role;
  const today = dayWords(useServerNow(60_000), language);
  const acts = useMemo(
    () =>
      nowParts
        .flatMap((part) => part.acts ?? [])
        .filter(({ to, roles }) => exists(to) && (roles === undefined || (role !== undefined && roles.includes(role)))),
    [role],
  );
  return (
    <Page
      title={t('now:title')}
      above={<bdi>{today}</bdi>}
      actions={acts.map(({ to, label, icon, first }) => (
        <ButtonLink key={to} to={to} icon={icon} kind={first ? 'primary' : 'secondary'}>
          {t(label as never)}
        </ButtonLink>
      ))}
    >
      <div className="now">{nowParts.map(({ Section }, index) => Section && <Section key={index} />)}</div>
    </Page>
  );
}
