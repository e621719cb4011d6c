/** An assessment of telling one guardian about a child, as it is kept. */
export interface GuardianAssessmentRow {
  readonly id: string;
  readonly caseId: string;
  readonly childId: string;
  readonly guardianId: string;
  readonly seriousHarm: boolean;
  readonly decidedAt: Date;
  readonly decidedByName: string;
  /** The first instant at which it holds no longer; the moment it was lifted, if it was. */
  readonly until: Date;
  readonly itemId: string | null;
  readonly liftedAt: Date | null;
  readonly liftedByName: string | null;
  readonly liftItemId: string | null;
}

/** Assessments that say whether a guardian may be told (OSL 12:3); those of the caller's house and cases. */
export abstract class GuardianAssessments {
  /** The newest first. */
  abstract findOfChild(childId: string): Promise<GuardianAssessmentRow[]>;
  abstract findForChange(id: string): Promise<GuardianAssessmentRow | undefined>;
  /** It ends now, in the caller's name. */
  abstract lift(id: string, itemId: string): Promise<void>;
}
