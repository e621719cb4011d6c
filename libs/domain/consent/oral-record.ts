/**
 * A consent that was spoken: written down with when, how, who else heard it, whether somebody interpreted, and what was
 * said, since otherwise nobody can show later that it was given (JO: when and how a consent was obtained is noted; [S4]).
 */
import type { Instant } from '../kernel/instant.js';

export const HOW_SAID = ['meeting', 'phone', 'video'] as const;
export type HowSaid = (typeof HOW_SAID)[number];

export interface OralRecord {
  /** When it was said. */
  readonly at: Instant;
  readonly how: HowSaid;
  /** Who else heard it; a member of staff besides the one who writes, or somebody whom the signer trusts. */
  readonly witness: string;
  /** Empty where nobody interpreted. */
  readonly interpreter: string;
  readonly said: string;
}

export interface OralFault {
  readonly field: 'at' | 'how' | 'witness' | 'interpreter' | 'said';
  readonly code: 'missing' | 'in-future' | 'too-long';
}

export const LONGEST_NAME = 200;
export const LONGEST_SAID = 5_000;

export function oralFaults(
  record: Omit<OralRecord, 'how'> & { readonly how: string },
  asOf: Instant,
): readonly OralFault[] {
  const faults: OralFault[] = [];
  if (record.at > asOf) faults.push({ field: 'at', code: 'in-future' });
  if (!(HOW_SAID as readonly string[]).includes(record.how)) faults.push({ field: 'how', code: 'missing' });
  for (const field of ['witness', 'said'] as const)
    if (record[field].trim() === '') faults.push({ field, code: 'missing' });
  for (const [field, most] of [
    ['witness', LONGEST_NAME],
    ['interpreter', LONGEST_NAME],
    ['said', LONGEST_SAID],
  ] as const)
    if (record[field].length > most) faults.push({ field, code: 'too-long' });
  return faults;
}
