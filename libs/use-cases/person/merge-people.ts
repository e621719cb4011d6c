import { Injectable } from '@nestjs/common';
import { decideMerge, type MergePlan, type PersonRecord, type Reference } from '#domain/person/merge.js';
import type { PersonNumber } from '#domain/person/personal-number.js';
import { readPhone } from '#domain/person/phone.js';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { tellWhatEnded } from '../consent/tell-what-ended.js';
import { takeBackAllLinks } from '../family/take-back-links.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { Seal, type IdentitySaid } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonMergeStore, type MergeDone } from './person-merge.port.js';
import { PersonRegister, type PersonChange, type PersonFacts } from './person-register.port.js';
import { seePeople, type PersonSeen } from './person-sight.js';
import { personTopic } from './person-topic.js';
import { requireForChange } from './require-person.js';

export interface MergePreview {
  readonly kept: PersonSeen;
  readonly folded: PersonSeen;
  readonly keptVersion: number;
  readonly foldedVersion: number;
  readonly conflicts: MergePlan['conflicts'];
  readonly filled: readonly { readonly field: string; readonly value: string }[];
  readonly protection: string;
  /** How many rows of each kind will be moved. */
  readonly moved: readonly { readonly kind: string; readonly count: number }[];
}

export interface MergeOrder {
  /** As the preview said which is which. */
  readonly keptId: string;
  readonly foldedId: string;
  readonly keptVersion: number;
  readonly foldedVersion: number;
  /** Fields in conflict for which the folded record's value is to show. */
  readonly takeFolded: readonly string[];
  readonly reasons: string;
}

interface Pair {
  readonly plan: MergePlan;
  readonly kept: PersonFacts;
  readonly folded: PersonFacts;
  readonly identities: ReadonlyMap<string, ReleasedIdentity>;
  readonly references: ReadonlyMap<string, readonly Reference[]>;
}

const REFUSALS = {
  'same-record': 'MERGE_SAME',
  'already-merged': 'PERSON_WAS_MERGED',
  'two-numbers': 'MERGE_TWO_NUMBERS',
} as const;
const CONTACT = ['phone', 'address', 'email'] as const;
const NAMES = ['givenName', 'familyName'] as const;

/**
 * Two records of one person become one. All that pointed at the folded record points at the kept one, nothing is thrown
 * away, and what was moved is remembered row by row (GDPR 5.1 d; OSL 26:1).
 */
