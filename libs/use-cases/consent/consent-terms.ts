/** What a consent may ask for, held to the rule with the facts of the municipality: its houses, and how long it lets one last. */
import type { ConsentScope, Situation } from '#domain/consent/consent.js';
import { CONSENT_MONTHS, draftFaults, longestUntil, type DraftFault } from '#domain/consent/draft-consent.js';
import type { Form } from '#domain/disclosure/vocabulary.js';
import { InvalidInput, type FieldFault } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';

export interface ConsentWritten {
  readonly scope: ConsentScope;
  readonly situations: readonly Situation[];
  readonly form: Form;
  readonly validFrom: Date | null;
  /** Null takes the longest that is allowed. */
  readonly validUntil: Date | null;
  readonly apart: boolean;
  /** Why it is asked, in the coordinator's words; shown to the family. */
  readonly why: string;
}

const LONGEST_WHY = 1_000;

const openHouses = async (tx: CallerTransaction, municipalityId: string): Promise<string[]> =>
  (await tx.of(ConsentStore).findHouses(municipalityId)).filter(({ ended }) => !ended).map(({ house }) => house);

/** Months that a consent of this municipality may last. */
export const consentMonthsOf = async (tx: CallerTransaction, municipalityId: string): Promise<number> =>
  (await tx.of(ConsentStore).findMonths(municipalityId)) ?? CONSENT_MONTHS;

/** The terms with their times settled; fails as InvalidInput with everything that is wrong at once. */
export async function checkTerms(tx: CallerTransaction, caller: StaffCaller, written: ConsentWritten) {
  const validFrom = written.validFrom ?? tx.now;
  const months = await consentMonthsOf(tx, caller.municipalityId);
  const validUntil = written.validUntil ?? new Date(longestUntil(validFrom.getTime(), months));
  const faults: FieldFault[] = draftFaults(
    {
      scope: written.scope,
      situations: written.situations,
      validFrom: validFrom.getTime(),
      validUntil: validUntil.getTime(),
    },
    { asOf: tx.now.getTime(), houses: await openHouses(tx, caller.municipalityId), months },
  ).map(fieldFault);
  if (written.why.length > LONGEST_WHY) faults.push({ field: 'why', code: 'TOO_LONG', values: { most: LONGEST_WHY } });
  if (faults.length > 0) throw new InvalidInput(faults);
  return { scope: written.scope, situations: written.situations, validFrom, validUntil };
}

/** Time has passed and houses may have ended since it was drafted. */
export async function requireOfferable(tx: CallerTransaction, consent: ConsentFacts): Promise<void> {
  const faults = draftFaults(termsOf(consent), {
    asOf: tx.now.getTime(),
    houses: await openHouses(tx, consent.municipalityId),
    months: await consentMonthsOf(tx, consent.municipalityId),
  });
  if (faults.length > 0) throw new InvalidInput(faults.map(fieldFault));
}

const termsOf = ({ record }: ConsentFacts) => ({
  scope: record.offered,
  situations: record.situations,
  validFrom: record.validFrom,
  validUntil: record.validUntil,
});

const FAULT_CODES: Readonly<Record<DraftFault['code'], string>> = {
  missing: 'CHOOSE_ONE',
  'unknown-house': 'HOUSE_UNKNOWN',
  'nobody-else': 'NOBODY_ELSE_TO_TELL',
  'before-start': 'ENDS_BEFORE_START',
  'too-long': 'CONSENT_TOO_LONG',
  'over-already': 'CONSENT_OVER_ALREADY',
};

const fieldFault = ({ field, code }: DraftFault): FieldFault => ({ field, code: FAULT_CODES[code] });
