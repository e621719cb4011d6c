/** From the wire to the board's own words: the same events that the server folds, so that both see the same board. */
import type { MeetingEvent, MeetingHappening } from '#domain/meeting/meeting-event.js';
import type { HubBoardQuery } from '../graphql/generated/meeting/graphql.js';

export type BoardPart = HubBoardQuery['hubBoard'];
export type WireEvent = BoardPart['events'][number];
export type BoardItem = BoardPart['items'][number];

/** A kind that this client does not know yet moves the number on and changes nothing else. */
export function eventOf(wire: WireEvent): MeetingEvent {
  const { seq, at, by, kind, removed, entry } = wire;
  const happening = kind === 'MapEntryRemoved' ? { kind, entry: removed } : { ...wire, entry };
  return { ...(happening as MeetingHappening), seq, at, by };
}
