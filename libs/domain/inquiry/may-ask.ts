/**
 * Whom the investigator may ask what they hold, and about whom: school, police and others give to an open investigation
 * and get nothing back, so a question says no more than an answer needs (MASH steps 2 and 3 [S0]; SoL 20:6, OSL 10:2).
 */
import { ADULT } from '../disclosure/age.js';
import type { HouseParty } from '../disclosure/case.js';
import { isSameHouse } from '../disclosure/parties.js';
import type { Phase, Protection } from '../disclosure/vocabulary.js';
import type { CollaborationForm } from '../form/form.js';
import { hidesName } from '../person/protection.js';

/** The forms in which other houses are asked: step 2, and step 3 for those in or near criminal networks. */
export const INQUIRY_FORMS = ['mash-2', 'mash-3'] as const;
export type InquiryForm = (typeof INQUIRY_FORMS)[number];

export const isInquiryForm = (kind: string): kind is InquiryForm => INQUIRY_FORMS.some((one) => one === kind);

export interface AskedAbout {
  readonly phase: Phase;
  readonly closed: boolean;
  /** Whole years today. */
  readonly age: number;
  readonly protection: Protection;
}

export type MayAsk =
  | { readonly outcome: 'may' }
  | {
      readonly outcome: 'refused';
      /**
       * `adult`: the duty to answer is towards a child; what is told of an adult goes by their own consent, at a joint meeting.
       * `protected`: a name that the registers hide is never sent; one asks by voice, through the short list (OSL 21:3).
       */
      readonly code: 'no-investigation' | 'outside-ages' | 'adult' | 'protected' | 'own-house' | 'not-a-party';
    };

/** Whether anyone at all may be asked in this form about this person. */
export function decideMayAsk(form: CollaborationForm, about: AskedAbout): MayAsk {
  if (about.phase !== 'investigation' || about.closed) return { outcome: 'refused', code: 'no-investigation' };
  if (form.ages && (about.age < form.ages.from || about.age > form.ages.to))
    return { outcome: 'refused', code: 'outside-ages' };
  if (about.age >= ADULT) return { outcome: 'refused', code: 'adult' };
  if (hidesName(about.protection)) return { outcome: 'refused', code: 'protected' };
  return { outcome: 'may' };
}

/** Whether this house may be asked in this form. */
export function decideMayAskHouse(form: CollaborationForm, asking: HouseParty, asked: HouseParty): MayAsk {
  if (isSameHouse(asking, asked)) return { outcome: 'refused', code: 'own-house' };
  return form.parties.may.includes(asked.kind) ? { outcome: 'may' } : { outcome: 'refused', code: 'not-a-party' };
}
