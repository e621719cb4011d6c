/** "Vad vet er enhet?" — three big choices, a few lines, send: within a minute, with one hand, on a phone. [S0] */
import { CircleCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useQuery, type UseQueryState } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Conflict } from '../elements/Conflict.js';
import { Deadline } from '../elements/Deadline.js';
import { Choices } from '../elements/fields/choices.js';
import { dropDraft, findDraft, keepDraft } from '../elements/form/drafts.js';
import { OwnWords } from '../elements/OwnWords.js';
import { ownWordsAbout } from '../elements/own-words.js';
import type { Grade } from '../elements/GradeBadge.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { NO_MARKS } from '../elements/marks.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { UntilLeft } from '../elements/UntilLeft.js';
import {
  AnswerHubQuestionDocument,
  HubOfQuestionDocument,
  HubQuestionDocument,
  QuestionEndDocument,
  type HubQuestionQuery,
} from '../graphql/generated/hub/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useCase } from '../live/case.js';
import { useIsLeft, useSight } from '../live/sight.js';
import { AnswerPart, type KeptPart } from './AnswerPart.js';
import { firstCategoryOf } from './answer-categories.js';
import { isBegun, isEnded } from './meeting-state.js';
import './hub.css';

interface KeptAnswer {
  readonly knowledge: string;
  readonly parts: readonly KeptPart[];
}

/** What one has begun to write, and the version of the answer that was there then. */
interface OwnAnswer extends KeptAnswer {
  readonly base: number;
}

type Asked = HubQuestionQuery['hubQuestion'];

/** At a joint table one brings something or not: whether one had contact before is a thing of its own. */
const JOINT_KNOWLEDGE = ['knows', 'does-not-know'] as const;
const KNOWLEDGE = ['knows', 'knew', 'does-not-know'] as const;

export default function QuestionPage() {
  const { t } = useTranslation('hub');
  const { questionId = '' } = useParams();
  return (
    <UntilLeft key={questionId} title={t('question.title')} own={<Unsent questionId={questionId} />}>
      {(onLeft) => <Question questionId={questionId} onLeft={onLeft} />}
    </UntilLeft>
  );
}

interface Read {
  readonly reading: UseQueryState<HubQuestionQuery>;
  readonly again: () => void;
}

interface AskedOf {
  readonly questionId: string;
  readonly onLeft: (at: string) => void;
}

function Question({ questionId, onLeft }: AskedOf) {
  const { t } = useTranslation('hub');
  const [reading, again] = useQuery({ query: HubQuestionDocument, variables: { id: questionId } });
  const { data, error, fetching } = reading;
  const asked = data?.hubQuestion;
  const isLeft = useQuestionLeft({ questionId, reading, again, onLeft });
  const refusal = error && !asked ? refusalOf(error) : undefined;
  // Whoever follows the hub without being asked comes to its lobby.
  const others = refusal?.code === 'NOT_YOUR_QUESTION' || refusal?.code === 'NOT_ALLOWED';
  const [hub] = useQuery({ query: HubOfQuestionDocument, variables: { questionId }, pause: !others });
  if (isLeft) return null;
  if (hub.data) return <Navigate to={`/hubb/${hub.data.hubOfQuestion}`} replace />;
  const child = asked?.circle.find(({ kind }) => kind === 'person')?.person;
  return (
    <Page
      title={t(asked?.hub.kind === 'joint' ? 'question.jointTitle' : 'question.title')}
      above={asked && `${asked.unitName} · ${asked.hub.caseNumber}`}
      heading={
        child ? (
          <>
            {t('question.heading')}{' '}
            <PersonName name={child.name} initials={child.initials} protection={child.protection as Protection} />?
          </>
        ) : undefined
      }
      width="ask"
    >
      {refusal && !hub.fetching && (
        <Failing refusal={refusal} onRetry={again} own={<Unsent questionId={questionId} />} />
      )}
      {fetching && !asked && <Waiting lines={6} />}
      {asked && <Answering key={asked.id} asked={asked} again={() => again({ requestPolicy: 'network-only' })} />}
    </Page>
  );
}

/**
 * What a colleague changes meanwhile is met when one sends; of a change only this is asked, how long the question is the
 * reader's own.
 */
function useQuestionLeft({ questionId, reading, again, onLeft }: AskedOf & Read): boolean {
  const { data, error } = reading;
  const asked = data?.hubQuestion;
  const { ownHouse, hub } = asked ?? {};
  const [end, askEnd] = useQuery({ query: QuestionEndDocument, variables: { id: questionId }, pause: true });
  const { until } = end.data?.hubQuestion ?? asked ?? {};
  const isLeft = useCase({ caseId: ownHouse ? (hub?.caseId ?? null) : null, until, again: askEnd, onLeft, reading });
  // A guest of another house does not see its case: theirs hears that its sight of it has changed.
  const guest = ownHouse === false ? data?.me?.acting?.branchId : undefined;
  const address = guest ? `sight:${guest}` : null;
  useSight({ address, about: hub?.id ?? '', caseId: hub?.caseId, again, onLeft, reading });
  const isGone = useIsLeft({ about: questionId, isShown: asked !== undefined, error, onLeft });
  return isLeft || isGone;
}

