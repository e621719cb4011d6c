/** What can be wrong with a form, where, and in which word. */

/** A word for each fault that a municipality can make by adjusting; the rest are a file's own. */
export type FormFaultCode =
  | 'in-the-file'
  | 'party-missing'
  | 'party-without-kind'
  | 'one-house'
  | 'no-person-here'
  | 'step-needed'
  | 'step-unknown'
  | 'consent-step-needed'
  | 'requirement-kept'
  | 'own-limit'
  | 'binding-step'
  | 'nothing-to-confirm'
  | 'document-not-listed'
  | 'document-twice'
  | 'to-below-from'
  | 'no-meeting'
  | 'meeting-twice'
  | 'agenda-empty'
  | 'meeting-too-long'
  | 'limit-shorter'
  | 'slot-too-seldom'
  | 'slot-first-day';

export interface FormFault {
  /** Such as `steps.2.requires`. */
  readonly path: string;
  readonly code: FormFaultCode;
  /** For whoever writes a form's file. */
  readonly fault: string;
}

export const inFile = (path: string, fault: string): FormFault => ({ path, code: 'in-the-file', fault });
