import { Injectable } from '@nestjs/common';
import { ageAt } from '#domain/disclosure/age.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { DAY } from '#domain/kernel/instant.js';
import {
  decideOffer,
  GROUND_OF_RELOCATION,
  isAboutAlone,
  PURPOSE_OF_RELOCATION,
  saidAlong,
} from '#domain/relocation/relocation.js';
import { mayAssess } from '#domain/share/who-assesses.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { GroupStore, type GroupRow } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { requirePerson } from '../person/require-person.js';
import { CaseStore } from '../report/case.port.js';
import { makeShare } from '../share/give-told.js';
import { pairsOf } from '../share/preview-share.js';
import { ShareStore } from '../share/share.port.js';
import { nameKind, ownItems, toldItem } from '../share/tellables.js';
import { RelocationStore, type RelocationTarget } from './relocation.port.js';

export interface OfferWritten {
  readonly groupId: string;
  readonly version: number;
  readonly toBranchId: string;
  /** Of the own house; whom it is about always goes along. */
  readonly itemIds: readonly string[];
  /** The one criterion of the ground: the care of the child needs it (OSL 26:9). */
  readonly neededForCare: boolean;
  readonly reasons: string;
}

/** A month to answer in: what has not been taken over by then closes by itself. */
const DAYS_TO_ANSWER = 30;
const MOST_THINGS = 100;
const LONGEST_REASONS = 5_000;

const REFUSED = {
  'not-moved': 'RELOCATION_NOT_MOVED',
  adult: 'RELOCATION_ADULT',
  protected: 'RELOCATION_PROTECTED',
  'not-a-house': 'RELOCATION_NOT_A_HOUSE',
} as const;

interface Opened {
  readonly person: ReleasedIdentity;
  readonly items: readonly ReleasedItem[];
}

/**
 * Offers the work to another municipality's social services. Whoever may assess says that the care needs it, for what has
 * been chosen and nothing else; each thing is decided by itself, becomes a share, and waits sealed for whoever takes over.
 */
@Injectable()
export class OfferRelocation {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly seal: Seal,
  ) {}

  async run(caller: StaffCaller, written: OfferWritten): Promise<{ readonly id: string }> {
    const opened = await this.openForOffer(caller, written);
    return this.asCaller.run(caller, async (tx) => {
      const { group, to } = await settle(tx, caller, written);
      const { personId, caseId } = group;
      if (personId === null || caseId === null) throw notFound();
      const id = tx.newId();
      const phase = (await tx.of(CaseStore).find(caseId))?.phase ?? 'none';
      const facts = await tx.of(ShareStore).findFactsAbout([personId]);
      const nameId = await this.seal.item(tx, {
        caseId,
        ...nameKind(facts),
        form: group.form,
        phase,
        subjectIds: [personId],
        content: { text: `${opened.person.givenName} ${opened.person.familyName}`, data: { identity: true } },
      });
      const { givenName, familyName, personalNumber } = opened.person;
      const { born, bornExact, protection } = await requirePerson(tx, personId);
      await this.assess(tx, caller, { group, to, written, itemIds: [nameId, ...written.itemIds], phase });
      await tx.of(RelocationStore).add({
        id,
        municipalityId: group.municipalityId,
        branchId: group.branchId,
        groupId: group.id,
        caseId,
        personId,
        toMunicipalityId: to.municipalityId,
        toBranchId: to.branchId,
        form: group.form,
        ground: GROUND_OF_RELOCATION,
        ...(await this.seal.relocated(
          tx,
          { personId, relocationId: id, itemId: null },
          { givenName, familyName, born, bornExact, protection, personalNumber },
        )),
      });
      await this.give(tx, { id, personId, to, opened, nameId });
      const staffIds = await tx.asService('deadlines', (service) =>
        service.of(RelocationStore).findCoordinators(to.branchId),
      );
      await notify(tx, { staffIds, kind: 'relocation-offered', effectKey: `relocation:${id}:offered` });
      return { id };
    });
  }

  /** What goes along is read through the gate like anything else, by whoever sends it. */
  private async openForOffer(caller: StaffCaller, written: OfferWritten): Promise<Opened> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const { group } = await settle(tx, caller, written);
      const items = await ownItems(tx, caller, written.itemIds);
      const about = items.map(({ subjects }) => subjects.map(({ id }) => id));
      if (!about.every((ids) => isAboutAlone(ids, group.personId ?? '')))
        throw new Failure('RELOCATION_ABOUT_OTHERS', 'itemIds');
      return {
        asOf: tx.now,
        items,
        identities: await tx.of(IdentityStore).findSealed(group.personId === null ? [] : [group.personId]),
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: PURPOSE_OF_RELOCATION } as const;
    const [person] = (await this.gate.openIdentities(opening, found.identities)).released;
    if (!person) throw new Failure('RELOCATION_PROTECTED');
    const { released } = await this.gate.openItems(opening, found.items);
    return { person, items: released };
  }

  /** Filed as the fact that every later decision stands on, for exactly these people, kinds and this house. */
  private async assess(
    tx: CallerTransaction,
    caller: StaffCaller,
    of: {
      readonly group: GroupRow;
      readonly to: RelocationTarget;
      readonly written: OfferWritten;
      readonly itemIds: readonly string[];
      readonly phase: Parameters<Seal['item']>[1]['phase'];
    },
  ): Promise<void> {
    const { group, to, written, phase } = of;
    const told = (await tx.of(ItemStore).findSealed(of.itemIds)).map(toldItem);
    const people = [...new Set(told.flatMap(({ subjectIds }) => subjectIds))] as [string, ...string[]];
    const categories: Category[] = [...new Set(told.map(({ category }) => category))];
    const itemId = await this.seal.item(tx, {
      caseId: group.caseId ?? '',
      category: 'assessment-results',
      form: 'none',
      phase,
      subjectIds: people,
      content: { text: written.reasons.trim() },
    });
    const until = new Date(tx.now.getTime() + DAYS_TO_ANSWER * DAY);
    for (const personId of people)
      await tx.of(CaseStore).addAssessment({
        id: tx.newId(),
        caseId: group.caseId ?? '',
        ground: GROUND_OF_RELOCATION,
        personId,
        toBranchId: to.branchId,
        from: writtenHouse(caller.house),
        to: writtenHouse(to.house),
        categories,
        criteria: { neededForCare: true },
        itemId,
        until,
      });
    await tx.of(LedgerStore).record(
      people.map((personId) => ({
        action: 'change' as const,
        outcome: 'done' as const,
        personId,
        caseId: group.caseId,
        itemId,
        purpose: PURPOSE_OF_RELOCATION,
        ground: GROUND_OF_RELOCATION,
        detail: { deed: 'ground-assessed', toBranch: to.branchId, met: true, until: until.toISOString() },
      })),
    );
  }

  /** Each decided by itself; what no rule lets be told stops the whole, so that nobody believes that it went along. */
  private async give(
    tx: CallerTransaction,
    of: {
      readonly id: string;
      readonly personId: string;
      readonly to: RelocationTarget;
      readonly opened: Opened;
      readonly nameId: string;
    },
  ): Promise<void> {
    const { id, personId, to, opened, nameId } = of;
    const sealed = await tx.of(ItemStore).findSealed([nameId, ...opened.items.map(({ itemId }) => itemId)]);
    const house = { branchId: to.branchId, house: to.house, name: to.name, authorityName: '', people: [] };
    const pairs = pairsOf(sealed.map(toldItem), [house], { purpose: PURPOSE_OF_RELOCATION, until: null }, tx.now);
    for (const pair of pairs) {
      const shareId = await makeShare(tx, pair, PURPOSE_OF_RELOCATION);
      if (shareId === null)
        throw new Failure('RELOCATION_NOT_LAWFUL', 'itemIds', { ground: pair.answer.decision.ground });
      const item = sealed.find(({ itemId }) => itemId === pair.told.id);
      const said = opened.items.find(({ itemId }) => itemId === pair.told.id)?.content ?? {
        text: `${opened.person.givenName} ${opened.person.familyName}`,
      };
      await tx.of(RelocationStore).addItem({
        relocationId: id,
        itemId: pair.told.id,
        shareId,
        category: pair.told.category,
        revealsPlace: pair.told.thing.revealsPlace,
        writtenAt: item?.createdAt ?? tx.now,
        ...(await this.seal.relocated(tx, { personId, relocationId: id, itemId: pair.told.id }, saidAlong(said))),
      });
      await tx.of(LedgerStore).record([
        {
          action: 'disclose',
          outcome: 'release',
          personId,
          caseId: pair.told.caseId,
          itemId: pair.told.id,
          itemVersion: pair.told.version,
          purpose: PURPOSE_OF_RELOCATION,
          ground: pair.answer.decision.ground,
          detail: { relocationId: id, toBranch: to.branchId, shareId, until: pair.until?.toISOString() ?? null },
        },
      ]);
    }
  }
}

