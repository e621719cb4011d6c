import { describe, expect, it } from '@jest/globals';
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import { eventForReader } from './board-for-reader.js';

const at = { seq: 4, at: 1, by: 'sara' } as const;
const picture = (items: readonly string[]): MeetingEvent => ({
  ...at,
  kind: 'PictureGiven',
  unit: 'beroende',
  knowledge: 'knows',
  items: items.map((item) => ({ item, version: 1 })),
});

describe('a joint board for a reader', () => {
  it('says of a picture that is closed only that there is one', () => {
    expect(eventForReader(picture(['a', 'b', 'c']), new Set())).toMatchObject({
      kind: 'PictureGiven',
      knowledge: null,
      items: [{ item: 'a' }],
    });
  });

  it('shows what is open of a picture, and one place for all that is not', () => {
    expect(eventForReader(picture(['a', 'b', 'c']), new Set(['b']))).toMatchObject({
      knowledge: 'knows',
      items: [{ item: 'b' }, { item: 'a' }],
    });
  });

  it('keeps of a closed line or text its number alone', () => {
    const entry = {
      id: 'e',
      kind: 'risk',
      unit: 'u',
      item: 'a',
      version: 1,
      topic: 'irk-drugs',
      stance: 'present',
    } as const;
    const events: MeetingEvent[] = [
      { ...at, kind: 'MapEntryPut', entry },
      { ...at, kind: 'TextSaved', text: 'next-steps', item: 'a', version: 1 },
    ];
    for (const event of events) {
      expect(eventForReader(event, new Set())).toEqual({ kind: 'NotForYou', ...at });
      expect(eventForReader(event, new Set(['a']))).toEqual(event);
    }
  });
});
