import { Injectable } from '@nestjs/common';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import type { InquiryFacts } from './inquiry.port.js';
import { planInquiry, type InquiryPlan } from './plan-inquiry.js';

export interface GatheredInquiry {
  readonly inquiry: InquiryFacts;
  readonly parts: readonly ReleasedItem[];
  /** Things that the asked house keeps, since no rule lets them be told yet. */
  readonly kept: number;
}

export interface Gathered {
  readonly plan: InquiryPlan;
  readonly inquiries: readonly GatheredInquiry[];
}

/** The investigator's side: whom one may ask, who was asked, and what has come in, each as far as it was given. */
@Injectable()
export class ReadInquiries {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly forms: TownForms,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<Gathered> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const plan = await planInquiry(tx, caller, { caseId, forms: this.forms });
      const items = await tx.of(ItemStore).findSealed(plan.asked.flatMap(({ itemIds }) => itemIds));
      return { plan, items, asOf: tx.now };
    });
    const { plan } = found;
    await this.appender.append(caller, [
      {
        action: 'read',
        outcome: 'release',
        ground: 'internal',
        caseId,
        personId: plan.file.personId,
        detail: { list: 'inquiries-of-case', shown: plan.asked.length },
      },
    ]);
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const { released } = await this.gate.openItems(opening, found.items);
    return {
      plan,
      inquiries: plan.asked.map((inquiry) => {
        const parts = released.filter(({ itemId }) => inquiry.itemIds.includes(itemId));
        return { inquiry, parts, kept: inquiry.itemIds.length - parts.length };
      }),
    };
  }
}
