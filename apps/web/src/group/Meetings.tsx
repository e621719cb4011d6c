/** The group's meetings: the next one first and nearest to hand, then those that have been held. */
import { CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../elements/Button.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { useNamed } from './named.js';
import './group.css';

type Meeting = ShownGroupFragment['meetings'][number];

const isOver = ({ state }: Meeting): boolean => state === 'closed' || state === 'called-off';

export function Meetings({ group }: { readonly group: ShownGroupFragment }) {
  const { t } = useTranslation('group');
  const coming = group.meetings.filter((meeting) => !isOver(meeting)).reverse();
  const held = group.meetings.filter(isOver);
  return (
    <Section
      title={t('meetings.title')}
      actions={
        group.mayLead &&
        group.standing === 'active' && (
          <ButtonLink size="small" icon={CalendarPlus} to={`/grupper/${group.id}/mote/ny`}>
            {t('meetings.new')}
          </ButtonLink>
        )
      }
    >
      {group.meetings.length === 0 && <p className="muted">{t('meetings.none')}</p>}
      <ul className="group-meetings" role="list">
        {[...coming, ...held].map((meeting) => (
          <MeetingLine key={meeting.hubId} groupId={group.id} meeting={meeting} />
        ))}
      </ul>
    </Section>
  );
}

function MeetingLine({ groupId, meeting }: { readonly groupId: string; readonly meeting: Meeting }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  return (
    <li data-state={meeting.state}>
      <Link to={`/grupper/${groupId}/mote/${meeting.hubId}`}>
        <Time at={meeting.startsAt} as="moment" />
      </Link>
      <span className="muted small">
        {named(meeting.name)} · {t('meetings.minutes', { count: meeting.minutes })} ·{' '}
        {t(`meetings.state.${meeting.state}` as never)}
      </span>
    </li>
  );
}
