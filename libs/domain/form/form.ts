/**
 * A way of working together as data: who takes part, about whom or about nobody, on what ground, how often, and which
 * steps lead from a nomination to the end ([S0], [S1], [S4]). Towns differ by this data and by nothing else.
 */
import type { DeadlineKind } from '../deadline/built-in-deadlines.js';
import type { DeadlineRule } from '../deadline/deadline-rule.js';
import type { Form, HouseKind, PersonKind, Phase } from '../disclosure/vocabulary.js';

/** The same words to people in Swedish and English. */
export interface Named {
  readonly sv: string;
  readonly en: string;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `persons`: about one young person. `none`: about places and phenomena, and nobody is ever named in it. */
export const FORM_LEVELS = ['persons', 'none'] as const;
export type FormLevel = (typeof FORM_LEVELS)[number];

/** What a group in this form stands on before it is formed. */
export const GROUND_KINDS = ['consent', 'internal', 'duty', 'assessment', 'no-person-data'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export interface FormGround {
  readonly kind: GroundKind;
  /** As an official cites it, e.g. `OSL 10:1`. */
  readonly source: string;
}

/** What taking a step does to the group. A form has exactly one `nominate`, one `form` and one `close`. */
export const STEP_DEEDS = [
  'nominate',
  'decide',
  'assess',
  'consent',
  'form',
  'plan',
  'meet',
  'review',
  'close',
  'follow-up',
] as const;
export type StepDeed = (typeof STEP_DEEDS)[number];

/** What must be there before a step can be taken; no reason replaces any of it. */
export const REQUIREMENTS = [
  'reasons',
  'agreement',
  'ground',
  'parties',
  'contact',
  'assessment',
  'preparatory-group',
  'conditions',
  'signed',
  'threat-level',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** Who signs a paper: a house by its kind, or the young person and the guardians. */
export type Signer = HouseKind | PersonKind;

/** Something that has to hold before a step is taken, confirmed by itself. */
export interface StepCondition {
  readonly condition: string;
  readonly name: Named;
}

/** Limits that a step can stand under from the day of the report on: a plan within ten days of it ([S1], the helpdesk). */
export const STEP_DEADLINES = ['helpdesk-plan'] as const satisfies DeadlineKind[];
export type StepDeadline = (typeof STEP_DEADLINES)[number];

/** The papers that a form can have: each opens what there is, or is made from the group for whoever asks. */
export const FORM_DOCUMENTS = [
  'consent',
  'minutes',
  'agreement',
  'assessment',
  'mapping',
  'plan',
  'contract',
  'conditions',
  'picture',
  'statistics',
] as const;
export type FormDocument = (typeof FORM_DOCUMENTS)[number];

export interface FormStep {
  readonly step: string;
  readonly name: Named;
  readonly does: StepDeed;
  readonly requires: readonly Requirement[];
  /** What is confirmed one by one; of a step that asks for `conditions`. */
  readonly confirms?: readonly StepCondition[];
  /** Whose signatures it asks for; of a step that asks for `signed`. */
  readonly signers?: readonly Signer[];
  /** How long after the step before; of a step that stands under a limit of its own, how long after the report. */
  readonly within?: DeadlineRule;
  /** The municipality's own limit that it stands under, counted from the report and not from the step before. */
  readonly owed?: StepDeadline;
  /** What it leaves behind; one of the form's documents. */
  readonly document?: FormDocument;
  /** Others may come before it. */
  readonly optional?: boolean;
  /** Taken again and again, such as a meeting. */
  readonly repeats?: boolean;
}

export interface AgendaPart {
  readonly point: Named;
  readonly minutes: number;
  /** Who is in the room: professionals alone, or the family too. */
  readonly with: 'professionals' | 'everyone';
}

export interface MeetingKind {
  readonly meeting: string;
  readonly name: Named;
  readonly online: boolean;
  readonly agenda: readonly AgendaPart[];
}

export interface Slot {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** `15:00` on the clock in Sweden; absent where the town has no fixed hour. */
  readonly startsLocal?: string;
  readonly everyWeeks: number;
  /** Its first day, `2026-01-13`, from which its weeks are counted; absent, they are counted from `WEEKS_COUNT_FROM`. */
  readonly firstOn?: string;
}

export interface Cadence {
  /** How often it meets when nothing is in the way. */
  readonly every: DeadlineRule;
  /** The longest that may pass between two meetings. */
  readonly limit: DeadlineRule;
  readonly slot?: Slot;
}

export interface FormParties {
  /** Each line one party that has to be there: any of its kinds will do. */
  readonly must: readonly (readonly HouseKind[])[];
  readonly may: readonly (HouseKind | PersonKind)[];
}

export interface CollaborationForm {
  /** Its name in addresses and files, e.g. `sig-rbm`. */
  readonly kind: string;
  readonly name: Named;
  readonly about: Named;
  /** The word under which consents, agreements and disclosures know it; variants share one. */
  readonly form: Form;
  readonly level: FormLevel;
  readonly ages: Span | null;
  readonly ground: FormGround;
  readonly phase: Phase;
  /** A way of running another form: only where the municipality has taken it up, in its file or by an administrator. */
  readonly variant?: boolean;
  /** Somebody in it may be under threat, and when its groups meet says where they are: told to nobody beside the group. */
  readonly guarded?: boolean;
  /** Whether it leaves one house, and so needs an agreement in force that names its parties. */
  readonly agreement: boolean;
  readonly parties: FormParties;
  /** How many take part as a rule. */
  readonly size: Span | null;
  /** How many groups there is room for at once; null where nobody has set it. */
  readonly capacity: number | null;
  readonly cadence: Cadence | null;
  /** How often the hub looks at the work again, also after the group has become another form's (MASH step 4 [S0]). */
  readonly monitoring?: DeadlineRule;
  /** Kinds of form that a group of this one can become, by the consent that the other form stands on. */
  readonly becomes?: readonly string[];
  /** How long it usually lasts. */
  readonly months: Span | null;
  readonly meetings: readonly MeetingKind[];
  readonly steps: readonly FormStep[];
  readonly documents: readonly { readonly document: FormDocument; readonly name: Named }[];
  readonly source: string;
}

/**
 * A steering or preparatory group leads the work of others and is no form of it: it has a name and meetings of its own, and
 * no weeks of a place ([S0], [S1]).
 */
export const leadsOthers = ({ form, level }: Pick<CollaborationForm, 'form' | 'level'>): boolean =>
  level === 'none' && form === 'none';

/** The form's first kind is the group's meeting, the one that its cadence is about; others are held beside it. */
export const isGroupsMeeting = ({ meetings }: Pick<CollaborationForm, 'meetings'>, kind: string | null): boolean =>
  kind === null || meetings[0]?.meeting === kind;

export const findStep = (form: Pick<CollaborationForm, 'steps'>, step: string): FormStep | undefined =>
  form.steps.find((one) => one.step === step);
