/**
 * My week and my month, and seven days of the hub: when there is room, what is taken, and one's own by initials; others' children
 * are not named (OSL 26:1).
 */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
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
import { useLive } from '../live/connection.js';
import { useServerNow } from '../live/server-clock.js';
import { weekNumber } from '../month/month-weeks.js';
import { MonthCalendar, monthWords } from '../month/MonthCalendar.js';
import { WeekCalendar } from '../month/WeekCalendar.js';
import { LOCALES } from '../texts/language.js';
import { useLanguage } from '../texts/start-texts.js';
import { calendarDay, clockTime, dayWords } from '../time/moment.js';
import './hub.css';

type Day = HubCalendarQuery['hubCalendar'][number];
type Entry = Day['entries'][number];

const VIEWS = ['week', 'month', 'slots'] as const;
type View = (typeof VIEWS)[number];
/** As it stands in the address, so that the way back leads to what one looked at. */
const WORD: Readonly<Record<View, string>> = { week: 'vecka', month: 'manad', slots: 'tider' };

const TITLES: Readonly<Record<View, { lead: string; before: string; after: string; now: string }>> = {
  week: { lead: 'month:lead', before: 'month:weekBefore', after: 'month:weekAfter', now: 'month:thisWeek' },
  month: { lead: 'month:lead', before: 'month:before', after: 'month:after', now: 'calendar.fromToday' },
  slots: { lead: 'calendar.lead', before: 'calendar.before', after: 'calendar.after', now: 'calendar.fromToday' },
};

export default function CalendarPage() {
  const { t } = useTranslation('hub');
  const language = useLanguage();
  const today = calendarDay(useServerNow(60_000));
  const [search, setSearch] = useSearchParams();
  const view = VIEWS.find((one) => WORD[one] === search.get('vy')) ?? 'week';
  const [day, setDay] = useState<string | null>(null);
  const step = view === 'month' ? { months: 1 } : { weeks: 1 };
  const from = parseDate(day ?? today);
  const words = TITLES[view];
  return (
    <Page
      title={t('calendar.title')}
      lead={t(words.lead as never)}
      actions={
        <>
          <CalendarFeeds />
          <Button icon={ChevronLeft} iconOnly onPress={() => setDay(from.subtract(step).toString())}>
            {t(words.before as never)}
          </Button>
          <Button onPress={() => setDay(null)}>{t(words.now as never)}</Button>
          <Button icon={ChevronRight} iconOnly onPress={() => setDay(from.add(step).toString())}>
            {t(words.after as never)}
          </Button>
        </>
      }
    >
      <div className="calendar-view">
        <Segments<View>
          label={t('month:view')}
          value={view}
          onChange={(next) => setSearch({ vy: WORD[next] }, { replace: true })}
          segments={VIEWS.map((id) => ({ id, label: t(`month:${id}View` as never) }))}
        />
        {view === 'month' && <p className="calendar-month">{monthWords(day ?? today, LOCALES[language])}</p>}
        {view === 'week' && (
          <p className="calendar-month">
            {t('month:weekNumber', { number: weekNumber(day ?? today) })} ·{' '}
            {monthWords(day ?? today, LOCALES[language])}
          </p>
        )}
      </div>
      {view === 'month' && <MonthCalendar day={day ?? today} today={today} onDay={setDay} />}
      {view === 'week' && <WeekCalendar day={day ?? today} today={today} onDay={setDay} />}
      {view === 'slots' && <Week day={day} today={today} />}
    </Page>
  );
}

function Week({ day, today }: { readonly day: string | null; readonly today: string }) {
  const [reading, again] = useQuery({ query: HubCalendarDocument, variables: { day } });
  const { data, error, fetching } = reading;
  const house = data?.me?.acting?.branchId;
  useLive(house ? `hubs:${house}` : null, () => again({ requestPolicy: 'network-only' }), reading);
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
