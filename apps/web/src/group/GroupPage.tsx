/** A group: what comes next, how far it is in its form, who sits in it and who is missing, and what has happened. */
import { CalendarRange, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
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
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { About } from './About.js';
import { ActHistory } from './ActHistory.js';
import { GuestList } from './GuestList.js';
import { MemberList } from './MemberList.js';
import { Meetings } from './Meetings.js';
import { MoveDialog } from './MoveDialog.js';
import { useNamed } from './named.js';
import { NextStep } from './NextStep.js';
import { Standing } from './Standing.js';
import { StepDialog } from './StepDialog.js';
import { StepList } from './StepList.js';
import './group.css';

export default function GroupPage() {
  const { t } = useTranslation('group');
  const { id = '' } = useParams();
  const [reading, again] = useQuery({ query: GroupDocument, variables: { id } });
  const { data, error, fetching } = reading;
  const group = data?.group;
  const reload = () => again({ requestPolicy: 'network-only' });
  // The own house reads its own case; to a guest the group may close whatever its page does.
  const guestOf = group && !group.own ? data.me?.acting?.branchId : undefined;
  useLive(guestOf ? `sight:${guestOf}` : null, reload, reading);
  useEnds([group?.about.until], reload);
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
  const contact = group.members.find(({ isContact }) => isContact);
  // Asked anew at every look: what a family has taken back closes the group to the other houses in that instant.
  const groundLost =
    group.formedAt !== null &&
    group.closedAt === null &&
    group.steps.some(({ step, lacks }) => step.does === 'meet' && lacks.includes('ground'));
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
        </>
      }
      heading={<About about={group.about} />}
      actions={
        group.form.level === 'none' &&
        group.form.meetings.some(({ meeting }) => meeting === 'picture') &&
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
      {!group.own && (
        <p className="note">
          <Icon of={ShieldCheck} />
          <span>{t(group.form.level === 'none' ? 'page.guestNone' : 'page.guest')}</span>
        </p>
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
          {group.form.level === 'persons' && group.formedAt !== null && <Meetings group={group} />}
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
          {group.mayLead && group.moves.some((one) => !['form', 'close', 'follow-up'].includes(one)) && (
            <Section title={t('page.moves')}>
              <MoveDialog group={group} move={move} onMove={setMove} onChanged={onChanged} />
            </Section>
          )}
          <Section title={t('page.history')}>
            <ActHistory group={group} />
          </Section>
        </div>
      </div>
      {step && <StepDialog group={group} wanted={step} onClose={() => setStep(null)} onChanged={onChanged} />}
    </Page>
  );
}

const conveneAt = ({ id, form }: ShownGroupFragment) =>
  form.level === 'none' ? null : (startsAt: string) => `/grupper/${id}/mote/ny?start=${encodeURIComponent(startsAt)}`;

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
