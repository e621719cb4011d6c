/**
 * Calling a joint meeting: whom the family's yes reaches and how far, and who cannot come and why, before anyone is
 * called. (OSL 10:1; MASH step 4 [S0], SIG [S1])
 */
import { Ban, CalendarClock, CircleAlert, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { RoomField } from '../calendar/RoomField.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import {
  ConveneJointDocument,
  ProposeJointDocument,
  type ProposeJointQuery,
} from '../graphql/generated/hub/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { localOf, momentOf } from './local-time.js';
import './hub.css';

type Proposal = ProposeJointQuery['proposeJoint'];
type Invitation = Proposal['invitations'][number];

export default function JointConvenePage() {
  const { t } = useTranslation('hub');
  const [search] = useSearchParams();
  const caseId = search.get('arende') ?? '';
  const [{ data, error, fetching }, again] = useQuery({
    query: ProposeJointDocument,
    variables: { caseId },
    pause: caseId === '',
  });
  const proposal = data?.proposeJoint;
  return (
    <Page title={t('joint.title')} lead={t('joint.lead')} width="read">
      {caseId === '' && (
        <EmptyState
          icon={CalendarClock}
          title={t('convene.noCase')}
          action={<ButtonLink to="/nu">{t('convene.toNow')}</ButtonLink>}
        >
          {t('joint.noCaseWords')}
        </EmptyState>
      )}
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={8} />}
      {proposal && <Calling key={proposal.slot.startsAt} proposal={proposal} />}
    </Page>
  );
}

