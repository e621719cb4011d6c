/** What goes over, from a hub or without one, to whoever investigates, so that no family has to tell it again; on screen and on paper. [S0] */
import { CircleCheck, FileDown, GitCompareArrows } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { GroundTag } from '../elements/GroundTag.js';
import { Icon } from '../elements/Icon.js';
import { OwnAbout } from '../elements/OwnWords.js';
import { Page, Section } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { UntilLeft } from '../elements/UntilLeft.js';
import {
  HandOverDocument,
  HubCaseDocument,
  ReceiveHandOverDocument,
  type HandOverQuery,
  type SaidFragment,
} from '../graphql/generated/hand-over/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { AskOthers } from '../inquiry/NobodyAsked.js';
import { useCase } from '../live/case.js';
import { useLanguage } from '../texts/start-texts.js';
import './hand-over.css';

type Record = HandOverQuery['handOver'];

/** By the case, or by the hub that decided on it. */
export default function HandOverPage() {
  const { t } = useTranslation('hand-over');
  const { id = '', caseId } = useParams();
  // By the hub it is known only once the record is read.
  const [caseOfHub, setCaseOfHub] = useState('');
  return (
    <UntilLeft key={caseId ?? id} title={t('title')} own={<OwnAbout of="case" id={caseId ?? caseOfHub} />}>
      {(onLeft) => <HandedOver id={id} ofCase={caseId} onCase={setCaseOfHub} onLeft={onLeft} />}
    </UntilLeft>
  );
}

interface Asked {
  readonly id: string;
  readonly ofCase: string | undefined;
  readonly onCase: (caseId: string) => void;
  readonly onLeft: (at: string) => void;
}

function HandedOver({ id, ofCase, onCase, onLeft }: Asked) {
  const { t } = useTranslation('hand-over');
  const [hub] = useQuery({ query: HubCaseDocument, variables: { id }, pause: ofCase !== undefined });
  const caseId = ofCase ?? hub.data?.hub.caseId ?? '';
  useEffect(() => onCase(caseId), [caseId, onCase]);
  const [record, again] = useQuery({ query: HandOverDocument, variables: { caseId }, pause: caseId === '' });
  const { until } = record.data?.handOver ?? {};
  const isLeft = useCase({ caseId: record.data ? caseId : null, until, again, onLeft, reading: record });
  if (isLeft) return null;
  const error = hub.error ?? record.error;
  const found = record.data?.handOver;
  if (found) return <Overview record={found} again={again} />;
  return (
    <Page title={t('title')} width="read">
      {error ? (
        <>
          <Failing refusal={refusalOf(error)} onRetry={again} />
          {ofCase ? (
            <ButtonLink to={`/arende/${ofCase}`}>{t('toCase')}</ButtonLink>
          ) : (
            <ButtonLink to={`/hubb/${id}`}>{t('hub:toLobby')}</ButtonLink>
          )}
        </>
      ) : (
        <Waiting lines={8} />
      )}
    </Page>
  );
}

function Overview({ record, again }: { readonly record: Record; readonly again: () => void }) {
  const { t } = useTranslation('hand-over');
  const { person } = record;
  return (
    <Page
      title={t('title')}
      width="read"
      above={
        <>
          <Link to={`/arende/${record.caseId}`}>{t('case', { number: record.caseNumber })}</Link>
          {record.closedAt && (
            <>
              {' · '}
              {t('met')} <Time at={record.closedAt} />
            </>
          )}
        </>
      }
      heading={
        person ? (
          <>
            {t('heading')}{' '}
            <PersonName name={person.name} initials={person.initials} protection={person.protection as Protection} />
          </>
        ) : undefined
      }
      actions={
        <a
          className="button"
          data-kind="secondary"
          href={`/documents/hand-over/${record.caseId}`}
          target="_blank"
          rel="noopener"
        >
          <Icon of={FileDown} />
          <span>{t('pdf')}</span>
        </a>
      }
    >
      <Receiving record={record} again={again} />
      {record.withheld > 0 && <p className="note">{t('withheld', { count: record.withheld })}</p>}
      <Section title={t('meeting:decision.title')}>
        {record.decision ? (
          <div className="panel stack gap-2">
            <p className="hand-decision">{t(`meeting:decision.kind.${record.decision.kind}` as never)}</p>
            <SaidText said={record.decision.reasons} />
            <p className="small muted">
              {record.decision.decidedByName}, {record.decision.decidedByTitle}, <Time at={record.decision.decidedAt} />
              {!record.decision.byHub && <> · {t('withoutHub')}</>}
            </p>
          </div>
        ) : (
          <p className="muted">{t('noDecision')}</p>
        )}
      </Section>
      {record.hub && <OfTheHub record={record} />}
      <Background record={record} />
      {record.hub && <Participants record={record} />}
    </Page>
  );
}

