/** A group in a list: whom it is about, what comes next and by when, and who is missing, has left or is silent. */
import { CircleAlert, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Deadline } from '../elements/Deadline.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import type { ListedGroupFragment } from '../graphql/generated/group/graphql.js';
import { useServerNow } from '../live/server-clock.js';
import { About } from './About.js';
import { useNamed } from './named.js';
import { Standing } from './Standing.js';
import { useKinds } from './use-kinds.js';
import './group.css';

const WAITS = ['queued', 'motivation', 'paused', 'placed', 'moved'];
const WEEK = 7 * 86_400_000;

export function GroupLine({ group }: { readonly group: ListedGroupFragment }) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const kinds = useKinds();
  const weeks = Math.floor((useServerNow(60_000) - Date.parse(group.since)) / WEEK);
  const { meeting, missing, left, silent } = group;
  const notes = [
    ...(group.leaderLeft ? [t('line.leaderLeft', { name: group.coordinatorName })] : []),
    ...(left.length > 0 ? [t('line.left', { names: left.join(', '), count: left.length })] : []),
    ...(group.lacksContact ? [t('line.lacksContact')] : []),
    ...missing.map((party) => t('line.missing', { party: kinds(party.kinds) })),
    ...(silent.length > 0 ? [t('line.silent', { units: silent.join(', '), count: silent.length })] : []),
  ];
  return (
    <li className="panel group-line" data-late={(meeting && meeting.standing !== 'in-time') || undefined}>
      <div className="group-line-top">
        <Link to={`/grupper/${group.id}`} className="group-line-who">
          <About about={group.about} />
        </Link>
        <Standing standing={group.standing} reason={group.standingReason} />
      </div>
      <p className="small muted">
        {named(group.formName)}
        {group.about.caseNumber && ` · ${group.about.caseNumber}`}
        {!group.own && ` · ${t('line.ledBy', { name: group.coordinatorName })}`}
        {group.members > 0 && ` · ${t('line.members', { count: group.members })}`}
      </p>
      {WAITS.includes(group.standing) && (
        <p className="small">
          {group.queuePlace !== null && <strong>{t('line.place', { place: group.queuePlace })} · </strong>}
          {t('line.since')} <Time at={group.since} as="day" />
          {weeks > 0 && ` · ${t('line.weeks', { count: weeks })}`}
        </p>
      )}
      {meeting && <Deadline due={meeting.by} what={t('line.meetBy')} clock="calendar" />}
      {group.news.good > 0 && (
        <p className="group-good">
          <Icon of={Sun} />
          {t('line.good', { count: group.news.good })}
        </p>
      )}
      {group.next && (
        <p>
          <span className="muted">{t('line.next')}</span> {named(group.next)}
        </p>
      )}
      {notes.length > 0 && (
        <ul className="group-notes" role="list">
          {notes.map((note) => (
            <li key={note}>
              <Icon of={CircleAlert} />
              {note}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
