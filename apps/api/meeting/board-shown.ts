/** A part of the board in the form that both GraphQL and the sockets carry: events as they are, content as released. */
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import type { BoardPart } from '#use-cases/meeting/read-board.js';
import { aboutIn } from '#use-cases/share/what-it-says.js';
import type { BoardEvent, BoardItem, HubBoard } from './board.model.js';

export function boardPartShown(part: BoardPart): HubBoard {
  return {
    until: part.until,
    events: part.events.map(eventShown),
    items: [
      ...part.released.map(itemShown),
      ...part.withheld.map(({ id, ground }): BoardItem => ({
        id,
        version: 0,
        text: null,
        category: null,
        ground,
        until: null,
        about: [],
        revealsPlace: false,
      })),
    ],
  };
}

function eventShown(event: MeetingEvent): BoardEvent {
  // A removed line is named by its id alone, where a put one is a whole entry: GraphQL has no field that is both.
  if (event.kind === 'MapEntryRemoved') {
    const { entry: removed, ...rest } = event;
    return { ...rest, removed };
  }
  if (event.kind === 'AgendaSet') return { ...event, points: [...event.points] };
  if (event.kind === 'PictureGiven') return { ...event, items: [...event.items] };
  return event;
}

function itemShown(item: ReleasedItem): BoardItem {
  return {
    id: item.itemId,
    version: item.version,
    text: item.content.text,
    category: item.category,
    ground: item.ground.id,
    until: item.ground.until,
    about: aboutIn(item),
    revealsPlace: item.revealsPlace,
  };
}
