/** Where each rule stands in the law, so that whoever is refused or told can read it there (FL 32 §: reasons are owed). */
import { civilDay } from '../kernel/civil-day.js';
import type { CalendarDate } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { startOfDay } from '../kernel/stockholm.js';

/** The month in which every citation of the catalogue was read in a consolidated text. */
export const CHECKED = '2026-02';

export const LAWS = {
  OSL: 'offentlighets- och sekretesslagen (2009:400)',
  SoL: 'socialtjänstlagen (2025:400)',
  BrB: 'brottsbalken (1962:700)',
  FB: 'föräldrabalken (1949:381)',
  '2025:170': 'lagen (2025:170) om skyldighet att lämna uppgifter till de brottsbekämpande myndigheterna',
} as const;

export interface Citation {
  readonly law: keyof typeof LAWS;
  /** As a Swedish lawyer writes it: `26 kap. 9 §`. */
  readonly paragraph: string;
  readonly checked: typeof CHECKED;
}

export function cite(law: keyof typeof LAWS, paragraph: string): Citation {
  return { law, paragraph, checked: CHECKED };
}

/** The days between which a rule is in force; null where no date bounds it for the cases asked here. */
export interface InForce {
  /** The first day. */
  readonly from: CalendarDate | null;
  /** The first day on which it no longer is. */
  readonly until: CalendarDate | null;
  /** The same as instants: dates in force begin at midnight in Stockholm. */
  readonly fromInstant: Instant;
  readonly untilInstant: Instant;
}

export const ALWAYS: InForce = { from: null, until: null, fromInstant: -Infinity, untilInstant: Infinity };

export function inForce(from: CalendarDate | null, until: CalendarDate | null = null): InForce {
  return {
    from,
    until,
    fromInstant: from === null ? -Infinity : startOfDay(civilDay(from.year, from.month, from.day)),
    untilInstant: until === null ? Infinity : startOfDay(civilDay(until.year, until.month, until.day)),
  };
}

export function isInForce(period: InForce, asOf: Instant): boolean {
  return period === ALWAYS || (period.fromInstant <= asOf && asOf < period.untilInstant);
}
