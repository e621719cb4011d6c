/** How long something lasts or has left, in the two largest units that matter: nobody plans by seconds. */
import { LOCALES, type Language } from '../texts/language.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Unit = 'day' | 'hour' | 'minute';
interface Part {
  readonly unit: Unit;
  readonly count: number;
}

/** Whole minutes, never rounded to one's disadvantage: up while time is left, down once it has run out. */
export function partsOfSpan(milliseconds: number): readonly Part[] {
  const minutes = Math.abs(Math.ceil(milliseconds / MINUTE));
  const days = Math.floor((minutes * MINUTE) / DAY);
  const hours = Math.floor((minutes * MINUTE - days * DAY) / HOUR);
  const rest = minutes - days * 24 * 60 - hours * 60;
  const parts: Part[] =
    days > 0
      ? [
          { unit: 'day', count: days },
          { unit: 'hour', count: hours },
        ]
      : [
          { unit: 'hour', count: hours },
          { unit: 'minute', count: rest },
        ];
  const said = parts.filter((part) => part.count > 0);
  return said.length > 0 ? said : [{ unit: 'minute', count: 0 }];
}

const SHORT: Readonly<Record<Language, Record<Unit, (count: number) => string>>> = {
  sv: { day: () => 'dygn', hour: () => 'h', minute: () => 'min' },
  en: { day: (n) => (n === 1 ? 'day' : 'days'), hour: () => 'h', minute: () => 'min' },
};

/** "1 h 12 min", "3 dygn 4 h" */
export function spanWords(milliseconds: number, language: Language): string {
  return partsOfSpan(milliseconds)
    .map(({ unit, count }) => `${count} ${SHORT[language][unit](count)}`)
    .join(' ');
}

/** The same in whole words for a screen reader: "1 timme 12 minuter". */
export function spokenSpan(milliseconds: number, language: Language): string {
  return partsOfSpan(milliseconds)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    )
    .join(' ');
}

/** "29:05" for a countdown watched by a whole room. */
export function countdownFigures(milliseconds: number): string {
  const seconds = Math.ceil(Math.abs(milliseconds) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
