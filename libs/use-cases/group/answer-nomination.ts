import { Injectable } from '@nestjs/common';
import { decideGroupMove, isReasonFor } from '#domain/group/group-states.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { decideKnownBy, type KnownBy } from '#domain/group/known-by.js';
import { decidesOnNomination, type PreparatoryGiven } from '#domain/group/preparatory-decision.js';
import { decideStep, nextStep } from '#domain/group/decide-step.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { answerSettled, awaitOwed, awaitStep, awaitWaitingLook } from './group-deadlines.js';
import { reasonsMissing, recordBoardDecision, requireBoardDecision } from './decide-by-board.js';
import { GroupStore } from './group.port.js';
import { leadCase } from './lead-case.js';
import { requirementsMet, situationOf } from './group-situation.js';
import { NominationStore, type NominationRow } from './nomination.port.js';
import { requireAges } from './require-ages.js';
import { recordAct, sayReasons } from './record-act.js';

export interface NominationAnswered {
  readonly nominationId: string;
  /** The case that it is about, where the nomination named nobody. */
  readonly caseId: string | null;
  /** How the house has come to know that; a closed word. Null where the nomination names the case, or none is taken up. */
  readonly knownBy: string | null;
  /** Why somebody outside the form's ages is taken up all the same; a closed word. */
  readonly outsideAges: string | null;
  /** `prepare`, `queue`, `motivate` or `decline`. */
  readonly decision: string;
  /** A closed word where it waits or is declined. */
  readonly reason: string | null;
  readonly words: string;
  /** Where the form leaves it to the preparatory group; null when nobody is named. */
  readonly preparatory: PreparatoryGiven | null;
}

const DECISIONS = ['prepare', 'queue', 'motivate', 'decline'];
/** The family or the young person has said no: nothing is left to decide. */
const DECIDED_BY_THEM = 'own-wish';

