/** The versions of a plan: what everyone has said to each, and what is otherwise between two of them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { PlanVersionsDocument } from '../graphql/generated/plan/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { UntilGroupLeft } from '../group/UntilGroupLeft.js';
import { useLive } from '../live/connection.js';
import type { LiveEvent } from '../live/live-line.js';
import { useIsLeft, useSight } from '../live/sight.js';
import { Answers } from './Answers.js';
import { Comparison } from './Comparison.js';
import { concernsVersions } from './concerns.js';
import { PutForward } from './PutForward.js';
import '../group/group.css';
import './plan.css';

export default function VersionsPage() {
  const { t } = useTranslation('plan');
  return (
    <UntilGroupLeft title={t('version.title')}>{(id, onLeft) => <Shown id={id} onLeft={onLeft} />}</UntilGroupLeft>
  );
}

function Shown({ id, onLeft }: { readonly id: string; readonly onLeft: (at: string) => void }) {
  const { t } = useTranslation('plan');
  const [reading, again] = useQuery({
    query: PlanVersionsDocument,
    variables: { groupId: id },
    requestPolicy: 'cache-and-network',
  });
  const { data, error, fetching } = reading;
  const page = data?.planVersions;
  const [heard, setHeard] = useState(0);
  const hear = () => setHeard((before) => before + 1);
  const reload = () => {
    hear();
    again({ requestPolicy: 'network-only' });
  };
  const house = page ? data.me?.acting?.branchId : undefined;
  // What was compared may have been changed or taken back by anything that is told of the plan.
  const onTold = (event: LiveEvent) => (page && concernsVersions(event, page.versions) ? reload() : hear());
  useLive(page ? `plan:${id}` : null, onTold, reading);
  useSight({ address: house ? `sight:${house}` : null, about: id, again: reload, onLeft, reading });
  if (useIsLeft({ about: id, isShown: page !== undefined, error, onLeft })) return null;
  const above = (
    <>
      <Link to={`/grupper/${id}/plan`}>{t('title')}</Link> {page && `· ${page.caseNumber}`}
    </>
  );
  if (!page)
    return (
      <Page title={t('version.title')} above={above}>
        {error ? <Failing refusal={refusalOf(error)} onRetry={again} /> : fetching && <Waiting lines={6} />}
      </Page>
    );
  return (
    <Page title={t('version.title')} above={above} lead={t('version.lead')}>
      {page.mayPutForward && <PutForward groupId={id} onChanged={reload} />}
      <div className="group-columns">
        <div className="stack gap-8">
          {page.versions.length === 0 && <p className="muted">{t('version.none')}</p>}
          {page.versions.map(({ number, state, putByName, putAt, answers }) => (
            <Section key={number} title={t('version.number', { number })}>
              <p className="row gap-2">
                <span className="plan-chip" data-state={state}>
                  {t(`version.state.${state}` as never)}
                </span>
                <span className="muted">
                  {putByName}, <Time at={putAt} as="day" />
                </span>
              </p>
              <Answers groupId={id} answers={answers} onChanged={reload} />
            </Section>
          ))}
        </div>
        <div className="stack gap-8">
          {page.versions.length > 0 && (
            <Comparison groupId={id} numbers={page.versions.map(({ number }) => number)} heard={heard} />
          )}
          {page.takenOut.length > 0 && (
            <Section title={t('takenOut.title')}>
              <ul className="plan-lines" role="list">
                {page.takenOut.map((at) => (
                  <li key={at}>
                    {t('takenOut.told')} <Time at={at} as="day" />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}
