import type { ConsentEvent } from './consent.port.js';

export interface ConsentEventShown extends ConsentEvent {
  readonly byStaffName: string | null;
}

export interface ConsentReceived {
  readonly personId: string;
  readonly receivedByName: string | null;
}

export interface NoticeNoted {
  readonly personId: string;
  readonly language: string;
  readonly version: string | null;
  /** Null as the version is. */
  readonly hash: Buffer | null;
}

/** What a consent's page shows beside the consent itself. */
export abstract class ConsentLists {
  /** Oldest first. */
  abstract findEvents(consentId: string): Promise<ConsentEventShown[]>;
  /** Who received each signer's paper or heard their words. */
  abstract findReceived(consentId: string): Promise<ConsentReceived[]>;
  abstract findStaffName(staffId: string): Promise<string | undefined>;
  /** Which text, in which language, each name that is there was given to; no version where it was a paper's own. */
  abstract findNoticesRead(id: string): Promise<NoticeNoted[]>;
}
