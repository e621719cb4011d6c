/** The lobby: who has answered and who is awaited, never what was said; who is here; how long until it begins. (OSL 26:1) */
import { Bell, CircleCheck, CircleDashed, Clock, PencilLine, Phone, TriangleAlert, Video } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { endsInTime } from '#domain/hub/ends-in-time.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { Countdown } from '../elements/Countdown.js';
import { Deadline } from '../elements/Deadline.js';
import type { Grade } from '../elements/GradeBadge.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Revoked, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { HubLobbyDocument, type HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { RemindDocument } from '../graphql/generated/silence/graphql.js';
import { MoveMeeting } from '../invitation/MoveMeeting.js';
import { CalledPeople } from '../invitation/CalledPeople.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { serverNow } from '../live/server-clock.js';
import { initialsOf } from '../meeting/named.js';
import { isBegun, isEnded } from './meeting-state.js';
import { NextAct, WhenAgain } from './WhatFollows.js';
import './hub.css';

type Row = HubViewFragment['rows'][number];

export default function LobbyPage() {
  const { t } = useTranslation('hub');
  const { id = '' } = useParams();
  const [left, setLeft] = useState<string>();
  const [heard, setHeard] = useState(0);
  const [reading, again] = useQuery({ query: HubLobbyDocument, variables: { id } });
  const { data, error, fetching } = reading;
  const goneAt = useLive(
    data || error ? `hub:${id}` : null,
    (event) => {
      // That it may not be watched is said by `goneAt`; to ask again would only be refused again, without end.
      if (event.kind === 'revoked') return;
      const change = event.change as { kind?: string } | undefined;
      if (change?.kind !== 'revoked') {
        again();
        setHeard((times) => times + 1);
      } else setLeft(new Date(serverNow()).toISOString());
    },
    reading,
  );
  const revoked = left ?? goneAt;
  const hub = data?.hub;
  // The next meeting of the case is news of the house, and none of this one.
  const waitsForNext = hub?.decided === 'more-now';
  useLive(hub && waitsForNext ? `hubs:${hub.you.branchId}` : null, () => again(), reading);
  useEnds([hub?.named?.until], () => again({ requestPolicy: 'network-only' }));
  // Whoever was never let in is told so; only what one has had can be taken back.
  if (error && !hub)
    return (
      <Page title={t('lobby.title')} width="read">
        <Failing refusal={refusalOf(error)} onRetry={again} />
      </Page>
    );
  if (revoked)
    return (
      <Page title={t('lobby.title')} width="read">
        <Revoked at={revoked} />
      </Page>
    );
  if (!hub) return <Page title={t('lobby.title')}>{fetching && <Waiting lines={8} />}</Page>;
  return <Lobby hub={hub} heard={heard} onMove={again} />;
}

/** The grade was raised since it was called: it keeps its time until a person moves it. */
const isTooLate = ({ state, startsAt, minutes, dueAt }: HubViewFragment): boolean =>
  ['planned', 'lobby'].includes(state) &&
  Boolean(dueAt) &&
  !endsInTime(Date.parse(startsAt), minutes, Date.parse(dueAt ?? ''));

