import { Injectable } from '@nestjs/common';
import { REPLY_SECRET_BYTES } from '#domain/invitation/reply-address.js';
import { CLAIM, nextTryAt } from '#domain/notice/delivery-tries.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { dueJob } from '../outbox/due-job.js';
import { JobQueue } from '../outbox/job-queue.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { InvitationCarrier, InvitationWriter } from './invitation-mail.port.js';
import { InvitationMailStore, InvitationStore, type ClaimedInvitationMail } from './invitation.port.js';
import { settleMeeting } from './settle-meeting.js';

const AHEAD = 3 * MINUTE;
const BATCH = 500;
const MEETINGS = 50;

/** Sends one invitation by mail. It is claimed before it is sent, so that a job that comes thrice sends once. */
@Injectable()
export class DeliverInvitation {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
    private readonly writer: InvitationWriter,
    private readonly carrier: InvitationCarrier,
  ) {}

  async run(caller: ServiceCaller, mailId: string): Promise<'sent' | 'again' | 'given-up' | 'nothing'> {
    const claimed = await this.asCaller.run(caller, async (tx) => {
      // Who is called is decided again before a word leaves: a mail that was tried before may have lost its ground.
      const hubId = await tx.of(InvitationMailStore).findMeetingOf(mailId);
      if (hubId !== undefined) await settleMeeting(tx, hubId);
      const mail = await tx.of(InvitationMailStore).claim(mailId, new Date(tx.now.getTime() + CLAIM));
      return mail && { mail, secret: await this.secretOf(tx, mail) };
    });
    if (!claimed) return 'nothing';
    const { mail, secret } = claimed;
    const got = mail.address !== null && secret !== null && (await this.send(mail, mail.address, secret));
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(InvitationMailStore);
      if (got) {
        await store.sent(mailId);
        return 'sent';
      }
      const hopeless = mail.address === null || secret === null;
      const again = hopeless ? null : nextTryAt(mail.tries + 1, tx.now.getTime());
      const at = again === null ? null : new Date(again);
      await store.failedTry(mailId, at);
      if (at === null) return 'given-up';
      await tx.of(OutboxStore).put([{ topic: 'job:deliver-invitation', payload: { mailId, at: at.toISOString() } }]);
      return 'again';
    });
  }

  /** One for all mails of an invitation, since a calendar takes changes only from the organizer that it knows. */
  private async secretOf(tx: CallerTransaction, mail: ClaimedInvitationMail): Promise<string | null> {
    if (mail.replySealed !== null) return this.tokens.unseal(mail.replySealed);
    const { token } = this.tokens.make();
    const secret = Buffer.from(token, 'base64url').subarray(0, REPLY_SECRET_BYTES).toString('hex');
    const kept = { hash: this.tokens.hashOf(secret), sealed: this.tokens.seal(secret) };
    return (await tx.of(InvitationMailStore).keepSecret(mail.invitationId, kept)) ? secret : null;
  }

  private async send(mail: ClaimedInvitationMail, to: string, secret: string): Promise<boolean> {
    const { method, sequence, startsAt, minutes, madeAt, invitationId, isAccepted } = mail;
    const organizer = this.carrier.addressOf(secret);
    const uid = this.writer.uidOf(mail.hubId);
    const when = { method, uid, invitationId, sequence, madeAt, startsAt, minutes, isAccepted };
    const calendar = this.writer.write({ ...when, organizer, attendee: to });
    try {
      await this.carrier.send({ to, organizer, method, moved: mail.isChange, calendar, key: mail.id });
      return true;
    } catch {
      return false;
    }
  }
}

/** Hands every mail that waits to the queue again, and brings in step what no change of a meeting has. */
@Injectable()
export class ReconcileInvitations implements DueWorkKind {
  readonly name = 'invitations';
  readonly service = 'deadlines';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly queue: JobQueue,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const late = await this.asCaller.run(caller, (tx) => tx.of(InvitationStore).findOutOfStep(MEETINGS));
    for (const hubId of late) await this.asCaller.run(caller, (tx) => settleMeeting(tx, hubId));
    const { now, waiting } = await this.asCaller.run(caller, async (tx) => {
      const instant = tx.now.getTime();
      return { now: instant, waiting: await tx.of(InvitationMailStore).findWaiting(new Date(instant + AHEAD), BATCH) };
    });
    await this.queue.hand(
      waiting.map((one) =>
        dueJob({ prefix: 'invitation', name: 'deliver-invitation', payload: { mailId: one.id } }, one, now),
      ),
    );
    return late.length + waiting.filter(({ at }) => at.getTime() <= now).length;
  }
}
