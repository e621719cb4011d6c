import type { AnswerState } from '#domain/invitation/invitation.js';
import type { MoveConsequence, MoveLimit } from '#domain/invitation/weigh-move.js';

export interface CalledToMove {
  readonly staffId: string;
  readonly name: string;
  readonly answer: AnswerState;
  readonly isRequired: boolean;
  readonly isBusy: boolean;
}

export interface WantedTime {
  /** To propose, also the meeting of a group about nobody. */
  readonly hubId: string;
  /** Null: it is called off. */
  readonly startsAt: Date | null;
  /** Null keeps it as it is. */
  readonly minutes: number | null;
}

export interface MoveProposal {
  /** Of the meeting as it stands: what a move has to name. */
  readonly version: number;
  readonly people: readonly CalledToMove[];
  readonly consequences: readonly MoveConsequence[];
}

/** What a meeting's new time is weighed by. */
export abstract class MoveTimeStore {
  /** Who is called, and whether anything else calls them in the span; asked as the service `deadlines`, since times alone are told. */
  abstract findCalled(
    hubId: string,
    span: { readonly from: Date; readonly until: Date } | null,
  ): Promise<CalledToMove[]>;
  /** Limits that run and that the meeting keeps; asked as the service `deadlines`. */
  abstract findLimits(hubId: string): Promise<MoveLimit[]>;
  /** False when the meeting has changed since that version, or has begun. */
  abstract move(
    hubId: string,
    expectedVersion: number,
    to: {
      readonly startsAt: Date;
      readonly minutes: number;
      readonly videoUrl: string | null;
      readonly room: string | null;
    },
  ): Promise<boolean>;
}
