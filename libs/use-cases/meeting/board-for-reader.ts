/**
 * A joint board as one house may see it: what is not for its readers keeps its number and tells nothing, not even that a
 * unit knows the person or which risk a line speaks of (OSL 26:1).
 */
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';

/** `released`: ids of the items that the gate has let through for this reader. */
export function eventForReader(event: MeetingEvent, released: ReadonlySet<string>): MeetingEvent {
  const { seq, at, by } = event;
  switch (event.kind) {
    case 'PictureGiven': {
      const shown = event.items.filter(({ item }) => released.has(item));
      const [closed] = event.items.filter(({ item }) => !released.has(item));
      return {
        ...event,
        knowledge: shown.length > 0 || event.items.length === 0 ? event.knowledge : null,
        // One place for all that stays closed: how much it is would tell something too.
        items: closed ? [...shown, closed] : shown,
      };
    }
    case 'MapEntryPut':
      return released.has(event.entry.item) ? event : { kind: 'NotForYou', seq, at, by };
    case 'TextSaved':
      return released.has(event.item) ? event : { kind: 'NotForYou', seq, at, by };
    default:
      return event;
  }
}
