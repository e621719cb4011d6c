/** One case from its reports until somebody decides: what was said, what is assessed, what is due, and the next act. */
import { Share2, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { SEEN_WHEN_REMINDED } from '#domain/deadline/acts-of-kind.js';
import { ConsentSection } from '../consent/ConsentSection.js';
import { RetentionSection } from '../deadline/RetentionSection.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { Page, Section } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Waiting } from '../elements/states.js';
import { OwnAbout } from '../elements/OwnWords.js';
import { UntilLeft } from '../elements/UntilLeft.js';
import { GroupsOfCase } from '../group/GroupsOfCase.js';
import { InquiriesOfCase } from '../inquiry/InquiriesOfCase.js';
import { Time } from '../elements/Time.js';
import { CaseDocument, type CaseQuery } from '../graphql/generated/intake/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useCase } from '../live/case.js';
import { useEnds } from '../live/ends.js';
import { MeasuresSection } from './MeasuresSection.js';
import { DecisionSection } from './DecisionSection.js';
import { firstHours } from './first-hours.js';
import { GradeForm } from './GradeForm.js';
import { GradeHistory, ProtectionHistory } from './History.js';
import { OtherCases } from './OtherCases.js';
import { ProtectionForm } from './ProtectionForm.js';
import { ReportOnCase } from './ReportOnCase.js';
import './intake.css';

export type CaseShown = CaseQuery['case'];

export default function CasePage() {
  const { t } = useTranslation('intake');
  const { caseId = '' } = useParams();
  return (
    <UntilLeft key={caseId} title={t('case.title')} own={<OwnAbout of="case" id={caseId} />}>
      {(onLeft) => <OneCase caseId={caseId} onLeft={onLeft} />}
    </UntilLeft>
  );
}

function OneCase({ caseId, onLeft }: { readonly caseId: string; readonly onLeft: (at: string) => void }) {
  const { t } = useTranslation('intake');
  const [reading, again] = useQuery({ query: CaseDocument, variables: { id: caseId } });
  const { data, fetching, error } = reading;
  const shown = data?.case;
  const isLeft = useCase({ caseId: shown?.id ?? null, until: shown?.until, again, onLeft, reading });
  const parts = shown?.reports.flatMap((report) => report.parts) ?? [];
  useEnds(
    parts.map(({ until }) => until),
    () => again({ requestPolicy: 'network-only' }),
  );
  if (isLeft) return null;
  if (!shown)
    return (
      <Page title={t('case.title')}>
        {error ? (
          <Failing refusal={refusalOf(error)} onRetry={again} own={<OwnAbout of="case" id={caseId} />} />
        ) : (
          fetching && <Waiting lines={8} />
        )}
      </Page>
    );
  const able = new Set(data?.me?.capabilities ?? []);
  return <CaseBody key={shown.id} file={shown} able={able} onChanged={again} />;
}

function CaseBody({ file, able, onChanged }: { file: CaseShown; able: ReadonlySet<string>; onChanged: () => void }) {
  const { t } = useTranslation('intake');
  const { person } = file;
  const open = file.state === 'received' || file.state === 'graded' || file.state === 'in-hub';
  const grade = file.grade as Grade | null;
  // The hub has met and decided that more is needed now.
  const meetsAgain = file.state === 'in-hub' && !file.hubIsOpen;
  return (
    <Page
      title={t('case.title')}
      above={t('case.number', { number: file.number })}
      heading={
        person.initials ? (
          <PersonName
            name={person.name}
            initials={person.initials}
            protection={(person.protection ?? 'none') as Protection}
          />
        ) : (
          t('protectedName', { number: file.number })
        )
      }
      lead={
        <>
          {person.born && <>{t('case.born', { year: person.born.slice(0, 4) })} · </>}
          {t(`state.${file.state}`)} · {t('received')} <Time at={file.receivedAt} as="moment" />
        </>
      }
      actions={
        <>
          {grade && <GradeBadge grade={grade} size="large" />}
          {grade && grade !== 'green' && able.has('convene-hub') && (file.state === 'graded' || meetsAgain) && (
            <ButtonLink to={`/hubb/ny?arende=${file.id}`} kind="primary" icon={Users}>
              {t(meetsAgain ? 'case.conveneAgain' : 'case.convene')}
            </ButtonLink>
          )}
          {(file.phase === 'measures' || file.phase === 'follow-up') && able.has('convene-hub') && (
            <ButtonLink to={`/hubb/gemensam?arende=${file.id}`} kind="primary" icon={Users}>
              {t('case.conveneJoint')}
            </ButtonLink>
          )}
          {able.has('share-item') && !file.joinedInto && (
            <ButtonLink to={`/arende/${file.id}/dela`} icon={Share2}>
              {t('case.share')}
            </ButtonLink>
          )}
        </>
      }
    >
      {file.joinedInto && (
        <div className="note" role="status">
          <p>
            {t('case.joined')} <Link to={`/arende/${file.joinedInto}`}>{t('case.toLead')}</Link>
          </p>
        </div>
      )}
      <div className="case-deadlines">
        {gathered(firstHours(file.deadlines.filter(({ state }) => state === 'open' || state === 'missed'))).map(
          ({ deadline, count }) => (
            <Deadline
              key={deadline.id}
              size={SEEN_WHEN_REMINDED.some((kind) => kind === deadline.kind) ? 'line' : 'large'}
              due={deadline.dueAt}
              from={deadline.startsAt}
              grade={gradeOf(deadline.kind)}
              clock={deadline.kind === 'grade-green-assessment' ? 'calendar' : 'real'}
              what={t([`deadline.${deadline.kind}`, `deadline:kind.${deadline.kind}`] as never, { count })}
            />
          ),
        )}
      </div>
      <div className="case-columns">
        <div className="stack gap-8">
          {file.reports.length > 0 && (
            <Section title={t('case.reports', { count: file.reports.length })}>
              {file.reports.map((report) => (
                <ReportOnCase
                  key={report.id}
                  report={report}
                  caseId={file.id}
                  mayFeedBack={able.has('send-feedback')}
                  mayComplete={(open || file.state === 'investigation') && able.has('make-report')}
                  onChanged={onChanged}
                />
              ))}
            </Section>
          )}
          {(file.otherCases.length > 0 || file.joins.length > 0) && (
            <OtherCases file={file} mayJoin={open && able.has('join-reports')} onChanged={onChanged} />
          )}
        </div>
        <div className="stack gap-8">
          {(file.protectionAssessments.length > 0 || (open && able.has('assess-protection'))) && (
            <Section title={t('protection.title')}>
              <ProtectionHistory entries={file.protectionAssessments} />
              {open && able.has('assess-protection') && (
                <Again first={file.protectionAssessments.length === 0} words={t('protection.again')}>
                  {(close) => (
                    <ProtectionForm
                      caseId={file.id}
                      onDone={() => {
                        close();
                        onChanged();
                      }}
                    />
                  )}
                </Again>
              )}
            </Section>
          )}
          <Section title={t('grading.title')}>
            <GradeHistory entries={file.gradings} />
            {open && able.has('triage-report') && (
              <Again first={file.gradings.length === 0} words={t('grading.again')}>
                {(close) => (
                  <GradeForm
                    file={file}
                    onChanged={onChanged}
                    onDone={() => {
                      close();
                      onChanged();
                    }}
                  />
                )}
              </Again>
            )}
          </Section>
          {file.state === 'investigation' && (
            <InquiriesOfCase caseId={file.id} may={file.phase === 'investigation' && able.has('receive-hand-over')} />
          )}
          <ConsentSection caseId={file.id} may={able.has('manage-consents') && !file.joinedInto} />
          <GroupsOfCase caseId={file.id} may={able.has('nominate') && !file.joinedInto} />
          <DecisionSection file={file} able={able} onChanged={onChanged} />
          {(file.state === 'closed' || file.phase === 'measures' || file.phase === 'follow-up') && (
            <RetentionSection caseId={file.id} may={able.has('decide-retention')} onChanged={onChanged} />
          )}
          {file.phase === 'investigation' && file.state === 'investigation' && able.has('receive-hand-over') && (
            <MeasuresSection file={file} onChanged={onChanged} />
          )}
        </div>
      </div>
    </Page>
  );
}

/** The first time the form stands open; afterwards one asks for it, so that a new judgement is a choice. */
function Again(props: { first: boolean; words: string; children: (close: () => void) => React.ReactNode }) {
  // Whoever was writing when somebody else was first writes on.
  const [open, setOpen] = useState(props.first);
  if (props.first || open) return <>{props.children(() => setOpen(false))}</>;
  return (
    <div>
      <Button onPress={() => setOpen(true)}>{props.words}</Button>
    </div>
  );
}

/** Six units that are asked at once are one line, not six. */
function gathered(deadlines: CaseShown['deadlines']): { deadline: CaseShown['deadlines'][number]; count: number }[] {
  const groups = new Map<string, { deadline: CaseShown['deadlines'][number]; count: number }>();
  for (const deadline of deadlines) {
    const key = [deadline.kind, deadline.dueAt, deadline.state].join(' ');
    groups.set(key, { deadline: groups.get(key)?.deadline ?? deadline, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

function gradeOf(kind: string): Grade | undefined {
  return (['orange', 'red'] as const).find((grade) => kind === `grade-${grade}-assessment`);
}
