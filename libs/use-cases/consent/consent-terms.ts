/** What a consent may ask for, held to the rule with the facts of the municipality: its houses, and how long it lets one last. */
import type { ConsentScope, Situation } from '#domain/consent/consent.js';
import { consentTermOf, isLonger, type ConsentTerm } from '#domain/consent/consent-term.js';
import { draftFaults, longestUntil, type DraftFault } from '#domain/consent/draft-consent.js';
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

/** How long a consent of this form may last in the municipality, and why where that is longer than half a year. */
export const consentTermFor = async (tx: CallerTransaction, municipalityId: string, form: Form): Promise<ConsentTerm> =>
  consentTermOf(await tx.of(ConsentStore).findTerms(municipalityId), form);

/** The terms with their times settled; fails as InvalidInput with everything that is wrong at once. */
export async function checkTerms(tx: CallerTransaction, caller: StaffCaller, written: ConsentWritten) {
  const validFrom = written.validFrom ?? tx.now;
  const { months, reason } = await consentTermFor(tx, caller.municipalityId, written.form);
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
  const lasts = { validFrom: validFrom.getTime(), validUntil: validUntil.getTime() };
  const longerReason = isLonger(lasts) ? reason : null;
  return { scope: written.scope, situations: written.situations, validFrom, validUntil, longerReason };
}

/**
 * Time has passed, houses may have ended and the municipality may have settled another length since it was drafted; answers
 * the municipality's reason of today where it lasts longer than half a year.
 */
export async function requireOfferable(tx: CallerTransaction, consent: ConsentFacts): Promise<string | null> {
  const { months, reason } = await consentTermFor(tx, consent.municipalityId, consent.form);
  const faults = draftFaults(termsOf(consent), {
    asOf: tx.now.getTime(),
    houses: await openHouses(tx, consent.municipalityId),
    months,
  });
  if (faults.length > 0) throw new InvalidInput(faults.map(fieldFault));
  return isLonger(consent.record) ? reason : null;
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
