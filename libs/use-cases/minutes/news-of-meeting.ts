/** What was told since the meeting before comes up at this one by itself, and so does what somebody has brought to it ([S1]). */
import { Injectable } from '@nestjs/common';
import { goodFirst, isForMeeting, newsKindOf, type NewsKind } from '#domain/plan/plan-news.js';
import { notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { GroupStore } from '../group/group.port.js';
import { noteGroup } from '../group/read-group.js';
import { PlanNewsStore, type PlanNewsRow } from '../plan/plan-news.port.js';
import type { CopiedNews } from './meeting-copy.js';
import { requireMeeting, type MeetingHub } from './require-meeting.js';

export type AgendaNews = Pick<CopiedNews, 'id' | 'kind' | 'item'>;

/** From the end of the meeting before this to the end of this one; the good first. */
export async function newsSince(tx: CallerTransaction, hub: MeetingHub): Promise<readonly PlanNewsRow[]> {
  const before = (await tx.of(GroupMeetingStore).findOfGroup(hub.groupId)).filter(
    ({ state, startsAt }) => state === 'closed' && startsAt < hub.startsAt,
  );
  const ends = before.flatMap(({ closedAt }) => closedAt?.getTime() ?? []);
  const between = { after: ends.length > 0 ? Math.max(...ends) : null, until: hub.closedAt?.getTime() ?? null };
  const news = (await tx.of(PlanNewsStore).findOfGroup(hub.groupId)).filter(
    ({ takenOutAt, madeAt }) => takenOutAt === null && isForMeeting(madeAt.getTime(), between),
  );
  return goodFirst(news);
}

interface Row {
  readonly id: string;
  readonly kind: NewsKind;
  readonly itemId: string;
}

/** The same with what was brought to the agenda beside them: of each kind first what was told. */
export async function newsRows(tx: CallerTransaction, hub: MeetingHub): Promise<readonly Row[]> {
  const brought = (await tx.of(GroupMeetingStore).findPoints(hub.id)).flatMap(({ id, kind, itemId }) => {
    const news = newsKindOf(kind);
    return news === null || itemId === null ? [] : [{ id, kind: news, itemId }];
  });
  return goodFirst<Row>([...(await newsSince(tx, hub)), ...brought]);
}

/**
 * The news of a meeting while it is held, for the agenda of its board: each asked of the gate for this reader alone, and what
 * is not released neither shown nor counted (OSL 26:1).
 */
@Injectable()
export class NewsOfMeeting {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, hubId: string): Promise<readonly AgendaNews[]> {
    const { hub, rows, sealed, asOf } = await this.asCaller.run(caller, async (tx) => {
      const meeting = await requireMeeting(tx, hubId);
      const group = await tx.of(GroupStore).find(meeting.groupId);
      if (!group) throw notFound();
      await noteGroup(tx, group, 'agenda-news');
      const found = await newsRows(tx, meeting);
      const items = await tx.of(ItemStore).findSealed(found.map(({ itemId }) => itemId));
      return { hub: meeting, rows: found, sealed: items, asOf: tx.now };
    });
    const { released } = await this.gate.openItems({ caller, asOf, purpose: hub.purpose }, sealed);
    return rows.flatMap(({ id, kind, itemId }) => {
      const item = released.find((one) => one.itemId === itemId);
      return item ? [{ id, kind, item }] : [];
    });
  }
}
