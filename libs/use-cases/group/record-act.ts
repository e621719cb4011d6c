/** Writes what a group does: the act, its line in the ledger, and its reasons as an item of the own house. */
import type { GroupStanding } from '#domain/group/group-states.js';
import type { KnownBy } from '#domain/group/known-by.js';
import { NO_TERMS, type TermsGiven } from '#domain/group/step-terms.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { Seal } from '../gate/seal.js';
import type { HubCase } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { GroupStore, type GroupActRow, type GroupRow } from './group.port.js';

export const LONGEST_WORDS = 5_000;

/** The own house's group, kept from others, at the version that was read. */
export async function requireGroup(tx: CallerTransaction, id: string, expectedVersion: number): Promise<GroupRow> {
  const group = await tx.of(GroupStore).findForChange(id);
  if (!group) throw notFound();
  if (group.version !== expectedVersion) throw new Failure('CONFLICT');
  return group;
}

/** What is said about the group's person, with how grave a threat was found where that is what it says; in a form without persons nothing is said in words. Answers the item, or null. */
export async function sayReasons(
  tx: CallerTransaction,
  seal: Seal,
  about: { readonly file: HubCase | null; readonly form: GroupRow['form'] },
  words: string,
  threat: string | null = null,
): Promise<string | null> {
  const text = words.trim();
  if (text === '') return null;
  if (text.length > LONGEST_WORDS) throw new Failure('TOO_LONG', 'words', { most: LONGEST_WORDS });
  if (about.file === null) throw new Failure('NO_WORDS_WITHOUT_PERSONS', 'words');
  return seal.item(tx, {
    caseId: about.file.id,
    category: threat === null ? 'measures-and-plan' : 'threat-assessment',
    form: about.form,
    phase: about.file.phase,
    subjectIds: [about.file.personId],
    content: threat === null ? { text } : { text, data: { threat } },
  });
}

export interface ActToRecord {
  readonly act: GroupActRow['act'];
  readonly word: string;
  readonly standing: GroupStanding;
  readonly reason?: string | null;
  readonly knownBy?: KnownBy | null;
  readonly passed?: readonly string[];
  readonly itemId?: string | null;
  readonly terms?: TermsGiven;
}

export async function recordAct(
  tx: CallerTransaction,
  group: Pick<GroupRow, 'id' | 'caseId' | 'personId' | 'kind'>,
  { act, word, standing, reason = null, knownBy = null, passed = [], itemId = null, terms = NO_TERMS }: ActToRecord,
): Promise<void> {
  const { confirmed, signedBy, signedOn } = terms;
  const { id: groupId, caseId } = group;
  const said = { act, word, standing, reason, knownBy, passed, itemId, confirmed, signedBy, signedOn };
  await tx.of(GroupStore).addAct({ id: tx.newId(), groupId, caseId, ...said });
  const signed: Readonly<Record<string, string>> = signedOn === null ? {} : { signedBy: signedBy.join(' '), signedOn };
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: group.caseId,
      personId: group.personId,
      itemId,
      detail: { groupId: group.id, kind: group.kind, [act]: word, standing, reason, passed: passed.length, ...signed },
    },
  ]);
}
