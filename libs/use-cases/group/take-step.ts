import { Injectable } from '@nestjs/common';
import { decideStep, nextStep } from '#domain/group/decide-step.js';
import { heldElsewhere } from '#domain/group/met-at.js';
import { isReasonFor, type GroupStanding } from '#domain/group/group-states.js';
import { findStep, type CollaborationForm, type FormStep } from '#domain/form/form.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { endAssessments } from '../group-assessment/end-assessments.js';
import type { PreparatoryGiven } from '#domain/group/preparatory-decision.js';
import { keptTerms, NO_TERMS, type TermsGiven } from '#domain/group/step-terms.js';
import { callOffMeetings } from './call-off-meetings.js';
import { endOffersOf } from '../relocation/end-offers.js';
import { reasonsMissing, recordBoardDecision, requireBoardDecision } from './decide-by-board.js';
import {
  awaitFollowUp,
  awaitStep,
  followedUp,
  hasMet,
  lengthSettled,
  lookSettled,
  noMeetingAwaited,
  owedSettled,
  stepSettled,
  waitingLookSettled,
} from './group-deadlines.js';
import { GroupStore, type GroupRow } from './group.port.js';
import { requirementsMet, situationOf } from './group-situation.js';
import { endSeats } from './keep-members.js';
import { latestOf } from './hold-meeting.js';
import { withRecords } from './keep-records.js';
import { leaveCase } from './lead-case.js';
import { recordAct, requireGroup, sayReasons } from './record-act.js';
import { metTerms } from './met-terms.js';
import { refuseStep } from './refuse-step.js';
import { tellOfRoom } from './tell-of-room.js';

export interface StepTaken {
  readonly groupId: string;
  readonly version: number;
  readonly step: string;
  readonly words: string;
  /** A closed word: why steps are passed over, or why the group is closed. */
  readonly reason: string | null;
  /** Where the form leaves the step to the preparatory group; null or absent when nobody is named. */
  readonly preparatory?: PreparatoryGiven | null;
  /** What the step confirms, has signed or assesses; absent where it does none of it. */
  readonly terms?: TermsGiven;
  /** The day on which a meeting was held elsewhere, `2026-11-24`; null or absent: now. */
  readonly heldOn?: string | null;
}

/** Takes a group's next step, or another one with a recorded reason; what the law asks for is asked for at each. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, wanted: StepTaken): Promise<void> {
    return this.asCaller.run(caller, (tx) => this.within(tx, caller, wanted));
  }

  /** In a transaction that does what the step is about. */
  async within(tx: CallerTransaction, caller: StaffCaller, wanted: StepTaken): Promise<void> {
    const group = await requireGroup(tx, wanted.groupId, wanted.version);
    const form = await this.forms.get(tx, caller.municipalityId, group.kind);
    const step = findStep(form, wanted.step);
    if (!step) throw notFound();
    if (step.does === 'form') throw new Failure('FORM_WITH_MEMBERS');
    const store = tx.of(GroupStore);
    const members = (await store.findMembers([group.id])).filter((one) => one.endsAt === null && !one.hasLeft);
    const situation = await situationOf(tx, form, group.caseId);
    const terms = keptTerms(step, wanted.terms ?? NO_TERMS);
    const decided = step.requires.includes('preparatory-group')
      ? await requireBoardDecision(tx, wanted.preparatory ?? null, reasonsMissing(wanted.words))
      : null;
    const { met, agreement, ground } = await requirementsMet(tx, caller.municipalityId, situation, {
      branchIds: [...new Set([caller.branchId, ...members.map(({ branchId }) => branchId)])],
      kinds: [caller.house.kind, ...members.map(({ house }) => house.kind)],
      hasContact: members.some(({ staffId }) => staffId === group.contactId),
      hasReasons: wanted.words.trim() !== '' || (group.caseId === null && wanted.reason !== null),
      isPrepared: decided !== null,
      terms: metTerms(step, situation, terms),
      groupId: group.id,
    });
    requireWord(step, wanted.reason);
    const taken = (await store.findActs([group.id])).filter(({ act }) => act === 'step').map(({ word }) => word);
    const decision = decideStep(form, { standing: group.standing, taken }, wanted.step, {
      met,
      reason: wanted.reason,
    });
    if (decision.outcome === 'refused') throw refuseStep(form, decision, { agreement, ground });
    // About a person a meeting is convened and held; only one that was held elsewhere is noted by hand.
    if (step.does === 'meet' && group.caseId !== null && wanted.reason !== 'done-elsewhere')
      throw new Failure('MEET_BY_MEETING', 'reason');
    const metAt = latestOf(dayHeld(step, wanted.heldOn ?? null, tx.now), group);
    const itemId = await sayReasons(
      tx,
      this.seal,
      { file: situation.file, form: form.form },
      wanted.words,
      terms.threat,
    );
    const { standing, passed } = decision;
    if (step.does === 'close') await callOffMeetings(tx, caller, group);
    if (group.standing === 'moved' && standing !== 'moved') await endOffersOf(tx, group.id);
    await store.change(group.id, {
      standing,
      standingReason: step.does === 'close' ? wanted.reason : group.standingReason,
      ...(step.does === 'consent' && situation.consentId ? { consentId: situation.consentId } : {}),
      ...(step.does === 'meet' ? { lastMetAt: metAt } : {}),
      ...(step.does === 'close' ? { closedAt: tx.now } : {}),
    });
    const { reason } = wanted;
    await recordAct(tx, group, { act: 'step', word: step.step, standing, reason, passed, itemId, terms });
    if (decided) {
      const { id: groupId, caseId, personId } = group;
      await recordBoardDecision(tx, decided, { step: step.step, caseId, personId, groupId, nominationId: null });
    }
    await moveClock(tx, caller, { group, form, step, taken, standing });
    await follow(tx, caller, { group, form, step, reason, metAt });
  }
}

