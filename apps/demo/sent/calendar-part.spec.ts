import { describe, expect, it } from '@jest/globals';
import { ICalInvitationWriter } from '#documents/calendar/write-invitation.js';
import { MailReplyReader } from '#platform/message/mail-reply-reader.js';
import { ANSWERS, readCalendarPart, writeAnswer } from './calendar-part.js';

const writer = new ICalInvitationWriter('https://samnav.example');
const written = writer.write({
  method: 'request',
  uid: 'one@samnav.example',
  invitationId: '7b1d7a5e-6c0f-4c7b-8d2d-0d6f6a1f2c3e',
  sequence: 3,
  madeAt: new Date('2026-10-20T08:00:00Z'),
  startsAt: new Date('2026-11-24T13:00:00Z'),
  minutes: 30,
  organizer: `samnav+${'a'.repeat(43)}@samnav.example`,
  attendee: 'marcus.dahlin@ekvalla.example',
  isAccepted: false,
});

describe('the calendar part of a mail', () => {
  it('is read as it was written', () => {
    expect(readCalendarPart(written)).toMatchObject({
      method: 'REQUEST',
      uid: 'one@samnav.example',
      sequence: 3,
      startsAt: new Date('2026-11-24T13:00:00Z'),
      endsAt: new Date('2026-11-24T13:30:00Z'),
      attendee: 'marcus.dahlin@ekvalla.example',
      organizer: expect.stringMatching(/^samnav\+a{43}@/),
    });
    expect(readCalendarPart('no calendar')).toBeNull();
  });

  it.each(ANSWERS)('is answered with %s in a mail that the program itself can read', async (answer) => {
    const part = readCalendarPart(written)!;
    const mail = writeAnswer(part, answer, new Date('2026-11-20T08:00:00Z'));
    expect(await new MailReplyReader().read(Buffer.from(mail))).toMatchObject({
      reply: {
        method: 'REPLY',
        uid: part.uid,
        sequence: 3,
        attendees: [{ address: part.attendee, partstat: answer }],
      },
      addresses: expect.arrayContaining([part.organizer]),
    });
  });
});
