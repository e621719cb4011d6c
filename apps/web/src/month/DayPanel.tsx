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
  const lines = [
    ...meetings.map((one) => ({
      id: one.hubId,
      at: one.startsAt,
      to: `/hubb/${one.hubId}`,
      icon: CalendarDays,
      words: `kind.${one.isOfGroup ? 'group' : one.kind}`,
      number: one.caseNumber,
      answer: one.answer,
    })),
    ...deadlines.map((one) => ({
      id: one.id,
      at: one.dueAt,
      to: one.caseId ? `/arende/${one.caseId}` : '/nu',
      icon: Clock,
      words: `deadline:kind.${one.kind}`,
      number: one.caseNumber,
      answer: null,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const words = dayWords(`${day}T11:00:00Z`, language);
  return (
    <section className="panel day-panel" aria-live="polite" aria-label={words}>
      <h2>{words}</h2>
      {off && <p className="muted">{t(`off.${off}` as never)}</p>}
      {meetings.length === 0 && deadlines.length === 0 && <p className="muted">{t('nothing')}</p>}
      <ul className="day-list" role="list">
        {lines.map(({ id, at, to, icon, words: what, number, answer }) => (
          <li key={id}>
            <Link className="day-line" to={to}>
              <Icon of={icon} />
              <span className="day-time">
                <Time at={at} as="clock" />
              </span>
              <span>
                {t(what as never)} <span className="muted">{number}</span>
                {answer && <span className="small muted"> · {t(`invitation:mine.${answer}` as never)}</span>}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