/** What the unit had not sent when the question left it: it is the writer's own, to be taken along. */
const Unsent = ({ questionId }: { readonly questionId: string }) => (
  <OwnWords key={questionId} name={`question:${questionId}`} written={() => ownWordsAbout(questionId)} />
);

function startOf(asked: Asked): KeptAnswer {
  return {
    knowledge: asked.knowledge ?? '',
    parts: asked.parts.map(({ category, text, about, revealsPlace }) => ({
      ...{ category, text, about, revealsPlace },
      stood: text,
    })),
  };
}

/** An answer as one reads it: whether the unit knows, and each part under its kind with what it is marked with. */
function useAnswerWords({ hub, circle }: Asked): (answer: KeptAnswer) => string {
  const { t } = useTranslation('hub');
  const marksOf = ({ about, revealsPlace }: KeptPart): string[] => [
    ...circle.flatMap(({ kind, person }) =>
      kind !== 'person' && about.includes(person.personId) ? [person.name] : [],
    ),
    ...(revealsPlace ? [t('elements:saidAbout.place')] : []),
  ];
  const partOf = (part: KeptPart): string =>
    [`${t(`category.${part.category}` as never)}: ${part.text}`, ...marksOf(part)].join(' · ');
  return ({ knowledge, parts }) =>
    [
      knowledge && t(`${hub.kind === 'joint' ? 'jointKnowledge' : 'knowledge'}.${knowledge}` as never),
      ...(tellsOf(knowledge) ? parts.map(partOf) : []),
    ].join('\n');
}

const tellsOf = (knowledge: string): boolean => knowledge === 'knows' || knowledge === 'knew';

/** All that either of the two tells. */
const together = (theirs: KeptAnswer, mine: KeptAnswer): KeptAnswer => ({
  knowledge: tellsOf(mine.knowledge) ? mine.knowledge : theirs.knowledge,
  parts: [theirs, mine].flatMap(({ knowledge, parts }) => (tellsOf(knowledge) ? parts : [])),
});

