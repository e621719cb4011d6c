import { Injectable } from '@nestjs/common';
import { mayHoldDrawing, type DrawingWritten } from '#domain/plan/drawing.js';
import { decideVoice, LONGEST_VOICE, mayTick, type VoiceKind } from '#domain/plan/family-plan.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { asConsents } from '../consent/as-consents.js';
import { ConsentStore } from '../consent/consent.port.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { sayOwnWords } from '../family/say-own-words.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import type { ItemContent } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { drawn } from './drawn.js';
import { FamilyPlanStore, type FamilyEntryRow, type FamilyPlanRow } from './family-plan.port.js';

export interface VoiceSaid {
  /** Made by the telephone: what is sent twice is said once. */
  readonly key: string;
  readonly text: string;
  /** Beside the words, or with what it shows in their place. */
  readonly drawing: DrawingWritten | null;
}

interface Said {
  readonly plan: FamilyPlanRow;
  readonly entryId: string | null;
  readonly kind: VoiceKind;
  readonly content: ItemContent;
  readonly key: string;
}

/** It has been said before, by the same press on a telephone whose network was slow. */
class SaidAlready extends Error {}

/**
 * Somebody of the family says that what they promised is done, says a word about a thing in the plan or proposes one: each an
 * item of its own in the house that leads, theirs alone to read again beside whoever works with the case ([S1]; OSL 26:1).
 */
@Injectable()
export class SayInFamilyPlan {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  /** “Klart!” */
  tick(caller: FamilyCaller, said: { readonly entryId: string; readonly key: string }): Promise<void> {
    return this.once(caller, said.key, async (tx) => {
      const { plan, entry } = await requireEntry(tx, said.entryId);
      const isSubject = plan.personId === caller.personId;
      if (!mayTick(entry, { person: caller.personId, isSubject })) throw new Failure('NOT_YOUR_PROMISE');
      const voices = await tx.of(FamilyPlanStore).findVoices();
      if (voices.some(({ entryId, kind }) => entryId === entry.id && kind === 'done')) return;
      await this.say(tx, caller, { plan, entryId: entry.id, kind: 'done', content: { text: '' }, key: said.key });
    });
  }

  /** Nothing is done by it that is not seen: whoever was told sees that it is not done after all. */
  untick(caller: FamilyCaller, entryId: string): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const { plan } = await requireEntry(tx, entryId);
      for (const voiceId of await tx.of(FamilyPlanStore).undo(entryId))
        await note(tx, plan, { voiceId, itemId: null, deed: 'family-plan-undone' });
    });
  }

  comment(caller: FamilyCaller, entryId: string, said: VoiceSaid): Promise<void> {
    const content = contentOf(said);
    return this.once(caller, said.key, async (tx) => {
      const { plan, entry } = await requireEntry(tx, entryId);
      if (said.drawing !== null && !mayHoldDrawing(entry.kind)) throw new Failure('NO_DRAWING', 'drawing');
      await this.say(tx, caller, { plan, entryId, kind: 'comment', content, key: said.key });
    });
  }

  propose(caller: FamilyCaller, groupId: string, said: VoiceSaid): Promise<void> {
    const content = contentOf(said);
    return this.once(caller, said.key, async (tx) => {
      const plan = (await tx.of(FamilyPlanStore).findPlans()).find((one) => one.groupId === groupId);
      if (!plan) throw notFound();
      await this.say(tx, caller, { plan, entryId: null, kind: 'proposal', content, key: said.key });
    });
  }

  private async once(caller: FamilyCaller, key: string, work: (tx: CallerTransaction) => Promise<void>): Promise<void> {
    try {
      await this.asCaller.run(caller, async (tx) => {
        if (await tx.of(FamilyPlanStore).hasSaid(key)) throw new SaidAlready();
        await work(tx);
      });
    } catch (failure) {
      if (!(failure instanceof SaidAlready)) throw failure;
    }
  }

  private async say(tx: CallerTransaction, caller: FamilyCaller, said: Said): Promise<void> {
    const { plan, kind, content } = said;
    const itemId = await sayOwnWords(tx, caller, this.seal, {
      ...{ caseId: plan.caseId, branchId: plan.branchId, municipalityId: plan.municipalityId, aboutId: plan.personId },
      content: { ...content, data: { ...content.data, voice: kind } },
    });
    const id = tx.newId();
    // Two presses at once: the second is the first, and leaves nothing behind.
    if (!(await tx.of(FamilyPlanStore).say({ id, ...said, itemId }))) throw new SaidAlready();
    await note(tx, plan, { voiceId: id, itemId, deed: `family-plan-${kind}` });
    const staffIds = await asConsents(tx, (service) => service.of(ConsentStore).findAskers(plan.caseId));
    // Ticks come many at a time: whoever is told once a day looks at them all.
    const about = kind === 'done' ? `${plan.groupId}:${formatCivilDay(civilDayOf(tx.now.getTime()))}` : id;
    await notify(tx, { staffIds, kind: 'family-plan', effectKey: `family-plan:${about}`, caseId: plan.caseId });
  }
}

/** A drawing without words of its own is told by what it shows. */
function contentOf({ text, drawing }: VoiceSaid): ItemContent {
  const { data, faults } = drawn(drawing);
  if (faults.length > 0) throw new InvalidInput(faults);
  const decision = decideVoice(text.trim() === '' ? (drawing?.alt ?? '') : text);
  if (decision.outcome === 'refused') throw new InvalidInput([VOICE_FAULTS[decision.code]]);
  return { text: decision.text, data };
}

const VOICE_FAULTS = {
  'too-long': { field: 'text', code: 'TOO_LONG', values: { most: LONGEST_VOICE } },
  'text-missing': { field: 'text', code: 'TEXT_MISSING' },
} as const;

async function requireEntry(
  tx: CallerTransaction,
  entryId: string,
): Promise<{ readonly plan: FamilyPlanRow; readonly entry: FamilyEntryRow }> {
  const store = tx.of(FamilyPlanStore);
  const entry = (await store.findEntries()).find(({ id }) => id === entryId);
  const plan = entry && (await store.findPlans()).find(({ groupId }) => groupId === entry.groupId);
  if (!plan) throw notFound();
  return { plan, entry };
}

async function note(
  tx: CallerTransaction,
  plan: FamilyPlanRow,
  of: { readonly voiceId: string; readonly itemId: string | null; readonly deed: string },
): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      personId: plan.personId,
      caseId: plan.caseId,
      ...(of.itemId === null ? {} : { itemId: of.itemId }),
      ground: 'own-words',
      detail: { deed: of.deed, groupId: plan.groupId, planVoice: of.voiceId },
    },
  ]);
  await tx.of(OutboxStore).put([{ topic: `live:plan-voices:${plan.groupId}`, payload: { voiceId: of.voiceId } }]);
}
