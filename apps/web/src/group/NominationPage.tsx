/** The preparatory decision on a nomination: prepare a group, queue, motivate or decline, with the reasons that are kept. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { GROUP_REASONS } from '#domain/group/group-states.js';
import { KNOWN_BY } from '#domain/group/known-by.js';
import { ButtonLink } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { Select, type PickProps } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { AnswerNominationDocument, OpenedNominationDocument } from '../graphql/generated/group/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from './named.js';
import { Sender, type ShownNomination, Who } from './NominationLine.js';
import { useOwnCases } from './own-cases.js';
import { OutsideAges } from './OutsideAges.js';
import { NOBODY_DECIDED, PREPARATORY_FIELDS, PreparatoryFields } from './PreparatoryFields.js';
import { SendingForm } from './SendingForm.js';
import './group.css';

const DECISIONS = ['prepare', 'queue', 'motivate', 'decline'] as const;
type Decision = (typeof DECISIONS)[number];

export default function NominationPage() {
  const { t } = useTranslation('group');
  const { id = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: OpenedNominationDocument, variables: { id } });
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
      {nomination && <Answering nomination={nomination} />}
    </Page>
  );
}

function Answering({ nomination }: { readonly nomination: ShownNomination }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const navigate = useNavigate();
  const [answer, { waiting }] = useAct(AnswerNominationDocument);
  const draft = useDraft(`nomination-answer:${nomination.id}`, {
    decision: 'prepare' as Decision,
    reason: '',
    caseId: nomination.caseId ?? '',
    knownBy: '',
    outsideAges: '',
    words: '',
    preparatory: NOBODY_DECIDED,
  });
  const { decision, reason, caseId, knownBy, outsideAges, words, preparatory } = draft.value;
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
  // The young person's or the family's own no is nothing that anybody decides.
  const asksBoard = nomination.byPreparatoryGroup && !(decision === 'decline' && reason === 'own-wish');
  const send = async () => {
    const outcome = await answer({
      input: {
        nominationId: nomination.id,
        caseId: namesNobody && caseId !== '' ? caseId : null,
        knownBy: namesNobody && decision !== 'decline' && knownBy !== '' ? knownBy : null,
        outsideAges: decision !== 'decline' && outsideAges !== '' ? outsideAges : null,
        decision,
        reason: decision === 'prepare' ? null : reason,
        words,
        preparatory: asksBoard && preparatory.boardId !== '' ? preparatory : null,
      },
    });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    const { groupId } = outcome.data.answerNomination;
    if (!groupId) toast(t('nomination.declined'));
    void navigate(groupId ? `/grupper/${groupId}` : '/grupper');
  };
  return (
    <SendingForm
      refusal={refusal}
      fields={['caseId', 'knownBy', 'outsideAges', 'reason', 'words', ...PREPARATORY_FIELDS]}
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
        {nomination.why ? <p className="prose">{nomination.why}</p> : <p>{t('nomination.namesNobody')}</p>}
        {nomination.caseId && (
          <p>
            <Link to={`/arende/${nomination.caseId}`}>{t('toCase', { number: nomination.caseNumber ?? '' })}</Link>
          </p>
        )}
      </div>
      <Choices
        label={t('nomination.decision')}
        value={decision}
        onChange={(value) => draft.set({ decision: value as Decision, reason: '' })}
        choices={DECISIONS.map((one) => ({
          id: one,
          label: t(`nomination.decide.${one}`),
          help: t(`nomination.decideHelp.${one}`),
        }))}
      />
      {namesNobody && decision !== 'decline' && (
        <WhichCase value={caseId} onChange={(next) => draft.set({ caseId: next })} error={errorOf('caseId')} />
      )}
      {namesNobody && decision !== 'decline' && (
        <Choices
          label={t('nomination.knownBy')}
          value={knownBy}
          onChange={(next) => draft.set({ knownBy: next })}
          error={errorOf('knownBy')}
          choices={KNOWN_BY.map((one) => ({
            id: one,
            label: t(`nomination.known.${one}`),
            help: t(`nomination.knownHelp.${one}`),
          }))}
        />
      )}
      {decision !== 'decline' && (outsideAges !== '' || errorOf('outsideAges') !== undefined) && (
        <OutsideAges
          value={outsideAges}
          onChange={(next) => draft.set({ outsideAges: next })}
          error={errorOf('outsideAges')}
        />
      )}
      {decision !== 'prepare' && (
        <Select
          label={t('reason.label')}
          value={reason}
          onChange={(next) => draft.set({ reason: next })}
          error={errorOf('reason')}
          options={GROUP_REASONS[decision].map((id) => ({ id, label: t(`reason.${id}` as never) }))}
        />
      )}
      {asksBoard && (
        <PreparatoryFields
          value={preparatory}
          onChange={(next) => draft.set({ preparatory: next })}
          errorOf={errorOf}
        />
      )}
      {!(namesNobody && decision === 'decline') && (
        <TextArea
          label={t('nomination.words')}
          help={t('nomination.wordsHelp')}
          rows={4}
          value={words}
          onChange={(next) => draft.set({ words: next })}
          error={errorOf('words')}
        />
      )}
    </SendingForm>
  );
}

function WhichCase(props: Pick<PickProps, 'value' | 'onChange' | 'error'>) {
  const { t } = useTranslation('group');
  // What was chosen before is offered again, wherever it comes.
  const [chosen] = useState(props.value === '' ? null : props.value);
  const cases = useOwnCases(chosen);
  if (!cases.options)
    return cases.refusal ? <Failing refusal={cases.refusal} onRetry={cases.again} /> : <Waiting lines={2} />;
  return (
    <>
      <Select {...props} label={t('nomination.case')} help={t('nomination.caseHelp')} options={cases.options} />
      {cases.more}
    </>
  );
}
