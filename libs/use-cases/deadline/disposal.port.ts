export interface DueDisposal {
  readonly decisionId: string;
  readonly caseId: string;
  readonly municipalityId: string;
}

/** What a manager has decided to dispose of, once its time is up; for the platform alone. */
export abstract class DisposalStore {
  abstract findDue(most: number): Promise<DueDisposal[]>;
  /** How many texts went; `newer-note` where something was written since it was decided, null where it is done or not due. */
  abstract dispose(decisionId: string): Promise<number | 'newer-note' | null>;
}
