/** What happened in a meeting, in order and without content: items stand as id and version, each reader's gate opens them. */
import type { Category } from '../disclosure/vocabulary.js';
import type { Knowledge } from '../hub/question.js';
import type { Instant } from '../kernel/instant.js';
import type { AgendaPoint } from './agenda.js';
import type { DecisionKind } from './decide-meeting.js';
import type { MapEntry } from './joint-map.js';

/** The texts that several people write together. */
export const BOARD_TEXTS = ['joint-assessment', 'decision-reasons', 'next-steps'] as const;

export type BoardText = (typeof BOARD_TEXTS)[number];

/** What is decided to be done is a plan; what is thought is an assessment: each has its own secrecy (OSL 26:1). */
export const TEXT_CATEGORIES: Readonly<Record<BoardText, Category>> = {
  'joint-assessment': 'assessment-results',
  'decision-reasons': 'assessment-results',
  'next-steps': 'measures-and-plan',
};

/** An item as it stood when it came to the board. */
export interface ItemVersion {
  readonly item: string;
  readonly version: number;
}

/** What a unit gives: whether it knows, and an item for each kind of knowledge. */
export interface Picture {
  /** Null where that alone would tell a reader of another house something about the person. */
  readonly knowledge: Knowledge | null;
  readonly items: readonly ItemVersion[];
  /** Put up by whoever leads, since nobody of the unit was there. */
  readonly presented?: true;
}

export type MeetingHappening =
  | { readonly kind: 'LobbyOpened' }
  | { readonly kind: 'MeetingStarted'; readonly leader: string }
  | { readonly kind: 'MeetingPaused' }
  | { readonly kind: 'MeetingResumed' }
  | { readonly kind: 'ClosingBegun' }
  | { readonly kind: 'MeetingClosed' }
  /** `reasons`: the item that holds why; null where none are asked for. */
  | { readonly kind: 'MeetingCalledOff'; readonly reasons: string | null }
  | { readonly kind: 'LeadTaken'; readonly leader: string }
  | { readonly kind: 'AgendaSet'; readonly points: readonly AgendaPoint[] }
  | { readonly kind: 'PointEntered'; readonly point: string }
  | { readonly kind: 'MemberArrived'; readonly member: string; readonly unit: string }
  | { readonly kind: 'MemberLeft'; readonly member: string }
  | { readonly kind: 'FloorAsked'; readonly member: string }
  | { readonly kind: 'SteppedBack'; readonly member: string }
  | { readonly kind: 'FloorGiven'; readonly member: string | null }
  | ({ readonly kind: 'PictureGiven'; readonly unit: string } & Picture)
  | { readonly kind: 'MapEntryPut'; readonly entry: MapEntry }
  | { readonly kind: 'MapEntryRemoved'; readonly entry: string }
  | { readonly kind: 'TextSaved'; readonly text: BoardText; readonly item: string; readonly version: number }
  | {
      readonly kind: 'DecisionMade';
      readonly decision: DecisionKind;
      readonly decider: string;
      /** The item that holds the reasons. */
      readonly reasons: string;
      readonly handOverTo: string | null;
    }
  /** Something was said that is not for this reader: its number keeps the order, and nothing else is told (OSL 26:1). */
  | { readonly kind: 'NotForYou' };

/** `seq` counts from 1 within the meeting without gaps; `at` is the server's clock, `by` the member who did it. */
export type MeetingEvent = MeetingHappening & {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
};

/** Where no name is told. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What stands in a reader's order for what is not theirs: a number, and the time of what came before. */
export const notForYou = (seq: number, at: Instant): MeetingEvent => ({ kind: 'NotForYou', seq, at, by: NOBODY });
