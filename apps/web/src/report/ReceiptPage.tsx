/** What a reporter leaves with: that it came, when, its number, what happens next and by when. (SoL 19:6, 20:1–2) */
import { CircleCheck } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import type { ReceiptFragment } from '../graphql/generated/report/graphql.js';
import { PassOn } from './PassOn.js';
import './report.css';

export function ReceiptPage(props: {
  readonly receipt: ReceiptFragment;
  readonly feedback: boolean;
  readonly acts: ReactNode;
}) {
  const { receipt, feedback, acts } = props;
  const { t } = useTranslation('report');
  // The form with the button that had the focus is gone: whoever listens or uses the keyboard is led to what came of it.
  useEffect(() => document.querySelector<HTMLElement>('h1')?.focus(), []);
  return (
    <Page title={t('receipt.title')} width="read" lead={t('receipt.lead')}>
      <div className="panel receipt">
        <p className="receipt-mark">
          <Icon of={CircleCheck} />
          {t('receipt.came')} <Time at={receipt.receivedAt} as="moment" />
        </p>
        <dl className="receipt-facts">
          <dt>{t('receipt.number')}</dt>
          <dd className="receipt-number">{receipt.receipt}</dd>
        </dl>
        <p className="muted">{t('receipt.keep')}</p>
        <div>
          <PassOn receipt={receipt.receipt} />
        </div>
      </div>
      <section aria-labelledby="receipt-next" className="stack">
        <h2 id="receipt-next">{t('receipt.next')}</h2>
        <ol className="receipt-steps">
          <li>
            <strong>{t('receipt.protection')}</strong> {t('receipt.atLatest')}{' '}
            <Time at={receipt.protectionAssessedBy} as="moment" />
          </li>
          <li>
            <strong>{t('receipt.decision')}</strong> {t('receipt.atLatest')} <Time at={receipt.decidedBy} as="moment" />
          </li>
          {feedback && <li>{t('receipt.feedback')}</li>}
        </ol>
        <p>{t('receipt.more')}</p>
      </section>
      <div className="row">{acts}</div>
    </Page>
  );
}
