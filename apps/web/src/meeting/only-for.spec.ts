import { describe, expect, it } from '@jest/globals';
import { EMPTY_BOARD, type Board } from '#domain/meeting/board.js';
import type { RoomState } from './board-room.js';
import { onlyFor } from './only-for.js';

const line = (id: string) =>
  ({ id, kind: 'risk', unit: 'child', item: id, version: 1, topic: null, stance: 'unsure' }) as const;
const board: Board = {
  ...EMPTY_BOARD,
  pictures: { child: { knowledge: 'knows', items: [{ item: 'a', version: 1 }] } },
  map: [line('b'), line('c')],
  texts: { 'joint-assessment': { item: 'd', version: 1 } },
  decision: { kind: 'more-now', decider: 'x', reasons: 'e', handOverTo: null, at: 0 },
};
const items = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { id, text: id }])) as unknown as RoomState['items'];

const shown = (...ids: string[]) => {
  const only = onlyFor({ board, items, pens: [] }, new Set(ids));
  const { pictures, map, texts, decision } = only.board;
  return {
    items: [...only.items.keys()],
    picture: [pictures['child']?.knowledge, pictures['child']?.items.length],
    map: map.map(({ id }) => id),
    texts: Object.keys(texts),
    decided: decision?.kind ?? null,
  };
};

describe('a board on a shared screen', () => {
  it('is bare while nothing is known of what everyone may see', () => {
    expect(shown()).toEqual({ items: [], picture: [null, 0], map: [], texts: [], decided: null });
  });

  it('has what everyone may see, and of the rest not even that it is there', () => {
    expect(shown('a', 'c')).toEqual({ items: ['a', 'c'], picture: ['knows', 1], map: ['c'], texts: [], decided: null });
    expect(shown('d', 'e')).toEqual({
      items: ['d', 'e'],
      picture: [null, 0],
      map: [],
      texts: ['joint-assessment'],
      decided: 'more-now',
    });
  });
});
