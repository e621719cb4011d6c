import type { Refusals } from '#domain/consent/consent.js';
import type { EIdMessage, EIdNextStep, EIdStart } from '#domain/e-id/hint.js';
import type { EIdPurpose } from '#domain/e-id/signing-text.js';

export type EIdOrderState = 'pending' | 'complete' | 'failed' | 'refused' | 'cancelled' | 'over';

export interface EIdOrderFacts {
  readonly id: string;
  readonly purpose: EIdPurpose;
  readonly sessionId: string;
  readonly personId: string;
  readonly consentId: string | null;
  readonly orderRef: string;
  /** The running order with its secrets, sealed; null once it has ended. */
  readonly sealed: Buffer | null;
  /** The paper whose hash is signed, sealed; null for an identification and once the order has ended. */
  readonly document: Buffer | null;
  /** What came, sealed: kept until it is carried out, which may wait for the browser to come back from the app. */
  readonly answer: Buffer | null;
  readonly start: EIdStart;
  readonly language: string;
  /** Version of the text that stands above the button; null for an identification. */
  readonly noticeVersion: string | null;
  /** Houses as the browser points at them. */
  readonly refusals: Refusals;
  readonly state: EIdOrderState;
  readonly message: EIdMessage | null;
  readonly next: EIdNextStep | null;
  /** Why a signature that came could not stand, as a failure's code. */
  readonly failure: string | null;
  /** When the browser that began it came back from the app. */
  readonly returnedAt: Date | null;
  /** By the machine's own clock. */
  readonly startedAt: Date;
}

export type NewEIdOrder = Pick<
  EIdOrderFacts,
  | 'id'
  | 'purpose'
  | 'sessionId'
  | 'personId'
  | 'consentId'
  | 'orderRef'
  | 'start'
  | 'language'
  | 'noticeVersion'
  | 'refusals'
> & { readonly sealed: Buffer; readonly document: Buffer | null };

export interface EIdOrderEnd {
  readonly state: Exclude<EIdOrderState, 'pending'>;
  readonly message: EIdMessage | null;
  readonly next: EIdNextStep | null;
  readonly failure?: string;
  readonly evidenceId?: string;
}

/** Orders at the e-identification, each bound to the browser that began it. All of it is the service `family`'s. */
export abstract class EIdOrderStore {
  /** False when the browser has an order that runs: it has one. */
  abstract add(order: NewEIdOrder): Promise<boolean>;
  abstract find(id: string): Promise<EIdOrderFacts | undefined>;
  /** The same, kept from others until the transaction ends: whoever comes second sees how it ended. */
  abstract findForChange(id: string): Promise<EIdOrderFacts | undefined>;
  abstract findNewestOfSession(sessionId: string): Promise<EIdOrderFacts | undefined>;
  abstract findPendingOfSession(sessionId: string): Promise<EIdOrderFacts[]>;
  /**
   * Takes the turn to ask how it goes; false while somebody asked less than the pause ago. `holdMs` is how long the turn is
   * kept besides; `note` gives it up.
   */
  abstract takeTurn(id: string, turn: { readonly pauseMs: number; readonly holdMs: number }): Promise<boolean>;
  /** Orders that run and that nobody has asked about for so long. */
  abstract findForgotten(quietMs: number, most: number): Promise<EIdOrderFacts[]>;
  abstract note(
    id: string,
    hint: { readonly hint: string; readonly message: EIdMessage; readonly next: EIdNextStep },
  ): Promise<void>;
  abstract markReturned(id: string): Promise<void>;
  abstract keepAnswer(id: string, answer: Buffer): Promise<void>;
  /** Ends it and wipes its secrets; false when it had ended already. */
  abstract end(id: string, how: EIdOrderEnd): Promise<boolean>;
}
