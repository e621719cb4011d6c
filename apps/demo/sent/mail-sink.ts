/** A mail server that sends nothing on: it keeps the last mails in memory, so that one can see what would have been sent. */
import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { readCalendarPart } from './calendar-part.js';
import { MOST_KEPT, type SentMessage } from './sent-message.js';

const LARGEST = 1_000_000;

export interface MailSink {
  /** The latest first. */
  readonly mails: () => readonly SentMessage[];
  readonly close: () => Promise<void>;
}

/** Listens where `smtp://host:port` says. Rejects when the port is taken. */
export async function startMailSink(address: URL): Promise<MailSink> {
  let mails: readonly SentMessage[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST,
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((one) => one.address);
        PostalMime.parse(Buffer.concat(chunks), { attachmentEncoding: 'utf8' }).then((mail) => {
          const { from, subject, text, attachments } = mail;
          const calendar = attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content;
          mails = [
            {
              id: randomUUID(),
              kind: 'mail' as const,
              at: new Date(),
              from: from?.address ?? null,
              to,
              subject: subject ?? '',
              text: (text ?? '').trim(),
              calendar: typeof calendar === 'string' ? readCalendarPart(calendar) : null,
            },
            ...mails,
          ].slice(0, MOST_KEPT);
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(address.port) || 25, address.hostname, () => {
      server.off('error', reject);
      // A client that hangs up mid-sentence is its own affair.
      server.on('error', () => undefined);
      resolve();
    });
  });
  return { mails: () => mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
