/** The clock that everyone sees alike, who is in the room, who waits to speak, and what the leader can do. */
import { Hand, Mic, Pause, Play, SkipForward, Square, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaClock } from '#domain/meeting/agenda.js';
import { isBoardOpen } from '#domain/meeting/meeting-states.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import {
  EnterPointDocument,
  GiveFloorDocument,
  MoveInLineDocument,
  MoveMeetingDocument,
  TakeLeadDocument,
} from '../graphql/generated/meeting/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import { countdownFigures, spokenSpan } from '../time/span.js';
import { CalledOff, CallOff } from './CallOff.js';
import { usePointName } from './use-point-name.js';
import { useBoard } from './use-board.js';

interface OfHub {
  readonly hub: HubViewFragment;
}

/** Half an hour by the server's clock; before the start, the time until it. Spoken once a minute. */
export function MeetingClock({ hub }: OfHub) {
  const { t } = useTranslation('meeting');
  const language = useLanguage();
  const { board } = useBoard();
  const now = useServerNow(1000);
  const clock = agendaClock(board.agenda, board.timing, now);
  const begun = board.timing.startedAt !== null;
  if (board.closedAt !== null)
    return (
      <p className="board-clock" data-still>
        <span className="board-clock-label">{t('clock.closed')}</span>
        <span className="board-clock-figures">
          <Time at={board.closedAt} as="clock" />
        </span>
      </p>
    );
  const left = begun ? clock.totalLeft : Date.parse(hub.startsAt) - now;
  const label = begun ? (clock.running ? 'clock.left' : 'clock.paused') : 'clock.begins';
  return (
    <div
      className="board-clock"
      role="timer"
      data-over={left < 0 || undefined}
      data-still={!clock.running || undefined}
    >
      <span className="board-clock-label">{t(left < 0 ? 'clock.over' : label)}</span>
      <span className="board-clock-figures" aria-hidden>
        {left < 0 && '+'}
        {countdownFigures(left)}
      </span>
      <span className="vh">{spokenSpan(Math.floor(left / 60_000) * 60_000, language)}</span>
      {begun && clock.behindBy > 60_000 && (
        <span className="board-behind">{t('clock.behind', { count: Math.round(clock.behindBy / 60_000) })}</span>
      )}
    </div>
  );
}

export const useName = (hub: HubViewFragment) => (staffId: string | null | undefined) =>
  hub.members.find((member) => member.staffId === staffId)?.name ?? '…';

function useTell(): (refusal: Refusal | undefined) => void {
  const { t } = useTranslation('meeting');
  return (refusal) => {
    if (refusal) toast(refusal.fields[0]?.sentence || refusal.sentence || t('notNow'));
  };
}