async function settle(
  tx: CallerTransaction,
  caller: StaffCaller,
  written: OfferWritten,
): Promise<{ readonly group: GroupRow; readonly to: RelocationTarget }> {
  const group = await tx.of(GroupStore).find(written.groupId);
  if (!group || group.branchId !== caller.branchId || group.personId === null) throw notFound();
  if (group.version !== written.version) throw new Failure('CONFLICT');
  const standing = await tx.of(RelocationStore).findOfGroup(group.id);
  if (standing.some(({ answer, withdrawnAt }) => answer !== 'declined' && withdrawnAt === null))
    throw new Failure('RELOCATION_STANDS');
  const to = (await tx.of(RelocationStore).findTargets()).find(({ branchId }) => branchId === written.toBranchId);
  const faults: FieldFault[] = [];
  if (!to) faults.push({ field: 'toBranchId', code: 'CHOOSE_ONE' });
  if (!written.neededForCare) faults.push({ field: 'neededForCare', code: 'RELOCATION_NEEDS_CARE' });
  const reasons = written.reasons.trim();
  if (reasons === '') faults.push({ field: 'reasons', code: 'REASONS_MISSING' });
  if (reasons.length > LONGEST_REASONS)
    faults.push({ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST_REASONS } });
  if (written.itemIds.length > MOST_THINGS)
    faults.push({ field: 'itemIds', code: 'TOO_MANY_SHARES', values: { most: MOST_THINGS } });
  if (faults.length > 0 || !to) throw new InvalidInput(faults);
  const [subject] = (await tx.of(ShareStore).findFactsAbout([group.personId])).subjects;
  if (!subject) throw notFound();
  const decision = decideOffer({
    standing: group.standing,
    from: caller.house,
    to: to.house,
    age: ageAt(subject.born, tx.now.getTime()),
    protection: subject.protection,
  });
  if (decision.outcome === 'refused') throw new Failure(REFUSED[decision.code]);
  if (!mayAssess(caller.role, { category: 'nomination', from: caller.house.kind }))
    throw new Failure('MANAGER_ASSESSES');
  return { group, to };
}
