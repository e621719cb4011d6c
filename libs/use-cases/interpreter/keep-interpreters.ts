import { Injectable } from '@nestjs/common';
import {
  decideAdmission,
  decideBooking,
  whereIs,
  type Booking,
  type MeetingNow,
  type Whereabouts,
} from '#domain/interpreter/interpreter.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { Seal } from '../gate/seal.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { GroupStore } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { getBoard, requireOwnHouse, spokenIn } from '../meeting/write-on-board.js';
import { groundOfSeat, requireMeeting, tellMeeting, type MeetingHub } from '../minutes/require-meeting.js';
import { FormFaults } from '../organisation/form-faults.js';
import { InterpreterStore, type InterpreterAtTable, type InterpreterRow } from './interpreter.port.js';

export interface InterpreterWritten {
  readonly hubId: string;
  readonly language: string;
  /** Who it is and how they are reached. */
  readonly words: string;
  readonly pointIds: readonly string[];
}

export interface InterpreterShown {
  /** Its language is null for other houses than the one that leads. */
  readonly booking: InterpreterAtTable;
  /** Null for whoever may not read who it is. */
  readonly words: string | null;
  readonly where: Whereabouts;
}

const LONGEST = 500;

const BOOKING = {
  'meeting-begun': ['INTERPRETER_BEFORE_MEETING', null],
  'unknown-language': ['CHOOSE_ONE', 'language'],
  'no-points': ['INTERPRETER_NEEDS_POINTS', 'pointIds'],
  'not-their-point': ['INTERPRETER_NOT_THEIR_POINT', 'pointIds'],
} as const;

const ADMISSION = {
  cancelled: 'INTERPRETER_CANCELLED',
  'no-silence': 'INTERPRETER_SILENCE_FIRST',
  'not-running': 'MEETING_NOT_BEGUN',
  'not-their-point': 'INTERPRETER_NOT_THEIR_POINT',
} as const;

/** Interpreters of a group's meeting: booked, bound to silence, let in at their own points; written by the house that leads. */
@Injectable()
export class KeepInterpreters {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
    private readonly seal: Seal,
  ) {}

  async list(caller: StaffCaller, hubId: string): Promise<readonly InterpreterShown[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, hubId);
      const own = hub.branchId === caller.branchId;
      const store = tx.of(InterpreterStore);
      const bookings = own ? await store.findOfHub(hub.id) : await store.findAtTable(hub.id);
      await tx.of(LedgerStore).record([
        {
          action: 'read',
          outcome: 'release',
          ground: own ? 'internal' : await groundOfSeat(tx, hub.id, caller),
          caseId: hub.caseId,
          personId: hub.personId,
          detail: { list: 'interpreters', hubId, shown: bookings.length },
        },
      ]);
      return {
        hub,
        bookings,
        now: await nowIn(tx, hub),
        sealed: await tx.of(ItemStore).findSealed(bookings.map(({ itemId }) => itemId)),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: found.hub.purpose } as const;
    const { released } = await this.gate.openItems(opening, found.sealed);
    return found.bookings.map((booking) => ({
      booking,
      words: released.find(({ itemId }) => itemId === booking.itemId)?.content.text ?? null,
      where: whereIs(asBooking(booking), found.now),
    }));
  }

  book(caller: StaffCaller, written: InterpreterWritten): Promise<{ readonly id: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, written.hubId);
      requireOwnHouse(tx, hub);
      const group = await tx.of(GroupStore).find(hub.groupId);
      if (!group) throw notFound();
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      if (!form.parties.may.includes('interpreter')) throw new Failure('INTERPRETER_NOT_IN_FORM');
      const points = await tx.of(GroupMeetingStore).findPoints(hub.id);
      const decision = decideBooking({ state: hub.state, points }, written);
      if (decision.outcome === 'refused') {
        const [code, field] = BOOKING[decision.code];
        throw new Failure(code, field);
      }
      const faults = new FormFaults();
      const text = faults.words('words', written.words, LONGEST);
      faults.tell();
      const itemId = await this.seal.item(tx, {
        caseId: hub.caseId,
        category: 'associates-and-network',
        ...spokenIn(hub),
        subjectIds: [hub.personId],
        content: { text },
      });
      const id = tx.newId();
      const pointIds = [...new Set(written.pointIds)];
      await tx.of(InterpreterStore).add({ id, hubId: hub.id, language: decision.language, itemId, pointIds });
      await note(tx, hub, { interpreter: 'booked', bookingId: id, language: decision.language });
      return { id };
    });
  }

  /** That they have been told of their duty of silence and said yes to it, before the meeting. */
  confirmSilence(caller: StaffCaller, id: string): Promise<{ readonly hubId: string }> {
    return this.change(caller, id, async (tx, { booking }) => {
      if (booking.cancelledAt !== null) throw new Failure('INTERPRETER_CANCELLED');
      await tx.of(InterpreterStore).confirmSilence(id);
      return 'silence-confirmed';
    });
  }

  /** Into the room, at one of their own points and bound to silence. */
  admit(caller: StaffCaller, id: string): Promise<{ readonly hubId: string }> {
    return this.change(caller, id, async (tx, { booking, now }) => {
      const decision = decideAdmission(asBooking(booking), now);
      if (decision.outcome === 'refused') throw new Failure(ADMISSION[decision.code]);
      await tx.of(InterpreterStore).admit(id);
      return 'admitted';
    });
  }

  cancel(caller: StaffCaller, id: string): Promise<{ readonly hubId: string }> {
    return this.change(caller, id, async (tx) => {
      await tx.of(InterpreterStore).cancel(id);
      return 'cancelled';
    });
  }

  private change(
    caller: StaffCaller,
    id: string,
    act: (tx: CallerTransaction, of: { readonly booking: InterpreterRow; readonly now: MeetingNow }) => Promise<string>,
  ): Promise<{ readonly hubId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const booking = await tx.of(InterpreterStore).findForChange(id);
      if (!booking) throw notFound();
      const hub = await requireMeeting(tx, booking.hubId);
      requireOwnHouse(tx, hub);
      const done = await act(tx, { booking, now: await nowIn(tx, hub) });
      await note(tx, hub, { interpreter: done, bookingId: id });
      return { hubId: hub.id };
    });
  }
}

const nowIn = async (tx: CallerTransaction, hub: MeetingHub): Promise<MeetingNow> => ({
  state: hub.state,
  point: (await getBoard(tx, hub.id)).timing.point,
});

const asBooking = ({ pointIds, silenceAt, admittedAt, cancelledAt }: InterpreterAtTable): Booking => ({
  pointIds,
  silenceConfirmed: silenceAt !== null,
  admitted: admittedAt !== null,
  cancelled: cancelledAt !== null,
});

async function note(tx: CallerTransaction, hub: MeetingHub, detail: Readonly<Record<string, string>>): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: hub.caseId,
      personId: hub.personId,
      detail: { hubId: hub.id, ...detail },
    },
  ]);
  await tellMeeting(tx, hub);
}
