/**
 * A joint board as one house may see it: what is not for its readers keeps its number and tells nothing, neither who wrote
 * it nor when, not even that a unit knows the person or which risk a line speaks of (OSL 26:1).
 */
import { notForYou, type MeetingEvent } from '#domain/meeting/meeting-event.js';

/** `released`: ids of the items that the gate has let through for this reader. */
export function eventsForReader(events: readonly MeetingEvent[], released: ReadonlySet<string>): MeetingEvent[] {
  const open = events.map((event) => eventForReader(event, released));
  let before = open.find((event) => event !== undefined)?.at ?? 0;
  return events.map(({ seq }, place) => {
    const shown = open[place] ?? notForYou(seq, before);
    before = shown.at;
    return shown;
  });
}

/** Undefined where nothing of it is for this reader. */
function eventForReader(event: MeetingEvent, released: ReadonlySet<string>): MeetingEvent | undefined {
  switch (event.kind) {
    case 'PictureGiven': {
      // A picture that stays closed looks as one of a unit that knows nothing; of one that opens, as if there were no more.
      const items = event.items.filter(({ item }) => released.has(item));
      return { ...event, items, knowledge: items.length > 0 ? event.knowledge : null };
    }
    case 'MapEntryPut':
      return released.has(event.entry.item) ? event : undefined;
    case 'TextSaved':
      return released.has(event.item) ? event : undefined;
    default:
      return event;
  }
}
