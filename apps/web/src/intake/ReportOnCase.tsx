/** A report on a case: who made it and what they said; what stays in their house is told as such, with whom to ask. */
import { Plus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findDisagreements } from '#domain/report/instrument.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import type { PartyKind } from '../elements/houses.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import type { CaseQuery } from '../graphql/generated/intake/graphql.js';
import { CompleteForm } from '../report/CompleteForm.js';
import { useLanguage } from '../texts/start-texts.js';
import { FeedbackForm } from './FeedbackForm.js';
import { PartShown } from './PartShown.js';

export interface ReportOnCaseProps {
  readonly report: CaseQuery['case']['reports'][number];
  readonly caseId: string;
  readonly mayFeedBack: boolean;
  readonly mayComplete: boolean;
  readonly onChanged: () => void;
}

export function ReportOnCase({ report, caseId, mayFeedBack, mayComplete, onChanged }: ReportOnCaseProps) {
  const { t } = useTranslation('intake');
  const house = report.reporterHouse;
  return (
    <article className="panel stack gap-3" aria-label={t('report.of', { receipt: report.receipt })}>
      <header className="stack gap-1">
        <div className="row">
          {house ? (
            <AgencyBadge kind={house.kind as PartyKind} name={house.name} />
          ) : (
            <strong>{t(`reporter.${report.reporterKind}`, { defaultValue: report.reporterKind })}</strong>
          )}
          <span className="muted small">
            {t(`channel.${report.channel}`)} <Time at={report.receivedAt} as="moment" />
          </span>
        </div>
        {report.reporterName && (
          <p className="small">
            {[report.reporterName, report.reporterPhone, report.reporterEmail].filter(Boolean).join(' · ')}
          </p>
        )}
        <p className="tiny muted">{t('report.receipt', { receipt: report.receipt })}</p>
        {report.saysDanger && (
          <p className="queue-danger">
            <Icon of={TriangleAlert} />
            {t('danger')}
          </p>
        )}
      </header>
      {report.parts.map((part) => (
        <PartShown key={part.id} part={part} />
      ))}
      <Disagreements report={report} />
      {report.withheld > 0 && <p className="note small">{t('report.withheld', { count: report.withheld })}</p>}
      {report.otherChildren > 0 && (
        <p className="small muted">{t('report.otherChildren', { count: report.otherChildren })}</p>
      )}
      <footer className="small">
        {report.feedbackGivenAt ? (
          <p>
            {t(`feedback.${report.feedbackOutcome}`)} <Time at={report.feedbackGivenAt} as="moment" />
          </p>
        ) : report.wantsFeedback ? (
          <p className="muted">{t('feedback.wanted')}</p>
        ) : (
          <p className="muted">{t('feedback.notWanted')}</p>
        )}
      </footer>
      {mayComplete && (
        <div>
          <Dialog
            title={t('report:complete.title')}
            place="side"
            trigger={
              <Button size="small" icon={Plus} aria-label={t('report:complete.open', { receipt: report.receipt })}>
                {t('report.complete')}
              </Button>
            }
          >
            {(close) => (
              <CompleteForm
                receipt={report.receipt}
                children={report.otherChildren + 1}
                caseId={caseId}
                onDone={() => {
                  close();
                  onChanged();
                }}
              />
            )}
          </Dialog>
        </div>
      )}
      {report.feedbackToGive && mayFeedBack && <FeedbackForm report={report} caseId={caseId} onDone={onChanged} />}
    </article>
  );
}

/** The reporter and whoever completed the report may see a factor differently; it is told, and left to people to weigh. */
function Disagreements({ report }: Pick<ReportOnCaseProps, 'report'>) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const answers = report.parts.flatMap((part) => part.answers);
  const labels = findDisagreements(answers).flatMap(
    (factor) => answers.find((one) => one.factor === factor)?.label[language] ?? [],
  );
  if (labels.length === 0) return null;
  return (
    <p className="note small">
      <strong>{t('report.differ', { count: labels.length })}</strong> {labels.join(', ')}
    </p>
  );
}
