/**
 * Convening in three taps: everything is filled in, one looks, changes if need be, and convenes. Other houses are there
 * to be seen and to say why they cannot come yet. (OSL 26:1; [S0])
 */
import { ArrowRight, Ban, CalendarClock, CircleAlert, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { endsInTime } from '#domain/hub/ends-in-time.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import { DateField } from '../elements/fields/DateField.js';
import { Select } from '../elements/fields/pick.js';
import type { Grade } from '../elements/GradeBadge.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { PersonName, type Protection } from '../elements/PersonName.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import {
  CallUnitToHubDocument,
  ConveneHubDocument,
  ProposeHubDocument,
  type ProposeHubQuery,
} from '../graphql/generated/hub/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { localOf, momentOf } from './local-time.js';
import './hub.css';

type Proposal = ProposeHubQuery['proposeHub'];

interface Chosen {
  readonly units?: readonly string[];
  readonly own?: string;
  readonly leader?: string;
  readonly decider?: string;
}

export default function ConvenePage() {
  const { t } = useTranslation('hub');
  const [search] = useSearchParams();
  const caseId = search.get('arende') ?? '';
  const [{ data, error, fetching }, again] = useQuery({
    query: ProposeHubDocument,
    variables: { caseId },
    pause: caseId === '',
  });
  if (caseId === '')
    return (
      <Page title={t('convene.title')} width="read">
        <EmptyState
          icon={CalendarClock}
          title={t('convene.noCase')}
          action={<ButtonLink to="/nu">{t('convene.toNow')}</ButtonLink>}
        >
          {t('convene.noCaseWords')}
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t('convene.title')} lead={t('convene.lead')} width="read">
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={8} />}
      {data && (
        <Convening
          key={data.proposeHub.caseId}
          proposal={data.proposeHub}
          proposeAnew={() => again({ requestPolicy: 'network-only' })}
        />
      )}
    </Page>
  );
}

interface ConveningProps {
  readonly proposal: Proposal;
  readonly proposeAnew: () => void;
}

