/** What is open as the meeting comes: decisions not done, and for the own house what is due and which consents end. */
import { CalendarClock, FileSignature } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { DecisionList } from './Decisions.js';
import type { OfMeeting } from './MeetingPage.js';

export function OpenMatters({ meeting, onChanged }: OfMeeting) {
  const { t } = useTranslation('minutes');
  const { unfinished, due, consents } = meeting;
  if (unfinished.length + due.length + consents.length === 0) return null;
  return (
    <Section title={t('open.title')}>
      {unfinished.length > 0 && <DecisionList groupId={meeting.groupId} decisions={unfinished} onChanged={onChanged} />}
      <ul className="group-notes" role="list">
        {due.map(({ kind, dueAt }) => (
          <li key={`${kind} ${dueAt}`}>
            <Icon of={CalendarClock} />
            <span>
              {t(`deadline:kind.${kind}` as never)}: <Time at={dueAt} />
            </span>
          </li>
        ))}
        {consents.map(({ consentId, until }) => (
          <li key={consentId}>
            <Icon of={FileSignature} />
            <span>
              <Link to={`/samtycke/${consentId}`}>{t('open.consent')}</Link> <Time at={until} as="day" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
