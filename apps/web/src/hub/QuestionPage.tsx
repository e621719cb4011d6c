/** "Vad vet er enhet?" — three big choices, a few lines, send: within a minute, with one hand, on a phone. [S0] */
import { CircleCheck, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { dropDraft, findDraft, keepDraft } from '../elements/form/drafts.js';
import { TextArea } from '../elements/fields/TextField.js';
import type { Grade } from '../elements/GradeBadge.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { WhoSeesThis, type Reader } from '../elements/WhoSeesThis.js';
import {
  AnswerHubQuestionDocument,
  HubOfQuestionDocument,
  HubQuestionDocument,
  type HubQuestionQuery,
} from '../graphql/generated/hub/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { TableReaders } from '../meeting/TableReaders.js';
import { ANSWER_CATEGORIES, firstCategoryOf } from './answer-categories.js';
import './hub.css';

interface KeptPart {
  readonly category: string;
  readonly text: string;
  readonly about: readonly string[];
}

interface KeptAnswer {
  readonly knowledge: string;
  readonly parts: readonly KeptPart[];
}

type Asked = HubQuestionQuery['hubQuestion'];

/** At a joint table one brings something or not: whether one had contact before is a thing of its own. */
const JOINT_KNOWLEDGE = ['knows', 'does-not-know'] as const;
const KNOWLEDGE = ['knows', 'knew', 'does-not-know'] as const;

export default function QuestionPage() {
  const { t } = useTranslation('hub');
  const { questionId = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({ query: HubQuestionDocument, variables: { id: questionId } });
  const asked = data?.hubQuestion;
  const refusal = error && !asked ? refusalOf(error) : undefined;
  // Whoever follows the hub without being asked comes to its lobby.
  const others = refusal?.code === 'NOT_YOUR_QUESTION' || refusal?.code === 'NOT_ALLOWED';
  const [hub] = useQuery({ query: HubOfQuestionDocument, variables: { questionId }, pause: !others });
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
      {refusal && !hub.fetching && <Failing refusal={refusal} onRetry={again} />}
      {fetching && !asked && <Waiting lines={6} />}
      {asked && <Answering key={asked.version} asked={asked} again={again} />}
    </Page>
  );
}

function startOf(asked: Asked): KeptAnswer {
  return {
    knowledge: asked.knowledge ?? '',
    parts: asked.parts.map(({ category, text, about }) => ({ category, text, about })),
  };
}

function Answering({ asked, again }: { readonly asked: Asked; readonly again: () => void }) {
  const { t } = useTranslation('hub');
  const [answer, { waiting }] = useAct(AnswerHubQuestionDocument);
  const [written, setWritten] = useState<KeptAnswer>(
    () => findDraft<KeptAnswer>(`question:${asked.id}`) ?? startOf(asked),
  );
  const [refusal, setRefusal] = useState<Refusal>();
  const [sent, setSent] = useState<{ hubId: string; late: boolean }>();
  const begun = !['planned', 'lobby'].includes(asked.hub.state);
  const change = (next: KeptAnswer) => {
    keepDraft(`question:${asked.id}`, next);
    setWritten(next);
  };
  const empty = (): KeptPart => ({ category: firstCategoryOf(asked.unitKind), text: '', about: [] });
  const choose = (knowledge: string) =>
    change({
      knowledge,
      parts: knowledge === 'does-not-know' || written.parts.length > 0 ? written.parts : [empty()],
    });
  const setPart = (at: number, part: KeptPart) =>
    change({ ...written, parts: written.parts.map((one, place) => (place === at ? part : one)) });
  const tells = written.knowledge === 'knows' || written.knowledge === 'knew';
  const send = async () => {
    const outcome = await answer({
      input: {
        questionId: asked.id,
        version: asked.version,
        knowledge: written.knowledge,
        parts: tells ? written.parts.map((part) => ({ ...part, about: [...part.about] })) : [],
      },
    });
    if (outcome.refusal) {
      setRefusal(outcome.refusal);
      return;
    }
    dropDraft(`question:${asked.id}`);
    setSent(outcome.data.answerHubQuestion);
  };
  if (sent) return <Sent asked={asked} sent={sent} onChange={again} />;
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
          {t(begun ? 'question.stands' : 'question.answered')} <Time at={asked.answeredAt} as="short" />
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
          <Part
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
      {refusal && (
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
    </form>
  );
}

function Part(props: {
  readonly asked: Asked;
  readonly part: KeptPart;
  readonly at: number;
  readonly errorOf: (field: string) => string | undefined;
  readonly onChange: (part: KeptPart) => void;
  readonly onRemove?: () => void;
}) {
  const { asked, part, at, errorOf, onChange, onRemove } = props;
  const { t } = useTranslation('hub');
  const child = asked.circle.find(({ kind }) => kind === 'person')?.person.personId;
  const others = asked.circle.filter(({ person }) => person.personId !== child);
  const readers: readonly Reader[] = [
    { id: 'hub', kind: 'social-services', name: t('question.seesHub'), sees: true },
    { id: 'police', kind: 'police', name: t('question.police'), sees: false },
    { id: 'school', kind: 'school', name: t('question.school'), sees: false },
    { id: 'family', kind: 'guardian', name: t('question.family'), sees: false },
  ];
  return (
    <fieldset className="panel stack hub-part">
      <legend className="vh">{t('question.part', { number: at + 1 })}</legend>
      <TextArea
        label={t(asked.hub.kind === 'joint' ? 'question.whatJoint' : 'question.what')}
        value={part.text}
        rows={4}
        onChange={(text) => onChange({ ...part, text })}
        error={errorOf(`parts.${at}.text`)}
        after={
          asked.hub.kind === 'joint' ? (
            <TableReaders hubId={asked.hub.id} category={part.category} />
          ) : (
            <WhoSeesThis readers={readers} />
          )
        }
      />
      <Select
        label={t('question.category')}
        value={part.category}
        onChange={(category) => onChange({ ...part, category })}
        error={errorOf(`parts.${at}.category`)}
        options={ANSWER_CATEGORIES.map((id) => ({ id, label: t(`category.${id}`) }))}
      />
      {others.length > 0 && (
        <details className="hub-about">
          <summary>{t('question.about')}</summary>
          <div className="stack gap-2">
            {others.map(({ person, kind }) => (
              <Checkbox
                key={person.personId}
                label={<PersonName name={person.name} initials={person.initials} />}
                help={t(`circle.${kind}` as never, { defaultValue: t('circle.close') })}
                value={part.about.includes(person.personId)}
                onChange={(on) =>
                  onChange({
                    ...part,
                    about: on ? [...part.about, person.personId] : part.about.filter((id) => id !== person.personId),
                  })
                }
              />
            ))}
          </div>
        </details>
      )}
      {onRemove && (
        <Button kind="quiet" size="small" icon={Trash2} onPress={onRemove}>
          {t('question.remove')}
        </Button>
      )}
    </fieldset>
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
        <Button onPress={onChange}>{t('lobby.change')}</Button>
      </div>
    </div>
  );
}
