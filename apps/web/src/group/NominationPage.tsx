/** The preparatory decision on a nomination: prepare a group, queue, motivate or decline, with the reasons that are kept. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  AnswerNominationDocument,
  NominationsDocument,
  OwnCasesDocument,
  type OwnCasesQuery,
} from '../graphql/generated/group/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from './named.js';
import { Sender, type ShownNomination, Who } from './NominationLine.js';
import { SendingForm } from './SendingForm.js';
import './group.css';

const DECISIONS = ['prepare', 'queue', 'motivate', 'decline'] as const;
type Decision = (typeof DECISIONS)[number];

/** As the api has them: closed words, a line in the catalogue each. */
const REASONS: Readonly<Record<Exclude<Decision, 'prepare'>, readonly string[]>> = {
  queue: ['no-room', 'waits-for-assessment', 'waits-for-party'],
  motivate: ['not-ready-yet', 'family-not-ready-yet'],
  decline: ['not-the-target-group', 'other-help', 'own-wish'],
};

export default function NominationPage() {
  const { t } = useTranslation('group');
  const { id = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: NominationsDocument });
  const [{ data: cases }] = useQuery({ query: OwnCasesDocument });
  const nomination = data?.nominations.find((one) => one.id === id && one.toMe);
  return (
    <Page
      title={t('nomination.title')}
      above={<Link to="/grupper">{t('list.title')}</Link>}
      heading={nomination ? <Who nomination={nomination} /> : undefined}
      width="read"
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={6} />}
      {data && !nomination && (
        <Failing refusal={{ code: 'NOT_FOUND', sentence: t('nomination.gone'), fields: [], facts: {} }} />
      )}
      {nomination && cases && <Answering nomination={nomination} cases={cases.ownCases} />}
    </Page>
  );
}

function Answering({ nomination, cases }: { nomination: ShownNomination; cases: OwnCasesQuery['ownCases'] }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const navigate = useNavigate();
  const [answer, { waiting }] = useAct(AnswerNominationDocument);
  const [decision, setDecision] = useState<Decision>('prepare');
  const [reason, setReason] = useState('');
  const [caseId, setCaseId] = useState(nomination.caseId ?? '');
  const [words, setWords] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  if (nomination.decision !== null)
    return (
      <div className="note" role="status">
        <p>{t(`nomination.state.${nomination.decision}` as never)}</p>
        {nomination.groupId && <ButtonLink to={`/grupper/${nomination.groupId}`}>{t('nomination.toGroup')}</ButtonLink>}
      </div>
    );
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const namesNobody = nomination.caseId === null;
  const send = async () => {
    const outcome = await answer({
      input: {
        nominationId: nomination.id,
        caseId: namesNobody && caseId !== '' ? caseId : null,
        decision,
        reason: decision === 'prepare' ? null : reason,
        words,
      },
    });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    const { groupId } = outcome.data.answerNomination;
    if (!groupId) toast(t('nomination.declined'));
    void navigate(groupId ? `/grupper/${groupId}` : '/grupper');
  };
  return (
    <SendingForm
      refusal={refusal}
      fields={['caseId', 'reason', 'words']}
      send={t('nomination.send')}
      waiting={waiting}
      onSend={send}
      back="/grupper"
    >
      <div className="panel stack gap-3">
        <p>
          {named(nomination.formName)} · <Time at={nomination.madeAt} as="moment" />
        </p>
        <Sender nomination={nomination} />
        {nomination.why ? <p className="prose">{nomination.why}</p> : <p>{t('nomination.ringFirst')}</p>}
        {nomination.caseId && (
          <p>
            <Link to={`/arende/${nomination.caseId}`}>{t('toCase', { number: nomination.caseNumber ?? '' })}</Link>
          </p>
        )}
      </div>
      <Choices
        label={t('nomination.decision')}
        value={decision}
        onChange={(value) => {
          setDecision(value as Decision);
          setReason('');
        }}
        choices={DECISIONS.map((one) => ({
          id: one,
          label: t(`nomination.decide.${one}`),
          help: t(`nomination.decideHelp.${one}`),
        }))}
      />
      {namesNobody && decision !== 'decline' && (
        <Select
          label={t('nomination.case')}
          help={t('nomination.caseHelp')}
          value={caseId}
          onChange={setCaseId}
          error={errorOf('caseId')}
          options={cases.map(({ caseId: id, number, person }) => ({ id, label: person?.name ?? number, help: number }))}
        />
      )}
      {decision !== 'prepare' && (
        <Select
          label={t('reason.label')}
          value={reason}
          onChange={setReason}
          error={errorOf('reason')}
          options={REASONS[decision].map((id) => ({ id, label: t(`reason.${id}` as never) }))}
        />
      )}
      {!(namesNobody && decision === 'decline') && (
        <TextArea
          label={t('nomination.words')}
          help={t('nomination.wordsHelp')}
          rows={4}
          value={words}
          onChange={setWords}
          error={errorOf('words')}
        />
      )}
    </SendingForm>
  );
}
