import { Injectable } from '@nestjs/common';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { hidesHouses } from '#domain/family/shown-houses.js';
import type { EntryState } from '#domain/plan/entry-states.js';
import { mayTick, partOf, type FamilyPart } from '#domain/plan/family-plan.js';
import type { EntryKind } from '#domain/plan/plan-entry.js';
import type { PlanAnswer } from '#domain/plan/plan-versions.js';
import { asConsents, situationOf } from '../consent/consent-step.js';
import { seriesOf, type FamilySeries } from './family-series.js';
import { FamilyFacts, type FamilyHouse, type SealedName } from '../family/family-facts.port.js';
import { knownNames } from '../family/known-houses.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { FamilyGate } from '../gate/open-to-family.js';
import type { ReleasedItem, ReleasedName } from '../gate/released.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import {
  FamilyPlanStore,
  type FamilyEntryRow,
  type FamilyPlanRow,
  type FamilySeriesRow,
  type FamilyValueRow,
  type OwnAnswerRow,
  type OwnVoiceRow,
} from './family-plan.port.js';

/** Who of the family does something, as the reader may know them. */
export interface Promiser {
  readonly who: 'me' | 'subject' | 'guardian';
  readonly name: ReleasedName | null;
}

export interface FamilyEntry {
  readonly id: string;
  readonly part: FamilyPart;
  readonly kind: EntryKind;
  readonly said: ReleasedItem;
  /** In their own words or language, where somebody has written it so. */
  readonly familyWords: string | null;
  readonly aim: string | null;
  readonly watch: string | null;
  readonly goalId: string | null;
  readonly promisedBy: Promiser | null;
  /** Who of the staff is responsible: the house, and the name where the municipality tells families names. */
  readonly owner: { readonly kind: HouseKind; readonly house: string; readonly name: string | null } | null;
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly state: EntryState;
  readonly isProposed: boolean;
  readonly mayTick: boolean;
  /** When the reader said that it is done. */
  readonly doneAt: Date | null;
  /** The reader's own words about it. */
  readonly comments: readonly OwnWords[];
  /** Of a series alone. */
  readonly series: FamilySeries | null;
}

export interface OwnWords {
  readonly id: string;
  readonly said: ReleasedItem;
  readonly saidAt: Date;
}

export interface OwnProposal extends OwnWords {
  readonly answer: 'taken-up' | 'declined' | null;
  /** Why not. */
  readonly why: ReleasedItem | null;
}

export interface OwnAdoption extends Omit<OwnAnswerRow, 'groupId' | 'itemId' | 'answer'> {
  readonly answer: PlanAnswer | null;
  readonly said: ReleasedItem | null;
}

export interface FamilyPlan {
  readonly groupId: string;
  readonly isAboutMe: boolean;
  readonly aboutName: ReleasedName | null;
  readonly entries: readonly FamilyEntry[];
  readonly proposals: readonly OwnProposal[];
  /** Null where the reader is asked nothing. */
  readonly adoption: OwnAdoption | null;
}

/**
 * The plan as one of the family may have it: what a house has written for them too and the gate gives to this reader, and of
 * what the family itself has said only the reader's own words (OSL 12:1–3, 21:3; decision 15).
 */
