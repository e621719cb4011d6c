import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { notFound } from '../failure.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { NoticeLists, type ListedNotice } from './notice-lists.port.js';

/** What the caller has been told. Nobody reads another's notices. */
@Injectable()
export class ListNotices {
  constructor(private readonly asCaller: AsCaller) {}

  mine(
    caller: StaffCaller,
    page: { readonly first: number; readonly after: { createdAt: Date; id: string } | null },
  ): Promise<{ notices: ListedNotice[]; more: boolean; unread: number }> {
    return this.asCaller.read(caller, async (tx) => {
      const lists = tx.of(NoticeLists);
      const [found, unread] = await Promise.all([lists.findMine(page.first + 1, page.after), lists.countUnread()]);
      return { notices: found.slice(0, page.first), more: found.length > page.first, unread };
    });
  }

  unread(caller: StaffCaller): Promise<number> {
    return this.asCaller.read(caller, (tx) => tx.of(NoticeLists).countUnread());
  }

  markRead(caller: StaffCaller, id: string): Promise<ListedNotice> {
    return this.asCaller.run(caller, async (tx) => {
      const notice = await tx.of(NoticeLists).markRead(id);
      if (!notice) throw notFound();
      await tx.of(OutboxStore).put([{ topic: `live:notices:${caller.staffId}`, payload: { noticeId: id } }]);
      return notice;
    });
  }

  markAllRead(caller: StaffCaller): Promise<number> {
    return this.asCaller.run(caller, async (tx) => {
      const count = await tx.of(NoticeLists).markAllRead();
      await tx.of(OutboxStore).put([{ topic: `live:notices:${caller.staffId}`, payload: {} }]);
      return count;
    });
  }
}
