import type { ConsentEvent } from './consent.port.js';

export interface ConsentEventShown extends ConsentEvent {
  readonly byStaffName: string | null;
}

export interface ConsentReceived {
  readonly personId: string;
  readonly receivedByName: string | null;
}

/** What a consent's page shows beside the consent itself. */
export abstract class ConsentLists {
  /** Oldest first. */
  abstract findEvents(consentId: string): Promise<ConsentEventShown[]>;
  /** Who received each signer's paper or heard their words. */
  abstract findReceived(consentId: string): Promise<ConsentReceived[]>;
  abstract findStaffName(staffId: string): Promise<string | undefined>;
  /** In which language each name that is there was given. */
  abstract findLanguagesRead(id: string): Promise<{ readonly personId: string; readonly language: string }[]>;
}