@Injectable()
export class ReadFamilyPlan {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: FamilyGate,
  ) {}

  async list(caller: FamilyCaller): Promise<readonly FamilyPlan[]> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, caller));
    const opening = { caller, asOf: found.asOf };
    const names = await this.gate.openNames(opening, found.names);
    const items = await this.gate.openItems(opening, found.items);
    const opened = {
      names: new Map(names.map((name) => [name.personId, name])),
      items: new Map(items.map((item) => [item.itemId, item])),
    };
    const plans = found.plans.flatMap((plan) => planOf(caller, { found, opened }, plan));
    if (found.plans.length > 0) await this.asCaller.run(caller, (tx) => noteLook(tx, found.plans, plans));
    return plans;
  }

  private async find(tx: CallerTransaction, caller: FamilyCaller) {
    const store = tx.of(FamilyPlanStore);
    const facts = tx.of(FamilyFacts);
    const plans = await store.findPlans();
    if (plans.length === 0) return { ...NOTHING, asOf: tx.now };
    const entries = await store.findEntries();
    const series = await store.findSeries();
    const values = series.length === 0 ? [] : await store.findValues();
    const voices = await store.findVoices();
    const answers = await store.findAnswers();
    const people = [...plans.map(({ personId }) => personId), ...entries.flatMap(({ promisedBy }) => promisedBy ?? [])];
    const itemIds = [
      ...[...entries, ...values].map(({ itemId }) => itemId),
      ...voices.flatMap(({ itemId, answerItemId }) => (answerItemId === null ? [itemId] : [itemId, answerItemId])),
      ...answers.flatMap(({ itemId }) => itemId ?? []),
    ];
    const hides = new Map<string, boolean>();
    for (const { personId } of plans) {
      const { subject } = await situationOf(tx, personId);
      hides.set(personId, hidesHouses(personId === caller.personId ? 'subject' : 'guardian', subject.protection));
    }
    return {
      ...{ plans, entries, series, values, voices, answers, hides },
      names: await facts.findNames([...new Set(people)]),
      items: await facts.findItems([...new Set(itemIds)]),
      ...(await asConsents(tx, async (service) => ({
        houses: await service.of(FamilyFacts).findHouses(caller.municipalityId),
        namesStaff:
          (await service.of(FamilyFacts).getTown(caller.municipalityId)).settings['extractNamesStaff'] === true,
      }))),
      asOf: tx.now,
    };
  }
}

/** That somebody has looked, and at how much: what the gate gave them, and nothing of what it kept. */
async function noteLook(
  tx: CallerTransaction,
  looked: readonly FamilyPlanRow[],
  shown: readonly FamilyPlan[],
): Promise<void> {
  await tx.of(LedgerStore).record(
    looked.map(({ groupId, personId, caseId }) => ({
      ...{ action: 'read', outcome: 'release', ground: 'own-plan', personId, caseId },
      detail: {
        list: 'family-plan',
        shown: shown.find((plan) => plan.groupId === groupId)?.entries.length ?? 0,
      },
    })),
  );
}

const NOTHING = {
  plans: [] as readonly FamilyPlanRow[],
  entries: [] as readonly FamilyEntryRow[],
  series: [] as readonly FamilySeriesRow[],
  values: [] as readonly FamilyValueRow[],
  voices: [] as readonly OwnVoiceRow[],
  answers: [] as readonly OwnAnswerRow[],
  hides: new Map<string, boolean>(),
  names: [] as readonly SealedName[],
  items: [],
  houses: [] as readonly FamilyHouse[],
  namesStaff: false,
};

interface Read {
  readonly found: Awaited<ReturnType<ReadFamilyPlan['find']>>;
  readonly opened: {
    readonly names: ReadonlyMap<string, ReleasedName>;
    readonly items: ReadonlyMap<string, ReleasedItem>;
  };
}

function planOf(caller: FamilyCaller, read: Read, plan: FamilyPlanRow): FamilyPlan[] {
  const { found, opened } = read;
  const { groupId, personId } = plan;
  const entries = found.entries
    .filter((entry) => entry.groupId === groupId)
    .flatMap((entry) => entryOf(caller, read, { plan, entry }));
  const proposals = found.voices
    .filter((voice) => voice.groupId === groupId && voice.kind === 'proposal')
    .flatMap((voice) => proposalOf(voice, opened.items));
  // Where nothing of it is theirs to read, a plan is not spoken of.
  if (entries.length === 0 && proposals.length === 0) return [];
  const shown = new Set(entries.map(({ id }) => id));
  return [
    {
      groupId,
      isAboutMe: personId === caller.personId,
      aboutName: opened.names.get(personId) ?? null,
      entries: entries.map((entry) => ({
        ...entry,
        goalId: entry.goalId !== null && shown.has(entry.goalId) ? entry.goalId : null,
      })),
      proposals,
      adoption: entries.length === 0 ? null : adoptionOf(groupId, read),
    },
  ];
}

