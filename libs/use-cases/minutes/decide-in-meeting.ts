import { Injectable } from '@nestjs/common';
import { formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { civilDayOf, endOfDay } from '#domain/kernel/stockholm.js';
import { DECISION_STATES, mayBecome } from '#domain/minutes/decision-states.js';
import { minutesState } from '#domain/minutes/minutes-states.js';
import { needAreaOf } from '#domain/plan/plan-entry.js';
import { deadlinesTopic } from '../deadline/deadline-plan.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import { GroupStore, type GroupMemberRow } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { giveToParties } from '../meeting/give-to-parties.js';
import { requireOwnHouse, spokenIn } from '../meeting/write-on-board.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { FormFaults } from '../organisation/form-faults.js';
import { addEntry } from '../plan/add-entry.js';
import { openPlan } from '../plan/require-plan.js';
import { subjectsOf } from '../share/tellables.js';
import { sayItem, type Marks } from '../share/what-it-says.js';
import { MinutesStore } from './minutes.port.js';
import { requireMeeting, tellMeeting, type MeetingHub } from './require-meeting.js';

export interface DecisionWritten extends Marks {
  readonly hubId: string;
  readonly pointId: string | null;
  readonly text: string;
  /** What it is to lead to. */
  readonly aim: string;
  /** The seat of whoever does it. */
  readonly ownerMemberId: string;
  /** `2026-12-08` */
  readonly dueOn: string;
  /** The need at which it is aimed, where it becomes a measure in the plan; null for a decision by itself. */
  readonly needArea: string | null;
  /** Earlier measures on that need, whose result stood before the writer. */
  readonly seen: readonly string[];
}

const LONGEST = 2_000;

/**
 * Who does what by when: a decision of the meeting with its owner and its day, which is a deadline from now on, or a measure
 * in the plan with its day for following up. Nobody is given something to do that they may not be told of ([S1]; OSL 10:1).
 */
@Injectable()
export class DecideInMeeting {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
    private readonly forms: TownForms,
  ) {}

  make(caller: StaffCaller, written: DecisionWritten): Promise<{ readonly decisionId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, written.hubId);
      requireOwnHouse(tx, hub);
      const minutes = await tx.of(MinutesStore).find(hub.id);
      const facts = { meeting: hub.state, fixesAt: minutes?.fixesAt?.getTime() ?? null };
      const state = minutesState(facts, tx.now.getTime());
      if (state === 'not-begun') throw new Failure('MEETING_NOT_BEGUN');
      if (state === 'fixed') throw new Failure('MINUTES_ARE_FIXED');
      const { owner, text, aim, due } = await this.check(tx, hub, written);
      const itemId = await sayItem(tx, this.seal, {
        caseId: hub.caseId,
        category: 'measures-and-plan',
        ...spokenIn(hub),
        revealsPlace: written.revealsPlace,
        subjectIds: await subjectsOf(tx, hub.personId, written.about),
        content: { text, ...(aim === null ? {} : { data: { aim } }) },
      });
      const points = written.pointId === null ? null : [written.pointId];
      await giveToParties(tx, hub, [itemId], { points, alsoTo: owner.branchId });
      await requireTold(tx, hub, owner, itemId);
      const entryId = written.needArea === null ? null : await this.putInPlan(tx, caller, hub, { written, itemId });
      const id = tx.newId();
      await tx.of(MinutesStore).addDecision({
        id,
        hubId: hub.id,
        groupId: hub.groupId,
        pointId: written.pointId,
        itemId,
        ownerBranchId: owner.branchId,
        ownerUnitId: owner.unitId,
        ownerStaffId: owner.staffId,
        dueOn: formatCivilDay(due),
        entryId,
      });
      if (entryId === null) await owe(tx, hub, owner, id, endOfDay(due));
      await note(tx, hub, id, entryId === null ? 'made' : 'in-plan');
      return { decisionId: id };
    });
  }

  /** By whoever was to do it, or by the house that leads. */
  settle(
    caller: StaffCaller,
    of: { readonly decisionId: string; readonly version: number; readonly state: string },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(MinutesStore);
      const decision = await store.findDecision(of.decisionId);
      if (!decision) throw notFound();
      const hub = await requireMeeting(tx, decision.hubId);
      if (hub.branchId !== caller.branchId && decision.ownerStaffId !== caller.staffId)
        throw new Failure('NOT_YOUR_ENTRY');
      const state = DECISION_STATES.find((one) => one === of.state);
      if (!state || !mayBecome(decision.state, state)) throw new Failure('CHOOSE_ONE', 'state');
      if (!(await store.settleDecision(decision.id, of.version, state))) throw new Failure('CONFLICT');
      // The deadline stands in the leading house; whoever does it may sit in another.
      await tx.asService('deadlines', (service) =>
        settleDeadline(service, {
          kind: 'meeting-decision',
          aboutId: decision.id,
          ...(state === 'done' ? { outcome: 'met' as const } : { outcome: 'void' as const, reason: state }),
        }),
      );
      await note(tx, hub, decision.id, state);
    });
  }

  /** The minutes keep their own words: what is changed in the plan later leaves them as they were decided. */
  private async putInPlan(
    tx: CallerTransaction,
    caller: StaffCaller,
    hub: MeetingHub,
    { written, itemId }: { readonly written: DecisionWritten; readonly itemId: string },
  ): Promise<string> {
    const { text, aim, needArea, ownerMemberId, dueOn, seen, revealsPlace, about } = written;
    // By the plan it is told to nobody to whom it was not said at the table.
    const only = new Set((await tx.of(ItemStore).findHousesSeeing([itemId])).map(({ id }) => id));
    const open = await openPlan(tx, caller, hub.groupId, this.forms);
    const said = {
      ...{ kind: 'measure', words: text, category: 'measures-and-plan', goalId: null, needArea, aim, help: '' },
      ...{ watch: '', measured: null, ownerMemberId, startsOn: null, followUpOn: dueOn, seen, revealsPlace, about },
      // What is decided at the table becomes the family's to read by somebody who writes it for them.
      ...{ promisedBy: null, forFamily: false, familyWords: '', proposalId: null, drawing: null },
    };
    return addEntry(tx, caller, open, { said, seal: this.seal, only });
  }

  private async check(tx: CallerTransaction, hub: MeetingHub, written: DecisionWritten) {
    const faults = new FormFaults();
    const text = faults.words('text', written.text, LONGEST);
    const aim =
      written.needArea === null
        ? faults.optionalWords('aim', written.aim, LONGEST)
        : faults.words('aim', written.aim, LONGEST);
    if (written.needArea !== null && needAreaOf(written.needArea) === null) faults.add('needArea', 'CHOOSE_ONE');
    const due = parseCivilDay(written.dueOn);
    if (due === undefined) faults.add('dueOn', 'DATE_MISSING');
    else if (due < civilDayOf(tx.now.getTime())) faults.add('dueOn', 'STARTS_IN_PAST');
    const owner = (await tx.of(GroupStore).findMembers([hub.groupId])).find(
      ({ id, endsAt, hasLeft }) => id === written.ownerMemberId && endsAt === null && !hasLeft,
    );
    if (!owner) faults.add('ownerMemberId', 'CHOOSE_ONE');
    const points = await tx.of(GroupMeetingStore).findPoints(hub.id);
    if (written.pointId !== null && !points.some(({ id }) => id === written.pointId))
      faults.add('pointId', 'NO_SUCH_POINT');
    faults.tell();
    return { text, aim, due: due!, owner: owner! };
  }
}

