/**
 * How long a consent may last in a municipality: half a year, or what its file says. Longer than half a year stands with the
 * reasons and who decided, for whoever makes the consent and for whoever is asked to sign it (half a year at a time [S1 Trollhättan]).
 */
import type { Form } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { CONSENT_MONTHS, longestUntil } from './draft-consent.js';

/** The measures of a process that a consent can be asked for last up to two years [S4]. */
export const MOST_CONSENT_MONTHS = 24;

/** As a town's file has it: half a year at the most without a word, more with one. */
export type WrittenMonths = number | { readonly months: number; readonly reason: string; readonly decidedBy: string };

export interface ConsentTerm {
  readonly months: number;
  /** Why it may be longer than half a year; null where it may not. */
  readonly reason: string | null;
  readonly decidedBy: string | null;
}

/** What stands among a municipality's settings. */
export interface TermSettings {
  readonly consentMonths?: WrittenMonths;
  readonly forms?: readonly {
    readonly form?: unknown;
    readonly kind?: unknown;
    readonly consentMonths?: WrittenMonths;
  }[];
}

const termOf = (written: WrittenMonths): ConsentTerm => {
  const { months, reason, decidedBy } =
    typeof written === 'number' ? { months: written, reason: null, decidedBy: null } : written;
  return { months, ...(months > CONSENT_MONTHS ? { reason, decidedBy } : { reason: null, decidedBy: null }) };
};

/** For a consent of a form, the shortest that its variants have; else the town's own; else half a year. */
export function consentTermOf({ consentMonths, forms = [] }: TermSettings, form: Form): ConsentTerm {
  const ofForm = forms.flatMap((line) =>
    line.form === form && line.consentMonths ? [termOf(line.consentMonths)] : [],
  );
  const [shortest] = ofForm.sort((one, other) => one.months - other.months);
  return shortest ?? termOf(consentMonths ?? CONSENT_MONTHS);
}

/** Whether one that lasts so long stands on the town's reasons for more than half a year. */
export const isLonger = ({
  validFrom,
  validUntil,
}: {
  readonly validFrom: Instant;
  readonly validUntil: Instant;
}): boolean => validUntil > longestUntil(validFrom);