function adoptionOf(groupId: string, { found, opened }: Read): OwnAdoption | null {
  const asked = found.answers.find((one) => one.groupId === groupId);
  if (!asked) return null;
  const { groupId: _, itemId, ...adoption } = asked;
  return { ...adoption, said: itemId === null ? null : (opened.items.get(itemId) ?? null) };
}

function proposalOf(voice: OwnVoiceRow, items: Read['opened']['items']): OwnProposal[] {
  const said = items.get(voice.itemId);
  if (!said) return [];
  const { id, saidAt, answer, answerItemId } = voice;
  return [{ id, said, saidAt, answer, why: answerItemId === null ? null : (items.get(answerItemId) ?? null) }];
}

function entryOf(
  caller: FamilyCaller,
  { found, opened }: Read,
  { plan, entry }: { readonly plan: FamilyPlanRow; readonly entry: FamilyEntryRow },
): FamilyEntry[] {
  const said = opened.items.get(entry.itemId);
  const part = partOf({ kind: entry.kind, isPromised: entry.promisedBy !== null });
  const promisedBy = promiserOf(caller, plan, { entry, names: opened.names });
  if (!said || part === null || promisedBy === 'unknown') return [];
  const { id, kind, goalId, startsOn, followUpOn, state, isProposed } = entry;
  const voices = found.voices.filter(({ entryId }) => entryId === id);
  return [
    {
      ...{ id, part, kind, said, goalId, promisedBy, startsOn, followUpOn, state, isProposed },
      familyWords: wordsIn(said, 'familyWords'),
      aim: wordsIn(said, 'aim'),
      watch: wordsIn(said, 'watch'),
      owner: ownerOf(found, plan, entry),
      mayTick: mayTick(entry, { person: caller.personId, isSubject: plan.personId === caller.personId }),
      doneAt: voices.find((voice) => voice.kind === 'done')?.saidAt ?? null,
      series: seriesOf(found, opened, id),
      comments: voices.flatMap((voice) => {
        const words = voice.kind === 'comment' ? opened.items.get(voice.itemId) : undefined;
        return words ? [{ id: voice.id, said: words, saidAt: voice.saidAt }] : [];
      }),
    },
  ];
}

/** Somebody whose name may not be had is nobody's to guess at: what they have promised is not shown. */
function promiserOf(
  caller: FamilyCaller,
  { personId }: FamilyPlanRow,
  of: { readonly entry: FamilyEntryRow; readonly names: ReadonlyMap<string, ReleasedName> },
): Promiser | null | 'unknown' {
  const { promisedBy } = of.entry;
  if (promisedBy === null) return null;
  const name = of.names.get(promisedBy) ?? null;
  if (promisedBy === caller.personId) return { who: 'me', name };
  if (promisedBy === personId) return { who: 'subject', name };
  return name === null ? 'unknown' : { who: 'guardian', name };
}

function ownerOf(
  { houses, hides, namesStaff }: Read['found'],
  { personId }: FamilyPlanRow,
  { ownerHouse, ownerName }: FamilyEntryRow,
): FamilyEntry['owner'] {
  const house = houses.find((one) => one.house === ownerHouse);
  if (!house) return null;
  const hidesHouses = hides.get(personId) ?? true;
  return {
    kind: house.kind as HouseKind,
    house: knownNames({ houses, hidesHouses }).get(house.house) ?? '',
    name: namesStaff && !hidesHouses ? ownerName : null,
  };
}

function wordsIn({ content }: ReleasedItem, field: string): string | null {
  const words = content.data?.[field];
  return typeof words === 'string' && words !== '' ? words : null;
}
