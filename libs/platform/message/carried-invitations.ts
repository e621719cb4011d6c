import { replyAddress, senderOf, type Sender } from '#domain/invitation/reply-address.js';
import { InvitationCarrier } from '#use-cases/invitation/invitation-mail.port.js';
import type { MailMethod } from '#use-cases/invitation/invitation.port.js';
import type { Settings } from '../config/settings.js';
import { MailCarrier } from './mail-carrier.js';
import { messageWords } from './message-words.js';

/**
 * Invitations as mail that calendar programs act on. Each comes from an address of its own, `samnav+<secret>@…`, to which
 * the program sends its answer: whoever does not have the mail cannot answer it (RFC 5546 3.2.2; RFC 5233).
 */
export class CarriedInvitations extends InvitationCarrier {
  private readonly mail: MailCarrier;
  private readonly sender: Sender;
  private readonly address: string;

  constructor(settings: Pick<Settings, 'mailUrl' | 'mailFrom' | 'publicUrl'>) {
    super();
    this.mail = new MailCarrier(settings.mailUrl, settings.mailFrom);
    const sender = senderOf(settings.mailFrom);
    if (!sender) throw new Error('the sender of mail is not an address');
    this.sender = sender;
    this.address = `${settings.publicUrl}/inbjudningar`;
  }

  addressOf(secret: string): string {
    return replyAddress(this.sender, secret);
  }

  secretIn(address: string): string | undefined {
    const [local = '', host] = address.toLowerCase().split('@');
    const plus = local.lastIndexOf('+');
    const { sender } = this;
    return host === sender.host && plus > 0 && local.slice(0, plus) === sender.local
      ? local.slice(plus + 1)
      : undefined;
  }

  async send(mail: {
    readonly to: string;
    readonly organizer: string;
    readonly method: MailMethod;
    readonly moved: boolean;
    readonly calendar: string;
    readonly key: string;
  }): Promise<void> {
    const words = messageWords.invitation[mail.method === 'cancel' ? 'cancel' : mail.moved ? 'moved' : 'request'];
    await this.mail.send({
      to: mail.to,
      from: { name: 'Samnav', address: mail.organizer },
      subject: words.subject,
      text: words.mail.replace('{address}', this.address),
      key: mail.key,
      calendar: { method: mail.method === 'cancel' ? 'CANCEL' : 'REQUEST', text: mail.calendar },
    });
  }

  close(): void {
    this.mail.close();
  }
}
