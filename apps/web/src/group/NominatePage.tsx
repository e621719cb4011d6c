/**
 * Saying that there is someone to talk to. In another house than the coordinator's it says no more than that; in the same
 * house it names the case. What will be told stands on the page before it is sent. ([S1 Trollhättan]; OSL 26:1)
 */
import { Phone, ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { Select, type Option } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import {
  NominateDocument,
  NominationFormDocument,
  type NominationFormQuery,
} from '../graphql/generated/group/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from './named.js';
import { useOwnCases } from './own-cases.js';
import { nominationDraft } from './nomination-draft.js';
import { SendingForm } from './SendingForm.js';

/** No case is named. */
const NOBODY = 'nobody';
/** The hub is convened from the case and needs nobody's nomination. */
const NOMINATED_GROUNDS = ['consent', 'assessment'];

export default function NominatePage() {
  const { t } = useTranslation('group');
  const [{ data, error }, again] = useQuery({ query: NominationFormDocument });
  const [search] = useSearchParams();
  const asked = search.get('arende');
  const cases = useOwnCases(asked);
  const unread = cases.options ? undefined : cases.refusal;
  return (
    <Page title={t('nominate.title')} lead={t('nominate.lead')} width="read">
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {unread && !error && <Failing refusal={unread} onRetry={cases.again} />}
      {!(data && cases.options) && !error && !unread && <Waiting lines={6} />}
      {data && cases.options && <Nominating data={data} asked={asked} cases={cases.options} more={cases.more} />}
    </Page>
  );
}

interface NominatingProps {
  readonly data: NominationFormQuery;
  /** The case that one came from. */
  readonly asked: string | null;
  readonly cases: readonly Option[];
  readonly more: ReactNode;
}

function Nominating({ data, asked, cases, more }: NominatingProps) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const navigate = useNavigate();
  const [nominate, { waiting }] = useAct(NominateDocument);
  const forms = data.collaborationForms.filter(
    ({ form, mayRun }) => mayRun === 'runs' && NOMINATED_GROUNDS.includes(form.groundKind),
  );
  // What the municipality has adjusted is what it works by.
  const [usual] = [...forms.filter(({ adjustedBy }) => adjustedBy !== 'nobody'), ...forms];
  const about = cases.find(({ id }) => id === asked)?.id ?? NOBODY;
  // Begun from a case it is that case's own: words about one child never come back under another.
  const draft = useDraft(nominationDraft(about === NOBODY ? undefined : about), {
    kind: usual?.form.kind ?? '',
    to: data.coordinators[0]?.staffId ?? '',
    caseId: about,
    why: '',
  });
  const { kind, to, caseId, why } = draft.value;
  const { set } = draft;
  const [refusal, setRefusal] = useState<Refusal>();
  if (forms.length === 0 || data.coordinators.length === 0)
    return (
      <EmptyState
        icon={Phone}
        title={t('nominate.nobody')}
        action={<ButtonLink to="/grupper">{t('toGroups')}</ButtonLink>}
      >
        {t('nominate.nobodyWords')}
      </EmptyState>
    );
  const coordinator = data.coordinators.find(({ staffId }) => staffId === to);
  const sameHouse = coordinator?.ownHouse === true && cases.length > 0;
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const says = sameHouse && caseId !== NOBODY ? { caseId, why } : { caseId: null, why: '' };
    const outcome = await nominate({ input: { kind, toStaffId: to, ...says } });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('nominate.sent', { name: coordinator?.name ?? '' }));
    void navigate('/grupper');
  };
  return (
    <SendingForm
      refusal={refusal}
      fields={['kind', 'toStaffId', 'caseId', 'why']}
      send={t('nominate.send')}
      waiting={waiting}
      onSend={send}
      back="/grupper"
    >
      <Choices
        label={t('nominate.form')}
        value={kind}
        onChange={(next) => set({ kind: next })}
        error={errorOf('kind')}
        choices={forms.map(({ form }) => ({
          id: form.kind,
          label: named(form.name),
          help: form.ages ? `${named(form.about)} ${t('nominate.ages', form.ages)}` : named(form.about),
        }))}
      />
      <Select
        label={t('nominate.to')}
        value={to}
        onChange={(next) => set({ to: next })}
        error={errorOf('toStaffId')}
        options={data.coordinators.map(({ staffId, name, title, branchName }) => ({
          id: staffId,
          label: name,
          help: `${title}, ${branchName}`,
        }))}
      />
      {sameHouse && (
        <>
          <Select
            label={t('nominate.case')}
            help={t('nominate.caseHelp')}
            value={caseId}
            onChange={(next) => set({ caseId: next })}
            error={errorOf('caseId')}
            options={[{ id: NOBODY, label: t('nominate.noCase') }, ...cases]}
          />
          {more}
          {caseId !== NOBODY && (
            <TextArea
              label={t('nominate.why')}
              help={t('nominate.whyHelp')}
              value={why}
              onChange={(next) => set({ why: next })}
              rows={4}
              error={errorOf('why')}
            />
          )}
        </>
      )}
      <div className="note" role="status">
        <Icon of={ShieldCheck} />
        {sameHouse && caseId !== NOBODY ? (
          <p>{t('nominate.tellsCase', { name: coordinator?.name ?? '' })}</p>
        ) : (
          <p>
            {t('nominate.tellsNobody', { name: coordinator?.name ?? '' })}{' '}
            <Link to="/anmal">{t('nominate.report')}</Link>
          </p>
        )}
      </div>
    </SendingForm>
  );
}
