import type { VoiceKind } from '#domain/plan/family-plan.js';

/** What somebody of the family has said in a plan, as the house that leads has it. */
export interface PlanVoiceRow {
  readonly id: string;
  readonly groupId: string;
  /** What it is said of; null for what they propose. */
  readonly entryId: string | null;
  readonly personId: string;
  readonly kind: VoiceKind;
  readonly itemId: string;
  readonly saidAt: Date;
  readonly answer: 'taken-up' | 'declined' | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
}

/** Asked as staff of the house that leads; to all others there is nothing. */
export abstract class PlanVoiceStore {
  /** The oldest first; what was taken back is not said. */
  abstract findOfGroup(groupId: string): Promise<PlanVoiceRow[]>;
  abstract find(id: string): Promise<PlanVoiceRow | undefined>;
  /** False when somebody else was first. */
  abstract answer(
    id: string,
    said: { readonly answer: 'taken-up' | 'declined'; readonly itemId: string | null },
  ): Promise<boolean>;
}
