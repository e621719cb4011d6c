/** What I have reported from the house I act in: my own words, what I was told back, and a way to add more. */
import { FilePlus2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Button, ButtonLink } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Page } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { AskForFeedbackDocument, MyReportsDocument, type MyReportsQuery } from '../graphql/generated/report/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useReadOn } from '../graphql/use-read-on.js';
import { toast } from '../elements/toasts.js';
import { CompleteForm } from './CompleteForm.js';
import { PassOn, receiptIn } from './PassOn.js';
import './report.css';

type OwnReport = MyReportsQuery['myReports']['edges'][number]['node'];
const reportsOf = ({ myReports }: MyReportsQuery) => myReports;

export default function MyReportsPage() {
  const { t } = useTranslation('report');
  const [pages, setPages] = useState(1);
  const { list, fetching, refusal, renew, again } = useReadOn({
    document: MyReportsDocument,
    asked: {},
    pages,
    listOf: reportsOf,
  });
  return (
    <Page
      title={t('mine.title')}
      width="read"
      lead={t('mine.lead')}
      actions={
        <Dialog title={t('complete.title')} place="side" trigger={<Button icon={Plus}>{t('mine.byReceipt')}</Button>}>
          {(close) => <CompleteForm receipt="" children={0} onDone={close} />}
        </Dialog>
      }
    >
      <OpenedByLink />
      {refusal && !list && <Failing refusal={refusal} onRetry={again} />}
      {!list && fetching && <Waiting lines={5} />}
      {list?.edges.length === 0 && (
        <EmptyState
          icon={FilePlus2}
          title={t('mine.empty')}
          action={
            <ButtonLink to="/anmal" kind="primary">
              {t('form.title')}
            </ButtonLink>
          }
        >
          <p>{t('mine.emptyWords')}</p>
        </EmptyState>
      )}
      <ul className="own-reports" aria-label={t('mine.title')}>
        {list?.edges.map(({ node }) => (
          <li key={node.id}>
            <OwnReportCard report={node} onChanged={renew} />
          </li>
        ))}
      </ul>
      {list && refusal && !fetching && (
        <div className="row gap-2">
          <Refused refusal={refusal} />
          <Button size="small" onPress={again}>
            {t('elements:failing.retry')}
          </Button>
        </div>
      )}
      {list?.pageInfo.hasNextPage && (
        <Button onPress={() => setPages((count) => count + 1)} isPending={fetching}>
          {t('mine.more')}
        </Button>
      )}
    </Page>
  );
}

/** By the link that the reporter has passed on; what is added goes the same way as by a typed number. */
function OpenedByLink() {
  const { t } = useTranslation('report');
  const { hash } = useLocation();
  const go = useNavigate();
  const receipt = receiptIn(hash);
  const close = () => void go({ hash: '' }, { replace: true });
  return (
    <Dialog title={t('complete.title')} place="side" isOpen={receipt !== ''} onOpenChange={(open) => !open && close()}>
      {receipt !== '' && (
        <div className="stack">
          <p className="muted small">{t('mine.receipt', { receipt })}</p>
          <CompleteForm receipt={receipt} children={0} onDone={close} />
        </div>
      )}
    </Dialog>
  );
}

function OwnReportCard({ report, onChanged }: { readonly report: OwnReport; readonly onChanged: () => void }) {
  const { t } = useTranslation('report');
  const said = report.parts.filter(({ text }) => text !== '');
  const feedback = report.parts.filter((part) => part.feedback);
  const names = [...new Set(report.parts.flatMap(({ childName }) => childName ?? []))];
  return (
    <article className="panel stack" aria-label={report.receipt}>
      <header className="row">
        <h2 className="own-report-title">{names.length > 0 ? names.join(', ') : report.receipt}</h2>
        <span className="muted small">
          <Time at={report.receivedAt} as="moment" />
        </span>
      </header>
      <p className="tiny muted">{t('mine.receipt', { receipt: report.receipt })}</p>
      {said.map((part) => (
        <div key={part.id}>
          {report.children > 1 && part.child && (
            <p className="tiny muted">{t('child.numbered', { number: part.child })}</p>
          )}
          {part.category === 'whereabouts' && <p className="tiny muted">{t('child.whereabouts')}</p>}
          <p className="own-report-text">{part.text}</p>
        </div>
      ))}
      {feedback.map((part) => (
        <p key={part.id} className="note" role="status">
          <strong>{t('mine.feedback')}</strong> {t(`feedbackSaid.${part.feedback}`)}
        </p>
      ))}
      {feedback.length === 0 && report.wantsFeedback && <p className="small muted">{t('mine.waiting')}</p>}
      <div className="row">
        {feedback.length === 0 && !report.wantsFeedback && <AskBack report={report} onChanged={onChanged} />}
        <Dialog
          title={t('complete.title')}
          place="side"
          trigger={<Button size="small">{t('complete.open', { receipt: report.receipt })}</Button>}
        >
          {(close) => (
            <CompleteForm
              receipt={report.receipt}
              children={report.children}
              onDone={() => {
                close();
                onChanged();
              }}
            />
          )}
        </Dialog>
        <PassOn receipt={report.receipt} />
      </div>
    </article>
  );
}

/** Asked for later, it is owed all the same. (SoL 19:6) */
function AskBack({ report, onChanged }: { readonly report: OwnReport; readonly onChanged: () => void }) {
  const { t } = useTranslation('report');
  const [ask, { waiting }] = useAct(AskForFeedbackDocument);
  const [refused, setRefused] = useState('');
  return (
    <>
      <Button
        size="small"
        isPending={waiting}
        aria-label={t('mine.askNamed', { receipt: report.receipt })}
        onPress={async () => {
          const outcome = await ask({ reportId: report.id });
          if (outcome.refusal) return setRefused(outcome.refusal.sentence || t('elements:failing.network.form'));
          toast(t('mine.asked'));
          onChanged();
        }}
      >
        {t('mine.ask')}
      </Button>
      {refused && <p role="alert">{refused}</p>}
    </>
  );
}
