import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { HubStore } from '../hub/hub.port.js';
import { CaseDecisionStore, type DecisionRow, type ProposalRow } from './case-decision.port.js';
import { CaseStore, type CaseFacts, type CaseRecord } from './case.port.js';
import { requireCase } from './require-case.js';
import { shownPart, type PartShown } from './view-parts.js';
import { shownPeople, type PersonShown } from './view-person.js';

export interface CaseShown {
  readonly file: CaseFacts;
  /** When it leaves the reader by itself: their work on it has an end, and they do not see every case of the house. */
  readonly until: Date | null;
  readonly record: CaseRecord;
  readonly decisions: readonly DecisionRow[];
  readonly proposals: readonly ProposalRow[];
  readonly person: PersonShown;
  /** By item id; what the gate withholds or the reader does not reach is absent. */
  readonly parts: ReadonlyMap<string, PartShown>;
}

/** A case as intake and those whom it has called in see it: every word by the gate, every read in the ledger. */
@Injectable()
export class ViewCase {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<CaseShown> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const [file, until, record, decisions, proposals] = await Promise.all([
        requireCase(tx, caseId),
        caller.role === 'manager' ? null : tx.of(HubStore).findEndOfWork(caseId),
        tx.of(CaseStore).readRecord(caseId),
        tx.of(CaseDecisionStore).findDecisions(caseId),
        tx.of(CaseDecisionStore).findProposals(caseId),
      ]);
      const kinds = kindsOf(record, [...decisions, ...proposals]);
      const [sealed, seeing, identities] = await Promise.all([
        tx.of(ItemStore).findSealed([...kinds.keys()]),
        tx.of(ItemStore).findHousesSeeing([...kinds.keys()]),
        tx.of(IdentityStore).findSealed([file.personId]),
      ]);
      return { file, until, record, decisions, proposals, kinds, sealed, seeing, identities, asOf: tx.now };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const [items, identities] = await Promise.all([
      this.gate.openItems(opening, found.sealed),
      this.gate.openIdentities(opening, found.identities),
    ]);
    return {
      file: found.file,
      until: found.until,
      record: found.record,
      decisions: found.decisions,
      proposals: found.proposals,
      person: shownPeople([found.file.personId], identities).get(found.file.personId)!,
      parts: new Map(
        items.released.map((item) => [
          item.itemId,
          shownPart(item, found.kinds.get(item.itemId) ?? 'content', found.seeing),
        ]),
      ),
    };
  }
}

function kindsOf(record: CaseRecord, decided: readonly { readonly itemId: string }[]): ReadonlyMap<string, string> {
  return new Map([
    ...record.reports.flatMap(({ items }) => items.map(({ itemId, kind }): [string, string] => [itemId, kind])),
    ...record.gradings.map(({ itemId }): [string, string] => [itemId, 'grading']),
    ...record.protections.flatMap(({ itemId }): [string, string][] => (itemId ? [[itemId, 'protection']] : [])),
    ...decided.map(({ itemId }): [string, string] => [itemId, 'decision']),
    ...record.joins.map(({ itemId }): [string, string] => [itemId, 'join']),
    ...record.joins.flatMap(({ separation }): [string, string][] =>
      separation ? [[separation.itemId, 'separation']] : [],
    ),
  ]);
}
