import type { HouseParty } from '#domain/disclosure/case.js';
import type { Category, Protection } from '#domain/disclosure/vocabulary.js';
import type { MeetingOfCase } from '#domain/family/shown-meeting.js';

declare const released: unique symbol;

/** Why the reader may see this, shown quietly beside it. `until` null: no end is known today. */
export interface GroundShown {
  readonly id: string;
  readonly until: Date | null;
}

/** What an item says: a text and, for forms and maps, structured data. */
export interface ItemContent {
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Content that the gate has decided on, logged and decrypted for one caller. The brand can only be given in
 * `gate/open`, so whatever accepts `ReleasedItem` can be handed nothing else.
 */
export interface ReleasedItem {
  readonly [released]: 'item';
  readonly itemId: string;
  readonly version: number;
  readonly caseId: string;
  readonly category: Category;
  /** It gives away where somebody is. */
  readonly revealsPlace: boolean;
  readonly giverHouse: HouseParty;
  readonly content: ItemContent;
  readonly ground: GroundShown;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

/** How a person is shown to this caller; protected details are absent, not blanked. */
export interface ReleasedIdentity {
  readonly [released]: 'identity';
  readonly personId: string;
  readonly version: number;
  readonly givenName: string;
  readonly familyName: string;
  /** Twelve digits, or null when the person has none. */
  readonly personalNumber: string | null;
  readonly contact: { readonly phone?: string; readonly address?: string; readonly email?: string } | null;
  readonly born: string;
  readonly protection: string;
  readonly ground: GroundShown;
}

/** A name as a family is told it, and nothing else of who somebody is. */
export interface ReleasedName {
  readonly [released]: 'name';
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** A meeting whose time a family is told. */
export interface ReleasedMeeting extends MeetingOfCase {
  readonly [released]: 'meeting';
}

/** What a name under a consent stands on, byte for byte as it was kept. */
export interface ReleasedEvidence {
  readonly [released]: 'evidence';
  readonly id: string;
  readonly consentId: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Why something was decided about a person. */
export interface ReleasedReasons {
  readonly [released]: 'reasons';
  /** The decision's id. */
  readonly row: string;
  readonly text: string;
  readonly ground: GroundShown;
}

/** Whom a question is about, for the house that is asked: no more than what an answer needs. */
export interface ReleasedAsked {
  readonly [released]: 'asked';
  readonly inquiryId: string;
  readonly name: string;
  readonly born: string;
  /** Null where it was not sent along, or the person has none. */
  readonly personalNumber: string | null;
  readonly ground: GroundShown;
}

/** Whom another municipality takes over, as it is told. */
export interface ReleasedRelocated {
  readonly [released]: 'relocated';
  readonly givenName: string;
  readonly familyName: string;
  readonly born: string;
  readonly bornExact: boolean;
  /** The strictest of what it was as it was offered and what it is now. */
  readonly protection: Protection;
  readonly personalNumber: string | null;
  readonly things: readonly {
    readonly itemId: string;
    readonly category: Category;
    readonly revealsPlace: boolean;
    readonly content: ItemContent;
    readonly ground: string;
  }[];
}

/** What the gate did not let through: the id, so that a place can be kept, and why. Never content. */
export interface Withheld {
  readonly id: string;
  readonly outcome: 'refuse' | 'refer';
  readonly ground: string;
}
