/**
 * One person's invitation, or the word that they are no longer needed, as a calendar program takes it by mail (RFC 5546 3.2).
 * Only the receiver stands in it: from a calendar nobody learns whom else a meeting calls, whom or what it is about.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { WrittenInvitation } from '#use-cases/invitation/invitation-mail.port.js';
import { InvitationWriter } from '#use-cases/invitation/invitation-mail.port.js';
import { CALENDAR_WORDS } from './words.js';
import { uidOf } from './write-calendar.js';

const OPEN = { status: ICalAttendeeStatus.NEEDSACTION, rsvp: true };

export class ICalInvitationWriter extends InvitationWriter {
  constructor(private readonly publicUrl: string) {
    super();
  }

  uidOf(hubId: string): string {
    return uidOf(hubId, this.publicUrl);
  }

  write(invitation: WrittenInvitation): string {
    const { method, uid, sequence, madeAt, startsAt, minutes, organizer, attendee } = invitation;
    const cancels = method === 'cancel';
    const calendar = ical({
      prodId: { company: 'Samnav', product: 'Samnav', language: 'SV' },
      method: cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    });
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: madeAt,
      start: startsAt,
      end: new Date(startsAt.getTime() + minutes * 60_000),
      summary: CALENDAR_WORDS.title,
      description: CALENDAR_WORDS.note,
      url: `${this.publicUrl}/inbjudningar/${invitation.invitationId}`,
      class: ICalEventClass.PRIVATE,
      status: cancels ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: { name: CALENDAR_WORDS.name, email: organizer },
      attendees: [
        {
          email: attendee,
          type: ICalAttendeeType.INDIVIDUAL,
          role: ICalAttendeeRole.REQ,
          ...(cancels ? {} : invitation.isAccepted ? { status: ICalAttendeeStatus.ACCEPTED } : OPEN),
        },
      ],
    });
    return calendar.toString();
  }
}
