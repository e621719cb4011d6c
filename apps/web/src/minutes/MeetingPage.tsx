/** A group's meeting: before it the agenda with what is open, then who was there, the minutes point by point, and who does what by when. */
import { FileText, Presentation } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../elements/Button.js';
import { Select } from '../elements/fields/pick.js';
import { OwnAbout } from '../elements/OwnWords.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { UntilLeft } from '../elements/UntilLeft.js';
import { Time } from '../elements/Time.js';
import { GroupMeetingDocument, type MeetingShownFragment } from '../graphql/generated/minutes/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useNamed } from '../group/named.js';
import { useLive } from '../live/connection.js';
import { useIsLeft, useSight } from '../live/sight.js';
import { Admitted } from './Admitted.js';
import { AgendaEditor } from './AgendaEditor.js';
import { Attendance } from './Attendance.js';
import { Decisions } from './Decisions.js';
import { FixMinutes } from './FixMinutes.js';
import { Interpreters } from './Interpreters.js';
import { MinutesEditor } from './MinutesEditor.js';
import { NewsTold } from './NewsTold.js';
import { OpenMatters } from './OpenMatters.js';
import '../group/group.css';
import './minutes.css';

export interface OfMeeting {
  readonly meeting: MeetingShownFragment;
  readonly onChanged: () => void;
}

export default function MeetingPage() {
  const { t } = useTranslation('minutes');
  const { id = '', hubId = '' } = useParams();
  return (
    <UntilLeft
      key={hubId}
      title={t('title')}
      above={<Link to="/grupper">{t('group:list.title')}</Link>}
      words={t('group:page.left')}
      own={<OwnAbout of="meeting" id={hubId} />}
    >
      {(onLeft) => <Shown id={id} hubId={hubId} onLeft={onLeft} />}
    </UntilLeft>
  );
}

interface Asked {
  readonly id: string;
  readonly hubId: string;
  readonly onLeft: (at: string) => void;
}

function Shown({ id, hubId, onLeft }: Asked) {
  const { t } = useTranslation('minutes');
  const [version, setVersion] = useState<number | null>(null);
  const [reading, again] = useQuery({
    query: GroupMeetingDocument,
    variables: { hubId, version },
    requestPolicy: 'cache-and-network',
  });
  const { data, error, fetching } = reading;
  const onChanged = () => again({ requestPolicy: 'network-only' });
  // That it is moved, held or called off. To read here is not to be in the room.
  const branchId = data?.me?.acting?.branchId;
  const watched = { about: hubId, again: onChanged, onLeft, reading };
  useSight({ ...watched, address: branchId ? `hubs:${branchId}` : null });
  const meeting = data?.groupMeeting;
  // What somebody else writes here, or tells between meetings, comes in beside one's own words; it is told to those alone who may have it.
  useLive(meeting ? `meetings:${meeting.groupId}` : null, onChanged, reading);
  useLive(meeting ? `news:${meeting.groupId}` : null, onChanged, reading);
  // What another house wrote may close to everyone here.
  useSight({ ...watched, address: meeting && branchId ? `sight:${branchId}` : null });
  if (useIsLeft({ about: hubId, isShown: meeting !== undefined, error, onLeft })) return null;
  if (!meeting)
    return (
      <Page title={t('title')} above={<Link to={`/grupper/${id}`}>{t('back')}</Link>}>
        {error ? <Failing refusal={refusalOf(error)} onRetry={onChanged} /> : fetching && <Waiting lines={8} />}
      </Page>
    );
  return <MeetingBody meeting={meeting} onChanged={onChanged} onVersion={setVersion} />;
}

function MeetingBody({ meeting, onChanged, onVersion }: OfMeeting & { onVersion: (version: number | null) => void }) {
  const { t } = useTranslation('minutes');
  const named = useNamed();
  const before = meeting.minutesState === 'not-begun';
  const start = Date.parse(meeting.startsAt);
  return (
    <Page
      title={t('title')}
      heading={meeting.about ?? t('unnamed', { number: meeting.caseNumber })}
      above={
        <>
          <Link to={`/grupper/${meeting.groupId}`}>{t('back')}</Link> / {named(meeting.meetingName)} ·{' '}
          {meeting.caseNumber}
        </>
      }
      lead={
        <span className="row gap-2">
          <Time at={meeting.startsAt} />
          <span>
            {t(`group:meetings.state.${meeting.state}` as never)} · {t('group:minutes', { count: meeting.minutes })}
          </span>
          {meeting.admitted && (
            <span>
              {t('admitted.yours')} <Time at={meeting.admitted.startsAt} as="clock" /> ·{' '}
              {t('group:minutes', { count: meeting.admitted.minutes })}
            </span>
          )}
          {meeting.familyAfter !== null && before && !meeting.admitted && (
            <span>
              {t('familyComes')} <Time at={new Date(start + meeting.familyAfter * 60_000).toISOString()} as="clock" />
            </span>
          )}
        </span>
      }
    >
      <div className="row gap-2">
        {meeting.state !== 'closed' && meeting.state !== 'called-off' && (
          <ButtonLink kind={before ? 'primary' : 'secondary'} icon={Presentation} to={`/hubb/${meeting.hubId}`}>
            {t('toBoard')}
          </ButtonLink>
        )}
        {meeting.state === 'closed' && (
          <ButtonLink icon={FileText} to={`/grupper/${meeting.groupId}/mote/${meeting.hubId}/handling`}>
            {t('toRecord')}
          </ButtonLink>
        )}
      </div>
      <div className="group-columns">
        <div className="stack gap-8">
          {before ? (
            <>
              <AgendaEditor meeting={meeting} onChanged={onChanged} />
              <Admitted meeting={meeting} onChanged={onChanged} />
            </>
          ) : (
            <>
              {meeting.newest > 1 && <Versions meeting={meeting} onVersion={onVersion} />}
              <MinutesEditor meeting={meeting} onChanged={onChanged} />
              <Decisions meeting={meeting} onChanged={onChanged} />
            </>
          )}
        </div>
        <div className="stack gap-8">
          {!before && <NewsTold meeting={meeting} />}
          {!before && <FixMinutes meeting={meeting} onChanged={onChanged} />}
          <OpenMatters meeting={meeting} onChanged={onChanged} />
          <Attendance meeting={meeting} onChanged={onChanged} />
          <Interpreters meeting={meeting} />
        </div>
      </div>
    </Page>
  );
}

function Versions({ meeting, onVersion }: { meeting: MeetingShownFragment; onVersion: (version: number) => void }) {
  const { t } = useTranslation('minutes');
  const shown = meeting.versions.find(({ version }) => version === meeting.version);
  return (
    <Section title={t('versions.title')}>
      <Select
        label={t('versions.which')}
        value={String(meeting.version)}
        onChange={(id) => onVersion(Number(id))}
        options={Array.from({ length: meeting.newest }, (_, at) => ({
          id: String(at + 1),
          label: t(at + 1 === meeting.newest ? 'versions.newest' : 'versions.number', { number: at + 1 }),
        }))}
      />
      {shown && (
        <p className="small muted">
          {shown.reason ?? t('versions.closedReason')} · {shown.byName}, <Time at={shown.at} />
        </p>
      )}
    </Section>
  );
}
