/** What there is on one day, in the order of time, each with the way to it. */
import { CalendarDays, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { useLanguage } from '../texts/start-texts.js';
import { dayWords } from '../time/moment.js';
import type { DayContent } from './MonthCalendar.js';
import './month.css';

export function DayPanel({ day, content }: { readonly day: string; readonly content: DayContent }) {
  const { t } = useTranslation('month');
  const language = useLanguage();
  const { meetings, deadlines, off } = content;
  const words = dayWords(`${day}T11:00:00Z`, language);
  return (
    <section className="panel day-panel" aria-live="polite" aria-label={words}>
      <h2>{words}</h2>
      {off && <p className="muted">{t(`off.${off}` as never)}</p>}
      {meetings.length === 0 && deadlines.length === 0 && <p className="muted">{t('nothing')}</p>}
      <ul className="day-list" role="list">
        {meetings.map((one) => (
          <li key={one.hubId}>
            <Link className="day-line" to={`/hubb/${one.hubId}`}>
              <Icon of={CalendarDays} />
              <span className="day-time">
                <Time at={one.startsAt} as="clock" />
              </span>
              <span>
                {t(one.isOfGroup ? 'kind.group' : (`kind.${one.kind}` as never))}{' '}
                <span className="muted">{one.caseNumber}</span>
                {one.answer && <span className="small muted"> · {t(`invitation:mine.${one.answer}` as never)}</span>}
              </span>
            </Link>
          </li>
        ))}
        {deadlines.map((one) => (
          <li key={one.id}>
            <Link className="day-line" to={one.caseId ? `/arende/${one.caseId}` : '/nu'}>
              <Icon of={Clock} />
              <span className="day-time">
                <Time at={one.dueAt} as="clock" />
              </span>
              <span>
                {t(`deadline:kind.${one.kind}` as never)} <span className="muted">{one.caseNumber}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
