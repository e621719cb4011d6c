import { createTransport, type Transporter } from 'nodemailer';

export interface CarriedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Names the mail, so that one sent twice is known as the same. */
  readonly key: string;
  /** Where it comes from and answers go to; the house's own sender when absent. */
  readonly from?: { readonly name: string; readonly address: string };
  /** The same said to a calendar program, as an alternative to the text (RFC 6047 2.4). */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
}

/** One SMTP connection pool; the port speaks plain text mail and calendars only. */
export class MailCarrier {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport(url, { from }) as Transporter;
  }

  async send({ to, subject, text, key, from, calendar }: CarriedMail): Promise<void> {
    const host = this.from.split('@').at(1)?.replace(/>\s*$/, '') ?? 'samnav.invalid';
    await this.transport.sendMail({
      to,
      subject,
      text,
      messageId: `<${key}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(from ? { from, replyTo: from } : {}),
      ...(calendar
        ? {
            alternatives: [
              { contentType: `text/calendar; charset=utf-8; method=${calendar.method}`, content: calendar.text },
            ],
          }
        : {}),
    });
  }

  close(): void {
    this.transport.close();
  }
}
