import { describe, expect, it } from '@jest/globals';
import { settleInvitations, type Called, type StandingInvitation } from './settle-invitations.js';
import { weighReply, type AskedInvitation, type CalendarReply } from './weigh-reply.js';

const NINE = Date.parse('2026-11-24T08:00:00Z');
const HALF = 30 * 60_000;
const meeting = { state: 'planned' as const, startsAt: NINE, minutes: 60 };
const called = (staffId: string, part: Called['part'] = null): Called => ({ staffId, branchId: 'soc', part });
const standing = (staffId: string, more: Partial<StandingInvitation> = {}): StandingInvitation => ({
  id: `i-${staffId}`,
  staffId,
  branchId: 'soc',
  startsAt: NINE,
  minutes: 60,
  cancelled: false,
  ...more,
});
const settle = (wanted: readonly Called[], known: readonly StandingInvitation[], more: object = {}) =>
  settleInvitations({ ...meeting, ...more }, wanted, known, NINE - HALF);

describe('a meeting’s invitations', () => {
  it('go to whoever is called, once, and ask nothing of those in step', () => {
    expect(settle([called('anna'), called('marcus')], [standing('anna')])).toEqual([
      { kind: 'invite', staffId: 'marcus', branchId: 'soc', part: { startsAt: NINE, minutes: 60 } },
    ]);
    expect(settle([called('anna')], [standing('anna')])).toEqual([]);
  });

  it('hold each to their own part, and no longer than the meeting lasts', () => {
    const half = called('lena', { from: 30, minutes: 45 });
    expect(settle([half], [])).toEqual([
      { kind: 'invite', staffId: 'lena', branchId: 'soc', part: { startsAt: NINE + HALF, minutes: 30 } },
    ]);
    expect(settle([half], [standing('lena', { startsAt: NINE + HALF, minutes: 30 })])).toEqual([]);
    expect(settle([called('lena', { from: 90, minutes: 15 })], [standing('lena')])).toEqual([]);
  });

  it('are asked anew at a new time, and when someone let go is called again', () => {
    const moved = { startsAt: NINE + HALF };
    expect(settle([called('anna')], [standing('anna')], moved)).toEqual([
      { kind: 'renew', id: 'i-anna', branchId: 'soc', part: { startsAt: NINE + HALF, minutes: 60 } },
    ]);
    expect(settle([called('anna')], [standing('anna', { cancelled: true })])).toMatchObject([{ kind: 'renew' }]);
  });

  it('let go whoever is no longer needed, and everyone of a meeting that is called off', () => {
    expect(settle([called('anna')], [standing('anna'), standing('marcus')])).toEqual([
      { kind: 'cancel', id: 'i-marcus' },
    ]);
    const off = settle([called('anna')], [standing('anna'), standing('lena', { cancelled: true })], {
      state: 'called-off',
    });
    expect(off).toEqual([{ kind: 'cancel', id: 'i-anna' }]);
  });

  it('stay as they are once it has begun, and call nobody to what is past', () => {
    for (const state of ['running', 'paused', 'closing', 'closed'] as const)
      expect(settle([called('anna')], [standing('marcus')], { state })).toEqual([]);
    expect(settleInvitations(meeting, [called('anna')], [], NINE + 2 * HALF)).toEqual([]);
  });
});

const asked: AskedInvitation = {
  uid: 'hub@samnav.example',
  address: 'Marcus@polisen.example',
  sequence: 2,
  cancelled: false,
  endsAt: NINE,
  answerStamp: null,
};
const reply = (more: Partial<CalendarReply> = {}): CalendarReply => ({
  method: 'REPLY',
  uid: 'hub@samnav.example',
  sequence: 2,
  stamp: NINE - HALF,
  attendees: [{ address: 'marcus@polisen.example', partstat: 'ACCEPTED' }],
  ...more,
});
const weigh = (more: Partial<CalendarReply> = {}, of: Partial<AskedInvitation> = {}) =>
  weighReply(reply(more), { ...asked, ...of }, NINE - HALF);

describe('an answer by mail', () => {
  it.each([
    ['ACCEPTED', 'accepted'],
    ['declined', 'declined'],
    ['TENTATIVE', 'tentative'],
  ])('%s is taken as %s', (partstat, answer) => {
    expect(weigh({ attendees: [{ address: 'marcus@polisen.example', partstat }] })).toEqual({
      outcome: 'taken',
      answer,
    });
  });

  it.each([
    ['not-a-reply', { method: 'REQUEST' }],
    ['other-meeting', { uid: 'another@samnav.example' }],
    ['other-person', { attendees: [{ address: 'lena@skola.example', partstat: 'ACCEPTED' }] }],
    ['other-person', { attendees: [] }],
    ['other-person', { attendees: [...reply().attendees, ...reply().attendees] }],
    ['no-answer', { attendees: [{ address: 'marcus@polisen.example', partstat: 'DELEGATED' }] }],
    ['unknown-sequence', { sequence: 3 }],
    ['unknown-sequence', { sequence: Number.NaN }],
  ] as const)('is refused as %s', (why, more) => {
    expect(weigh(more)).toEqual({ outcome: 'refused', why });
  });

  it('to an address of nobody’s is refused', () => {
    expect(weighReply(reply(), undefined, NINE)).toEqual({ outcome: 'refused', why: 'unknown-address' });
  });

  it.each([
    ['old-sequence', { sequence: 1 }, {}],
    ['cancelled', {}, { cancelled: true }],
    ['over', {}, { endsAt: NINE - HALF }],
    ['older-answer', {}, { answerStamp: NINE }],
  ] as const)('is ignored as %s', (why, more, of) => {
    expect(weigh(more, of)).toEqual({ outcome: 'ignored', why });
  });
});
