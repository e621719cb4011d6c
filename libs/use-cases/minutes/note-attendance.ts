import { Injectable } from '@nestjs/common';
import { ATTENDANCE_STATES, decideAttendance, type SeatAtMeeting } from '#domain/minutes/attendance-of-seats.js';
import { minutesState } from '#domain/minutes/minutes-states.js';
import { Failure } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { requireOwnHouse } from '../meeting/write-on-board.js';
import { MinutesStore } from './minutes.port.js';
import { requireMeeting, tellMeeting } from './require-meeting.js';

export interface AttendanceNoted {
  readonly hubId: string;
  /** A seat of the group, or somebody in nobody's house: one of the two. */
  readonly memberId: string | null;
  readonly guestId: string | null;
  readonly state: string;
  readonly deputyMemberId: string | null;
}

const CODES = {
  'no-such-seat': ['NOT_FOUND', 'memberId'],
  'deputy-missing': ['DEPUTY_MISSING', 'deputyMemberId'],
  'not-their-deputy': ['NOT_THEIR_DEPUTY', 'deputyMemberId'],
} as const;

/** Who was there, who came in whose stead with which mandate, and who was absent: written by the house that leads ([S1]). */
@Injectable()
export class NoteAttendance {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, noted: AttendanceNoted): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, noted.hubId);
      requireOwnHouse(tx, hub);
      const store = tx.of(MinutesStore);
      const minutes = await store.find(hub.id);
      const facts = { meeting: hub.state, fixesAt: minutes?.fixesAt?.getTime() ?? null };
      const state = minutesState(facts, tx.now.getTime());
      if (state === 'not-begun') throw new Failure('MEETING_NOT_BEGUN');
      if (state === 'fixed') throw new Failure('MINUTES_ARE_FIXED');
      const word = ATTENDANCE_STATES.find((one) => one === noted.state);
      if (!word) throw new Failure('CHOOSE_ONE', 'state');
      if ((noted.memberId === null) === (noted.guestId === null)) throw new Failure('NOT_FOUND', 'memberId');
      if (noted.memberId !== null) {
        const seats = (await tx.of(GroupStore).findMembers([hub.groupId])).map(seatOf);
        const decision = decideAttendance(seats, { seat: noted.memberId, state: word, deputy: noted.deputyMemberId });
        if (decision.outcome === 'refused') {
          const [code, field] = CODES[decision.code];
          throw new Failure(code, field);
        }
      } else {
        const guests = await tx.of(GroupStore).findGuests(hub.groupId);
        if (word === 'deputy' || !guests.some(({ id }) => id === noted.guestId))
          throw new Failure('NOT_FOUND', 'guestId');
      }
      const deputyMemberId = word === 'deputy' ? noted.deputyMemberId : null;
      await store.noteAttendance({
        id: tx.newId(),
        hubId: hub.id,
        memberId: noted.memberId,
        guestId: noted.guestId,
        state: word,
        deputyMemberId,
      });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { hubId: hub.id, attendance: word, memberId: noted.memberId, guestId: noted.guestId },
        },
      ]);
      await tellMeeting(tx, hub);
    });
  }
}

export const seatOf = ({ id, house, mandate, deputyFor }: GroupMemberRow): SeatAtMeeting => ({
  id,
  kind: house.kind,
  mandate,
  deputyFor,
});
