/**
 * Reads JSON as strictly as a rule about people's secrets must: what is missing, of another type or a word that nobody
 * knows is said with its place, never guessed (inherited names such as `constructor` are no fields and no words).
 */
import { calendarDate, parseCivilDay } from '../kernel/civil-day.js';
import type { CalendarDate } from '../kernel/civil-day.js';
import { parseInstant } from '../kernel/instant.js';
import type { Instant } from '../kernel/instant.js';
import type { Fault } from '../kernel/result.js';

/** Thrown only within the parser, which answers it as a fault. */
export class NotWellFormed extends Error {
  readonly fault: Fault;

  constructor(path: string, code: string, sentence: string) {
    super(sentence);
    this.fault = { path, code, sentence };
  }
}

/** Turns what stands at a path into a value, or throws `NotWellFormed`. */
export type Reader<T> = (value: unknown, path: string) => T;

function wrongType(path: string, expected: string): NotWellFormed {
  return new NotWellFormed(path, 'wrong-type', `${path || 'the line'} must be ${expected}`);
}

export const anObject: Reader<Readonly<Record<string, unknown>>> = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path, 'an object');
  return value as Readonly<Record<string, unknown>>;
};

/** The field as the reader understands it; one that is absent is an error, for it could have changed the answer. */
export function field<T>(fields: Readonly<Record<string, unknown>>, name: string, path: string, read: Reader<T>): T {
  const place = path === '' ? name : `${path}.${name}`;
  if (!Object.hasOwn(fields, name)) throw new NotWellFormed(place, 'missing', `${place} is missing`);
  return read(fields[name], place);
}

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string') throw wrongType(path, 'a text');
  return value;
};

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw wrongType(path, 'true or false');
  return value;
};

/** A whole number from 0. */
export const count: Reader<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw wrongType(path, 'a whole number from 0');
  return value;
};

export const instant: Reader<Instant> = (value, path) => {
  const read = parseInstant(text(value, path));
  if (read === undefined) {
    throw new NotWellFormed(path, 'no-instant', `${path} must be an instant that exists, with its offset`);
  }
  return read;
};

export const day: Reader<CalendarDate> = (value, path) => {
  const read = parseCivilDay(text(value, path));
  if (read === undefined) throw new NotWellFormed(path, 'no-date', `${path} must be a date in the calendar`);
  return calendarDate(read);
};

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrongType(path, 'a list');
    return value.map((entry: unknown, index) => read(entry, `${path}[${index}]`));
  };
}

export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  const known = new Map<unknown, T>(words.map((word) => [word, word]));
  return (value, path) => {
    const word = known.get(value);
    if (word === undefined) {
      throw new NotWellFormed(path, 'unknown-word', `${path} has a word that is not known: ${JSON.stringify(value)}`);
    }
    return word;
  };
}
