/** A board with nothing on it but the given items: what is not among them is not even told to be there. */
import type { Board } from '#domain/meeting/board.js';
import type { RoomState } from './board-room.js';

export function onlyFor(
  { board, items, pens }: Pick<RoomState, 'board' | 'items' | 'pens'>,
  shown: ReadonlySet<string>,
): Pick<RoomState, 'board' | 'items' | 'pens'> {
  const pictures = Object.fromEntries(
    Object.entries(board.pictures).map(([unit, picture]) => {
      const kept = picture.items.filter(({ item }) => shown.has(item));
      // A picture of which nothing may be shown looks as one of a unit that knows nothing.
      return [unit, { ...picture, items: kept, knowledge: kept.length > 0 ? picture.knowledge : null }];
    }),
  );
  const texts: Board['texts'] = Object.fromEntries(
    Object.entries(board.texts).filter(([, held]) => held !== undefined && shown.has(held.item)),
  );
  const open = board.decision === null || shown.has(board.decision.reasons);
  return {
    board: {
      ...board,
      pictures,
      texts,
      map: board.map.filter(({ item }) => shown.has(item)),
      decision: open ? board.decision : null,
    },
    items: new Map([...items].filter(([id]) => shown.has(id))),
    pens,
  };
}
