import type { Channel } from '#domain/notice/notice.js';
import { Messenger, type FamilyLinkMessage } from '#use-cases/notice/messenger.port.js';
import type { Settings } from '../config/settings.js';
import { MailCarrier } from './mail-carrier.js';
import { familyLinkText, messageWords as words } from './message-words.js';
import { SmsCarrier } from './sms-carrier.js';

/** Says the same to everyone: that something is new, and where to sign in. */
export class CarriedMessenger extends Messenger {
  private readonly mail: MailCarrier;
  private readonly sms: SmsCarrier | undefined;
  private readonly address: string;
  private readonly textsByMail: boolean;

  constructor(settings: Pick<Settings, 'mailUrl' | 'mailFrom' | 'smsUrl' | 'publicUrl' | 'demonstration'>) {
    super();
    this.mail = new MailCarrier(settings.mailUrl, settings.mailFrom);
    this.sms = settings.smsUrl === undefined ? undefined : new SmsCarrier(settings.smsUrl);
    this.address = `${settings.publicUrl}/`;
    // The demonstration shows text messages in its mail box, as many gateways take them by mail.
    this.textsByMail = settings.demonstration && this.sms === undefined;
  }

  has(channel: Channel): boolean {
    return channel === 'mail' || this.sms !== undefined || this.textsByMail;
  }

  async send({ channel, to, key }: { channel: Channel; to: string; key: string }): Promise<void> {
    const text = words[channel].replace('{address}', this.address);
    if (channel === 'mail') return this.mail.send({ to, subject: words.subject, text, key });
    return this.sendText({ to, text, key });
  }

  async sendFamilyLink({ to, token, key, language }: FamilyLinkMessage): Promise<void> {
    return this.sendText({ to, text: familyLinkText(language, `${this.address}familj#${token}`), key });
  }

  private async sendText({ to, text, key }: { to: string; text: string; key: string }): Promise<void> {
    if (this.sms) return this.sms.send({ to, text, key });
    if (!this.textsByMail) throw new Error('there is no way to send text messages');
    return this.mail.send({ to: `${to.replace(/\D/g, '')}@sms.example`, subject: 'SMS', text, key });
  }

  close(): void {
    this.mail.close();
  }
}
