import { Injectable } from '@nestjs/common';
import { decideUndo, type MergePlan, type Reference } from '#domain/person/merge.js';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { takeBackAllLinks } from '../family/take-back-links.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonCircle } from './person-circle.port.js';
import { PersonMergeStore, type MergeRow } from './person-merge.port.js';
import { PersonRegister } from './person-register.port.js';
import { personTopic } from './person-topic.js';

export interface MergeUndone {
  readonly keptId: string;
  readonly restoredId: string;
  /** Came after the merge and stays with the kept person until someone says whose each is. */
  readonly toSort: readonly { readonly kind: string; readonly count: number }[];
}

/**
 * They were two people after all: what the merge moved goes back, and nothing else. What was written since stays with the
 * kept record: if anything was, its stricter protection stays too, until two people loosen it (GDPR 5.1 d; OSL 21:3).
 */
@Injectable()
export class UndoMerge {
  constructor(private readonly asCaller: AsCaller) {}

  async run(caller: StaffCaller, mergeId: string): Promise<MergeUndone> {
    return this.asCaller.run(caller, async (tx) => {
      const merges = tx.of(PersonMergeStore);
      const register = tx.of(PersonRegister);
      const found = await merges.find(mergeId);
      if (!found) throw notFound();
      await register.lock([found.keptId, found.foldedId]);
      // Read again under the lock: another may have undone it meanwhile.
      const merge = await merges.find(mergeId);
      if (!merge || merge.undoneAt) throw new Failure('MERGE_UNDONE');
      const [kept] = await register.findFacts([merge.keptId]);
      const [folded] = await register.findFacts([merge.foldedId]);
      if (!kept || !folded) throw notFound();
      if (kept.protection !== 'none' && !kept.named) throw new Failure('PROTECTED_NOT_NAMED');
      const now = await merges.findReferences(kept.id);
      const { done } = merge;
      const decision = decideUndo(
        planOf(merge),
        done.then,
        {
          id: kept.id,
          number: { kind: 'none', reason: 'unknown' },
          protection: kept.protection,
          registeredAt: kept.createdAt.getTime(),
          mergedInto: kept.mergedInto,
          details: {},
          // The folded record's own pointer is the merge itself.
          references: now.filter(({ kind, id }) => !(kind === 'person.merged_into' && id === folded.id)),
        },
        folded.mergedInto,
      );
      if (decision.outcome === 'refused')
        throw new Failure(decision.code === 'not-merged' ? 'MERGE_UNDONE' : 'MERGE_KEPT_MERGED_ON');
      // First what the kept record holds: afterwards the caller may stand on its list no more.
      const identity = await merges.findIdentityRow(kept.id);
      const restoresIdentity = done.identity !== null && identity?.version === done.identity.versionAfter;
      if (done.identity && restoresIdentity) {
        await merges.restoreIdentity(kept.id, {
          ciphertext: Buffer.from(done.identity.ciphertext, 'base64'),
          keyVersion: done.identity.keyVersion,
          version: done.identity.version,
        });
      }
      const untouched = kept.version === done.versionAfter;
      const looser = decision.toSort.length === 0 && untouched;
      if (untouched)
        await merges.restoreKept(kept.id, {
          ...done.before,
          protection: looser ? done.before.protection : kept.protection,
          version: looser ? done.before.version : kept.version + 1,
        });
      await merges.move(kept.id, folded.id, decision.moveBack);
      await merges.fold(folded.id, null);
      // What was sent meanwhile went to the other's number; what the merge took back stays taken back. Asked when they are
      // two again: the ways in of the other lead to their own number.
      if (restoresIdentity && done.identity?.telephone !== 'same')
        await takeBackAllLinks(tx, kept.id, 'telephone-changed');
      // A kept record that stays protected must not be left with nobody on its list.
      if (!looser && kept.protection !== 'none')
        await tx.of(PersonCircle).name(
          kept.id,
          decision.moveBack.filter(({ kind }) => kind === 'named_staff.person_id').map(({ id }) => id),
        );
      await merges.markUndone(mergeId);
      await tx.of(LedgerStore).record(
        [kept.id, folded.id].map((personId) => ({
          action: 'merge',
          outcome: 'done',
          personId,
          detail: { deed: 'merge-undone', merge: mergeId, movedBack: decision.moveBack.length },
        })),
      );
      await tx
        .of(OutboxStore)
        .put([kept.id, folded.id].map((personId) => ({ topic: personTopic(personId), payload: { personId } })));
      for (const { id } of [kept, folded]) await recheckConsentsAbout(tx, id);
      return { keptId: kept.id, restoredId: folded.id, toSort: counted(decision.toSort) };
    });
  }
}

/** Values are not kept in the row; the identity is put back as ciphertext instead. */
function planOf({ keptId, foldedId, done }: MergeRow): MergePlan {
  return {
    keep: keptId,
    fold: foldedId,
    protection: done.keptProtection,
    before: { keep: done.before.protection, fold: done.foldedProtection },
    filled: {},
    conflicts: [],
    moved: done.moved,
  };
}

function counted(references: readonly Reference[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of references) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
