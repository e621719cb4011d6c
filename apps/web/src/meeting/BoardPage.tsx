/**
 * The live board: the clock, the agenda, a column for each unit, the joint map, the joint assessment and the decision; to
 * be read on a wall at four metres and on a phone in a car. [S0]
 */
import { ArrowLeft, CloudOff, Users, Video } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { OwnWords } from '../elements/OwnWords.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Revoked, Waiting } from '../elements/states.js';
import { HubLobbyDocument, type HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { isRevoked } from '../live/sight.js';
import { AgendaColumn } from './AgendaColumn.js';
import { AgendaNews } from './AgendaNews.js';
import { DecisionPanel } from './DecisionPanel.js';
import { JointMap } from './JointMap.js';
import { JointText } from './JointText.js';
import { LeaderControls, MeetingClock, Room } from './MeetingTop.js';
import { initialsOf } from './named.js';
import { ReadText } from './ReadText.js';
import { OwnDraft } from './SightNote.js';
import { UnitColumns } from './UnitColumns.js';
import { leftBoard } from './unsent.js';
import { useSharedBoard } from './use-board-for-all.js';
import { BoardContext, useLiveBoard, type LiveBoard } from './use-board.js';
import './board-content.css';
import './board.css';

export default function BoardPage() {
  const { t } = useTranslation('meeting');
  const { id = '' } = useParams();
  const board = useLiveBoard(id);
  const [reading, again] = useQuery({ query: HubLobbyDocument, variables: { id } });
  const { data, error } = reading;
  // What the board is told of its end holds for the lobby too: to ask again would only be refused.
  const heard = data && board.revokedAt === undefined ? `hub:${id}` : null;
  useLive(heard, (event) => isRevoked(event) || again(), reading);
  const known = board.board.attended;
  const strangers = useMemo(
    () => Object.keys(known).some((staffId) => !data?.hub.members.some((member) => member.staffId === staffId)),
    [known, data],
  );
  // Someone came who was not on the case when the page was opened: their name is asked for.
  useEffect(() => {
    if (data && strangers) again();
  }, [strangers]); // eslint-disable-line react-hooks/exhaustive-deps -- asked once for each newcomer, not at every answer
  if (board.revokedAt !== undefined)
    return (
      <Page title={t('title')} width="read">
        <div className="stack gap-5">
          <Revoked at={new Date(board.revokedAt).toISOString()} hadFocus={!board.wroteWhenRevoked} />
          <OwnDraft hubId={id} wrote={board.wroteWhenRevoked ?? false} />
        </div>
      </Page>
    );
  const refusal = board.refusal ?? (error && !data ? refusalOf(error) : undefined);
  if (refusal)
    return (
      <Page title={t('title')} width="read">
        <Failing refusal={refusal} onRetry={() => location.reload()} own={<OwnDraft hubId={id} wrote={false} />} />
      </Page>
    );
  if (!data || !board.loaded)
    return (
      <Page title={t('title')}>
        <Waiting lines={8} />
      </Page>
    );
  return <Board hub={data.hub} board={board} />;
}

/** Initials, as on any wall; whoever may not be told sees the number that the parties say. */
const shownAs = ({ person, named, caseNumber }: HubViewFragment): string =>
  person?.initials ?? (named ? initialsOf(named.text) : caseNumber);

function Board({ hub, board: live }: { readonly hub: HubViewFragment; readonly board: LiveBoard }) {
  const { t } = useTranslation('meeting');
  const { board, shared, people, forAll } = useSharedBoard(live);
  const joint = hub.kind === 'joint';
  const jumps = joint
    ? (['pictures', 'map', 'steps'] as const)
    : (['pictures', 'map', 'assessment', 'decision'] as const);
  useEffect(() => {
    document.title = `${t('title')} · Samnav`;
  }, [t]);
  return (
    <BoardContext value={board}>
      <div className="board" data-state={board.board.state}>
        <header className="board-top">
          <div className="board-who">
            <Link className="board-back" to={`/hubb/${hub.id}`}>
              <Icon of={ArrowLeft} />
              <span>{t(joint ? 'hub:lobby.jointTitle' : 'hub:lobby.title')}</span>
            </Link>
            <h1 tabIndex={-1}>
              {/* A wall is seen by whoever passes: initials, whatever the screen. */}
              <PersonName
                initials={shownAs(hub)}
                protection={(hub.person?.protection ?? 'none') as Protection}
                initialsOnly
              />
            </h1>
            <p className="board-facts">
              {hub.grade && <GradeBadge grade={hub.grade as Grade} />}
              {joint && <span className="board-kind">{t('joint')}</span>}
              <span>{hub.caseNumber}</span>
              <span className="board-state">{t(`hub:state.${board.board.state}` as never)}</span>
              {shared && (
                <span className="board-shared" role="status">
                  <Icon of={Users} />
                  {people === null ? t('shared.asking') : t('shared.shows', { count: people })}
                </span>
              )}
              {board.waiting > 0 && (
                <span className="board-waiting" role="status">
                  <Icon of={CloudOff} />
                  {t('waiting', { count: board.waiting })}
                </span>
              )}
            </p>
          </div>
          <MeetingClock hub={hub} />
          <div className="board-room">
            {hub.videoUrl && (
              <a className="button" data-kind="secondary" href={hub.videoUrl} target="_blank" rel="noreferrer noopener">
                <Icon of={Video} />
                <span>{t('hub:lobby.video')}</span>
              </a>
            )}
            <Room hub={hub} />
          </div>
        </header>
        <nav className="board-jump" aria-label={t('jump.label')}>
          {jumps.map((part) => (
            <a key={part} href={`#${part === 'steps' ? 'assessment' : part}`}>
              {t(`jump.${part}`)}
            </a>
          ))}
        </nav>
        <div className="board-agenda">
          <AgendaColumn hub={hub} />
          {hub.groupId !== null && <AgendaNews hubId={hub.id} groupId={hub.groupId} forAll={forAll} />}
          <LeaderControls hub={hub} />
        </div>
        <UnitColumns hub={hub} />
        <JointMap hub={hub} />
        <div className="board-side">
          {/* What was taken along when the board left, for whom it has come back to; never on a wall. */}
          {!shared && <OwnWords name={leftBoard(hub.id)} written={() => []} />}
          {!joint && (shared ? <ReadText text="joint-assessment" /> : <JointText hub={hub} text="joint-assessment" />)}
          {!joint && <DecisionPanel hub={hub} />}
          {joint &&
            (hub.you.ownHouse && !shared ? <JointText hub={hub} text="next-steps" /> : <ReadText text="next-steps" />)}
        </div>
      </div>
    </BoardContext>
  );
}