/** What the consent does not let them be told, they cannot be given to do. */
async function requireTold(tx: CallerTransaction, hub: MeetingHub, owner: GroupMemberRow, itemId: string) {
  if (owner.branchId === hub.branchId) return;
  const seeing = await tx.of(ItemStore).findHousesSeeing([itemId]);
  if (!seeing.some(({ id }) => id === owner.branchId))
    throw new Failure('OWNER_MAY_NOT_BE_TOLD', 'ownerMemberId', { unit: `${owner.unitName}, ${owner.branchName}` });
}

async function owe(tx: CallerTransaction, hub: MeetingHub, owner: GroupMemberRow, id: string, due: number) {
  // Counted from a whole minute: a rule is written in minutes, and the day ends exactly then.
  const starts = Math.floor(tx.now.getTime() / MINUTE) * MINUTE;
  const minutes = Math.max(1, (due - starts) / MINUTE);
  const { deadlineId } = await openDeadline(tx, {
    kind: 'meeting-decision',
    caseId: hub.caseId,
    aboutId: id,
    startsAt: new Date(starts),
    ownerUnitId: owner.unitId,
    ownerStaffId: owner.staffId,
    rule: { unit: 'elapsed', hours: Math.floor(minutes / 60), minutes: minutes % 60 },
  });
  if (owner.branchId !== hub.branchId)
    await tx.of(OutboxStore).put([{ topic: deadlinesTopic(owner.branchId), payload: { deadlineId } }]);
}

async function note(tx: CallerTransaction, hub: MeetingHub, decisionId: string, word: string): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: hub.caseId,
      personId: hub.personId,
      detail: { hubId: hub.id, meetingDecision: decisionId, state: word },
    },
  ]);
  await tellMeeting(tx, hub, [decisionId]);
}
