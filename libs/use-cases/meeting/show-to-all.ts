import { Injectable } from '@nestjs/common';
import type { Board } from '#domain/meeting/board.js';
import { seenByAll } from '#domain/meeting/seen-by-all.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { decideItem } from '../gate/open.js';
import { notFound } from '../failure.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { newsRows } from '../minutes/news-of-meeting.js';
import { ReadRoom } from '../live/read-room.js';
import { RoomStore } from '../live/room.port.js';
import { SessionStore } from '../sign-in/session.port.js';
import { getBoard } from './write-on-board.js';

export interface ShownToAll {
  /** Whom it was asked for: staff ids. */
  readonly present: readonly string[];
  /** Ids of the items on the board, and of the news in its agenda, that each of them may see. */
  readonly items: readonly string[];
}

/**
 * Before a board is shown to a whole room on one screen: which of its items everyone present may see, asked of the gate for
 * each of them in the post that they came in. Nothing is opened, and nobody learns who it was that may not (OSL 26:1).
 */
@Injectable()
export class ShowToAll {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly room: ReadRoom,
  ) {}

  async run(caller: StaffCaller, hubId: string): Promise<ShownToAll> {
    const { board, purpose, seats, news } = await this.asCaller.run(caller, async (tx) => {
      const hub = await tx.of(HubStore).findHub(hubId);
      if (!hub) throw notFound();
      const now = await getBoard(tx, hubId);
      const present = presentOf(now, caller);
      const open = await tx.asService('sign-in', async (service) => {
        const sessions = service.of(SessionStore);
        const own = [];
        for (const member of present.keys()) own.push(...(await sessions.listOpenOf(member)));
        return own;
      });
      await tx.of(LedgerStore).record([
        {
          action: 'read',
          outcome: 'done',
          personId: hub.personId,
          caseId: hub.caseId,
          purpose: hub.purpose,
          detail: { deed: 'shared-screen', hubId, present: present.size },
        },
      ]);
      const { groupId } = hub;
      const told = groupId === null ? [] : await newsRows(tx, { ...hub, groupId });
      return {
        ...{ board: now, purpose: hub.purpose, news: told.map(({ itemId }) => itemId) },
        seats: open.map(({ id }) => ({ sessionId: id, origin: '' })),
      };
    });
    const present = presentOf(board, caller);
    const ids = [...new Set([...itemsOn(board), ...news])];
    const { found, asOf, readers } = await this.room.run(seats, 'take-part-in-meeting', async (tx, everyone) => {
      const there = everyone.filter(({ staffId, unitId }) => present.get(staffId) === unitId);
      const sealed = await tx.of(RoomStore).findSealed(there, ids);
      return there.map((reader, at) => ({ reader, sealed: sealed[at] ?? [] }));
    });
    const seenBy = new Map<string, Set<string>>(readers.map(({ staffId }) => [staffId, new Set()]));
    for (const { reader, sealed } of found)
      for (const item of sealed)
        if (decideItem({ caller: reader, asOf, purpose }, item).outcome === 'release')
          seenBy.get(reader.staffId)?.add(item.itemId);
    return { present: [...present.keys()], items: seenByAll([...present.keys()], seenBy) };
  }
}

/** Whoever asks looks too, though their own screen may not have told so yet. */
const presentOf = (board: Board, caller: StaffCaller): ReadonlyMap<string, string> =>
  new Map([...Object.entries(board.present), [caller.staffId, caller.unitId]]);

const itemsOn = ({ pictures, map, texts, decision }: Board): string[] => [
  ...new Set([
    ...Object.values(pictures).flatMap(({ items }) => items.map(({ item }) => item)),
    ...map.map(({ item }) => item),
    ...Object.values(texts).map(({ item }) => item),
    ...(decision ? [decision.reasons] : []),
  ]),
];
