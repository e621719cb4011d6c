/** Seven days of the hub from today: when there is room, what is taken, and one's own by initials; others' children are not named. (OSL 26:1) */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { CalendarFeeds } from '../calendar/CalendarFeeds.js';
import { Button } from '../elements/Button.js';
import { GradeBadge, type Grade } from '../elements/GradeBadge.js';
import { Page } from '../elements/Page.js';
import { Segments } from '../elements/Segments.js';
import { Failing, Waiting } from '../elements/states.js';
import { Time } from '../elements/Time.js';
import { HubCalendarDocument, type HubCalendarQuery } from '../graphql/generated/hub/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useServerNow } from '../live/server-clock.js';
import { MonthCalendar, monthWords } from '../month/MonthCalendar.js';
import { LOCALES } from '../texts/language.js';
import { useLanguage } from '../texts/start-texts.js';
import { calendarDay, clockTime, dayWords } from '../time/moment.js';
import './hub.css';

type Day = HubCalendarQuery['hubCalendar'][number];
type Entry = Day['entries'][number];

type View = 'week' | 'month';

export default function CalendarPage() {
  const { t } = useTranslation('hub');
  const language = useLanguage();
  const today = calendarDay(useServerNow(60_000));
  const [view, setView] = useState<View>('week');
  const [day, setDay] = useState<string | null>(null);
  const step = view === 'week' ? { weeks: 1 } : { months: 1 };
  const from = parseDate(day ?? today);
  const key = (name: string) => t((view === 'week' ? `calendar.${name}` : `month:${name}`) as never);
  return (
    <Page
      title={t('calendar.title')}
      lead={key('lead')}
      actions={
        <>
          <CalendarFeeds />
          <Button icon={ChevronLeft} iconOnly onPress={() => setDay(from.subtract(step).toString())}>
            {key('before')}
          </Button>
          <Button onPress={() => setDay(null)}>{t('calendar.fromToday')}</Button>
          <Button icon={ChevronRight} iconOnly onPress={() => setDay(from.add(step).toString())}>
            {key('after')}
          </Button>
        </>
      }
    >
      <div className="calendar-view">
        <Segments<View>
          label={t('month:view')}
          value={view}
          onChange={setView}
          segments={[
            { id: 'week', label: t('month:weekView') },
            { id: 'month', label: t('month:monthView') },
          ]}
        />
        {view === 'month' && <p className="calendar-month">{monthWords(day ?? today, LOCALES[language])}</p>}
      </div>
      {view === 'month' ? (
        <MonthCalendar day={day ?? today} today={today} onDay={setDay} />
      ) : (
        <Week day={day} today={today} />
      )}
    </Page>
  );
}

function Week({ day, today }: { readonly day: string | null; readonly today: string }) {
  const [{ data, error, fetching }, again] = useQuery({ query: HubCalendarDocument, variables: { day } });
  return (
    <>
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !data && <Waiting lines={7} />}
      {data && (
        <ol className="week" role="list">
          {data.hubCalendar.map((one) => (
            <WeekDay key={one.day} day={one} isToday={one.day === today} />
          ))}
        </ol>
      )}
    </>
  );
}

function WeekDay({ day, isToday }: { readonly day: Day; readonly isToday: boolean }) {
  const { t } = useTranslation('hub');
  const language = useLanguage();
  return (
    <li className="week-day" data-today={isToday || undefined}>
      <h2 className="week-day-name">
        {/* Noon, so that the day is the same in every offset that Sweden has. */}
        {dayWords(`${day.day}T11:00:00Z`, language)}
        {isToday && <span className="vh"> {t('calendar.today')}</span>}
      </h2>
      {day.entries.length === 0 ? (
        <p className="muted small">{t(day.holiday ? 'calendar.holiday' : 'calendar.none')}</p>
      ) : (
        <ul className="week-times" role="list">
          {day.entries.map((entry) => (
            <li key={`${entry.startsAt} ${entry.kind} ${entry.hub?.id ?? ''}`}>
              <Slot entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Slot({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('hub');
  const language = useLanguage();
  const past = Date.parse(entry.startsAt) + entry.minutes * 60_000 < useServerNow(60_000);
  const kind = entry.hub ? 'mine' : entry.free ? (past ? 'past' : 'free') : 'taken';
  const time = (
    <span className="week-time">
      <Time at={entry.startsAt} as="clock" />
    </span>
  );
  const extra = entry.kind === 'extra' && <span className="week-extra">{t('calendar.extra')}</span>;
  if (!entry.hub)
    return (
      <div className="week-slot" data-kind={kind}>
        {time}
        <span>{t(`calendar.${kind}`)}</span>
        {extra}
      </div>
    );
  return (
    <Link
      className="week-slot"
      data-kind={kind}
      to={`/hubb/${entry.hub.id}`}
      aria-label={t('calendar.open', {
        time: clockTime(entry.startsAt, language),
        number: entry.hub.caseNumber,
      })}
    >
      {time}
      <span className="week-who">{entry.hub.initials ?? entry.hub.caseNumber}</span>
      {entry.hub.grade && <GradeBadge grade={entry.hub.grade as Grade} />}
      {entry.state && <span className="small muted">{t(`state.${entry.state}` as never)}</span>}
      {extra}
    </Link>
  );
}
