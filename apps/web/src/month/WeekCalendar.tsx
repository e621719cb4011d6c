/** A week of my meetings and of what is due, with feasts and school breaks beside: seven columns, or seven rows on a phone. */
import { parseDate } from '@internationalized/date';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Failing, Waiting } from '../elements/states.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLanguage } from '../texts/start-texts.js';
import { dayWords, fullMoment } from '../time/moment.js';
import { contentOf, type DayContent } from './day-content.js';
import { DayLines } from './DayLines.js';
import { dayByKey, weekOf } from './month-weeks.js';
import { useMyDays } from './use-my-days.js';
import './month.css';

export function WeekCalendar({
  day,
  today,
  onDay,
}: {
  /** The day that one stands on, ISO. */
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
}) {
  const days = weekOf(day).days;
  const [{ data, error, fetching }, again] = useMyDays(days, day);
  const week = useRef<HTMLOListElement>(null);
  const [byKey, setByKey] = useState(false);
  useEffect(() => {
    if (byKey) week.current?.querySelector<HTMLElement>('[data-chosen] .my-day-name')?.focus();
  }, [byKey, day]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return void alongTheDay(event);
    const to = event.key === 'PageUp' || event.key === 'PageDown' ? byWeek(day, event.key) : dayByKey(day, event.key);
    if (to === undefined) return undefined;
    event.preventDefault();
    setByKey(true);
    onDay(to);
    return undefined;
  };
  if (error && !data) return <Failing refusal={refusalOf(error)} onRetry={again} />;
  if (fetching && !data) return <Waiting lines={7} />;
  return (
    <ol ref={week} className="my-week" role="list" onKeyDown={onKeyDown}>
      {days.map((one) => (
        <Day
          key={one}
          day={one}
          content={contentOf(one, data?.myCalendar)}
          isToday={one === today}
          isChosen={one === day}
          onChoose={() => {
            setByKey(false);
            onDay(one);
          }}
        />
      ))}
    </ol>
  );
}

const byWeek = (day: string, key: 'PageUp' | 'PageDown'): string =>
  parseDate(day)
    .add({ weeks: key === 'PageUp' ? -1 : 1 })
    .toString();

/** From the day's name down its meetings and back up. */
function alongTheDay(event: KeyboardEvent<HTMLElement>): void {
  const here = document.activeElement?.closest('.my-day');
  const stops = [...(here?.querySelectorAll<HTMLElement>('.my-day-name, .day-line') ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function Day({
  day,
  content,
  isToday,
  isChosen,
  onChoose,
}: {
  readonly day: string;
  readonly content: DayContent;
  readonly isToday: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('month');
  const language = useLanguage();
  const { meetings, deadlines, off, schoolBreak } = content;
  // Noon, so that the day is the same in every offset that Sweden has.
  const noon = `${day}T11:00:00Z`;
  const name = [
    fullMoment(noon, language).replace(/( kl\.|,) .*$/, ''),
    ...(isToday ? [t('today')] : []),
    ...(off ? [t(`off.${off}` as never)] : []),
    ...(schoolBreak ? [t('schoolBreak', { name: schoolBreak })] : []),
    t('meetings', { count: meetings.length }),
    ...(deadlines.length > 0 ? [t('deadlines', { count: deadlines.length })] : []),
  ].join(', ');
  return (
    <li
      className="my-day"
      data-today={isToday || undefined}
      data-off={off !== undefined || undefined}
      data-chosen={isChosen || undefined}
    >
      <div className="my-day-top">
        <h2>
          <button
            type="button"
            className="my-day-name"
            tabIndex={isChosen ? 0 : -1}
            aria-label={name}
            aria-current={isToday ? 'date' : undefined}
            onClick={onChoose}
          >
            {dayWords(noon, language)}
          </button>
        </h2>
        {off && <p className="my-day-off">{t(`off.${off}` as never)}</p>}
        {schoolBreak && <p className="my-day-break">{schoolBreak}</p>}
      </div>
      <DayLines content={content} />
    </li>
  );
}
