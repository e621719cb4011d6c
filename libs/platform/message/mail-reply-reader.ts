import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { ReplyReader, type ReadReply } from '#use-cases/invitation/invitation-mail.port.js';

const CALENDAR = /^(text\/calendar|application\/ics)$/i;

/** Reads a calendar program's answer out of a mail (RFC 6047). What the mail says besides is read by nobody and kept nowhere. */
export class MailReplyReader extends ReplyReader {
  async read(mail: Buffer): Promise<ReadReply | undefined> {
    try {
      const parsed = await PostalMime.parse(mail, { attachmentEncoding: 'utf8' });
      const part = parsed.attachments.find(({ mimeType }) => CALENDAR.test(mimeType));
      if (!part || typeof part.content !== 'string') return undefined;
      return readCalendar(part.content, parsed.to?.flatMap(({ address }) => address ?? []) ?? []);
    } catch {
      return undefined;
    }
  }
}

function readCalendar(text: string, addresses: readonly string[]): ReadReply | undefined {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) return undefined;
  const stamp = event.getFirstPropertyValue('dtstamp');
  return {
    reply: {
      method: stringOf(calendar.getFirstPropertyValue('method')),
      uid: stringOf(event.getFirstPropertyValue('uid')),
      // Absent means the first (RFC 5545 3.8.7.4).
      sequence: Number(event.getFirstPropertyValue('sequence') ?? 0),
      stamp: stamp instanceof ICAL.Time ? stamp.toJSDate().getTime() : null,
      attendees: event.getAllProperties('attendee').map((one) => ({
        address: bare(one.getFirstValue()),
        partstat: one.getFirstParameter('partstat') ?? '',
      })),
    },
    addresses: [...addresses, ...event.getAllProperties('organizer').map((one) => bare(one.getFirstValue()))],
  };
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const bare = (value: unknown): string =>
  stringOf(value)
    .replace(/^mailto:/i, '')
    .trim();
