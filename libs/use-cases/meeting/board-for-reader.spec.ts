import { describe, expect, it } from '@jest/globals';
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import type { Knowledge } from '#domain/hub/question.js';
import { eventsForReader } from './board-for-reader.js';

const at = { seq: 4, at: 1, by: 'sara' } as const;
const picture = (items: readonly string[], knowledge: Knowledge = 'knows'): MeetingEvent => ({
  ...at,
  kind: 'PictureGiven',
  unit: 'beroende',
  knowledge,
  items: items.map((item) => ({ item, version: 1 })),
});

describe('a joint board for a reader', () => {
  it('says the same of a picture that is closed as of one by a unit that knows nothing', () => {
    const [closed] = eventsForReader([picture(['a', 'b', 'c'])], new Set());
    const [ignorant] = eventsForReader([picture([], 'does-not-know')], new Set());
    expect(closed).toMatchObject({ kind: 'PictureGiven', knowledge: null, items: [] });
    expect(closed).toEqual(ignorant);
  });

  it('shows what is open of a picture as if there were no more', () => {
    const [some] = eventsForReader([picture(['a', 'b', 'c'])], new Set(['b']));
    const [all] = eventsForReader([picture(['b'])], new Set(['b']));
    expect(some).toMatchObject({ knowledge: 'knows', items: [{ item: 'b' }] });
    expect(some).toEqual(all);
  });

  it('keeps of a closed line or text its number alone: neither who wrote it nor when', () => {
    const entry = {
      id: 'e',
      kind: 'risk',
      unit: 'u',
      item: 'a',
      version: 1,
      topic: 'irk-drugs',
      stance: 'present',
    } as const;
    const begun: MeetingEvent = { kind: 'MeetingStarted', leader: 'maria', seq: 1, at: 1, by: 'maria' };
    for (const event of [
      { kind: 'MapEntryPut', entry, seq: 2, at: 7, by: 'sara' },
      { kind: 'TextSaved', text: 'next-steps', item: 'a', version: 1, seq: 2, at: 7, by: 'sara' },
    ] as const) {
      const [, closed] = eventsForReader([begun, event], new Set());
      expect(closed).toEqual({ kind: 'NotForYou', seq: 2, at: 1, by: expect.not.stringContaining('sara') });
      expect(eventsForReader([begun, event], new Set(['a']))).toEqual([begun, event]);
    }
  });
});