/** What a step sets going beside itself. */
async function follow(
  tx: CallerTransaction,
  caller: StaffCaller,
  at: {
    readonly group: GroupRow;
    readonly form: CollaborationForm;
    readonly step: FormStep;
    readonly reason: string | null;
    readonly metAt: Date;
  },
): Promise<void> {
  const { group, form, step } = at;
  if (step.does === 'meet') await hasMet(tx, caller, group, { form, at: at.metAt });
  if (step.does === 'close') {
    await noMeetingAwaited(tx, group, 'group-closed');
    await lookSettled(tx, group, 'group-closed');
    await owedSettled(tx, group, 'group-closed');
    await waitingLookSettled(tx, group, 'group-closed');
    await lengthSettled(tx, group, 'group-closed');
    await endAssessments(tx, group);
    await tellOfRoom(tx, group);
    const open = (await tx.of(GroupStore).findMembers([group.id])).filter(({ endsAt }) => endsAt === null);
    await endSeats(tx, group, await withRecords(tx, group, open, at.reason), 'group-closed');
    await awaitFollowUp(tx, caller, group, form);
    if (!form.steps.some(({ does }) => does === 'follow-up'))
      await leaveCase(tx, group, { staffId: group.coordinatorId, isOver: true });
  }
  if (step.does === 'follow-up') {
    await followedUp(tx, group);
    await leaveCase(tx, group, { staffId: group.coordinatorId, isOver: true });
  }
}

/** The clock of the step that was owed stops, and that of the next begins. */
export async function moveClock(
  tx: CallerTransaction,
  caller: StaffCaller,
  at: {
    readonly group: GroupRow;
    readonly form: CollaborationForm;
    readonly step: FormStep;
    readonly taken: readonly string[];
    readonly standing: GroupStanding;
  },
): Promise<void> {
  const { group, form, step, taken, standing } = at;
  const owed = nextStep(form, { standing: group.standing, taken });
  if (owed?.step === step.step) await stepSettled(tx, group, 'met');
  else await stepSettled(tx, group, step.does === 'close' ? 'group-closed' : 'passed-over');
  if (step.owed) await owedSettled(tx, group, { met: step.owed });
  await awaitStep(tx, caller, group, nextStep(form, { standing, taken: [...taken, step.step] }));
}

function dayHeld(step: FormStep, heldOn: string | null, now: Date): Date {
  if (step.does !== 'meet' || heldOn === null) return now;
  const held = heldElsewhere(heldOn, now.getTime());
  if (held === undefined) throw new Failure('HELD_ON_WRONG', 'heldOn');
  return new Date(held);
}

function requireWord(step: FormStep, reason: string | null): void {
  if (step.does === 'close' && !isReasonFor('close', reason ?? '')) throw new Failure('CHOOSE_ONE', 'reason');
  if (step.does !== 'close' && reason !== null && !isReasonFor('out-of-order', reason))
    throw new Failure('CHOOSE_ONE', 'reason');
}
