import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { ReportStore, type OwnCursor } from './report.port.js';
import { shownPart, type PartShown } from './view-parts.js';

export interface OwnReportShown {
  readonly id: string;
  readonly receipt: string;
  readonly receivedAt: Date;
  readonly wantsFeedback: boolean;
  readonly children: number;
  readonly parts: readonly (PartShown & { readonly child: number })[];
}

/** What the caller has reported from the house they act in: their own words, and the feedback that they have been given. */
@Injectable()
export class ListOwnReports {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(
    caller: StaffCaller,
    page: { readonly first: number; readonly after: OwnCursor | null },
  ): Promise<{ readonly reports: readonly OwnReportShown[]; readonly more: boolean }> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const own = await tx.of(ReportStore).findOwn({ ...page, first: page.first + 1 });
      const shown = own.slice(0, page.first);
      const ids = shown.flatMap(({ items }) => items.map(({ itemId }) => itemId));
      const [sealed, seeing] = await Promise.all([
        tx.of(ItemStore).findSealed(ids),
        tx.of(ItemStore).findHousesSeeing(ids),
      ]);
      return { shown, more: own.length > page.first, sealed, seeing, asOf: tx.now };
    });
    const opened = await this.gate.openItems({ caller, asOf: found.asOf, purpose: 'report-concern' }, found.sealed);
    const released = new Map(opened.released.map((item) => [item.itemId, item]));
    const reports = found.shown.map(({ items, ...report }) => ({
      ...report,
      parts: items.flatMap(({ itemId, kind, position }) => {
        const item = released.get(itemId);
        return item ? [{ ...shownPart(item, kind, found.seeing), child: position }] : [];
      }),
    }));
    return { reports, more: found.more };
  }
}