/** The preparatory decision on a nomination, with reasons: a group is prepared, waits in the queue, or there is none ([S0, S1]). */
@Injectable()
export class AnswerNomination {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, answer: NominationAnswered): Promise<{ readonly groupId: string | null }> {
    return this.asCaller.run(caller, async (tx) => {
      const nomination = await tx.of(NominationStore).findForChange(answer.nominationId);
      if (!nomination || nomination.branchId !== caller.branchId) throw notFound();
      if (!DECISIONS.includes(answer.decision)) throw new Failure('CHOOSE_ONE', 'decision');
      if (nomination.decision !== null) throw new Failure('NOMINATION_ANSWERED');
      if (nomination.withdrawnAt !== null) throw new Failure('NOMINATION_WITHDRAWN');
      const form = await this.forms.get(tx, caller.municipalityId, nomination.kind);
      if (answer.decision === 'decline') return this.decline(tx, nomination, form, answer);
      return this.takeUp(tx, caller, { nomination, form }, answer);
    });
  }

  private async takeUp(
    tx: CallerTransaction,
    caller: StaffCaller,
    { nomination, form }: { readonly nomination: NominationRow; readonly form: CollaborationForm },
    answer: NominationAnswered,
  ): Promise<{ readonly groupId: string }> {
    const caseId = nomination.caseId ?? answer.caseId;
    if (caseId === null) throw new Failure('CHOOSE_CASE', 'caseId');
    const known = decideKnownBy(nomination.caseId !== null, answer.knownBy);
    if (known.outcome === 'refused') throw new Failure('KNOWN_BY_MISSING', 'knownBy');
    const situation = await situationOf(tx, form, caseId);
    const { file } = situation;
    if (!file || file.branchId !== caller.branchId) throw notFound();
    const outsideAges = requireAges(form, situation, answer.outsideAges);
    const running = await tx.of(GroupStore).findOfCase(caseId);
    if (running.some((one) => one.form === form.form && one.closedAt === null)) throw new Failure('GROUP_RUNS_ALREADY');
    const deciding = form.steps.find(({ does }) => does === 'decide');
    const decided = await decidedBy(tx, form, answer, true);
    const nominating = form.steps.find(({ does }) => does === 'nominate');
    const words = answer.words.trim();
    const { met } = await requirementsMet(tx, caller.municipalityId, situation, {
      branchIds: [caller.branchId],
      kinds: [caller.house.kind],
      hasContact: false,
      hasReasons: words !== '',
      isPrepared: decided !== null,
      groupId: null,
    });
    if (!met.has('reasons')) throw new Failure('REASONS_MISSING', 'words');
    if (!met.has('agreement')) throw new Failure('NO_AGREEMENT_IN_FORCE', null, { form: form.name.sv });
    const move = answer.decision === 'queue' || answer.decision === 'motivate' ? answer.decision : null;
    if (move !== null && !isReasonFor(move, answer.reason ?? '')) throw new Failure('CHOOSE_ONE', 'reason');
    const moved = move && decideGroupMove('preparing', move);
    const standing = moved?.outcome === 'moved' ? moved.standing : 'preparing';
    const groupId = tx.newId();
    const isAdded = await tx.of(GroupStore).add({
      id: groupId,
      municipalityId: caller.municipalityId,
      branchId: caller.branchId,
      kind: form.kind,
      form: form.form,
      level: form.level,
      caseId,
      area: null,
      standing,
      standingReason: move === null ? null : answer.reason,
      outsideAges,
      coordinatorId: caller.staffId,
    });
    // Another nomination of the case was taken up in the same moment.
    if (!isAdded) throw new Failure('GROUP_RUNS_ALREADY');
    const group = { id: groupId, caseId, personId: file.personId, kind: form.kind };
    await leadCase(tx, { ...group, branchId: caller.branchId }, { staffId: caller.staffId, by: caller.staffId });
    const itemId = await sayReasons(tx, this.seal, { file, form: form.form }, words);
    if (nominating)
      await recordAct(tx, group, {
        act: 'step',
        word: nominating.step,
        standing: 'preparing',
        knownBy: known.by,
        itemId: nomination.itemId,
      });
    // A form whose decision comes later in its order keeps it for then.
    const first =
      deciding &&
      decideStep(form, { standing: 'preparing', taken: [nominating?.step ?? ''] }, deciding.step, {
        met,
        reason: null,
      });
    if (deciding && first?.outcome === 'taken')
      await recordAct(tx, group, { act: 'step', word: deciding.step, standing: 'preparing', itemId });
    if (deciding && decided) {
      const about = { step: deciding.step, caseId, personId: file.personId, groupId, nominationId: nomination.id };
      await recordBoardDecision(tx, decided, about);
    }
    if (move !== null) await recordAct(tx, group, { act: 'move', word: move, standing, reason: answer.reason, itemId });
    const taken = (await tx.of(GroupStore).findActs([groupId])).flatMap(({ act, word }) =>
      act === 'step' ? [word] : [],
    );
    // Who waits owes no step yet, but is not left out of sight.
    const led = { ...group, coordinatorId: caller.staffId };
    await awaitOwed(tx, caller, led, { form, reportedAt: nomination.madeAt, taken });
    if (move === null) await awaitStep(tx, caller, led, nextStep(form, { standing, taken }));
    else await awaitWaitingLook(tx, caller, led);
    const { reason } = answer;
    await this.answer(tx, nomination, { decision: 'taken-up', caseId, reason, knownBy: known.by, itemId, groupId });
    return { groupId };
  }

  private async decline(
    tx: CallerTransaction,
    nomination: NominationRow,
    form: CollaborationForm,
    answer: NominationAnswered,
  ): Promise<{ readonly groupId: null }> {
    if (!isReasonFor('decline', answer.reason ?? '')) throw new Failure('CHOOSE_ONE', 'reason');
    const decided =
      answer.reason === DECIDED_BY_THEM ? null : await decidedBy(tx, form, answer, nomination.caseId !== null);
    const { file } = await situationOf(tx, form, nomination.caseId);
    if (file && answer.words.trim() === '') throw new Failure('REASONS_MISSING', 'words');
    const itemId = await sayReasons(tx, this.seal, { file, form: form.form }, answer.words);
    const { caseId, personId, id: nominationId } = nomination;
    if (decided)
      await recordBoardDecision(tx, decided, { step: 'decline', caseId, personId, groupId: null, nominationId });
    const { reason } = answer;
    await this.answer(tx, nomination, { decision: 'declined', caseId, reason, knownBy: null, itemId, groupId: null });
    return { groupId: null };
  }

  private async answer(
    tx: CallerTransaction,
    nomination: NominationRow,
    answer: {
      readonly decision: 'taken-up' | 'declined';
      readonly caseId: string | null;
      readonly reason: string | null;
      readonly knownBy: KnownBy | null;
      readonly itemId: string | null;
      readonly groupId: string | null;
    },
  ): Promise<void> {
    const row = { id: tx.newId(), nominationId: nomination.id, branchId: nomination.branchId, ...answer };
    if (!(await tx.of(NominationStore).answer(row))) throw new Failure('NOMINATION_ANSWERED');
    await tx.of(NominationStore).markRead([nomination.id]);
    await answerSettled(tx, nomination.id, 'met');
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId: answer.caseId,
        personId: nomination.personId,
        itemId: answer.itemId,
        detail: {
          nominationId: nomination.id,
          nomination: answer.decision,
          reason: answer.reason,
          knownBy: answer.knownBy,
        },
      },
    ]);
  }
}

/** Null where the form leaves it to whoever receives the nomination. */
const decidedBy = async (
  tx: CallerTransaction,
  form: CollaborationForm,
  { preparatory, words }: NominationAnswered,
  isSaidInWords: boolean,
) =>
  decidesOnNomination(form) ? requireBoardDecision(tx, preparatory, isSaidInWords ? reasonsMissing(words) : []) : null;
