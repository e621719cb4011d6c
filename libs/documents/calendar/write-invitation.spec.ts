/** What is written is read back by a reader of its own and held to what RFC 5545 and 5546 ask of each method. */
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { WrittenInvitation } from '#use-cases/invitation/invitation-mail.port.js';
import { faultsOf } from '../../../test/support/itip.js';
import { CALENDAR_WORDS } from './words.js';
import { ICalInvitationWriter } from './write-invitation.js';

const writer = new ICalInvitationWriter('https://samnav.example');
const invitation = (over: Partial<WrittenInvitation> = {}): WrittenInvitation => ({
  method: 'request',
  uid: writer.uidOf('0f8fad5b-d9cb-469f-a165-70867728950e'),
  invitationId: '7b1d7a5e-6c0f-4c7b-8d2d-0d6f6a1f2c3e',
  sequence: 3,
  madeAt: new Date('2026-10-20T08:00:00Z'),
  startsAt: new Date('2026-11-24T13:00:00Z'),
  minutes: 30,
  organizer: `samnav+${'a'.repeat(64)}@samnav.example`,
  attendee: 'marcus.dahlin@ekvalla.example',
  isAccepted: false,
  ...over,
});
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent')!;
  return { calendar, event, shown: new ICAL.Event(event), names: event.getAllProperties().map(({ name }) => name) };
};

describe('a written invitation', () => {
  it('holds what a request must, once each, and nothing that says whom or what it is about', () => {
    const { calendar, event, names } = read(writer.write(invitation()));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getAllSubcomponents()).toHaveLength(1);
    expect([...names].sort()).toEqual(
      [
        ...['attendee', 'class', 'description', 'dtend', 'dtstamp', 'dtstart', 'organizer', 'sequence', 'status'],
        ...['summary', 'uid', 'url'],
      ].sort(),
    );
    expect(event.getFirstPropertyValue('summary')).toBe(CALENDAR_WORDS.title);
    expect(event.getFirstPropertyValue('description')).toBe(CALENDAR_WORDS.note);
    expect(event.getFirstPropertyValue('url')).toBe(
      'https://samnav.example/inbjudningar/7b1d7a5e-6c0f-4c7b-8d2d-0d6f6a1f2c3e',
    );
    expect(event.getFirstProperty('attendee')?.getFirstParameter('partstat')).toBe('NEEDS-ACTION');
  });

  it('has what each method asks for and nothing that it forbids', () => {
    const asked = writer.write(invitation());
    const taken = writer.write(invitation({ method: 'cancel', sequence: 4 }));
    expect(faultsOf(asked, 'REQUEST', 'text/calendar; charset=utf-8; method=REQUEST')).toEqual([]);
    expect(faultsOf(taken, 'CANCEL', 'text/calendar; charset=utf-8; method=CANCEL')).toEqual([]);
    // Each table finds what is taken away or too much.
    expect(faultsOf(asked, 'REQUEST', 'text/calendar; charset=utf-8')).toEqual(['the type says method undefined']);
    expect(faultsOf(taken, 'REQUEST')).toEqual(['METHOD is CANCEL', 'STATUS is CANCELLED']);
    const bare = taken.replace(/\r\n(SEQUENCE|ORGANIZER)[^\r]*(\r\n [^\r]*)*/g, '');
    expect(faultsOf(bare, 'CANCEL')).toEqual(['ORGANIZER stands 0 times', 'SEQUENCE stands 0 times']);
  });

  it('asks nothing of whoever has said yes already', () => {
    const attendee = read(writer.write(invitation({ isAccepted: true }))).event.getFirstProperty('attendee');
    expect(attendee?.getFirstParameter('partstat')).toBe('ACCEPTED');
    expect(attendee?.getFirstParameter('rsvp')).toBeUndefined();
  });

  it('is taken back under the same name, organizer and attendee', () => {
    const [asked, taken] = [invitation(), invitation({ method: 'cancel', sequence: 4 })].map((one) =>
      read(writer.write(one)),
    );
    expect(taken?.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(taken?.event.getFirstPropertyValue('status')).toBe('CANCELLED');
    for (const same of ['uid', 'organizer', 'attendee'])
      expect(taken?.event.getFirstPropertyValue(same)).toBe(asked?.event.getFirstPropertyValue(same));
    expect(taken?.shown.sequence).toBe(4);
  });

  it('keeps its instant and its length over the nights when the clocks change', () => {
    for (const startsAt of ['2026-03-29T00:45:00Z', '2026-10-25T00:15:00Z', '2026-10-25T01:15:00Z']) {
      const { shown, event } = read(writer.write(invitation({ startsAt: new Date(startsAt), minutes: 60 })));
      expect(shown.startDate.toJSDate()).toEqual(new Date(startsAt));
      expect(shown.duration.toSeconds()).toBe(3_600);
      // In UTC, so that no program has to know when Sweden turns its clocks.
      expect(event.getFirstProperty('dtstart')?.toICALString()).toMatch(/^DTSTART:\d{8}T\d{6}Z$/);
    }
  });

  it('folds its lines at 75 octets and ends them as the RFC says', () => {
    const text = writer.write(invitation());
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
  });
});
