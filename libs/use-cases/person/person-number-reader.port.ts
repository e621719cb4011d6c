import type { NumberDecision } from '#domain/person/personal-number.js';

/**
 * Reads a personal or coordination number as people write it (ten or twelve digits, with or without sign, the Tax
 * Agency's test numbers too) into twelve digits. `now` settles the century of a number that leaves it out.
 */
export abstract class PersonNumberReader {
  abstract read(written: string, now: Date): NumberDecision;
}
