import { Injectable } from '@nestjs/common';
import { ADULT, ageAt } from '#domain/disclosure/age.js';
import { tellsPlace } from '#domain/share/decide-told.js';
import { notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedAsked, ReleasedItem } from '../gate/released.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { InquiryStore, type InquiryFacts } from './inquiry.port.js';

export interface AskedInquiry {
  readonly inquiry: InquiryFacts;
  readonly about: ReleasedAsked;
  /** A grown person: there is no duty to answer, only their own yes, for what it says (OSL 10:1; SoL 20:6 is for children). */
  readonly byOwnYes: boolean;
  /** What the asked house has answered so far, shown to the house itself. */
  readonly parts: readonly ReleasedItem[];
  /** How much of the answer is not: what says where somebody is, whoever they are (OSL 21:3). */
  readonly unshown: number;
}

/** The asked house's side: whom it is about, what is asked for, until when, and its own answer. There is nothing else. */
@Injectable()
export class ReadAsked {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, id: string): Promise<AskedInquiry> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const inquiry = await tx.of(InquiryStore).find(id);
      if (!inquiry || inquiry.toBranchId !== caller.branchId) throw notFound();
      return {
        inquiry,
        asked: await tx.of(InquiryStore).findAsked([id]),
        // Opened or not by whether they are protected, it would tell of that: it is opened for nobody here.
        items: (await tx.of(ItemStore).findSealed(inquiry.itemIds)).filter((item) => !tellsPlace(item)),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const [about] = (await this.gate.openAsked(opening, found.asked)).released;
    const [sealed] = found.asked;
    if (!about || !sealed) throw notFound();
    const { released: parts } = await this.gate.openItems(opening, found.items);
    return {
      inquiry: found.inquiry,
      about,
      byOwnYes: ageAt(sealed.subject.born, found.asOf.getTime()) >= ADULT,
      parts,
      unshown: found.inquiry.itemIds.length - parts.length,
    };
  }

  /** Those that wait for the caller or have been answered and stand; whom they are about is not in the list. */
  async findWaiting(caller: StaffCaller): Promise<readonly InquiryFacts[]> {
    const found = await this.asCaller.run(caller, (tx) => tx.of(InquiryStore).findWaiting());
    if (found.length > 0)
      await this.appender.append(caller, [
        { action: 'read', outcome: 'release', ground: 'internal', detail: { list: 'inquiries', shown: found.length } },
      ]);
    return found;
  }
}
