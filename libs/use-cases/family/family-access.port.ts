import type { LinkChannel } from '#domain/family/family-link.js';

export interface NewFamilyLink {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly consentId: string;
  readonly personId: string;
  readonly channel: LinkChannel;
  readonly tokenHash: Buffer;
  /** The half of a letter's code that finds it; null for a text message. */
  readonly reference: string | null;
  readonly language: string;
  readonly createdBy: string | null;
  readonly renews: string | null;
  readonly expiresAt: Date;
  /** Sealed telephone number and token of a text message; null for a letter, whose code is kept nowhere. */
  readonly reach: Buffer | null;
  readonly secret: Buffer | null;
}

export interface FamilyLinkFacts {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly consentId: string;
  readonly personId: string;
  readonly channel: LinkChannel;
  readonly tokenHash: Buffer;
  readonly language: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly wrongTries: number;
  readonly reach: Buffer | null;
}

export type LinkDelivery = 'printed' | 'waiting' | 'sent' | 'failed';

/** A link as those who work with the consent see it: never what opens it. */
export interface FamilyLinkShown {
  readonly id: string;
  readonly personId: string;
  readonly channel: LinkChannel;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly wrongTries: number;
  readonly delivery: LinkDelivery;
  readonly sentAt: Date | null;
}

export interface ClaimedLink {
  readonly id: string;
  readonly tries: number;
  readonly reach: Buffer | null;
  readonly secret: Buffer | null;
  readonly language: string;
}

/** One-time ways in. Read and changed by the service `family`; made by who works with the consent. */
export abstract class FamilyLinkStore {
  abstract add(link: NewFamilyLink): Promise<void>;
  abstract find(id: string): Promise<FamilyLinkFacts | undefined>;
  /** The same, kept from others until the transaction ends. */
  abstract findForChange(id: string): Promise<FamilyLinkFacts | undefined>;
  abstract findByHash(tokenHash: Buffer): Promise<FamilyLinkFacts | undefined>;
  abstract findByReference(reference: string): Promise<FamilyLinkFacts | undefined>;
  abstract findOfConsent(consentId: string): Promise<FamilyLinkShown[]>;
  /** Asked as the service `family`, as what follows: takes back the open links of a person in this house, whichever of their records they were sent for; answers their ids. */
  abstract revokeOpenOf(personId: string, branchId: string): Promise<string[]>;
  /** Takes back whatever a person has, used ones too, of these consents or of all; answers their ids. */
  abstract revokeAllOf(personId: string, consentIds: readonly string[] | null): Promise<string[]>;
  /** Takes back what staff have let wait to be sent to a person about a consent; answers their ids. */
  abstract revokeWaitingOf(personId: string, consentId: string): Promise<string[]>;
  abstract findIdsOf(personId: string): Promise<string[]>;
  /** Waits for whoever has the person's number forgotten now, and lets them wait until the transaction ends. */
  abstract holdReach(personId: string): Promise<void>;
  /** Whether no later one in this house has reached the person, or is on its way. */
  abstract isNewest(link: Pick<FamilyLinkFacts, 'id'>): Promise<boolean>;
  /** False when it was used or taken back already. */
  abstract revoke(id: string): Promise<boolean>;
  /** False when somebody was before: a link works once. */
  abstract use(id: string): Promise<boolean>;
  abstract countWrong(id: string): Promise<void>;
  /** How many links a person has been sent at their own asking since an instant. */
  abstract countRenewed(personId: string, since: Date): Promise<number>;
  /** Takes a waiting message whose time has come and keeps others off it; undefined when there is nothing to do. */
  abstract claim(id: string, until: Date): Promise<ClaimedLink | undefined>;
  abstract sent(id: string): Promise<void>;
  abstract failedTry(id: string, nextTryAt: Date | null): Promise<void>;
  abstract findWaiting(before: Date, most: number): Promise<{ readonly id: string; readonly at: Date }[]>;
}

export interface FamilySessionFacts {
  readonly id: string;
  readonly linkId: string;
  readonly personId: string;
  readonly municipalityId: string;
  readonly branchId: string;
  /** Null while only a link has been opened. */
  readonly identifiedAt: Date | null;
  readonly ownStepAt: Date | null;
  /** Sealed personal number of whoever is identified. */
  readonly holder: Buffer | null;
  readonly language: string;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface NewFamilySession extends Omit<FamilySessionFacts, 'revokedAt'> {
  readonly tokenHash: Buffer;
}

/** Browsers of families. The cookie holds a random token; only its keyed hash is stored. */
export abstract class FamilySessionStore {
  abstract add(session: NewFamilySession): Promise<void>;
  abstract find(id: string): Promise<FamilySessionFacts | undefined>;
  abstract findByTokenHash(tokenHash: Buffer): Promise<FamilySessionFacts | undefined>;
  abstract prolong(id: string, idleUntil: Date): Promise<void>;
  abstract takeOwnStep(id: string): Promise<void>;
  abstract chooseLanguage(id: string, language: string): Promise<void>;
  /** False when it had ended already. */
  abstract end(id: string, why: string): Promise<boolean>;
  /** Ends the browsers that came by a link; answers their ids. */
  abstract endAllOfLink(linkId: string, why: string): Promise<string[]>;
  /** Ends the browsers of a person, under whichever of their records they stand; answers their ids. */
  abstract endAllOfPerson(personId: string, why: string): Promise<string[]>;
}
