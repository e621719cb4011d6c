/** What a group's rest or end does to what is booked: shown before it is done. */
import { useTranslation } from 'react-i18next';
import { Time } from '../elements/Time.js';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';

export function CalledOffMeetings({ group }: { readonly group: ShownGroupFragment }) {
  const { t } = useTranslation('group');
  if (group.formedAt === null) return null;
  if (group.form.level === 'none') return <p className="note">{t('move.callsOffAny')}</p>;
  const ahead = group.meetings.filter(({ state }) => state === 'planned' || state === 'lobby');
  if (ahead.length === 0) return null;
  return (
    <div className="note">
      <div>
        <p>{t('move.callsOff', { count: ahead.length })}</p>
        <ul>
          {ahead.map(({ hubId, startsAt }) => (
            <li key={hubId}>
              <Time at={startsAt} as="moment" />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
