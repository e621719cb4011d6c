/**
 * At the moment of sharing: what, to whom, why; and before anything is told, who will get what on which ground, who will
 * not and why, and what would open it. A red case never waits for a signature: duties stand first. (OSL 6:3, 8:1)
 */
import { TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { DateField } from '../elements/fields/DateField.js';
import { Choices } from '../elements/fields/choices.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Waiting } from '../elements/states.js';
import { OwnAbout } from '../elements/OwnWords.js';
import { UntilLeft } from '../elements/UntilLeft.js';
import { PURPOSES } from '#domain/disclosure/vocabulary.js';
import { PreviewShareDocument, SharingDocument } from '../graphql/generated/share/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useIsLeft, useSight } from '../live/sight.js';
import { useEnds } from '../live/ends.js';
import { begunShare, keepShare } from './answer-draft.js';
import { Assessments } from './Assessments.js';
import { GivenShares } from './GivenShares.js';
import { PreviewPanel } from './PreviewPanel.js';
import { isReady, NOTHING, previewInput, type Choice, type Sharing } from './share-choice.js';
import { WhatToShare } from './WhatToShare.js';
import { WhomToTell } from './WhomToTell.js';
import './share.css';

export default function SharePage() {
  const { t } = useTranslation('share');
  const { caseId = '' } = useParams();
  return (
    <UntilLeft key={caseId} title={t('title')} own={<OwnAbout of="case" id={caseId} />}>
      {(onLeft) => <Shown caseId={caseId} onLeft={onLeft} />}
    </UntilLeft>
  );
}

function Shown({ caseId, onLeft }: { readonly caseId: string; readonly onLeft: (at: string) => void }) {
  const { t } = useTranslation('share');
  const [reading, again] = useQuery({ query: SharingDocument, variables: { caseId } });
  const { data, error } = reading;
  const reload = () => again({ requestPolicy: 'network-only' });
  const branchId = data?.me?.acting?.branchId;
  const address = branchId ? `sight:${branchId}` : null;
  const goneAt = useSight({ address, about: caseId, caseId, again: reload, onLeft, reading });
  const sharing = data?.sharing;
  const running = (sharing?.given ?? []).filter(({ isInForce }) => isInForce);
  useEnds(
    [...(sharing?.items ?? []), ...running, ...(sharing?.assessments ?? []).filter(({ holds }) => holds)].map(
      ({ until }) => until,
    ),
    reload,
  );
  const isLeft = useIsLeft({ about: caseId, isShown: sharing !== undefined, error, onLeft });
  useEffect(() => {
    if (goneAt) onLeft(goneAt);
  }, [goneAt, onLeft]);
  if (isLeft || goneAt) return null;
  if (!sharing)
    return (
      <Page title={t('title')}>
        {error ? (
          <Failing refusal={refusalOf(error)} onRetry={again} own={<OwnAbout of="case" id={caseId} />} />
        ) : (
          <Waiting lines={6} />
        )}
      </Page>
    );
  return <Desk key={caseId} sharing={sharing} reload={reload} />;
}

function Desk({ sharing, reload }: { readonly sharing: Sharing; readonly reload: () => void }) {
  const { t } = useTranslation('share');
  const { caseId, person } = sharing;
  const [choice, choose] = useState<Choice>(() => ({ ...NOTHING, ...begunShare(caseId) }));
  const change = (part: Partial<Choice>) => {
    keepShare(caseId, part);
    choose((before) => ({ ...before, ...part }));
  };
  const input = previewInput(caseId, choice);
  const asked = JSON.stringify(input);
  const variables = useMemo(() => ({ input: JSON.parse(asked) as typeof input }), [asked]);
  const [{ data, error }, lookAgain] = useQuery({
    query: PreviewShareDocument,
    variables,
    pause: !isReady(choice),
    requestPolicy: 'network-only',
  });
  const pairs = isReady(choice) ? (data?.previewShare.pairs ?? []) : [];
  const refresh = () => {
    reload();
    if (isReady(choice)) lookAgain({ requestPolicy: 'network-only' });
  };
  return (
    <Page
      title={t('title')}
      above={
        sharing.number ? (
          <Link to={`/arende/${caseId}`}>{t('toCase', { number: sharing.number })}</Link>
        ) : (
          <Link to={`/delat/${caseId}`}>{t('toShared')}</Link>
        )
      }
      heading={
        person.name && person.initials ? (
          <>
            {t('heading')}{' '}
            <PersonName
              name={person.name}
              initials={person.initials}
              protection={(person.protection ?? 'none') as Protection}
            />
          </>
        ) : (
          `${t('heading')} ${sharing.caseName}`
        )
      }
      lead={t('lead')}
    >
      {sharing.grade === 'red' && (
        <div className="note" role="note">
          <Icon of={TriangleAlert} />
          <p>{t('red')}</p>
        </div>
      )}
      <div className="share-columns">
        <div className="stack gap-8">
          <WhatToShare sharing={sharing} choice={choice} pairs={pairs} onChange={change} />
          <WhomToTell sharing={sharing} choice={choice} onChange={change} />
          <Section title={t('why.title')}>
            <Choices
              label={t('why.label')}
              help={t('why.help')}
              value={choice.purpose}
              onChange={(purpose) => change({ purpose })}
              choices={PURPOSES.filter((id) => id !== 'feedback').map((id) => ({ id, label: t(`purpose.${id}`) }))}
              across
            />
            <DateField
              label={t('until.label')}
              help={t('until.help')}
              optional
              value={choice.until}
              onChange={(until) => change({ until })}
            />
          </Section>
        </div>
        <PreviewPanel
          sharing={sharing}
          choice={choice}
          pairs={pairs}
          refusal={error && isReady(choice) ? refusalOf(error) : undefined}
          onChange={change}
          onShared={() => {
            choose({ ...NOTHING, houses: choice.houses, purpose: choice.purpose });
            refresh();
          }}
          onAssessed={refresh}
        />
      </div>
      <GivenShares sharing={sharing} onChanged={refresh} />
      <Assessments sharing={sharing} onChanged={refresh} />
    </Page>
  );
}