function Calling({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('hub');
  const navigate = useNavigate();
  const [convene, { waiting }] = useAct(ConveneJointDocument);
  const possible = proposal.invitations.filter(({ mayCall }) => mayCall);
  const others = possible.filter(({ terms }) => terms === 'with-consent');
  const [units, setUnits] = useState<readonly string[]>([...others.map(({ unitId }) => unitId), proposal.ownUnitId]);
  const [when, setWhen] = useState<'proposed' | 'own'>('proposed');
  const [own, setOwn] = useState(localOf(proposal.slot.startsAt));
  const [room, setRoom] = useState('');
  const [leader, setLeader] = useState(proposal.leaders[0]?.staffId ?? '');
  const [noTime, setNoTime] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { person, slot } = proposal;
  if (proposal.openHubId)
    return (
      <EmptyState
        icon={Users}
        title={t('joint.already')}
        action={
          <ButtonLink to={`/hubb/${proposal.openHubId}`} kind="primary">
            {t('toLobby')}
          </ButtonLink>
        }
      >
        {t('convene.alreadyWords')}
      </EmptyState>
    );
  if (others.length === 0)
    return (
      <EmptyState
        icon={Ban}
        title={t('joint.nobody')}
        action={<ButtonLink to={`/arende/${proposal.caseId}`}>{t('joint.toCase')}</ButtonLink>}
      >
        {t(proposal.phase === 'measures' || proposal.phase === 'follow-up' ? 'joint.nobodyWords' : 'joint.notYetWords')}
      </EmptyState>
    );
  const startsAt = when === 'own' ? momentOf(own) : slot.startsAt;
  const send = async () => {
    // Without a time the server would take the proposed one, which is not what was asked for.
    setNoTime(startsAt === undefined);
    if (startsAt === undefined) return;
    const outcome = await convene({
      input: {
        caseId: proposal.caseId,
        unitIds: [...units],
        startsAt,
        leaderId: leader || null,
        room: room || null,
      },
    });
    if (outcome.refusal) setRefusal(outcome.refusal);
    else void navigate(`/hubb/${outcome.data.conveneJoint.id}`);
  };
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const called = units.filter((id) => others.some(({ unitId }) => unitId === id)).length;
  const box = (invitation: Invitation) => (
    <Checkbox
      key={invitation.unitId}
      label={invitation.terms === 'internal' ? invitation.name : <Party invitation={invitation} />}
      help={<Reach invitation={invitation} />}
      value={units.includes(invitation.unitId)}
      onChange={(on) =>
        setUnits((was) => (on ? [...was, invitation.unitId] : was.filter((id) => id !== invitation.unitId)))
      }
    />
  );
  return (
    <div className="stack gap-6">
      <div className="panel stack gap-2">
        <p className="hub-who">
          {person ? (
            <PersonName name={person.name} initials={person.initials} protection={person.protection as Protection} />
          ) : (
            proposal.caseNumber
          )}{' '}
          <span className="muted small">{proposal.caseNumber}</span>
        </p>
        <p className="small">{t(`joint.purpose.${proposal.purpose}` as never)}</p>
      </div>
      <Choices
        label={t('convene.when')}
        value={when}
        onChange={(value) => setWhen(value as 'proposed' | 'own')}
        choices={[
          {
            id: 'proposed',
            label: (
              <>
                <Time at={slot.startsAt} /> · {t('minutes', { count: slot.minutes })}
              </>
            ),
            help: t(slot.extra ? 'joint.extra' : 'convene.standing'),
          },
          { id: 'own', label: t('convene.own'), help: t('joint.ownHelp') },
        ]}
      />
      {when === 'own' && (
        <DateField
          label={t('convene.ownTime')}
          value={own}
          onChange={setOwn}
          withTime
          error={noTime && startsAt === undefined ? t('convene.timeMissing') : errorOf('startsAt')}
        />
      )}
      <RoomField
        startsAt={startsAt}
        minutes={slot.minutes}
        caseId={proposal.caseId}
        value={room}
        onChange={setRoom}
        error={errorOf('room')}
      />
      <fieldset className="stack gap-3">
        <legend className="label">{t('joint.others')}</legend>
        {others.map(box)}
      </fieldset>
      <fieldset className="stack gap-2">
        <legend className="label">{t('joint.own')}</legend>
        <div className="hub-own-units">{possible.filter(({ terms }) => terms === 'internal').map(box)}</div>
      </fieldset>
      <details className="hub-others">
        <summary>{t('joint.cannot')}</summary>
        <ul className="stack gap-2" role="list">
          {proposal.invitations
            .filter(({ mayCall }) => !mayCall)
            .map((invitation) => (
              <li key={invitation.unitId} className="hub-other">
                <Party invitation={invitation} />
                <p className="hub-other-why">
                  {t(`joint.refused.${invitation.terms}` as never, { source: invitation.source })}
                </p>
              </li>
            ))}
        </ul>
      </details>
      <Select
        label={t('convene.leader')}
        value={leader}
        onChange={setLeader}
        error={errorOf('leaderId')}
        options={proposal.leaders.map(({ staffId, name, title }) => ({ id: staffId, label: name, help: title }))}
      />
      {refusal && (
        <p className="hub-refused" role="alert">
          <Icon of={CircleAlert} />
          {errorOf('unitIds') || refusal.sentence || t('elements:failing.network.form')}
        </p>
      )}
      <div className="hub-send">
        <Button
          kind="primary"
          size="large"
          wide
          isPending={waiting}
          isDisabled={called === 0}
          onPress={() => void send()}
        >
          {t('joint.send', { count: units.length })}
        </Button>
        <p className="muted small">{t('joint.after')}</p>
      </div>
    </div>
  );
}

function Party({ invitation }: { readonly invitation: Invitation }) {
  return (
    <span className="hub-other-who">
      <AgencyBadge kind={invitation.kind as PartyKind} name={invitation.name} />
      <span className="muted small">{invitation.branchName}</span>
    </span>
  );
}

/** What the family has said that this house may be told, and may tell. */
function Reach({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('hub');
  if (invitation.terms === 'internal') return null;
  const words = (categories: readonly string[]) => categories.map((id) => t(`category.${id}` as never)).join(', ');
  const [told, tells] = [words(invitation.told), words(invitation.tells)];
  if (told === tells) return <span className="hub-reach">{t('joint.both', { what: told })}</span>;
  return (
    <>
      <span className="hub-reach">{told ? t('joint.told', { what: told }) : t('joint.toldNothing')}</span>
      <span className="hub-reach">{tells ? t('joint.tells', { what: tells }) : t('joint.tellsNothing')}</span>
    </>
  );
}
