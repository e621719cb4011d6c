import { createTransport, type Transporter } from 'nodemailer';

/** One SMTP connection pool; the port speaks plain text mail only. */
export class MailCarrier {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport(url, { from }) as Transporter;
  }

  async send(mail: { readonly to: string; readonly subject: string; readonly text: string; readonly key: string }) {
    const host = this.from.split('@').at(1) ?? 'samnav.invalid';
    await this.transport.sendMail({
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.key}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  close(): void {
    this.transport.close();
  }
}
