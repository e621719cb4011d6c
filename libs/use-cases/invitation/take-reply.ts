import { Injectable } from '@nestjs/common';
import { weighReply, type WeighedReply } from '#domain/invitation/weigh-reply.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { answerTaken } from './await-answers.js';
import { InvitationCarrier, InvitationWriter, ReplyReader, type ReadReply } from './invitation-mail.port.js';
import { InvitationStore, type RepliedInvitation } from './invitation.port.js';

export type TakenReply = WeighedReply | { readonly outcome: 'refused'; readonly why: 'unreadable' };

/**
 * Takes an answer that a calendar program sent back by mail. It counts only by the secret address of the invitation that it
 * answers; an attempt that names somebody else's meeting or person is refused and written down.
 */
@Injectable()
export class TakeReply {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
    private readonly reader: ReplyReader,
    private readonly carrier: InvitationCarrier,
    private readonly writer: InvitationWriter,
  ) {}

  async run(mail: Buffer, requestId: string): Promise<TakenReply> {
    const read = await this.reader.read(mail);
    if (!read) return { outcome: 'refused', why: 'unreadable' };
    const caller: ServiceCaller = { kind: 'service', name: 'deadlines', requestId };
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(InvitationStore);
      const asked = await this.findAsked(store, read);
      const weighed = weighReply(
        read.reply,
        asked && {
          uid: this.writer.uidOf(asked.hubId),
          address: asked.address,
          sequence: asked.sequence,
          cancelled: asked.cancelled,
          endsAt: asked.endsAt.getTime(),
          answerStamp: asked.answerStamp?.getTime() ?? null,
        },
        tx.now.getTime(),
      );
      if (!asked) return weighed;
      const { id, sequence, hubId, municipalityId, staffId } = asked;
      const detail = { deed: 'invitation-reply', invitationId: id, hubId, staffId, outcome: weighed.outcome };
      if (weighed.outcome === 'refused')
        await tx
          .of(LedgerStore)
          .record([{ action: 'refuse', outcome: 'refuse', municipalityId, detail: { ...detail, why: weighed.why } }]);
      if (weighed.outcome !== 'taken') return weighed;
      const stamp = read.reply.stamp === null ? null : new Date(read.reply.stamp);
      await store.answer({ id, sequence, answer: weighed.answer, by: 'mail', stamp });
      await answerTaken(tx, hubId);
      await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', municipalityId, detail }]);
      await tx.of(OutboxStore).put([
        { topic: `live:hub:${hubId}`, payload: { lobby: true } },
        { topic: `live:notices:${staffId}`, payload: {} },
      ]);
      return weighed;
    });
  }

  private async findAsked(store: InvitationStore, { addresses }: ReadReply): Promise<RepliedInvitation | undefined> {
    for (const address of addresses) {
      const secret = this.carrier.secretIn(address);
      const found = secret === undefined ? undefined : await store.findByReply(this.tokens.hashOf(secret));
      if (found) return found;
    }
    return undefined;
  }
}
