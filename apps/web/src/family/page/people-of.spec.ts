import { describe, expect, it } from '@jest/globals';
import { ASKED } from '../gallery/invented.js';
import type { Consent } from '../shapes.js';
import { peopleOf } from './people-of.js';

const about = (id: string, state: Consent['state'], name: string | null = null): Consent => ({
  ...ASKED,
  id: `${id} ${state}`,
  state,
  about: { id, givenName: name, isMe: false },
});

describe('whom one’s consents are about', () => {
  it('are two where there are two, though neither may be named', () => {
    expect(peopleOf([about('a', 'holds'), about('b', 'holds')]).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('are each spoken of by what holds, before what is asked, before what has ended', () => {
    const many = [about('a', 'expired'), about('a', 'asks-you'), about('b', 'taken-back'), about('a', 'holds')];
    expect(peopleOf(many).map(({ consent: { id } }) => id)).toEqual(['a holds', 'b taken-back']);
  });

  it('keep the newest of what has ended', () => {
    const [newest, older] = [about('a', 'expired'), { ...about('a', 'expired'), id: 'older' }];
    expect(peopleOf([newest, older])[0]?.consent).toBe(newest);
  });
});
