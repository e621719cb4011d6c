import { Injectable } from '@nestjs/common';
import type { Phase } from '#domain/disclosure/vocabulary.js';
import { Failure } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { CaseStore } from '../report/case.port.js';
import { ShareStore } from './share.port.js';
import { requireOnCase } from './tellables.js';

export interface NameSaid {
  readonly text: string;
  /** The item that says it already; null when it is to be written. */
  readonly itemId: string | null;
}

const MOST_ITEMS = 200;

/**
 * Whom it is about, in words that can be told: the name and the number as the caller's own house knows them, opened by the
 * gate, and said once however often it is shared.
 */
@Injectable()
export class ReadName {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, caseId: string): Promise<NameSaid> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const personId = await requireOnCase(tx, caseId);
      const ids = await tx.of(ShareStore).findTellable(caseId, MOST_ITEMS);
      return {
        sealed: await tx.of(IdentityStore).findSealed([personId]),
        names: (await tx.of(ItemStore).findSealed(ids)).filter(({ category }) => category === 'nomination'),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const [identity] = (await this.gate.openIdentities(opening, found.sealed)).released;
    if (!identity) throw new Failure('NAME_IS_WITHHELD');
    const text = nameText(identity);
    const said = (await this.gate.openItems(opening, found.names)).released.find(
      ({ content }) => content.data?.['identity'] === true && content.text === text,
    );
    return { text, itemId: said?.itemId ?? null };
  }

  /** The phase of the own house's case; another house's is not the caller's to know. */
  async phaseOf(tx: CallerTransaction, caseId: string): Promise<Phase> {
    return (await tx.of(CaseStore).find(caseId))?.phase ?? 'none';
  }
}

function nameText({ givenName, familyName, personalNumber, born }: ReleasedIdentity): string {
  const name = `${givenName} ${familyName}`.trim();
  return `${name}, ${personalNumber === null ? `född ${born.slice(0, 4)}` : writtenNumber(personalNumber)}`;
}

const writtenNumber = (digits: string): string => `${digits.slice(0, 8)}-${digits.slice(8)}`;
