import { Injectable } from '@nestjs/common';
import { isRoomTaken, type TownRoom } from '#domain/calendar/choose-room.js';
import { isKeptClear } from '#domain/calendar/keep-apart.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { Failure } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore } from '../group/group.port.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { MeetingRoomStore } from './meeting-room.port.js';
import { askedLine } from './note-asked.js';
import { findKeptClear } from './require-clear-time.js';

/** What is thought of, and whose meeting it is: a meeting that is moved, a group's next one, or one on a case. */
export interface RoomsWanted {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly hubId: string | null;
  readonly groupId: string | null;
  readonly caseId: string | null;
}

export interface RoomAtTime {
  readonly room: TownRoom;
  readonly isFree: boolean;
}

const LONGEST = 480;

/** The rooms of a town at a time that is thought of; who has taken one is not told. */
@Injectable()
export class ListRooms {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, wanted: RoomsWanted): Promise<readonly RoomAtTime[]> {
    const { startsAt, minutes, hubId } = wanted;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST) throw new Failure('INVALID_INPUT', 'minutes');
    const until = new Date(startsAt.getTime() + minutes * MINUTE);
    const found = await this.asCaller.read(caller, async (tx) => {
      const store = tx.of(MeetingRoomStore);
      const [rooms, taken] = await Promise.all([store.findRooms(), store.findTaken(startsAt, until)]);
      const span = { taken, from: startsAt.getTime(), until: until.getTime(), hubId };
      // Where the other of a pair waits no room is free, as if each were taken.
      const about = await caseOf(tx, wanted);
      const clear = await findKeptClear(tx, about, span);
      const shown = rooms.map((room) => ({
        room,
        isFree: !isRoomTaken(room.slug, span) && !isKeptClear({ ...span, site: room.site }, clear),
      }));
      return { shown, about };
    });
    await this.appender.append(caller, [askedLine(found.about, startsAt, until)]);
    return found.shown;
  }
}

/** Null where a meeting is about no young person, or only colleagues meet. */
async function caseOf(tx: CallerTransaction, { hubId, groupId, caseId }: RoomsWanted): Promise<string | null> {
  if (hubId !== null) {
    const hub = await tx.of(HubStore).findHub(hubId);
    return hub?.kind === 'joint' ? hub.caseId : null;
  }
  return groupId === null ? caseId : ((await tx.of(GroupStore).find(groupId))?.caseId ?? null);
}