function Answering({ asked, again }: { readonly asked: Asked; readonly again: () => void }) {
  const { t } = useTranslation('hub');
  const [answer, { waiting }] = useAct(AnswerHubQuestionDocument);
  const draft = `question:${asked.id}`;
  const [own, setOwn] = useState(() => findDraft<OwnAnswer>(draft));
  const [refusal, setRefusal] = useState<Refusal>();
  const [sent, setSent] = useState<{ hubId: string; late: boolean; version: number }>();
  const begun = isBegun(asked.hub.state);
  const stands = startOf(asked);
  const written: KeptAnswer = own ?? stands;
  const words = useAnswerWords(asked);
  // A colleague has answered since one began: nothing is sent before both answers have been seen.
  const clashes =
    own !== undefined && own.base !== asked.version && asked.answeredAt !== null && words(own) !== words(stands);
  const keep = (next: OwnAnswer) => {
    keepDraft(draft, next);
    setOwn(next);
  };
  const change = (next: KeptAnswer) => keep({ ...next, base: own?.base ?? asked.version });
  const settle = (next: KeptAnswer) => {
    keep({ ...next, base: asked.version });
    setRefusal(undefined);
  };
  const empty = (): KeptPart => ({ category: firstCategoryOf(asked.unitKind), text: '', ...NO_MARKS });
  const choose = (knowledge: string) =>
    change({
      knowledge,
      parts: knowledge === 'does-not-know' || written.parts.length > 0 ? written.parts : [empty()],
    });
  const setPart = (at: number, part: KeptPart) =>
    change({ ...written, parts: written.parts.map((one, place) => (place === at ? part : one)) });
  const tells = tellsOf(written.knowledge);
  const send = async () => {
    const outcome = await answer({
      input: {
        questionId: asked.id,
        version: asked.version,
        knowledge: written.knowledge,
        parts: tells ? written.parts.map(({ stood: _stood, ...part }) => ({ ...part, about: [...part.about] })) : [],
      },
    });
    setRefusal(outcome.refusal);
    // A given answer that may not be changed stands, once the meeting has begun: the page is to say so, with one's words beside.
    if (outcome.refusal && (outcome.refusal.code === 'CONFLICT' || asked.answeredAt !== null)) again();
    if (outcome.refusal) return;
    dropDraft(draft);
    setOwn(undefined);
    setSent({ ...outcome.data.answerHubQuestion, version: asked.version });
  };
  if (begun && asked.answeredAt !== null)
    return <Standing asked={asked} answeredAt={asked.answeredAt} words={words(stands)} />;
  if (sent?.version === asked.version) return <Sent asked={asked} sent={sent} onChange={again} />;
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  return (
    <form
      className="stack gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {asked.answeredAt === null ? (
        <Deadline
          due={asked.dueAt}
          from={asked.askedAt}
          grade={(asked.hub.grade ?? undefined) as Grade | undefined}
          what={t('lobby.answerBy')}
          size="large"
        />
      ) : (
        <p className="note">
          {t('question.answered')} <Time at={asked.answeredAt} as="short" />
        </p>
      )}
      <Choices
        label={t(asked.hub.kind === 'joint' ? 'question.askJoint' : 'question.ask')}
        value={written.knowledge}
        onChange={choose}
        error={errorOf('knowledge')}
        choices={
          asked.hub.kind === 'joint'
            ? JOINT_KNOWLEDGE.map((id) => ({
                id,
                label: t(`jointKnowledge.${id}`),
                help: t(`jointKnowledgeHelp.${id}`),
              }))
            : KNOWLEDGE.map((id) => ({ id, label: t(`knowledge.${id}`), help: t(`knowledgeHelp.${id}`) }))
        }
      />
      {tells &&
        written.parts.map((part, at) => (
          <AnswerPart
            key={at}
            asked={asked}
            part={part}
            at={at}
            errorOf={errorOf}
            onChange={(next) => setPart(at, next)}
            onRemove={
              written.parts.length > 1
                ? () => change({ ...written, parts: written.parts.filter((_, place) => place !== at) })
                : undefined
            }
          />
        ))}
      {tells && (
        <Button icon={Plus} onPress={() => change({ ...written, parts: [...written.parts, empty()] })}>
          {t('question.more')}
        </Button>
      )}
      {refusal && !clashes && (
        <p className="hub-refused" role="alert">
          {refusal.code === 'CONFLICT'
            ? t('question.conflict')
            : refusal.sentence || t('elements:failing.network.form')}
          {refusal.code === 'CONFLICT' && (
            <Button size="small" onPress={again}>
              {t('question.readTheirs')}
            </Button>
          )}
        </p>
      )}
      {clashes && asked.answeredAt && (
        <Conflict
          mine={{ text: words(written), writer: t('question.you') }}
          theirs={{ text: words(stands), writer: asked.unitName, at: asked.answeredAt }}
          onSettle={(_text, whose) => settle(whose === 'theirs' ? stands : written)}
          onMerge={() => settle(together(stands, written))}
        />
      )}
      {!clashes && (
        <div className="hub-send hub-send-stick">
          <Button
            type="submit"
            kind="primary"
            size="large"
            wide
            isPending={waiting}
            isDisabled={written.knowledge === ''}
          >
            {t(asked.answeredAt === null ? 'question.send' : 'question.sendAgain')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What the unit has said, and where one says what is new. */
function Standing({
  asked,
  answeredAt,
  words,
}: {
  readonly asked: Asked;
  readonly answeredAt: string;
  readonly words: string;
}) {
  const { t } = useTranslation('hub');
  const isOver = isEnded(asked.hub.state);
  return (
    <div className="stack gap-6">
      <div className="panel stack">
        <p>
          {t(isOver ? 'question.standsAfter' : 'question.stands')} <Time at={answeredAt} as="short" />
        </p>
        <p className="hub-standing">{words}</p>
        <div className="row">
          <ButtonLink to={`/hubb/${asked.hub.id}${isOver ? '' : '/tavla'}`} kind="primary">
            {t(isOver ? 'toLobby' : 'toBoard')}
          </ButtonLink>
        </div>
      </div>
      <Unsent questionId={asked.id} />
    </div>
  );
}

function Sent({
  asked,
  sent,
  onChange,
}: {
  readonly asked: Asked;
  readonly sent: { readonly hubId: string; readonly late: boolean };
  readonly onChange: () => void;
}) {
  const { t } = useTranslation('hub');
  return (
    <div className="panel stack hub-sent" role="status">
      <p className="hub-sent-title">
        <Icon of={CircleCheck} />
        {t('question.thanks')}
      </p>
      <p>{t(sent.late ? 'question.sentLate' : 'question.sentInTime')}</p>
      <p>
        {t('question.meets')} <Time at={asked.hub.startsAt} />
      </p>
      <div className="row">
        <ButtonLink to={`/hubb/${sent.hubId}`} kind="primary">
          {t('toLobby')}
        </ButtonLink>
        {!isBegun(asked.hub.state) && <Button onPress={onChange}>{t('lobby.change')}</Button>}
      </div>
    </div>
  );
}
