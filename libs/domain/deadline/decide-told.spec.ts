import { describe, expect, it } from '@jest/globals';
import { DEFAULT_ALARM_PLAN } from './alarm-plan.js';
import { defaultAlarmsOf, isKnownOnCaseOnly, SEEN_WHEN_REMINDED } from './acts-of-kind.js';
import { decideTold, type ToldFacts } from './decide-told.js';

const post = (member: string, role: 'intake' | 'manager', unit = 'intake') =>
  ({ id: member, member, house: 'soc', unit, role, leader: false, from: 0, until: null }) as const;
const facts: ToldFacts = {
  owner: 'asker',
  assigned: ['asker', 'other'],
  chain: {
    house: 'soc',
    unit: 'intake',
    emergencyService: null,
    memberships: [post('asker', 'intake'), post('other', 'intake'), post('beside', 'intake'), post('boss', 'manager')],
    duties: [],
    at: 10,
  },
};
const warn = { kind: 'warn', fraction: 0.8 } as const;
const known = (...members: string[]) => new Set(members);

describe('who is told of a time limit', () => {
  it.each([
    ['its owner', facts, ['asker']],
    ['those on the case when nobody owns it', { ...facts, owner: null }, ['asker', 'other']],
    ['the unit when nobody is', { ...facts, owner: null, assigned: [] }, ['asker', 'other', 'beside']],
    ['of what only the case knows: its owner', { ...facts, mayKnow: known('asker', 'other') }, ['asker']],
    ['not an owner who has left it', { ...facts, assigned: ['other'], mayKnow: known('other') }, ['other']],
    ['nobody for their post alone', { ...facts, assigned: [], mayKnow: known() }, []],
  ])('is %s', (_, told, expected) => {
    expect(decideTold(warn, told).members).toEqual(expected);
  });

  it('goes on to nobody who may not know of it', () => {
    const manager = { kind: 'escalate', step: 'manager' } as const;
    expect(decideTold(manager, facts)).toEqual({ members: ['boss'], step: 'manager' });
    expect(decideTold(manager, { ...facts, mayKnow: known('asker') })).toEqual({ members: [], step: null });
  });

  it('is as the kind has it until the municipality chooses', () => {
    expect(defaultAlarmsOf('investigation')).toBe(DEFAULT_ALARM_PLAN);
    expect(defaultAlarmsOf('consent-renewal')).toEqual({ warnings: [0.8, 0.95], escalations: {} });
    expect([isKnownOnCaseOnly('consent-renewal'), isKnownOnCaseOnly('investigation')]).toEqual([true, false]);
    expect(SEEN_WHEN_REMINDED).toContain('consent-renewal');
  });
});
