import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../kernel/instant.js';
import { chooseRoom, type RoomTaken, type TownRoom } from './choose-room.js';

const room = (slug: string): TownRoom => ({ slug, name: slug, site: 'stadshuset', videoUrl: null, house: null });
const taken: readonly RoomTaken[] = [{ room: 'eken', from: 10 * HOUR, until: 11 * HOUR, hubId: 'h' }];
const choose = (wanted: string, from: number, until: number, hubId: string | null = null) => {
  const decision = chooseRoom(wanted, { rooms: [room('eken'), room('linden')], taken, from, until, hubId });
  return decision.outcome === 'room' ? decision.room.slug : decision.code;
};

describe('a room', () => {
  it.each([
    ['before', 9, 10, 'eken'],
    ['into', 9, 10.25, 'taken'],
    ['within', 10.25, 10.5, 'taken'],
    ['out of', 10.75, 12, 'taken'],
    ['after', 11, 12, 'eken'],
  ])('%s another meeting in it: %s', (_, from, until, expected) => {
    expect(choose('eken', from * HOUR, until * HOUR)).toBe(expected);
  });

  it('is free for the meeting that holds it itself, and another room is free anyway', () => {
    expect(choose('eken', 10 * HOUR, 11 * HOUR, 'h')).toBe('eken');
    expect(choose('eken', 10 * HOUR, 11 * HOUR, 'other')).toBe('taken');
    expect(choose('linden', 10 * HOUR, 11 * HOUR)).toBe('linden');
  });

  it('has to be one of the town’s', () => {
    expect(choose('källaren', 0, HOUR)).toBe('no-such-room');
  });

  it('is not free because somebody else’s meeting has no name here', () => {
    const others = [{ room: 'eken', from: 0, until: HOUR, hubId: null }];
    expect(chooseRoom('eken', { rooms: [room('eken')], taken: others, from: 0, until: HOUR, hubId: null })).toEqual({
      outcome: 'refused',
      code: 'taken',
    });
  });
});
