import { Injectable } from '@nestjs/common';
import { DAY } from '#domain/kernel/instant.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { InquiryStore, type InquiryFacts, type UnaskedCase } from './inquiry.port.js';
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

/** A new investigation is spoken of this long: step 2 begins with it, and whoever asks nobody has chosen so by then [S0]. */
const NEW = 7 * DAY;

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

  /** New investigations of the caller's in which somebody could be asked and nobody has been; never about whom. */
  async findUnasked(caller: StaffCaller): Promise<readonly UnaskedCase[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const open: UnaskedCase[] = [];
      for (const one of await tx.of(InquiryStore).findUnasked(new Date(tx.now.getTime() - NEW))) {
        const { forms } = await planInquiry(tx, caller, { caseId: one.caseId, forms: this.forms });
        if (forms.some(({ may, units }) => may.outcome === 'may' && units.length > 0)) open.push(one);
      }
      return open;
    });
    if (found.length > 0)
      await this.appender.append(
        caller,
        found.map(({ caseId }) => ({
          action: 'read' as const,
          outcome: 'release' as const,
          ground: 'internal',
          caseId,
          detail: { list: 'unasked-investigations', shown: found.length },
        })),
      );
    return found;
  }
}
