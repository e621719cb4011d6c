import { Injectable } from '@nestjs/common';
import { decideProposalAnswer } from '#domain/plan/family-plan.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { sayItem } from '../share/what-it-says.js';
import { LONGEST_ENTRY } from './add-entry.js';
import { PlanVoiceStore, type PlanVoiceRow } from './plan-voice.port.js';
import { openPlan, type OpenPlan } from './require-plan.js';

/**
 * What somebody of the family would like to be in the plan is taken up, and stands there then, or declined with why: to
 * whoever proposed it, and to nobody else of the family ([S1]; OSL 12:1).
 */
@Injectable()
export class AnswerProposal {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
  ) {}

  decline(caller: StaffCaller, said: { readonly proposalId: string; readonly words: string }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const proposal = await tx.of(PlanVoiceStore).find(said.proposalId);
      if (proposal?.kind !== 'proposal') throw notFound();
      const open = await openPlan(tx, caller, proposal.groupId, this.forms);
      const words = said.words.trim();
      const decision = decideProposalAnswer({ isAnswered: proposal.answer !== null }, { answer: 'declined', words });
      if (decision.outcome === 'refused') throw refusalOf(decision.code);
      if (words.length > LONGEST_ENTRY)
        throw new InvalidInput([{ field: 'words', code: 'TOO_LONG', values: { most: LONGEST_ENTRY } }]);
      const itemId = await sayItem(tx, this.seal, {
        caseId: open.group.caseId,
        category: 'measures-and-plan',
        form: open.group.form,
        phase: 'measures',
        subjectIds: [open.group.personId],
        content: { text: words },
      });
      await settle(tx, open, { proposal, answer: 'declined', itemId });
    });
  }
}

const refusalOf = (code: 'required' | 'answered-already'): Failure | InvalidInput =>
  code === 'required'
    ? new InvalidInput([{ field: 'words', code: 'REQUIRED' }])
    : new Failure('PROPOSAL_ANSWERED_ALREADY');

/** In the act in which it comes to stand in the plan. */
export async function takeUpProposal(tx: CallerTransaction, open: OpenPlan, proposalId: string): Promise<void> {
  const proposal = await tx.of(PlanVoiceStore).find(proposalId);
  if (proposal?.kind !== 'proposal' || proposal.groupId !== open.group.id) throw notFound();
  const decision = decideProposalAnswer({ isAnswered: proposal.answer !== null }, { answer: 'taken-up' });
  if (decision.outcome === 'refused') throw refusalOf(decision.code);
  await settle(tx, open, { proposal, answer: 'taken-up', itemId: null });
}

async function settle(
  tx: CallerTransaction,
  { group }: OpenPlan,
  of: {
    readonly proposal: PlanVoiceRow;
    readonly answer: 'taken-up' | 'declined';
    readonly itemId: string | null;
  },
): Promise<void> {
  const { proposal, answer, itemId } = of;
  if (!(await tx.of(PlanVoiceStore).answer(proposal.id, { answer, itemId })))
    throw new Failure('PROPOSAL_ANSWERED_ALREADY');
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: group.caseId,
      personId: group.personId,
      itemId: itemId ?? proposal.itemId,
      detail: { groupId: group.id, planVoice: proposal.id, plan: `proposal-${answer}` },
    },
  ]);
  await tx.of(OutboxStore).put([{ topic: `live:plan-voices:${group.id}`, payload: { voiceId: proposal.id } }]);
}
