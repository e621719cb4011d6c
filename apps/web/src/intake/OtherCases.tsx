/** Other cases of the same child, and joining: a person says why, and nothing that anyone said is lost by it. */
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { JoinReportsDocument, type CaseQuery } from '../graphql/generated/intake/graphql.js';
import { CaseReaders } from '../share/CaseReaders.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { JoinedCases } from './JoinedCases.js';

const schema = z.object({ reasons: z.string().check(z.minLength(1, 'intake:reasonsMissing')) });

export interface OtherCasesProps {
  readonly file: CaseQuery['case'];
  readonly mayJoin: boolean;
  readonly onChanged: () => void;
}

export function OtherCases({ file, mayJoin, onChanged }: OtherCasesProps) {
  const { t } = useTranslation('intake');
  const [join] = useAct(JoinReportsDocument);
  const navigate = useNavigate();
  const joinable = new Set(['received', 'graded', 'in-hub']);
  return (
    <Section title={t('others.title')}>
      <ul className="stack other-cases">
        {file.otherCases.map((other) => (
          <li key={other.id} className="panel row">
            <Link to={`/arende/${other.id}`}>{t('case.number', { number: other.number })}</Link>
            <span>{t(`state.${other.state}`)}</span>
            {other.grade && <GradeBadge grade={other.grade as Grade} />}
            <span className="small muted">
              <Time at={other.openedAt} as="day" />
            </span>
            {mayJoin && joinable.has(other.state) && (
              <span className="push">
                <Dialog
                  title={t('others.join')}
                  trigger={<Button size="small">{t('others.joinShort', { number: other.number })}</Button>}
                >
                  {(close) => (
                    <Form<z.infer<typeof schema>>
                      schema={schema}
                      start={{ reasons: '' }}
                      draft={`join-${file.id}-${other.id}`}
                      version={file.version}
                      submit={t('others.join')}
                      onSubmit={async ({ reasons }) => {
                        const outcome = await join({
                          input: { caseId: file.id, otherCaseId: other.id, expectedVersion: file.version, reasons },
                        });
                        if (isConflict(outcome.refusal)) onChanged();
                        if (outcome.refusal) return outcome.refusal;
                        close();
                        toast(t('others.joined'));
                        const lead = outcome.data.joinReports.caseId;
                        if (lead === file.id) onChanged();
                        else void navigate(`/arende/${lead}`);
                        return undefined;
                      }}
                    >
                      <p className="prose">{t('others.lead')}</p>
                      <FormTextArea
                        name="reasons"
                        label={t('others.reasons')}
                        rows={3}
                        after={<CaseReaders caseId={file.id} />}
                      />
                    </Form>
                  )}
                </Dialog>
              </span>
            )}
          </li>
        ))}
      </ul>
      <JoinedCases file={file} maySeparate={mayJoin} onChanged={onChanged} />
    </Section>
  );
}
