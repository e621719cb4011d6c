import { describe, expect, it } from '@jest/globals';
import { OFFICE_HOURS } from '../calendar/work-hours.js';
import { HOUR, parseInstant } from '../kernel/instant.js';
import { DECISION_KINDS } from '../meeting/decide-meeting.js';
import { mandateOf, mayReplace, ON_DUTY_DECISIONS, type ActingPost, type MandateFacts } from './hub-mandate.js';

const NIGHT = parseInstant('2026-11-25T03:00:00+01:00')!;
const DAY = parseInstant('2026-11-25T10:00:00+01:00')!;
const SATURDAY = parseInstant('2026-11-28T14:00:00+01:00')!;

const nils: ActingPost = { member: 'nils', unit: 'emergency', role: 'intake' };
const facts = (at: number, over: Partial<MandateFacts> = {}): MandateFacts => ({
  duties: [{ unit: 'emergency', member: 'nils', part: 'primary', from: at - HOUR, until: at + HOUR }],
  emergencyService: 'emergency',
  calendar: { hours: OFFICE_HOURS, closed: [] },
  at,
  ...over,
});

describe('the mandate in a hub', () => {
  it.each<[string, Partial<ActingPost>, MandateFacts, readonly string[]]>([
    ['of a manager is whole, by day', { role: 'manager', unit: 'child' }, facts(DAY), DECISION_KINDS],
    ['of an investigator is whole, by night', { role: 'investigator', unit: 'child' }, facts(NIGHT), DECISION_KINDS],
    ['of who is on duty at night is what cannot wait', {}, facts(NIGHT), ON_DUTY_DECISIONS],
    ['of who is on duty on a Saturday is the same', {}, facts(SATURDAY), ON_DUTY_DECISIONS],
    ['of who is on duty by day is none: the others are at work', {}, facts(DAY), []],
    ['of a colleague who is not on duty is none', { member: 'petra' }, facts(NIGHT), []],
    ['of intake in another unit is none', { unit: 'intake' }, facts(NIGHT), []],
    ['of who only answers for the unit is none', { role: 'unit-representative' }, facts(NIGHT), []],
    ['ends with the shift', {}, facts(NIGHT, { at: NIGHT + HOUR }), []],
    ['where there is no emergency service is none', {}, facts(NIGHT, { emergencyService: null }), []],
  ])('%s', (_, post, of, kinds) => expect(mandateOf({ ...nils, ...post }, of)).toEqual(kinds));

  it.each([
    ['what was decided on duty', 'more-now', ['intake', 'unit-representative'], true],
    ['what a manager decided', 'more-now', ['manager'], false],
    ['what an investigator decided who is on duty as well', 'open-investigation', ['intake', 'investigator'], false],
    ['what cannot have been decided on duty', 'other-support', ['intake'], false],
    ['what somebody decided who has no post any more', 'more-now', [], false],
  ] as const)('on duty replaces %s: %s of %s, %s', (_, kind, deciderRoles, may) => {
    expect(mayReplace(ON_DUTY_DECISIONS, { kind, deciderRoles })).toBe(may);
    expect(mayReplace(DECISION_KINDS, { kind, deciderRoles })).toBe(true);
  });

  it('on duty never closes a case', () => {
    expect(ON_DUTY_DECISIONS).not.toContain('no-investigation');
    expect(ON_DUTY_DECISIONS).not.toContain('other-support');
  });
});
