/** A group: what comes next, how far it is in its form, who sits in it and who is missing, and what has happened. */
import { ArrowRightLeft, CalendarRange, Milestone, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { AreaMeetings } from '../area/AreaMeetings.js';
import { FindTime } from '../calendar/FindTime.js';
import { KeptApart } from '../calendar/KeptApart.js';
import { ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { Icon } from '../elements/Icon.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { GroupDocument, type ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useIsLeft, useSight } from '../live/sight.js';
import { useEnds } from '../live/ends.js';
import { NewsOfGroup } from '../plan/SinceLast.js';
import { About } from './About.js';
import { Assessments } from './Assessments.js';
import { ActHistory } from './ActHistory.js';
import { ContactPerson } from './ContactPerson.js';
import { GroupDocuments } from './GroupDocuments.js';
import { GuestList } from './GuestList.js';
import { HandLead } from './HandLead.js';
import { MemberList } from './MemberList.js';
import { Meetings } from './Meetings.js';
import { Monitoring } from './Monitoring.js';
import { MoveDialog } from './MoveDialog.js';
import { UntilGroupLeft } from './UntilGroupLeft.js';
import { useNamed } from './named.js';
import { NextStep } from './NextStep.js';
import { Standing } from './Standing.js';
import { StepDialog } from './StepDialog.js';
import { StepList } from './StepList.js';
import './group.css';

export default function GroupPage() {
  const { t } = useTranslation('group');
  return <UntilGroupLeft title={t('page.title')}>{(id, onLeft) => <Shown id={id} onLeft={onLeft} />}</UntilGroupLeft>;
}

function Shown({ id, onLeft }: { readonly id: string; readonly onLeft: (at: string) => void }) {
  const { t } = useTranslation('group');
  const [reading, again] = useQuery({ query: GroupDocument, variables: { id } });
  const { data, error, fetching } = reading;
  const group = data?.group;
  const reload = () => again({ requestPolicy: 'network-only' });
  const house = group ? data.me?.acting?.branchId : undefined;
  // What the family takes back closes the group to a guest, and stops its next step to the house that leads it.
  const watched = { about: id, again: reload, onLeft, reading };
  useSight({ ...watched, address: house ? `sight:${house}` : null });
  useSight({ ...watched, address: house ? `hubs:${house}` : null });
  useEnds([group?.about.until, group?.agreementUntil, group?.readUntil], reload);
  if (useIsLeft({ about: id, isShown: group !== undefined, error, onLeft })) return null;
  if (!group)
    return (
      <Page title={t('page.title')}>
        {error ? <Failing refusal={refusalOf(error)} onRetry={again} /> : fetching && <Waiting lines={8} />}
      </Page>
    );
  return <GroupBody key={group.id} group={group} onChanged={reload} />;
}

function GroupBody({ group, onChanged }: { group: ShownGroupFragment; onChanged: () => void }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const [step, setStep] = useState<string | null>(null);
  const [move, setMove] = useState<string | null>(null);
  const contact = group.members.find(({ isContact, hasLeft }) => isContact && !hasLeft);
  // Asked anew at every look: what a family has taken back closes the group to the other houses in that instant.
  const groundLost =
    group.formedAt !== null &&
    group.closedAt === null &&
    group.steps.some(({ step, lacks }) => step.does === 'meet' && lacks.includes('ground'));
  // Said while there is time to sign the next one: which of the meetings cannot be held without it.
  const later = group.meetings.filter(
    ({ state, startsAt }) =>
      group.agreementUntil && (state === 'planned' || state === 'lobby') && startsAt >= group.agreementUntil,
  );
  const paused = group.agreement !== null && !['in-force', 'not-needed'].includes(group.agreement);
  return (
    <Page
      title={t('page.title')}
      above={
        <>
          <Link to="/grupper">{t('list.title')}</Link> / {named(group.form.name)}
          {group.caseId && (
            <>
              {' · '}
              <Link to={`/arende/${group.caseId}`}>{group.about.caseNumber}</Link>
            </>
          )}
          {group.turnedFrom && (
            <>
              {' · '}
              <Link to={`/grupper/${group.turnedFrom}`}>{t('turn.before')}</Link>
            </>
          )}
        </>
      }
      heading={<About about={group.about} />}
      actions={
        group.form.level === 'none' &&
        !group.form.board &&
        group.formedAt !== null && (
          <ButtonLink kind="primary" icon={CalendarRange} to={`/grupper/${group.id}/vecka`}>
            {t('area:week.link')}
          </ButtonLink>
        )
      }
      lead={
        <span className="row gap-2">
          <Standing standing={group.standing} reason={group.standingReason} />
          <span>{t('page.ledBy', { name: group.coordinatorName })}</span>
          {contact && (
            <span>
              · {t(group.form.level === 'none' ? 'page.contactNone' : 'page.contact', { name: contact.name })}
            </span>
          )}
        </span>
      }
    >
      <HandLead group={group} onChanged={onChanged} />
      <ContactPerson group={group} onChanged={onChanged} />
      {!group.own && (
        <p className="note">
          <Icon of={ShieldCheck} />
          <span>
            {t(`page.guest.${group.form.groundKind}` as never, { source: group.form.groundSource })}{' '}
            {group.form.level === 'persons' && t('page.guestReasons')}
          </span>
        </p>
      )}
      {group.readUntil && (
        <p className="note" role="status">
          <span>
            <Trans
              t={t}
              i18nKey="page.readUntil"
              components={{ day: <Time at={lastDayOf(group.readUntil)} as="date" /> }}
            />
          </span>
        </p>
      )}
      {group.outsideAges && (
        <p className="note">{t('outsideAges.shown', { why: t(`outsideAges.reason.${group.outsideAges}` as never) })}</p>
      )}
      {group.own && groundLost && (
        <p className="note late" role="status">
          {t('page.noGround', { source: group.form.groundSource })}
        </p>
      )}
      {group.own && paused && (
        <p className="note late" role="status">
          {t('page.noAgreement')}
        </p>
      )}
      {group.agreementUntil && (
        <p className="note" role="status">
          <span>
            <Trans
              t={t}
              i18nKey="page.agreementEnds"
              components={{ day: <Time at={lastDayOf(group.agreementUntil)} as="date" /> }}
            />{' '}
            {later.length > 0 && t('page.agreementMeetings', { count: later.length })}
          </span>
        </p>
      )}
      <div className="group-columns">
        <div className="stack gap-8">
          {group.mayLead && <NextStep group={group} onTake={setStep} />}
          {group.meeting && (
            <Section title={t('page.meeting')}>
              <Deadline due={group.meeting.by} what={t('line.meetBy')} clock="calendar" size="large" />
              {group.meeting.proposed && (
                <p>
                  {t('page.proposed')} <Time at={group.meeting.proposed} as="moment" />
                </p>
              )}
              <Agenda group={group} />
            </Section>
          )}
          {group.plan && <Plan groupId={group.id} plan={group.plan} />}
          {group.plan && <NewsOfGroup groupId={group.id} />}
          {group.form.level === 'persons' && group.formedAt !== null && <Meetings group={group} />}
          {isBoard(group) && <AreaMeetings groupId={group.id} names={NO_PLACES} />}
          {group.mayLead && group.formedAt !== null && group.closedAt === null && (
            <FindTime groupId={group.id} convene={conveneAt(group)} />
          )}
          <Section title={t('page.steps')}>
            <StepList group={group} onTake={group.mayLead ? setStep : undefined} />
          </Section>
        </div>
        <div className="stack gap-8">
          <MemberList group={group} onChanged={onChanged} />
          {group.form.level === 'persons' && <GuestList group={group} onChanged={onChanged} />}
          {group.mayLead && group.caseId && group.closedAt === null && (
            <div>
              <KeptApart caseId={group.caseId} />
            </div>
          )}
          {group.own && group.form.level === 'persons' && <Assessments group={group} onChanged={onChanged} />}
          <Monitoring group={group} onChanged={onChanged} />
          {group.turns.length > 0 && (
            <Section title={t('turn.section')}>
              <p className="muted small">{t('turn.sectionWords')}</p>
              <div className="row gap-2">
                {group.turns.map((one) => (
                  <ButtonLink key={one.kind} size="small" to={`/grupper/${group.id}/bli/${one.kind}`}>
                    {named(one.name)}
                  </ButtonLink>
                ))}
              </div>
            </Section>
          )}
          {group.mayLead && group.moves.some((one) => !['form', 'close', 'follow-up'].includes(one)) && (
            <Section title={t('page.moves')}>
              <MoveDialog group={group} move={move} onMove={setMove} onChanged={onChanged} />
            </Section>
          )}
          {group.own && group.caseId && group.standing === 'moved' && (
            <div>
              <ButtonLink icon={ArrowRightLeft} to={`/grupper/${group.id}/flytt`}>
                {t('move.toOther')}
              </ButtonLink>
            </div>
          )}
          <GroupDocuments group={group} />
          <Section title={t('page.history')}>
            <ActHistory group={group} />
          </Section>
        </div>
      </div>
      {step && <StepDialog group={group} wanted={step} onClose={() => setStep(null)} onChanged={onChanged} />}
    </Page>
  );
}

/** Who steers or prepares meets as a group without persons does, and has no week of places to go through. */
const isBoard = ({ form, formedAt, closedAt }: ShownGroupFragment): boolean =>
  form.board && formedAt !== null && closedAt === null;

const asItIs = (word: string): string => word;
const NO_PLACES = { place: asItIs, phenomenon: asItIs, band: asItIs };

/** An agreement ends with its last day, at midnight. */
const lastDayOf = (until: string): string => new Date(Date.parse(until) - 1).toISOString();

/** About a person a meeting has a page of its own; without persons it is convened where the group's meetings stand. */
const conveneAt =
  ({ id, form }: ShownGroupFragment) =>
  (startsAt: string, room: string | undefined, meeting: string) => {
    const place = form.level === 'persons' ? '/mote/ny' : form.board ? '' : '/vecka';
    const chosen = new URLSearchParams({
      start: startsAt,
      ...(room ? { lokal: room } : {}),
      ...(meeting ? { slag: meeting } : {}),
    });
    return `/grupper/${id}${place}?${chosen.toString()}`;
  };

function Plan({ groupId, plan }: { groupId: string; plan: NonNullable<ShownGroupFragment['plan']> }) {
  const { t } = useTranslation('plan');
  return (
    <Section
      title={t('title')}
      actions={
        <ButtonLink size="small" icon={Milestone} to={`/grupper/${groupId}/plan`}>
          {t('open')}
        </ButtonLink>
      }
    >
      <p>
        {t('glance', { count: plan.measures })}
        {plan.followUpOn && (
          <>
            {' '}
            {t('glanceNext')} <Time at={`${plan.followUpOn}T12:00:00Z`} as="day" />.
          </>
        )}
      </p>
    </Section>
  );
}

/** Professionals first and alone, then the family: the times that the form has. */
function Agenda({ group }: { readonly group: ShownGroupFragment }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const [meeting] = group.form.meetings;
  if (!meeting) return null;
  return (
    <details className="group-agenda">
      <summary>{t('page.agenda', { minutes: meeting.agenda.reduce((sum, part) => sum + part.minutes, 0) })}</summary>
      <ol>
        {meeting.agenda.map((part) => (
          <li key={part.point.sv}>
            {named(part.point)}{' '}
            <span className="muted small">
              {t('minutes', { count: part.minutes })} · {t(`with.${part.with}` as never)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