/** What only a meeting has. */
function OfTheHub({ record }: { readonly record: Record }) {
  const { t } = useTranslation('hand-over');
  return (
    <>
      <Section title={t('meeting:text.joint-assessment')}>
        {record.assessment ? <SaidText said={record.assessment} /> : <p className="muted">{t('noAssessment')}</p>}
      </Section>
      <MapSection record={record} />
      <Answers record={record} />
    </>
  );
}

function Participants({ record }: { readonly record: Record }) {
  const { t } = useTranslation('hand-over');
  return (
    <Section title={t('participants')}>
      <ul className="hand-list" role="list">
        {record.participants.map(({ name, unitName, stays }) => (
          <li key={name}>
            {name} <span className="muted">{unitName}</span>{' '}
            <span className="small muted">
              {stays.map((stay, at) => (
                <span key={stay.from}>
                  {at > 0 && ', '}
                  <Time at={stay.from} as="clock" />–<Time at={stay.until} as="clock" />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SaidText({ said }: { readonly said: SaidFragment | null | undefined }) {
  const { t } = useTranslation('hand-over');
  return said ? (
    <div className="stack gap-2">
      <p className="hand-said">
        {said.text} <GroundTag ground={said.ground} />
      </p>
      {said.measures && (
        <p className="hand-said">
          <strong>{t('intake:part.measures')}</strong> {said.measures}
        </p>
      )}
      <Factors said={said} />
    </div>
  ) : (
    <p className="muted">{t('closedToYou')}</p>
  );
}

/** An instrument says nothing in running text: its factors stand one by one, with the reasons of each. */
function Factors({ said }: { readonly said: SaidFragment }) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  if (said.answers.length === 0) return null;
  return (
    <dl className="hand-factors">
      {said.answers.map(({ factor, label, answer, reasons }) => (
        <div key={factor}>
          <dt>{label[language]}</dt>
          <dd>
            <strong>{t(`answer.${answer}` as never)}</strong>
            {reasons !== '' && <>: {reasons}</>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Receiving({ record, again }: { readonly record: Record; readonly again: () => void }) {
  const { t } = useTranslation('hand-over');
  const [receive, { waiting }] = useAct(ReceiveHandOverDocument);
  const [refusal, setRefusal] = useState<Refusal>();
  const { receiver } = record;
  if (!receiver) return null;
  const take = async () => {
    const outcome = await receive({ caseId: record.caseId });
    setRefusal(outcome.refusal);
    if (!outcome.refusal) again();
  };
  return (
    <div className="panel hand-receiver" data-received={receiver.receivedAt !== null || undefined}>
      <p>
        {receiver.receivedAt ? (
          <>
            <Icon of={CircleCheck} />
            {t('received', { name: receiver.receivedByName })} <Time at={receiver.receivedAt} />
          </>
        ) : (
          t('for', { name: receiver.toStaffName ?? receiver.toUnitName, unit: receiver.toUnitName })
        )}
      </p>
      {record.mayReceive && (
        <Button kind="primary" isPending={waiting} onPress={() => void take()}>
          {t('receive')}
        </Button>
      )}
      {receiver.receivedAt && record.decision?.kind === 'open-investigation' && <AskOthers caseId={record.caseId} />}
      {refusal && (
        <p role="alert" className="error">
          {refusal.sentence || t('elements:failing.network.form')}
        </p>
      )}
    </div>
  );
}

function MapSection({ record }: { readonly record: Record }) {
  const { t } = useTranslation('hand-over');
  const language = useLanguage();
  const kinds = ['fact', 'risk', 'protective', 'place', 'contact'].filter((kind) =>
    record.map.some((entry) => entry.kind === kind),
  );
  return (
    <Section title={t('meeting:map.title')}>
      {kinds.length === 0 && <p className="muted">{t('noMap')}</p>}
      {record.differences.length > 0 && (
        <div className="hand-differs">
          <h3>
            <Icon of={GitCompareArrows} />
            {t('meeting:map.differencesTitle')}
          </h3>
          <ul>
            {record.differences.map(({ topic, topicLabel, present, absent }) => (
              <li key={topic}>
                <strong>{topicLabel[language]}:</strong>{' '}
                {t('meeting:map.difference', { present: present.join(', '), absent: absent.join(', ') })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {kinds.map((kind) => (
        <div key={kind} className="stack gap-2">
          <h3>{t(`meeting:map.kind.${kind}` as never)}</h3>
          <ul className="hand-list" role="list">
            {record.map
              .filter((entry) => entry.kind === kind)
              .map((entry) => (
                <li key={entry.item.id}>
                  <SaidText said={entry.item} />
                  <p className="small muted">
                    {entry.unitName}
                    {entry.topicLabel && (
                      <>
                        {' · '}
                        {entry.topicLabel[language]}: {t(`meeting:map.stance.${entry.stance}` as never)}
                      </>
                    )}
                  </p>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Answers({ record }: { readonly record: Record }) {
  const { t } = useTranslation('hand-over');
  return (
    <Section title={t('meeting:pictures.title')}>
      {record.answers.map((answer) => (
        <div key={answer.unitName} className="stack gap-2">
          <h3>{answer.unitName}</h3>
          {answer.knowledge ? (
            <p className="hand-knows">{t(`meeting:knowledge.${answer.knowledge}` as never)}</p>
          ) : (
            <p className="muted">{t('noAnswer')}</p>
          )}
          <ul className="hand-list" role="list">
            {answer.items.map((item) => (
              <li key={item.id}>
                <p className="tiny muted">
                  {t(`hub:category.${item.category}` as never, { defaultValue: item.category })}
                </p>
                <SaidText said={item} />
              </li>
            ))}
          </ul>
          {answer.answeredAt && (
            <p className="small muted">
              {answer.answeredByName} <Time at={answer.answeredAt} />
              {answer.late && <> · {t('late')}</>}
              {!answer.given && <> · {t('notGiven')}</>}
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}

function Background({ record }: { readonly record: Record }) {
  const { t } = useTranslation('hand-over');
  return (
    <>
      <Section title={t('reports')}>
        {record.reports.length === 0 && <p className="muted">{t('noReports')}</p>}
        {record.reports.map((report) => (
          <div key={report.receivedAt} className="stack gap-2">
            <h3>
              {t(`elements:party.${report.reporterKind}` as never, { defaultValue: t('otherReporter') })}{' '}
              <span className="muted small">
                <Time at={report.receivedAt} />
              </span>
            </h3>
            {report.items.map((item) => (
              <SaidText key={item.id} said={item} />
            ))}
          </div>
        ))}
      </Section>
      <Section title={t('protections')}>
        {record.protections.length === 0 && <p className="muted">{t('noProtection')}</p>}
        {record.protections.map((protection) => (
          <div key={protection.assessedAt} className="stack gap-2">
            <h3>
              {t(protection.needsProtection ? 'intake:protection.needs' : 'intake:protection.none')}{' '}
              <span className="small muted">
                {protection.assessedByName}, <Time at={protection.assessedAt} />
              </span>
            </h3>
            <SaidText said={protection.reasons} />
          </div>
        ))}
      </Section>
      <Section title={t('gradings')}>
        {record.gradings.map((grading) => (
          <div key={grading.gradedAt} className="stack gap-2">
            <p className="row gap-2">
              <GradeBadge grade={grading.grade as Grade} />
              <span className="small muted">
                {grading.gradedByName}, <Time at={grading.gradedAt} />
              </span>
            </p>
            <SaidText said={grading.reasons} />
          </div>
        ))}
      </Section>
    </>
  );
}
