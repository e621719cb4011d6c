/**
 * Whom the investigator may ask what they hold, and about whom: school, police and others give to an open investigation
 * and get nothing back, so a question says no more than an answer needs (MASH steps 2 and 3 [S0]; SoL 20:6, OSL 10:2).
 */
import { ADULT } from '../disclosure/age.js';
import type { HouseParty } from '../disclosure/case.js';
import { isSameHouse } from '../disclosure/parties.js';
import type { Category, Phase, Protection } from '../disclosure/vocabulary.js';
import type { CollaborationForm } from '../form/form.js';
import { hidesName } from '../person/protection.js';

/** The forms in which other houses are asked: step 2, and step 3 for those in or near criminal networks. */
export const INQUIRY_FORMS = ['mash-2', 'mash-3'] as const;
export type InquiryForm = (typeof INQUIRY_FORMS)[number];

/** The form for adults, and for those in or near criminal networks. */
const WIDENED: InquiryForm = 'mash-3';

export interface AskedAbout {
  readonly phase: Phase;
  readonly closed: boolean;
  /** Whole years today. */
  readonly age: number;
  readonly protection: Protection;
  /** An adult's own consent lets some house that the form may ask tell something; never asked of a child. */
  readonly ownYes: boolean;
}

export type MayAsk =
  | { readonly outcome: 'may' }
  | {
      readonly outcome: 'refused';
      /**
       * `adult`: the duty to answer is towards a child; an adult is asked about by their own consent, in step 3 alone.
       * `no-consent`: that consent does not let this house tell anything.
       * `protected`: a name that the registers hide is never sent; one asks by voice, through the short list (OSL 21:3).
       */
      readonly code:
        'no-investigation' | 'outside-ages' | 'adult' | 'protected' | 'own-house' | 'not-a-party' | 'no-consent';
    };

/** Whether anyone at all may be asked in this form about this person. */
export function decideMayAsk(form: CollaborationForm, about: AskedAbout): MayAsk {
  if (about.phase !== 'investigation' || about.closed) return { outcome: 'refused', code: 'no-investigation' };
  if (form.ages && (about.age < form.ages.from || about.age > form.ages.to))
    return { outcome: 'refused', code: 'outside-ages' };
  if (hidesName(about.protection)) return { outcome: 'refused', code: 'protected' };
  if (about.age >= ADULT && !(form.kind === WIDENED && about.ownYes)) return { outcome: 'refused', code: 'adult' };
  return { outcome: 'may' };
}

/** Whether this house may be asked in this form. `told` is what an adult's own yes lets it tell; null about a child. */
export function decideMayAskHouse(
  form: CollaborationForm,
  asking: HouseParty,
  asked: HouseParty,
  told: readonly Category[] | null,
): MayAsk {
  if (isSameHouse(asking, asked)) return { outcome: 'refused', code: 'own-house' };
  if (!form.parties.may.includes(asked.kind)) return { outcome: 'refused', code: 'not-a-party' };
  return told !== null && told.length === 0 ? { outcome: 'refused', code: 'no-consent' } : { outcome: 'may' };
}
