/** A month of my meetings and of what is due: arrows lead from day to day, and the day that one stands on is told in full. */
import { parseDate } from '@internationalized/date';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Failing, Waiting } from '../elements/states.js';
import { refusalOf } from '../graphql/refusal.js';
import { LOCALES } from '../texts/language.js';
import { useLanguage } from '../texts/start-texts.js';
import { clockTime, fullMoment } from '../time/moment.js';
import { contentOf, type DayContent } from './day-content.js';
import { DayPanel } from './DayPanel.js';
import { dayByKey, monthWeeks } from './month-weeks.js';
import { useMyDays } from './use-my-days.js';
import './month.css';

const IN_CELL = 3;

export function MonthCalendar({
  day,
  today,
  onDay,
}: {
  /** The day that one stands on, ISO. */
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
}) {
  const { t } = useTranslation('month');
  const language = useLanguage();
  const weeks = monthWeeks(day);
  const days = weeks.flatMap((week) => week.days);
  const [{ data, error, fetching }, again] = useMyDays(days, day);
  const grid = useRef<HTMLTableElement>(null);
  const [byKey, setByKey] = useState(false);
  useEffect(() => {
    if (byKey) grid.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
  }, [byKey, day]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = dayByKey(day, event.key);
    if (to === undefined) return;
    event.preventDefault();
    setByKey(true);
    onDay(to);
  };
  const weekday = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className="month-room">
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={6} />}
      <table ref={grid} className="month" role="grid" aria-label={monthWords(day, LOCALES[language])}>
        <thead>
          <tr>
            <th scope="col" className="month-week">
              <span className="vh">{t('week')}</span>
            </th>
            {weeks[0]?.days.map((one) => (
              <th key={one} scope="col">
                {weekday.format(parseDate(one).toDate('UTC')).replace('.', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {weeks.map((week) => (
            <tr key={week.days[0]}>
              <th scope="row" className="month-week">
                <span className="vh">{t('week')} </span>
                {week.number}
              </th>
              {week.days.map((one) => (
                <td key={one} role="gridcell" aria-selected={one === day}>
                  <DayCell
                    day={one}
                    content={contentOf(one, data?.myCalendar)}
                    isChosen={one === day}
                    isToday={one === today}
                    isOther={one.slice(0, 7) !== day.slice(0, 7)}
                    onChoose={() => {
                      setByKey(false);
                      onDay(one);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DayPanel day={day} content={contentOf(day, data?.myCalendar)} />
    </div>
  );
}

function DayCell({
  day,
  content,
  isChosen,
  isToday,
  isOther,
  onChoose,
}: {
  readonly day: string;
  readonly content: DayContent;
  readonly isChosen: boolean;
  readonly isToday: boolean;
  readonly isOther: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('month');
  const language = useLanguage();
  const { meetings, deadlines, off, schoolBreak } = content;
  const name = [
    // Noon, so that the day is the same in every offset that Sweden has.
    fullMoment(`${day}T11:00:00Z`, language).replace(/( kl\.|,) .*$/, ''),
    ...(isToday ? [t('today')] : []),
    ...(off ? [t(`off.${off}` as never)] : []),
    ...(schoolBreak ? [t('schoolBreak', { name: schoolBreak })] : []),
    t('meetings', { count: meetings.length }),
    ...(deadlines.length > 0 ? [t('deadlines', { count: deadlines.length })] : []),
  ].join(', ');
  return (
    <button
      type="button"
      className="month-day"
      tabIndex={isChosen ? 0 : -1}
      aria-label={name}
      data-chosen={isChosen || undefined}
      data-today={isToday || undefined}
      data-other={isOther || undefined}
      data-off={off !== undefined || undefined}
      data-break={schoolBreak !== undefined || undefined}
      onClick={onChoose}
    >
      <span className="month-number">{Number(day.slice(8))}</span>
      {(off ?? schoolBreak) && <span className="month-off">{off ? t(`off.${off}` as never) : schoolBreak}</span>}
      <span className="month-marks" aria-hidden>
        {meetings.slice(0, IN_CELL).map((one) => (
          <span key={one.hubId} className="month-mark" data-kind="meeting" data-answer={one.answer ?? undefined}>
            <span className="month-words">{clockTime(one.startsAt, language)}</span>
          </span>
        ))}
        {deadlines.length > 0 && (
          <span className="month-mark" data-kind="deadline">
            <span className="month-words">{t('due', { count: deadlines.length })}</span>
          </span>
        )}
        {meetings.length > IN_CELL && <span className="month-words">+{meetings.length - IN_CELL}</span>}
      </span>
    </button>
  );
}

/** "november 2026" */
export const monthWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    parseDate(day).toDate('UTC'),
  );
