/** "Hubbar": what one sits in today and which questions wait for one's unit, each with its one next step. */
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { HubsOfTodayDocument, WaitingQuestionsDocument } from '../graphql/generated/hub/graphql.js';
import { useLive } from '../live/connection.js';
import { useViewer } from '../shell/viewer.js';
import './hub.css';

const ANSWERS = ['unit-representative', 'investigator', 'coordinator'];

export function HubsToday() {
  const { t } = useTranslation('hub');
  const role = useViewer()?.acting.role;
  const [hubs, againHubs] = useQuery({ query: HubsOfTodayDocument });
  const [questions, againQuestions] = useQuery({
    query: WaitingQuestionsDocument,
    pause: role === undefined || !ANSWERS.includes(role),
  });
  const house = hubs.data?.me?.acting?.branchId;
  useLive(house ? `hubs:${house}` : null, () => againHubs({ requestPolicy: 'network-only' }), hubs);
  useLive(
    house && questions.data ? `hubs:${house}` : null,
    () => againQuestions({ requestPolicy: 'network-only' }),
    questions,
  );
  const waiting = questions.data?.waitingQuestions ?? [];
  const today = hubs.data?.hubsOfToday ?? [];
  if (waiting.length === 0 && today.length === 0) return null;
  return (
    <Section title={t('now.title')}>
      <ul className="hub-list" role="list">
        {waiting.map((question) => (
          <li key={question.id}>
            <Deadline
              due={question.dueAt}
              from={question.askedAt}
              grade={(question.hub.grade ?? undefined) as Grade | undefined}
              what={t(question.hub.kind === 'joint' ? 'now.askedJoint' : 'now.asked', {
                unit: question.unitName,
                number: question.hub.caseNumber,
              })}
              size="large"
              next={
                <ButtonLink to={`/fraga/${question.id}`} kind="primary">
                  {t('now.answer')}
                </ButtonLink>
              }
            />
          </li>
        ))}
        {today.map((hub) => (
          <li key={hub.id} className="panel hub-line">
            <div className="hub-line-facts">
              <span className="hub-line-time">
                <Time at={hub.startsAt} as="short" />
              </span>
              <span className="hub-line-who">
                {hub.kind === 'joint' && <span>{t('now.joint')} </span>}
                {hub.initials ?? ''} <span className="muted">{hub.caseNumber}</span>
              </span>
              {hub.grade && <GradeBadge grade={hub.grade as Grade} />}
              <span className="muted">{t(`state.${hub.state}` as never)}</span>
            </div>
            <div className="row">
              {['running', 'paused', 'closing'].includes(hub.state) ? (
                <ButtonLink to={`/hubb/${hub.id}/tavla`} kind="primary">
                  {t('toBoard')}
                </ButtonLink>
              ) : (
                <ButtonLink to={`/hubb/${hub.id}`}>{t('toLobby')}</ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
