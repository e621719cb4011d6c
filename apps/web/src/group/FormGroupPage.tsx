/**
 * Forming the group: a person of each party that is needed, one of them the family's contact. Whom the ground does not
 * reach stands apart with why. (OSL 10:1; [S1]: one named contact, others step back)
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import type { PartyKind } from '../elements/houses.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { FormGroupDocument, GroupSeatsDocument, type GroupSeatsQuery } from '../graphql/generated/group/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { About } from './About.js';
import { useNamed } from './named.js';
import { SendingForm } from './SendingForm.js';
import { useKinds } from './use-kinds.js';
import './group.css';

type Seat = GroupSeatsQuery['groupSeats'][number];
const OUT_OF_ORDER = ['urgent', 'done-elsewhere', 'agreed-by-all'];
const keyOf = ({ staffId, unitId }: Pick<Seat, 'staffId' | 'unitId'>): string => `${staffId} ${unitId}`;

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
      {data && <Forming data={data} />}
    </Page>
  );
}

function Forming({ data }: { readonly data: GroupSeatsQuery }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const kinds = useKinds();
  const navigate = useNavigate();
  const [form, { waiting }] = useAct(FormGroupDocument);
  const { group, groupSeats: seats } = data;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [contact, setContact] = useState('');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const possible = seats.filter(({ maySit }) => maySit);
  const apart = seats.filter(({ maySit }) => !maySit);
  const taking = possible.filter((seat) => chosen.includes(keyOf(seat)));
  const lacking = group.form.must.filter((party) => !taking.some(({ houseKind }) => party.kinds.includes(houseKind)));
  const at = group.steps.findIndex(({ step }) => step.does === 'form');
  const passed = group.steps.slice(0, at).filter(({ step, times }) => times === 0 && !step.optional);
  const houses = [...new Set(possible.map(({ branchName }) => branchName))];
  const send = async () => {
    const outcome = await form({
      input: {
        groupId: group.id,
        version: group.version,
        contactStaffId: contact,
        members: taking.map(({ staffId, unitId }) => ({
          staffId,
          unitId,
          mandate: staffId === contact ? 'decides' : 'speaks',
        })),
        reason: reason === '' ? null : reason,
      },
    });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    void navigate(`/grupper/${group.id}`);
  };
  return (
    <SendingForm
      refusal={refusal}
      fields={[]}
      send={t('form.send', { count: taking.length })}
      waiting={waiting}
      isDisabled={taking.length === 0 || contact === ''}
      onSend={send}
      back={`/grupper/${group.id}`}
    >
      {houses.map((house) => (
        <fieldset key={house} className="stack gap-2">
          <legend className="label group-house">
            <AgencyBadge
              kind={possible.find(({ branchName }) => branchName === house)!.houseKind as PartyKind}
              name={house}
            />
          </legend>
          <div className="group-seats">
            {possible
              .filter(({ branchName }) => branchName === house)
              .map((seat) => (
                <Checkbox
                  key={keyOf(seat)}
                  label={seat.name}
                  help={`${seat.title}, ${seat.unitName}`}
                  value={chosen.includes(keyOf(seat))}
                  onChange={(on) =>
                    setChosen((was) => (on ? [...was, keyOf(seat)] : was.filter((one) => one !== keyOf(seat))))
                  }
                />
              ))}
          </div>
        </fieldset>
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
        label={t('form.contact')}
        help={t('form.contactHelp')}
        value={contact}
        onChange={setContact}
        options={taking.map(({ staffId, name, unitName }) => ({ id: staffId, label: name, help: unitName }))}
      />
      {passed.length > 0 && (
        <Select
          label={t('step.whyPass')}
          help={t('step.passes', { steps: passed.map(({ step }) => named(step.name)).join(', ') })}
          value={reason}
          onChange={setReason}
          options={OUT_OF_ORDER.map((id) => ({ id, label: t(`reason.${id}` as never) }))}
        />
      )}
      {lacking.length > 0 && (
        <p className="muted" role="status">
          {t('form.lacking', { parties: lacking.map((party) => kinds(party.kinds)).join('; ') })}
        </p>
      )}
      <p className="muted small">{t('form.after')}</p>
    </SendingForm>
  );
}
