/**
 * Forming the group: a person of each party that is needed with mandate, wish and stand-in, one of them the family's
 * contact. Whom the ground does not reach stands apart with why. (OSL 10:1; [S1]: one named contact, others step back)
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { GROUP_REASONS } from '#domain/group/group-states.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Select } from '../elements/fields/pick.js';
import { useDraft } from '../elements/form/use-draft.js';
import type { PartyKind } from '../elements/houses.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { FormGroupDocument, GroupSeatsDocument, type GroupSeatsQuery } from '../graphql/generated/group/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { About } from './About.js';
import { hasPlace, keyOf, lackingParties, membersOf, partiesOf, rowFaults, type Row } from './forming.js';
import { useNamed } from './named.js';
import { OutsideAges } from './OutsideAges.js';
import { PartySeats } from './PartySeats.js';
import { SendingForm } from './SendingForm.js';
import { NO_TERMS, StepTerms, TERMS_FIELDS, termsSent, type Terms } from './StepTerms.js';
import { useKinds } from './use-kinds.js';
import './group.css';

export default function FormGroupPage() {
  const { t } = useTranslation('group');
  const { id = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: GroupSeatsDocument, variables: { groupId: id } });
  return (
    <Page
      title={t('form.title')}
      above={<Link to={`/grupper/${id}`}>{t('form.back')}</Link>}
      heading={
        data && (
          <>
            {t('form.heading')} <About about={data.group.about} />
          </>
        )
      }
      lead={t('form.lead')}
      width="read"
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={8} />}
      {data && <Forming data={data} onChangedMeanwhile={() => again({ requestPolicy: 'network-only' })} />}
    </Page>
  );
}

interface Chosen {
  readonly rows: readonly Row[];
  readonly contact: string;
  readonly reason: string;
  readonly outsideAges: string;
  readonly terms: Terms;
}

function Forming({ data, onChangedMeanwhile }: { data: GroupSeatsQuery; onChangedMeanwhile: () => void }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const kinds = useKinds();
  const navigate = useNavigate();
  const [form, { waiting }] = useAct(FormGroupDocument);
  const { group, groupSeats: seats } = data;
  const draft = useDraft<Chosen>(`group-form:${group.id}`, {
    rows: [],
    contact: '',
    reason: '',
    outsideAges: '',
    terms: NO_TERMS,
  });
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { contact, reason, outsideAges, terms } = draft.value;
  // Who has left their post since the draft was kept is not there to be chosen.
  const rows = draft.value.rows.filter(({ key }) => seats.some((seat) => seat.maySit && keyOf(seat) === key));
  const apart = seats.filter(({ maySit }) => !maySit);
  const members = membersOf(rows);
  const lacking = lackingParties(group, seats, rows);
  const at = group.steps.findIndex(({ step }) => step.does === 'form');
  const forming = group.steps[at]?.step;
  const passed = group.steps.slice(0, at).filter(({ step, times }) => times === 0 && !step.optional);
  const contacts = [
    ...seats.filter((seat) => rows.some(({ key }) => key === keyOf(seat))),
    ...group.members.filter(hasPlace),
  ];
  const hasContact = contacts.some(({ staffId }) => staffId === contact);
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const change = (part: Partial<Chosen>) => {
    draft.set(part);
    setRefusal(undefined);
  };
  const send = async () => {
    setTried(true);
    if (lacking.length > 0 || !hasContact || (passed.length > 0 && reason === '')) return;
    const outcome = await form({
      input: {
        groupId: group.id,
        version: group.version,
        contactStaffId: contact,
        members: [...members],
        reason: reason === '' ? null : reason,
        outsideAges: group.asksAges && outsideAges !== '' ? outsideAges : null,
        terms: forming ? termsSent(forming, terms) : null,
      },
    });
    if (outcome.refusal?.code === 'CONFLICT') onChangedMeanwhile();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    void navigate(`/grupper/${group.id}`);
  };
  const isConflict = refusal?.code === 'CONFLICT';
  return (
    <SendingForm
      refusal={isConflict ? undefined : refusal}
      fields={[
        'contactStaffId',
        'reason',
        'outsideAges',
        ...TERMS_FIELDS,
        ...members.map((_, place) => `members.${place}`),
      ]}
      send={t('form.send', { count: members.length + group.members.filter(hasPlace).length })}
      waiting={waiting}
      onSend={send}
      back={`/grupper/${group.id}`}
    >
      {partiesOf(group, seats).map((party) => (
        <PartySeats
          key={party.must ? party.kinds.join() : 'may'}
          group={group}
          party={party}
          rows={rows}
          faults={rowFaults(rows, refusal?.fields ?? [])}
          error={
            tried && party.must && lacking.some((one) => one.kinds === party.kinds)
              ? t('form.partyLacking', { party: kinds(party.kinds) })
              : undefined
          }
          onChange={(next) => change({ rows: next })}
        />
      ))}
      {apart.length > 0 && (
        <details className="group-ended">
          <summary>{t('form.apart')}</summary>
          <ul className="stack gap-2" role="list">
            {[...new Map(apart.map((seat) => [seat.branchName, seat])).values()].map((seat) => (
              <li key={seat.branchName} className="group-apart">
                <AgencyBadge kind={seat.houseKind as PartyKind} name={seat.branchName} />
                <span className="small">{t(`refused.${seat.terms}` as never, { source: seat.source ?? '' })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Select
        label={t(group.form.level === 'persons' ? 'form.contact' : 'form.contactNone')}
        help={t('form.contactHelp')}
        value={hasContact ? contact : ''}
        onChange={(value) => change({ contact: value })}
        error={errorOf('contactStaffId') ?? (tried && !hasContact ? t('form.contactLacking') : undefined)}
        options={contacts.map(({ staffId, name, unitName }) => ({ id: staffId, label: name, help: unitName }))}
      />
      {passed.length > 0 && (
        <Select
          label={t('step.whyPass')}
          help={t('step.passes', { steps: passed.map(({ step }) => named(step.name)).join(', ') })}
          value={reason}
          onChange={(value) => change({ reason: value })}
          error={errorOf('reason') ?? (tried && reason === '' ? t('form.reasonLacking') : undefined)}
          options={GROUP_REASONS['out-of-order'].map((id) => ({ id, label: t(`reason.${id}`) }))}
        />
      )}
      {forming && (
        <StepTerms step={forming} value={terms} onChange={(next) => change({ terms: next })} errorOf={errorOf} />
      )}
      {group.asksAges && (
        <OutsideAges
          value={outsideAges}
          onChange={(value) => change({ outsideAges: value })}
          error={errorOf('outsideAges')}
        />
      )}
      {isConflict && (
        <p className="note late" role="alert">
          {t('form.changedMeanwhile')}
        </p>
      )}
      {tried && lacking.length > 0 && (
        <p className="muted" role="status">
          {t('form.lacking', { parties: lacking.map((party) => kinds(party.kinds)).join('; ') })}
        </p>
      )}
      <p className="muted small">{t('form.after')}</p>
    </SendingForm>
  );
}
