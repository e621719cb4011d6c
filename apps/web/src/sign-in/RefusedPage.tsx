/** Why the sign-in opened nothing, in plain words: what it means, whom to ask, and how to try again. */
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../elements/Page.js';
import './sign-in.css';

const REASONS = [
  'unknown-person',
  'other-person',
  'disabled',
  'no-post',
  'assurance-too-low',
  'proved-too-long-ago',
  'proved-ahead',
  'time-unknown',
  'token-too-long',
  'forged',
  'cancelled',
  'unavailable',
  'attempt-over',
  'too-many',
] as const;

const isReason = (word: string | undefined): word is (typeof REASONS)[number] =>
  (REASONS as readonly (string | undefined)[]).includes(word);

export default function RefusedPage() {
  const { t } = useTranslation('sign-in');
  const { why } = useParams();
  const reason = isReason(why) ? why : 'forged';
  return (
    <Page title={t('refused.title')} heading={t(`refused.${reason}.title`)} width="ask">
      <div className="stack">
        <p>{t(`refused.${reason}.words`)}</p>
        <div className="row">
          <a className="button" data-kind="primary" data-size="large" href="/sign-in?to=/">
            {t('refused.again')}
          </a>
          <a className="button" data-kind="quiet" data-size="large" href="/">
            {t('refused.home')}
          </a>
        </div>
        <p className="small muted">{t('refused.code', { code: reason })}</p>
      </div>
    </Page>
  );
}