function Lobby({
  hub,
  heard,
  onMove,
}: {
  readonly hub: HubViewFragment;
  readonly heard: number;
  readonly onMove: () => void;
}) {
  const { t } = useTranslation('hub');
  const mine = hub.rows.find((row) => row.mine);
  const now = hub.state;
  const joint = hub.kind === 'joint';
  const ended = isEnded(now);
  return (
    <Page
      title={t(joint ? 'lobby.jointTitle' : 'lobby.title')}
      heading={
        <>
          {t(joint ? 'lobby.jointHeading' : 'lobby.heading')}{' '}
          {hub.person ? (
            <PersonName
              name={hub.person.name}
              initials={hub.person.initials}
              protection={hub.person.protection as Protection}
            />
          ) : (
            hub.named && (
              <>
                <PersonName name={hub.named.text} initials={initialsOf(hub.named.text)} />{' '}
                <GroundTag ground={hub.named.ground} until={hub.named.until ?? undefined} />
              </>
            )
          )}
        </>
      }
      above={<>{[hub.caseNumber, t(`state.${now}` as never), hub.roomName].filter(Boolean).join(' · ')}</>}
      actions={
        <>
          {hub.videoUrl && !ended && (
            <a className="button" data-kind="secondary" href={hub.videoUrl} target="_blank" rel="noreferrer noopener">
              <Icon of={Video} />
              <span>{t('lobby.video')}</span>
            </a>
          )}
          {now === 'called-off' && hub.you.ownHouse && (
            <ButtonLink to={`/arende/${hub.caseId}`} kind="primary">
              {t('joint.toCase')}
            </ButtonLink>
          )}
          {now === 'closed' && !joint && <NextAct hub={hub} />}
          {!ended && (
            <ButtonLink to={`/hubb/${hub.id}/tavla`} kind={mine && mine.answeredAt === null ? 'secondary' : 'primary'}>
              {t('toBoard')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="lobby">
        <div className="stack gap-6">
          {mine && !ended && <Mine row={mine} joint={joint} begun={isBegun(now)} />}
          <Section
            title={t(joint ? 'lobby.jointAnswers' : 'lobby.answers', { answered: hub.answered, asked: hub.asked })}
          >
            <ul className="lobby-rows" role="list">
              {hub.rows.map((row) => (
                <Unit key={row.questionId} row={row} ended={ended} joint={joint} />
              ))}
            </ul>
          </Section>
          {!ended && hub.you.ownHouse && <CalledPeople hubId={hub.id} version={heard} whole={hub} />}
        </div>
        <aside className="stack gap-6">
          <WhenAgain hub={hub} />
          {!ended && (
            <div className="panel stack gap-2">
              {isTooLate(hub) && (
                <p className="note late" role="status">
                  <Icon of={TriangleAlert} />
                  <span>{t('lobby.tooLate')}</span>
                </p>
              )}
              <Countdown until={hub.startsAt} label={t('lobby.begins')} />
              <p>
                <Time at={hub.startsAt} /> · {t('minutes', { count: hub.minutes })}
                {hub.extra && <span className="muted"> · {t('lobby.extra')}</span>}
              </p>
              {hub.you.mayLead && hub.you.ownHouse && ['planned', 'lobby'].includes(now) && (
                <MoveMeeting meeting={hub} onChange={onMove} />
              )}
              {hub.dueAt && (
                <Deadline
                  due={hub.dueAt}
                  grade={(hub.grade ?? undefined) as Grade | undefined}
                  what={t('convene.decideBy')}
                />
              )}
            </div>
          )}
          <Here hub={hub} />
        </aside>
      </div>
    </Page>
  );
}

function Mine({ row, joint, begun }: { readonly row: Row; readonly joint: boolean; readonly begun: boolean }) {
  const { t } = useTranslation('hub');
  const answered = row.answeredAt !== null;
  return (
    <div className="panel lobby-mine" data-answered={answered || undefined}>
      <p className="lobby-mine-what">
        {t(answered ? 'lobby.youAnswered' : joint ? 'lobby.youBring' : 'lobby.youAreAsked', { unit: row.unitName })}
      </p>
      {!answered && !joint && <Deadline due={row.dueAt} what={t('lobby.answerBy')} />}
      {answered && begun ? (
        <p className="muted">{t('question.stands')}</p>
      ) : (
        <ButtonLink to={`/fraga/${row.questionId}`} kind={answered ? 'secondary' : 'primary'} icon={PencilLine}>
          {t(answered ? 'lobby.change' : 'lobby.answer')}
        </ButtonLink>
      )}
    </div>
  );
}

const MARKS = {
  answered: CircleCheck,
  'answered-late': CircleCheck,
  awaited: CircleDashed,
  'deputy-awaited': CircleDashed,
  late: Clock,
} as const;

function Unit({ row, ended, joint }: { readonly row: Row; readonly ended: boolean; readonly joint: boolean }) {
  const { t } = useTranslation('hub');
  const [remind, { waiting }] = useAct(RemindDocument);
  const open = row.answeredAt === null && !ended;
  const send = async () => {
    const outcome = await remind({ input: { kind: 'hub-question', id: row.questionId } });
    if (outcome.refusal) toast(outcome.refusal.sentence || t('elements:failing.network.form'));
    else toast(t(outcome.data.remind.told > 0 ? 'lobby.reminded' : 'lobby.remindedJustNow'));
  };
  return (
    <li className="lobby-row" data-state={row.state}>
      <span className="lobby-mark">
        <Icon of={MARKS[row.state as keyof typeof MARKS] ?? CircleDashed} />
      </span>
      <span className="lobby-unit">
        <span className="lobby-name">{row.unitName}</span>
        <span className="small">
          {row.answeredAt ? (
            <>
              {t(joint ? 'jointRow.ready' : (`row.${row.state}` as never))} <Time at={row.answeredAt} as="clock" />
            </>
          ) : (
            <>
              {t(joint ? 'jointRow.preparing' : (`row.${row.state}` as never))}
              {row.awaits && <> · {row.awaits.name}</>}
            </>
          )}
        </span>
        {row.houseKind && row.houseName && (
          <span className="small">
            <AgencyBadge kind={row.houseKind as PartyKind} name={row.houseName} />
          </span>
        )}
        {open && !joint && <Deadline due={row.dueAt} />}
      </span>
      {open && (
        <span className="row gap-2">
          {row.awaits?.phone && (
            <a
              className="button"
              data-kind="secondary"
              data-size="small"
              href={`tel:${row.awaits.phone.replace(/[^\d+]/g, '')}`}
            >
              <Icon of={Phone} />
              <span>{t('lobby.call')}</span>
              <span className="vh"> {row.awaits.name}</span>
            </a>
          )}
          <Button size="small" icon={Bell} isPending={waiting} onPress={() => void send()}>
            {t('lobby.remind')}
            <span className="vh"> {row.unitName}</span>
          </Button>
        </span>
      )}
    </li>
  );
}

function Here({ hub }: { readonly hub: HubViewFragment }) {
  const { t } = useTranslation('hub');
  const here = hub.members.filter(({ staffId }) => hub.present.includes(staffId));
  return (
    <Section title={t('lobby.here', { count: here.length })}>
      {here.length === 0 ? (
        <p className="muted">{t('lobby.nobodyHere')}</p>
      ) : (
        <ul className="lobby-here" role="list">
          {here.map((member) => (
            <li key={member.staffId}>
              <span>{member.name}</span> <span className="muted small">{member.unitName}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">
        {t('lobby.hereWords')} <Link to={`/hubb/${hub.id}/tavla`}>{t('toBoard')}</Link>
      </p>
    </Section>
  );
}
