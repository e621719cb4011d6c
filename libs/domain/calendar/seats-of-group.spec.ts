/** Whom a group's meeting needs, how long it is, and what a town's file says of its days. */
import { describe, expect, it } from '@jest/globals';
import { formatCivilDay } from '../kernel/civil-day.js';
import { lengthOfMeeting, type MemberToMeet, seatsOfGroup } from './seats-of-group.js';
import { readTownCalendar } from './town-calendar.js';
import { OFFICE_HOURS } from './work-hours.js';

const member = (id: string, more: Partial<MemberToMeet> = {}): MemberToMeet => ({
  id,
  staffId: `staff-${id}`,
  kind: 'social-services',
  mandate: 'speaks',
  deputyFor: null,
  wished: false,
  isContact: false,
  ...more,
});

describe('the seats of a group', () => {
  const seats = seatsOfGroup({
    parties: { must: [['social-services'], ['police'], ['school', 'independent-school']] },
    coordinatorId: 'staff-anna',
    members: [
      member('anna', { mandate: 'decides', isContact: true }),
      member('ali', { deputyFor: 'anna' }),
      member('marcus', { kind: 'police', wished: true }),
      member('hassan', { kind: 'police', deputyFor: 'marcus' }),
      member('lena', { kind: 'school', mandate: 'listens' }),
    ],
  });

  it('are the leader’s, one for each party of the form, and each member’s own', () => {
    expect(seats.map(({ id, must, weight }) => [id, must, weight])).toEqual([
      ['leader', true, 0],
      ['party-0', true, 0],
      ['party-1', true, 0],
      ['party-2', true, 0],
      ['anna', false, 5],
      ['marcus', false, 4],
      ['lena', false, 1],
    ]);
  });

  it('are filled by a deputy, and a party’s by nobody who only listens', () => {
    const by = (id: string) => seats.find((one) => one.id === id)!;
    expect([by('leader').holders, by('leader').deputies]).toEqual([['staff-anna'], ['staff-ali']]);
    expect([by('party-1').holders, by('party-1').deputies]).toEqual([['staff-marcus'], ['staff-hassan']]);
    expect([by('party-2').holders, by('party-2').deputies]).toEqual([[], []]);
  });
});

describe('the length of a meeting', () => {
  const part = (minutes: number, who: 'professionals' | 'everyone') => ({
    point: { sv: 'Punkt', en: 'Point' },
    minutes,
    with: who,
  });

  it('is the pre-meeting of the professionals, and then the rest', () => {
    expect(lengthOfMeeting([part(30, 'professionals'), part(25, 'everyone'), part(20, 'everyone')])).toEqual({
      preMinutes: 30,
      minutes: 45,
    });
  });

  it('has no pre-meeting where the family never comes, and is an hour where nothing is said', () => {
    expect(lengthOfMeeting([part(60, 'professionals')])).toEqual({ preMinutes: 0, minutes: 60 });
    expect(lengthOfMeeting([])).toEqual({ preMinutes: 0, minutes: 60 });
  });
});

describe('a town’s calendar', () => {
  it('is read as it is written', () => {
    const town = readTownCalendar({
      hours: { mon: ['07:30', '16:15'] },
      closed: [{ from: '2026-06-22', to: '2026-06-22' }],
      schoolBreaks: [{ name: 'Höstlov', from: '2026-10-26', to: '2026-10-30' }],
    });
    expect(town.hours).toEqual({ mon: [450, 975] });
    expect(town.schoolBreaks.map(({ first, last }) => [formatCivilDay(first), formatCivilDay(last)])).toEqual([
      ['2026-10-26', '2026-10-30'],
    ]);
    expect(town.closed).toHaveLength(1);
    expect(town.rooms).toEqual([]);
  });

  it('is that of an office where nothing is written', () => {
    expect(readTownCalendar({})).toEqual({ hours: OFFICE_HOURS, closed: [], schoolBreaks: [], rooms: [] });
  });
});
