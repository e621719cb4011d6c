/** A question from another house's investigation: whom it is about, three big choices, a few lines, send. [S0] */
import { CircleCheck, Phone, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { dropDraft, findDraft, keepDraft } from '../elements/form/drafts.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { PersonName } from '../elements/PersonName.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import {
  AnswerInquiryDocument,
  AskedInquiryDocument,
  type AnswerInquiryMutation,
  type AskedInquiryQuery,
} from '../graphql/generated/inquiry/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import './inquiry.css';

type Asked = AskedInquiryQuery['inquiry'];

interface Part {
  readonly category: string;
  readonly text: string;
  readonly revealsPlace: boolean;
}

interface Written {
  readonly knowledge: string;
  readonly parts: readonly Part[];
}

const KNOWLEDGE = ['knows', 'knew', 'does-not-know'] as const;

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map(([letter = '']) => letter)
    .join('');

export default function AskedPage() {
  const { t } = useTranslation('inquiry');
  const { id = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({ query: AskedInquiryDocument, variables: { id } });
  const asked = data?.inquiry;
  const refusal = error && !asked ? refusalOf(error) : undefined;
  return (
    <Page
      title={t('asked.title')}
      above={asked && `${asked.askingHouse} · ${asked.askedBy}`}
      heading={
        asked ? (
          <>
            {t('asked.heading')} <PersonName name={asked.name} initials={initialsOf(asked.name)} />?
          </>
        ) : undefined
      }
      width="ask"
    >
      {refusal?.code === 'NOT_FOUND' ? (
        <div className="note stack">
          <p>{t('asked.gone')}</p>
          <ButtonLink to="/nu">{t('asked.toNow')}</ButtonLink>
        </div>
      ) : (
        refusal && <Failing refusal={refusal} onRetry={again} />
      )}
      {fetching && !asked && <Waiting lines={6} />}
      {asked && <Answering key={asked.version} asked={asked} again={() => again({ requestPolicy: 'network-only' })} />}
    </Page>
  );
}

function Answering({ asked, again }: { readonly asked: Asked; readonly again: () => void }) {
  const { t } = useTranslation('inquiry');
  const [answer, { waiting }] = useAct(AnswerInquiryDocument);
  const draft = `inquiry:${asked.id}`;
  const [written, setWritten] = useState<Written>(
    () =>
      findDraft<Written>(draft) ?? {
        knowledge: asked.knowledge ?? '',
        parts: asked.parts.map(({ category, text, revealsPlace }) => ({ category, text, revealsPlace })),
      },
  );
  const [refusal, setRefusal] = useState<Refusal>();
  const [sent, setSent] = useState<AnswerInquiryMutation['answerInquiry']>();
  const change = (next: Written) => {
    keepDraft(draft, next);
    setWritten(next);
  };
  const empty = (): Part => ({
    category: asked.categories.find((one) => !written.parts.some(({ category }) => category === one)) ?? '',
    text: '',
    revealsPlace: false,
  });
  const tells = written.knowledge === 'knows' || written.knowledge === 'knew';
  const setPart = (at: number, part: Part) =>
    change({ ...written, parts: written.parts.map((one, place) => (place === at ? part : one)) });
  const send = async () => {
    const outcome = await answer({
      input: {
        inquiryId: asked.id,
        version: asked.version,
        knowledge: written.knowledge,
        parts: tells ? written.parts.map((part) => ({ ...part })) : [],
      },
    });
    if (outcome.refusal) {
      setRefusal(outcome.refusal);
      return;
    }
    dropDraft(draft);
    setSent(outcome.data.answerInquiry);
  };
  if (sent) return <Sent {...{ asked, sent }} onChange={again} />;
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  return (
    <form
      className="stack gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="stack gap-2">
        <p>
          {t('asked.born', { born: asked.born })}
          {asked.personalNumber && ` · ${asked.personalNumber.slice(0, 8)}-${asked.personalNumber.slice(8)}`}{' '}
          <GroundTag ground={asked.ground} />
        </p>
        <p className="muted">{t(asked.byOwnYes ? 'asked.whyAdult' : 'asked.why')}</p>
        <CallAsking asked={asked} />
      </div>
      {asked.answeredAt === null ? (
        <Deadline due={asked.dueAt} from={asked.askedAt} what={t('asked.answerBy')} size="large" />
      ) : (
        <p className="note">
          {t('asked.answered')} <Time at={asked.answeredAt} as="short" />
        </p>
      )}
      {asked.unshown > 0 && <p className="note">{t('asked.unshown', { count: asked.unshown })}</p>}
      <Choices
        label={t('asked.ask')}
        value={written.knowledge}
        onChange={(knowledge) =>
          change({
            knowledge,
            parts: knowledge === 'does-not-know' || written.parts.length > 0 ? written.parts : [empty()],
          })
        }
        error={errorOf('knowledge')}
        choices={KNOWLEDGE.map((word) => ({
          id: word,
          label: t(`knowledge.${word}`),
          help: t(`knowledgeHelp.${word}`),
        }))}
      />
      {tells &&
        written.parts.map((part, at) => (
          <fieldset key={at} className="panel stack inquiry-part">
            <legend className="vh">{t('asked.part', { number: at + 1 })}</legend>
            <TextArea
              label={t('asked.what')}
              value={part.text}
              rows={4}
              onChange={(text) => setPart(at, { ...part, text })}
              error={errorOf(`parts.${at}.text`)}
              after={
                <WhoSeesThis
                  readers={[
                    { id: 'asking', kind: 'social-services', name: t('asked.sees'), sees: true },
                    { id: 'own', kind: asked.unitKind as PartyKind, name: t('asked.own'), sees: false },
                    { id: 'family', kind: 'guardian', name: t('asked.family'), sees: false },
                  ]}
                />
              }
            />
            <Select
              label={t('asked.category')}
              value={part.category}
              onChange={(category) => setPart(at, { ...part, category })}
              error={errorOf(`parts.${at}.category`)}
              options={asked.categories.map((one) => ({ id: one, label: t(`share:category.${one}` as never) }))}
            />
            {/* The asked house is told nothing of a protection: everyone is asked alike, whomever it is about. */}
            <Checkbox
              label={t('share:what.place')}
              help={t('share:what.placeHelp')}
              value={part.revealsPlace}
              onChange={(revealsPlace) => setPart(at, { ...part, revealsPlace })}
            />
            {written.parts.length > 1 && (
              <Button
                kind="quiet"
                size="small"
                icon={Trash2}
                onPress={() => change({ ...written, parts: written.parts.filter((_, place) => place !== at) })}
              >
                {t('asked.remove')}
              </Button>
            )}
          </fieldset>
        ))}
      {tells && (
        <Button icon={Plus} onPress={() => change({ ...written, parts: [...written.parts, empty()] })}>
          {t('asked.more')}
        </Button>
      )}
      {refusal && (
        <div className="inquiry-fault" role="alert">
          <p>{refusal.code === 'CONFLICT' ? t('asked.conflict') : refusal.sentence}</p>
          {refusal.code === 'CONFLICT' && (
            <Button size="small" onPress={again}>
              {t('asked.readTheirs')}
            </Button>
          )}
        </div>
      )}
      <Button type="submit" kind="primary" size="large" wide isPending={waiting} isDisabled={written.knowledge === ''}>
        {t(asked.answeredAt === null ? 'asked.send' : 'asked.sendAgain')}
      </Button>
    </form>
  );
}

/** Whoever asked, in whichever post: to be called from where one is asked to. */
function CallAsking({ asked }: { readonly asked: Pick<Asked, 'askedBy' | 'askedByPhone'> }) {
  const { t } = useTranslation('inquiry');
  if (!asked.askedByPhone) return null;
  return (
    <p>
      <a href={`tel:${asked.askedByPhone}`} className="inquiry-call">
        <Icon of={Phone} /> {t('asked.call', { name: asked.askedBy })}
      </a>
    </p>
  );
}

interface SentProps {
  readonly asked: Asked;
  readonly sent: AnswerInquiryMutation['answerInquiry'];
  readonly onChange: () => void;
}

function Sent({ asked, sent, onChange }: SentProps) {
  const { t } = useTranslation('inquiry');
  return (
    <div className="panel stack inquiry-sent" role="status">
      <p className="inquiry-answered">
        <Icon of={CircleCheck} />
        {t('asked.thanks')}
      </p>
      <p>{t(sent.late ? 'asked.sentLate' : 'asked.sentInTime')}</p>
      {sent.places > 0 && <p className="note">{t('asked.places', { count: sent.places })}</p>}
      {sent.kept > 0 && <p className="note">{t('asked.kept', { count: sent.kept })}</p>}
      {sent.places + sent.kept > 0 && <CallAsking asked={asked} />}
      <div className="row">
        <ButtonLink to="/nu" kind="primary">
          {t('asked.toNow')}
        </ButtonLink>
        <Button onPress={onChange}>{t('asked.change')}</Button>
      </div>
    </div>
  );
}
