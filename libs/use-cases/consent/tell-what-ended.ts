/**
 * What the database ended by itself, since what it stood on is gone: the yes of a grown person, the investigation, the case
 * or the record that it was made about. Those for whom it ended are told, nobody else is, and each end has its line (OSL 12:2, 26:1).
 */
import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { noteInquiryEnd } from '../inquiry/end-inquiry.js';
import { InquiryStore } from '../inquiry/inquiry.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { noteEnd, tellOfferOver } from '../relocation/end-offers.js';
import { RelocationStore } from '../relocation/relocation.port.js';
import { asConsents } from './as-consents.js';

/** In the transaction that ended it; about one person or, where null, whoever it is. Answers how much was told of. */
export async function tellWhatEnded(tx: CallerTransaction, personId: string | null): Promise<number> {
  const actor = tx.caller.kind === 'staff' ? tx.caller.staffId : null;
  return asConsents(tx, async (service) => {
    const inquiries = await service.of(InquiryStore).takeEnded(personId);
    for (const inquiry of inquiries) await noteInquiryEnd(service, inquiry, actor);
    const offers = await service.of(RelocationStore).takeEnded(personId);
    for (const offer of offers) {
      await noteEnd(service, offer, { relocation: 'withdrawn', reason: 'by-itself' });
      await tellOfferOver(service, offer, actor);
    }
    return inquiries.length + offers.length;
  });
}

/** What ended in no use case's hands: found by the tables, and told of within a minute. */
@Injectable()
export class TellEnded implements DueWorkKind {
  readonly name = 'ended';
  readonly service = 'consents';

  constructor(private readonly asCaller: AsCaller) {}

  reconcile(caller: ServiceCaller): Promise<number> {
    return this.asCaller.run(caller, (tx) => tellWhatEnded(tx, null));
  }
}
