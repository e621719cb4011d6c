/** Who may become a group's contact person, and when it has none. */
import { describe, expect, it } from '@jest/globals';
import { decideContact, lacksContact } from './contact.js';
import { GROUP_STANDINGS, hasEnded } from './group-states.js';

const AT = new Date(0);
const seat = (staffId: string, more: { endsAt?: Date; hasLeft?: boolean } = {}) => ({
  staffId,
  endsAt: more.endsAt ?? null,
  hasLeft: more.hasLeft ?? false,
});
const group = { standing: 'active', formedAt: AT, contactId: 'anna' } as const;

describe('a group’s contact person', () => {
  it.each([
    [group, seat('marcus'), 'named'],
    [group, seat('anna'), 'contact-already'],
    [group, seat('marcus', { endsAt: AT }), 'not-seated'],
    [group, seat('marcus', { hasLeft: true }), 'not-seated'],
    [group, undefined, 'not-seated'],
    [{ ...group, formedAt: null }, seat('marcus'), 'not-formed'],
    [{ ...group, standing: 'closed' }, seat('marcus'), 'over'],
    [{ ...group, standing: 'paused' }, seat('marcus'), 'named'],
    [{ ...group, contactId: null }, seat('anna'), 'named'],
  ] as const)('%j and %j: %s', (of, wanted, expected) => {
    const decision = decideContact(of, wanted);
    expect(decision.outcome === 'named' ? 'named' : decision.code).toBe(expected);
  });

  it('is missed when whoever was named has left the seat or the post', () => {
    expect(lacksContact(group, [seat('anna'), seat('marcus')])).toBe(false);
    expect(lacksContact(group, [seat('marcus')])).toBe(true);
    expect(lacksContact(group, [seat('anna', { hasLeft: true })])).toBe(true);
    expect(lacksContact(group, [seat('anna', { endsAt: AT })])).toBe(true);
    expect(lacksContact({ ...group, contactId: null }, [seat('anna')])).toBe(true);
    expect(lacksContact({ ...group, formedAt: null }, [])).toBe(false);
  });

  it('is missed in no group that has ended', () => {
    expect(GROUP_STANDINGS.filter((standing) => lacksContact({ ...group, standing }, []))).toEqual(
      GROUP_STANDINGS.filter((standing) => !hasEnded(standing)),
    );
  });
});