export function Room({ hub }: OfHub) {
  const { t } = useTranslation('meeting');
  const { board, actNow } = useBoard();
  const nameOf = useName(hub);
  const tell = useTell();
  const { staffId, mayLead } = hub.you;
  const here = Object.keys(board.present);
  const speaks = board.order.floor;
  const inLine = speaks === staffId || board.order.waiting.includes(staffId);
  const open = isBoardOpen(board.state);
  const line = async (what: 'ask' | 'step-back') => tell((await actNow(MoveInLineDocument, { act: what })).refusal);
  const give = async (member: string | null) => tell((await actNow(GiveFloorDocument, { member })).refusal);
  return (
    <div className="room">
      <p className="room-here">
        <span className="room-count">{t('room.here', { count: here.length })}</span>{' '}
        <span className="small muted">
          {here
            .map(nameOf)
            .sort((a, b) => a.localeCompare(b, 'sv'))
            .join(', ')}
        </span>
      </p>
      {board.leader && (
        <p className="small">
          {t('room.leads')} <strong>{nameOf(board.leader)}</strong>
          {board.present[board.leader] === undefined && <span className="room-gone"> {t('room.leaderGone')}</span>}
        </p>
      )}
      {open && (
        <div className="row gap-2">
          {speaks && (
            <span className="room-speaks">
              <Icon of={Mic} />
              {t('room.speaks', { name: nameOf(speaks) })}
            </span>
          )}
          {board.order.waiting.length > 0 && (
            <span className="small">{t('room.waiting', { names: board.order.waiting.map(nameOf).join(', ') })}</span>
          )}
          <Button size="small" icon={Hand} onPress={() => void line(inLine ? 'step-back' : 'ask')}>
            {t(speaks === staffId ? 'room.done' : inLine ? 'room.stepBack' : 'room.ask')}
          </Button>
          {mayLead && board.order.waiting.length > 0 && (
            <Button size="small" icon={SkipForward} onPress={() => void give(null)}>
              {t('room.next')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

export function LeaderControls({ hub }: OfHub) {
  const { t } = useTranslation('meeting');
  const nameOf = usePointName(hub);
  const { board, actNow } = useBoard();
  const tell = useTell();
  const [faults, setFaults] = useState<readonly string[]>([]);
  if (board.state === 'closed' && hub.groupId !== null)
    return (
      <div className="leader">
        <ButtonLink to={`/grupper/${hub.groupId}/mote/${hub.id}`} kind="primary" wide>
          {t('leader.toMinutes')}
        </ButtonLink>
      </div>
    );
  if (board.state === 'closed' && hub.kind === 'joint')
    return hub.you.ownHouse ? (
      <div className="leader">
        <ButtonLink to={`/arende/${hub.caseId}`} kind="primary" wide>
          {t('leader.toCase')}
        </ButtonLink>
      </div>
    ) : null;
  if (board.state === 'closed')
    return (
      <div className="leader">
        {board.decision?.kind === 'more-now' ? (
          // Nothing is handed over: the lobby says when it meets again.
          <ButtonLink to={`/hubb/${hub.id}`} kind="primary" wide>
            {t('hub:toLobby')}
          </ButtonLink>
        ) : (
          <ButtonLink to={`/hubb/${hub.id}/overlamning`} kind="primary" wide>
            {t('leader.handOver')}
          </ButtonLink>
        )}
      </div>
    );
  if (board.state === 'called-off') return <CalledOff />;
  if (!hub.you.mayLead) return null;
  const move = async (step: string) => {
    const { refusal } = await actNow(MoveMeetingDocument, { step, reasons: '' });
    if (refusal && refusal.fields.length > 0) setFaults(refusal.fields.map(({ sentence }) => sentence));
    else {
      setFaults([]);
      tell(refusal);
    }
  };
  const at = board.agenda.findIndex(({ id }) => id === board.timing.point);
  const next = board.agenda[at + 1];
  const enter = async () => next && tell((await actNow(EnterPointDocument, { point: next.id })).refusal);
  const takeLead = async () => tell((await actNow(TakeLeadDocument, {})).refusal);
  const { state } = board;
  return (
    <div className="leader" role="group" aria-label={t('leader.label')}>
      {(state === 'planned' || state === 'lobby') && (
        <Button kind="primary" icon={Play} wide onPress={() => void move('start')}>
          {t('leader.start')}
        </Button>
      )}
      {state === 'running' && next && (
        <Button kind="primary" icon={SkipForward} wide onPress={() => void enter()}>
          {t('leader.next', { point: nameOf(next.id) })}
        </Button>
      )}
      {hub.groupId !== null && (state === 'running' || state === 'closing') && (
        <ButtonLink to={`/grupper/${hub.groupId}/mote/${hub.id}`} wide>
          {t('leader.toMinutes')}
        </ButtonLink>
      )}
      {state === 'running' && (
        <Button icon={Pause} wide onPress={() => void move('pause')}>
          {t('leader.pause')}
        </Button>
      )}
      {(state === 'paused' || state === 'closing') && (
        <Button
          icon={Play}
          wide
          kind={state === 'paused' ? 'primary' : 'secondary'}
          onPress={() => void move('resume')}
        >
          {t('leader.resume')}
        </Button>
      )}
      {(state === 'running' || state === 'paused') && (
        <Button icon={Square} wide kind={next ? 'secondary' : 'primary'} onPress={() => void move('begin-closing')}>
          {t('leader.beginClosing')}
        </Button>
      )}
      {state === 'closing' && (
        <Button kind="primary" icon={Square} wide onPress={() => void move('close')}>
          {t('leader.close')}
        </Button>
      )}
      {faults.length > 0 && (
        <ul className="leader-faults" role="alert">
          {faults.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {isBoardOpen(state) && board.leader !== null && board.leader !== hub.you.staffId && (
        <Button icon={UserCheck} wide onPress={() => void takeLead()}>
          {t('leader.take')}
        </Button>
      )}
      {(state === 'planned' || state === 'lobby') && <CallOff hub={hub} />}
    </div>
  );
}
