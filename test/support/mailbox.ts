/** A mail server that keeps what it is handed, as it came over the wire. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface KeptMail {
  readonly to: string;
  readonly raw: string;
  readonly parsed: Email;
  /** The calendar that it holds, unfolded nowhere; undefined in a mail without one. */
  readonly calendar: string | undefined;
}

export interface Mailbox {
  readonly url: string;
  /** In the order in which they came. */
  readonly mails: readonly KeptMail[];
  /** While it is true every mail is turned away. */
  refuses: boolean;
  /** Milliseconds that it thinks about each mail before it says that it has it. */
  delay: number;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: KeptMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (box.refuses) return done(new Error('not now'));
        const raw = Buffer.concat(chunks).toString('utf8');
        PostalMime.parse(raw, { attachmentEncoding: 'utf8' }).then((parsed) => {
          const part = parsed.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
          const calendar = typeof part?.content === 'string' ? part.content : undefined;
          mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw, parsed, calendar });
          setTimeout(done, box.delay);
        }, done);
      });
    },
  });
  // Whoever is killed with a mail in hand hangs up; every other fault of the server is the test's.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const box = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuses: false,
    delay: 0,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return box;
}