function Convening({ proposal, proposeAnew }: ConveningProps) {
  const { t } = useTranslation('hub');
  const navigate = useNavigate();
  const [convene, { waiting }] = useAct(ConveneHubDocument);
  // What one has chosen stands when the proposal comes anew; the rest follows it.
  const [chosen, setChosen] = useState<Chosen>({});
  const units = chosen.units ?? proposal.units.map(({ unitId }) => unitId);
  const own = chosen.own ?? localOf(proposal.slot.startsAt);
  const leader = chosen.leader ?? proposal.leaders[0]?.staffId ?? '';
  const decider = chosen.decider ?? proposal.deciders[0]?.staffId ?? '';
  const choose = (part: Chosen) => setChosen((was) => ({ ...was, ...part }));
  const [when, setWhen] = useState<'proposed' | 'own'>('proposed');
  const [noTime, setNoTime] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { person, grade, dueAt, slot } = proposal;
  if (proposal.openHubId)
    return (
      <EmptyState
        icon={Users}
        title={t('convene.already')}
        action={
          <ButtonLink to={`/hubb/${proposal.openHubId}`} kind="primary">
            {t('toLobby')}
          </ButtonLink>
        }
      >
        {t('convene.alreadyWords')}
      </EmptyState>
    );
  const ownMoment = momentOf(own);
  const startsAt = when === 'own' ? ownMoment : slot.startsAt;
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
        deciderId: decider || null,
      },
    });
    setRefusal(outcome.refusal);
    if (!outcome.refusal) void navigate(`/hubb/${outcome.data.conveneHub.id}`);
    else if (when === 'proposed' && outcome.refusal.fields.some(({ field }) => field === 'startsAt')) proposeAnew();
  };
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const timeError = noTime && ownMoment === undefined ? t('convene.timeMissing') : errorOf('startsAt');
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
        {dueAt && (
          <Deadline
            due={dueAt}
            grade={(grade ?? undefined) as Grade | undefined}
            what={t('convene.decideBy')}
            size="large"
          />
        )}
      </div>
      <Choices
        label={t('convene.when')}
        value={when}
        onChange={(value) => {
          setWhen(value as 'proposed' | 'own');
          setRefusal(undefined);
        }}
        error={when === 'proposed' && errorOf('startsAt') ? t('convene.passed') : undefined}
        choices={[
          {
            id: 'proposed',
            label: (
              <>
                <Time at={slot.startsAt} /> · {t('minutes', { count: slot.minutes })}
              </>
            ),
            help: [
              slot.extra ? t('convene.extra') : t('convene.standing'),
              slot.keepsDeadline ? t('convene.keeps') : t('convene.keepsNot'),
              slot.leavesUnitsTheirTime ? '' : t('convene.short'),
            ]
              .filter(Boolean)
              .join(' '),
          },
          { id: 'own', label: t('convene.own'), help: t('convene.ownHelp') },
        ]}
      />
      {when === 'own' && (
        <DateField
          label={t('convene.ownTime')}
          help={
            ownMoment &&
            dueAt &&
            t(
              endsInTime(Date.parse(ownMoment), slot.minutes, Date.parse(dueAt))
                ? 'convene.keeps'
                : 'convene.ownKeepsNot',
            )
          }
          value={own}
          onChange={(next) => choose({ own: next })}
          withTime
          error={timeError}
        />
      )}
      <fieldset className="stack gap-2">
        <legend className="label">{t('convene.units', { count: units.length })}</legend>
        <div className="hub-units">
          {proposal.units.map((unit) => (
            <Checkbox
              key={unit.unitId}
              label={unit.name}
              help={
                unit.representative || unit.deputy
                  ? t(unit.together ? 'convene.together' : unit.onRoster ? 'convene.onRoster' : 'convene.answers', {
                      name: (unit.representative ?? unit.deputy)?.name,
                      beside: unit.deputy?.name,
                    })
                  : t('convene.nobody')
              }
              value={units.includes(unit.unitId)}
              onChange={(on) =>
                choose({ units: on ? [...units, unit.unitId] : units.filter((id) => id !== unit.unitId) })
              }
            />
          ))}
        </div>
        <OtherHouses proposal={proposal} />
      </fieldset>
      <div className="columns">
        <Select
          label={t('convene.leader')}
          value={leader}
          onChange={(staffId) => choose({ leader: staffId })}
          error={errorOf('leaderId')}
          options={proposal.leaders.map(({ staffId, name, title }) => ({ id: staffId, label: name, help: title }))}
        />
        <Select
          label={t('convene.decider')}
          value={decider}
          onChange={(staffId) => choose({ decider: staffId })}
          error={errorOf('deciderId')}
          options={proposal.deciders.map(({ staffId, name, title }) => ({ id: staffId, label: name, help: title }))}
        />
      </div>
      <details className="hub-agenda">
        <summary>
          {t('convene.agenda', { count: proposal.agenda.reduce((sum, { minutes }) => sum + minutes, 0) })}
        </summary>
        <ol>
          {proposal.agenda.map(({ id, minutes }) => (
            <li key={id}>
              {t(`meeting:point.${id}` as never)} <span className="muted">{t('minutes', { count: minutes })}</span>
            </li>
          ))}
        </ol>
      </details>
      {refusal && (
        <p className="hub-refused" role="alert">
          <Icon of={CircleAlert} />
          {refusal.sentence || t('elements:failing.network.form')}
        </p>
      )}
      <div className="hub-send">
        <Button
          kind="primary"
          size="large"
          wide
          isPending={waiting}
          isDisabled={units.length === 0}
          onPress={() => void send()}
        >
          {t('convene.send', { count: units.length })}
        </Button>
        <p className="muted small">{t('convene.after')}</p>
      </div>
    </div>
  );
}

/** Offered so that nobody wonders: a tap asks, the answer is the paragraph, and the asking is logged. */
function OtherHouses({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('hub');
  const [ask] = useAct(CallUnitToHubDocument);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const call = async (unitId: string) => {
    const outcome = await ask({ caseId: proposal.caseId, unitId });
    const answer = outcome.data?.callUnitToHub;
    if (answer)
      setRefused((was) => ({
        ...was,
        [unitId]: answer.mayCall
          ? t(`terms.${answer.terms}` as never)
          : t(`refused.${answer.terms}` as never, { source: answer.source }),
      }));
    else if (outcome.refusal) setRefused((was) => ({ ...was, [unitId]: outcome.refusal.sentence }));
  };
  return (
    <details className="hub-others">
      <summary>{t('convene.others')}</summary>
      <ul className="stack gap-2" role="list">
        {proposal.others.map((unit) => (
          <li key={unit.unitId} className="hub-other">
            <span className="hub-other-who">
              <AgencyBadge kind={unit.kind as PartyKind} name={unit.name} />
              <span className="muted small">{unit.branchName}</span>
            </span>
            <Button size="small" icon={refused[unit.unitId] ? Ban : ArrowRight} onPress={() => void call(unit.unitId)}>
              {t('convene.call')}
              <span className="vh"> {unit.name}</span>
            </Button>
            {refused[unit.unitId] && (
              <p className="hub-other-why" role="status">
                {refused[unit.unitId]}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
