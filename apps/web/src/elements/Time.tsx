/** A moment in Sweden's time, isolated so that it keeps its order in text that runs from right to left. */
import { useServerNow } from '../live/server-clock.js';
import { useLanguage } from '../texts/start-texts.js';
import {
  clockTime,
  dateWords,
  dayWords,
  dueClock,
  dueMoment,
  fullMoment,
  moment,
  shortMoment,
  type Instant,
} from '../time/moment.js';

export interface TimeProps {
  readonly at: Instant;
  /** `short` leaves today's date out; it follows the server's day. `due` and `due-clock` end a day with 24:00. `date` says the year. */
  readonly as?: 'moment' | 'short' | 'due' | 'due-clock' | 'clock' | 'day' | 'date';
}

export function Time({ at, as = 'moment' }: TimeProps) {
  const language = useLanguage();
  const now = useServerNow(60_000);
  const words = {
    moment: () => moment(at, language, now),
    short: () => shortMoment(at, language, now),
    due: () => dueMoment(at, language, now),
    'due-clock': () => dueClock(at, language),
    clock: () => clockTime(at, language),
    day: () => dayWords(at, language, now),
    date: () => dateWords(at, language),
  }[as]();
  return (
    <time dateTime={new Date(at).toISOString()} title={fullMoment(at, language)}>
      <bdi>{words}</bdi>
    </time>
  );
}