@Injectable()
export class MergePeople {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly seal: Seal,
  ) {}

  /** Both side by side, with what will be moved; nothing is changed. */
  async preview(caller: StaffCaller, one: string, other: string): Promise<MergePreview> {
    const pair = await this.readPair(caller, one, other);
    const { plan } = pair;
    const opened = { released: [...pair.identities.values()], withheld: [] };
    const [kept, folded] = seePeople([pair.kept, pair.folded], opened);
    const counts = new Map<string, number>();
    for (const { kind } of plan.moved) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return {
      kept: kept!,
      folded: folded!,
      keptVersion: pair.kept.version,
      foldedVersion: pair.folded.version,
      conflicts: plan.conflicts,
      filled: Object.entries(plan.filled).map(([field, value]) => ({ field, value })),
      protection: plan.protection,
      moved: [...counts].map(([kind, count]) => ({ kind, count })),
    };
  }

  /** Answers the kept person's id. */
  async run(caller: StaffCaller, order: MergeOrder): Promise<string> {
    if (order.reasons.trim() === '') throw new InvalidInput([{ field: 'reasons', code: 'REASONS_MISSING' }]);
    const pair = await this.readPair(caller, order.keptId, order.foldedId);
    if (pair.kept.id !== order.keptId) throw new Failure('CONFLICT');
    await this.asCaller.run(caller, (tx) => this.merge(tx, order, pair));
    return pair.kept.id;
  }

  /** Reads both as the caller may see them: whoever cannot see a record cannot say that it is the same person. */
  private async readPair(caller: StaffCaller, one: string, other: string): Promise<Pair> {
    const loaded = await this.asCaller.run(caller, async (tx) => {
      const facts = await tx.of(PersonRegister).findFacts([one, other]);
      const sealed = await tx.of(IdentityStore).findSealed([one, other]);
      const lists = await Promise.all([one, other].map((id) => tx.of(PersonMergeStore).findReferences(id)));
      return {
        facts,
        sealed,
        references: new Map([
          [one, lists[0]!],
          [other, lists[1]!],
        ]),
        asOf: tx.now,
      };
    });
    if (one === other) throw new Failure('MERGE_SAME');
    const [a, b] = loaded.facts;
    if (!a || !b) throw notFound();
    const opened = await this.gate.openIdentities(
      { caller, asOf: loaded.asOf, purpose: 'investigate-need' },
      loaded.sealed,
    );
    const identities = new Map(opened.released.map((identity) => [identity.personId, identity]));
    for (const facts of [a, b])
      if (!identities.has(facts.id) || (facts.protection !== 'none' && !facts.named))
        throw new Failure('MERGE_NOT_SEEN');
    const record = (facts: PersonFacts): PersonRecord =>
      recordOf(facts, identities.get(facts.id)!, loaded.references.get(facts.id)!);
    const decision = decideMerge(record(a), record(b));
    if (decision.outcome === 'refused') throw new Failure(REFUSALS[decision.code]);
    const [kept, folded] = decision.plan.keep === a.id ? [a, b] : [b, a];
    return { plan: decision.plan, kept, folded, identities, references: loaded.references };
  }

  private async merge(tx: CallerTransaction, order: MergeOrder, pair: Pair): Promise<void> {
    const register = tx.of(PersonRegister);
    const merges = tx.of(PersonMergeStore);
    await register.lock([pair.kept.id, pair.folded.id]);
    const kept = await requireForChange(tx, pair.kept.id, order.keptVersion);
    const folded = await requireForChange(tx, pair.folded.id, order.foldedVersion);
    const then = await merges.findReferences(kept.id);
    const moved = await merges.findReferences(folded.id);
    if (areBound(then, moved)) throw new Failure('MERGE_RELATED');
    // The identity is written while it may be: the stricter protection may hide it from this very caller.
    const identity = await this.writeIdentity(tx, pair, order.takeFolded);
    await takeBackLinks(tx, pair, identity);
    await merges.move(folded.id, kept.id, moved);
    await merges.fold(folded.id, kept.id);
    const takesBorn = order.takeFolded.includes('born') && kept.numberKind === 'none';
    const change: PersonChange = {
      protection: pair.plan.protection,
      maturity: kept.maturity ?? folded.maturity,
      ...(takesBorn ? { born: folded.born, bornExact: folded.bornExact } : {}),
    };
    if (!(await register.change(kept.id, order.keptVersion, change))) throw new Failure('CONFLICT');
    const done: MergeDone = {
      keptProtection: pair.plan.protection,
      foldedProtection: folded.protection,
      before: {
        version: kept.version,
        protection: kept.protection,
        maturity: kept.maturity,
        born: kept.born,
        bornExact: kept.bornExact,
      },
      versionAfter: order.keptVersion + 1,
      identity,
      then,
      moved,
    };
    const id = tx.newId();
    const sealed = await this.seal.reasons(
      tx,
      { personId: kept.id, table: 'person_merge', row: id },
      order.reasons.trim(),
    );
    await merges.add({ id, keptId: kept.id, foldedId: folded.id, done, ...sealed });
    await tx.of(LedgerStore).record(
      [kept.id, folded.id].map((personId) => ({
        action: 'merge',
        outcome: 'done',
        personId,
        detail: { deed: 'people-merged', merge: id, kept: kept.id, folded: folded.id, moved: moved.length },
      })),
    );
    await tx
      .of(OutboxStore)
      .put([kept.id, folded.id].map((personId) => ({ topic: personTopic(personId), payload: { personId } })));
    await recheckConsentsAbout(tx, kept.id);
    // What had been asked or offered about the folded record was sealed for it, and is over.
    await tellWhatEnded(tx, folded.id);
  }

  /** Fills the kept identity's empty places and takes what was chosen; the folded identity stays whole in its own row. */
  private async writeIdentity(
    tx: CallerTransaction,
    pair: Pair,
    takeFolded: readonly string[],
  ): Promise<MergeDone['identity']> {
    const { plan, kept, folded, identities } = pair;
    const chosen = new Set(
      plan.conflicts.map(({ field }) => field).filter((field) => takeFolded.includes(field) && field !== 'born'),
    );
    const filled = Object.keys(plan.filled);
    if (chosen.size === 0 && filled.length === 0) return null;
    const from = identities.get(folded.id)!;
    const own = identities.get(kept.id)!;
    const takes = (field: string): boolean => chosen.has(field) || filled.includes(field);
    const contact = CONTACT.flatMap((field) => {
      const value = (takes(field) ? from : own).contact?.[field];
      return value === undefined ? [] : [[field, value] as const];
    });
    const said: IdentitySaid = {
      givenName: (takes('givenName') ? from : own).givenName,
      familyName: (takes('familyName') ? from : own).familyName,
      personalNumber: own.personalNumber,
      contact: contact.length === 0 ? null : Object.fromEntries(contact),
    };
    const merges = tx.of(PersonMergeStore);
    const before = await merges.findIdentityRow(kept.id);
    if (!before || before.version !== own.version) throw new Failure('CONFLICT');
    if (!(await this.seal.rewriteIdentity(tx, kept.id, own.version, said))) throw new Failure('CONFLICT');
    return {
      ciphertext: before.ciphertext.toString('base64'),
      keyVersion: before.keyVersion,
      version: before.version,
      versionAfter: own.version + 1,
      telephone: sameTelephone(own.contact?.phone, said.contact?.phone) ? 'same' : 'changed',
    };
  }
}

/** A way in that was sent to a number that is no longer this person's leads nobody anywhere (OSL 12:3, 26:1). */
async function takeBackLinks(
  tx: CallerTransaction,
  { kept, folded, identities, plan }: Pair,
  identity: MergeDone['identity'],
): Promise<void> {
  const phoneOf = (id: string): string | undefined => identities.get(id)?.contact?.phone;
  const became = identity?.telephone === 'changed' ? phoneOf(folded.id) : phoneOf(kept.id);
  for (const { id } of [kept, folded])
    if (phoneOf(id) !== undefined && !sameTelephone(phoneOf(id), became))
      await takeBackAllLinks(tx, id, 'telephone-changed');
  // As when somebody's protection is raised by hand.
  for (const { id, protection } of [kept, folded])
    if (protection !== plan.protection) await takeBackAllLinks(tx, id, 'protection-changed');
}

/** Written in whichever way; what is no telephone number is compared as it stands. */
function sameTelephone(one: string | undefined, other: string | undefined): boolean {
  const read = (written = ''): string => readPhone(written) ?? written.trim();
  return read(one) === read(other);
}

function recordOf(facts: PersonFacts, identity: ReleasedIdentity, references: readonly Reference[]): PersonRecord {
  const text = (value: string | undefined): string | null => value?.trim() || null;
  const names = NAMES.map((field) => [field, text(identity[field])] as const);
  const contact = CONTACT.map((field) => [field, text(identity.contact?.[field])] as const);
  return {
    id: facts.id,
    number: numberOf(facts, identity),
    protection: facts.protection,
    registeredAt: facts.createdAt.getTime(),
    mergedInto: facts.mergedInto,
    details: {
      ...Object.fromEntries([...names, ...contact]),
      born: facts.bornExact ? facts.born : facts.born.slice(0, 4),
    },
    references,
  };
}

function numberOf(facts: PersonFacts, identity: ReleasedIdentity): PersonNumber {
  const digits = identity.personalNumber;
  if (facts.numberKind === 'none' || digits === null)
    return { kind: 'none', reason: facts.noNumberReason ?? 'unknown' };
  return { kind: facts.numberKind === 'personal' ? 'personal-number' : 'coordination-number', digits };
}

/** Guardian and child, or two who are close to each other, are two people. */
function areBound(one: readonly Reference[], other: readonly Reference[]): boolean {
  const bonds = ({ kind }: Reference): boolean => kind.startsWith('custody.') || kind.startsWith('relation.');
  const rows = new Map(one.filter(bonds).map(({ kind, id }) => [`${kind.split('.')[0]}:${id}`, kind]));
  return other.filter(bonds).some(({ kind, id }) => {
    const there = rows.get(`${kind.split('.')[0]}:${id}`);
    return there !== undefined && there !== kind;
  });
}
