import { Injectable } from '@nestjs/common';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { Named } from '#domain/form/form.js';
import { isCurrent } from '#domain/plan/entry-states.js';
import { LEVELS, type AssessmentLevel } from '#domain/group-assessment/group-assessment.js';
import { questionsOf, type PlanQuestion } from '#domain/plan/plan-questions.js';
import { ENTRY_KINDS, KINDS, type EntryKind } from '#domain/plan/plan-entry.js';
import { versionState, type VersionState } from '#domain/plan/plan-versions.js';
import { hasCapability } from '#domain/organisation/role.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { GroupAssessmentStore } from '../group-assessment/group-assessment.port.js';
import { GroupStore, type Mandate } from '../group/group.port.js';
import { situationOf } from '../group/group-situation.js';
import { noteGroup } from '../group/read-group.js';
import { askedBy, askedIn } from './asked-in.js';
import { PlanVersionStore } from './plan-version.port.js';
import { PlanVoiceStore } from './plan-voice.port.js';
import { PlanStore } from './plan.port.js';
import { familyOf, mayWriteIn, requireCaseGroup, seatsOf } from './require-plan.js';
import { rightsIn, shownEntry, type ShownEntry } from './shown-entry.js';
import { memberOf, voicesOf, type FamilyMember, type ShownVoice } from './shown-voices.js';

export interface PlanSeat {
  readonly memberId: string;
  readonly name: string;
  readonly unitName: string;
  readonly kind: HouseKind;
  readonly mandate: Mandate;
}

export interface PlanPage {
  readonly groupId: string;
  readonly caseNumber: string;
  readonly formName: Named;
  readonly own: boolean;
  readonly about: string | null;
  /** The house that leads has begun it. */
  readonly begun: boolean;
  /** Kinds of things that the reader may write. */
  readonly mayWrite: readonly EntryKind[];
  readonly seats: readonly PlanSeat[];
  readonly entries: readonly ShownEntry[];
  /** Whom the reader may write down as having promised something: the young person first. */
  readonly family: readonly FamilyMember[];
  /** What the family would like to be in the plan, for the house that leads; the oldest first. */
  readonly proposals: readonly ShownVoice[];
  /** As it was last put forward; null where it never was. */
  readonly newest: { readonly number: number; readonly state: VersionState; readonly putAt: Date } | null;
  readonly mayPutForward: boolean;
  /** As somebody has last recorded it, for the house that leads; null for others, and where nobody has. */
  readonly level: AssessmentLevel | null;
  /** Gaps that the house that leads is asked about; a guest sees too little of the plan for them to say anything. */
  readonly questions: readonly PlanQuestion[];
}

/**
 * A group's plan as this reader may have it now: each thing that somebody has said is asked of the gate for this reader
 * alone, and what is not released is neither shown nor counted (OSL 26:1; design: one gate).
 */
@Injectable()
export class ReadPlan {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, groupId: string): Promise<PlanPage> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, caller, groupId));
    const opening = { caller, asOf: found.asOf, purpose: found.plan?.purpose ?? 'support' } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const { released } = await this.gate.openItems(opening, found.sealed);
    return pageOf(caller, found, {
      people: new Map(people.released.map((person) => [person.personId, person])),
      items: new Map(released.map((item) => [item.itemId, item])),
    });
  }

  async mayWatch(caller: StaffCaller, groupId: string): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => (await tx.of(GroupStore).find(groupId))?.level === 'persons');
  }

  private async find(tx: CallerTransaction, caller: StaffCaller, groupId: string) {
    const group = await requireCaseGroup(tx, groupId);
    await noteGroup(tx, group, 'plan');
    const store = tx.of(PlanStore);
    const own = group.branchId === caller.branchId;
    const entries = await store.findEntries(group.id);
    const acts = await store.findActs(group.id);
    const assessments = own ? await tx.of(GroupAssessmentStore).findOfGroup(group.id) : [];
    const form = await this.forms.get(tx, group.municipalityId, group.kind);
    const categoryChanges = await store.findCategoryChanges(group.id);
    const voices = own ? await tx.of(PlanVoiceStore).findOfGroup(group.id) : [];
    const family = own ? familyOf(group, await situationOf(tx, form, group.caseId)) : [group.personId];
    const people = [
      ...family,
      ...voices.map(({ personId }) => personId),
      ...entries.flatMap(({ promisedBy }) => promisedBy ?? []),
    ];
    const ids = [
      ...entries.map(({ itemId }) => itemId),
      ...acts.flatMap(({ itemId }) => itemId ?? []),
      ...voices.map(({ itemId }) => itemId),
      ...categoryChanges.map(({ reasonItemId }) => reasonItemId),
      ...assessments.flatMap(({ itemId }) => itemId ?? []),
      ...(own || group.nominationItemId === null ? [] : [group.nominationItemId]),
    ];
    return {
      group,
      own,
      plan: await store.find(group.id),
      form,
      family,
      voices,
      categoryChanges,
      entries,
      acts,
      versions: await tx.of(PlanVersionStore).findOfGroup(group.id),
      answers: await tx.of(PlanVersionStore).findAnswers(group.id),
      assessments,
      members: await tx.of(GroupStore).findMembers([group.id]),
      identities: await tx.of(IdentityStore).findSealed(own ? [...new Set(people)] : []),
      sealed: await tx.of(ItemStore).findSealed([...new Set(ids)]),
      seeing: await tx.of(ItemStore).findHousesSeeing(entries.map(({ itemId }) => itemId)),
      asOf: tx.now,
    };
  }
}

type Found = Awaited<ReturnType<ReadPlan['find']>>;

interface Opened {
  readonly people: ReadonlyMap<string, ReleasedIdentity>;
  readonly items: ReadonlyMap<string, ReleasedItem>;
}

function pageOf(caller: StaffCaller, found: Found, opened: Opened): PlanPage {
  const { group, own, entries, members } = found;
  const writes = mayWriteIn(caller, group, members) && (own || found.plan !== undefined);
  const level = own ? levelOf(found, opened) : null;
  const parts = { ...found, ...opened };
  const shown = entries.flatMap(
    (entry) => shownEntry(parts, entry, rightsIn(caller, { ...parts, writes }, entry)) ?? [],
  );
  return {
    groupId: group.id,
    caseNumber: group.caseNumber ?? '',
    formName: found.form.name,
    own,
    about: aboutOf(found, opened),
    begun: found.plan !== undefined,
    mayWrite: writes ? ENTRY_KINDS.filter((kind) => mayWriteKind(kind, found)) : [],
    seats: seatsOf(members).map(({ id, name, unitName, house, mandate }) => ({
      memberId: id,
      name,
      unitName,
      kind: house.kind,
      mandate,
    })),
    entries: shown,
    family: found.family.map((personId) => memberOf(found, opened, personId)),
    proposals: voicesOf(found, opened, null),
    newest: newestOf(found, opened),
    mayPutForward: writes && own && hasCapability(caller.role, 'manage-groups'),
    level,
    questions: own ? questionsOf(level, shown) : [],
  };
}

function newestOf(found: Found, { items }: Opened): PlanPage['newest'] {
  const { own, entries, answers, members } = found;
  const [newest] = found.versions;
  if (!newest) return null;
  const asked = askedIn(newest, answers, new Set(seatsOf(members).map(({ branchId }) => branchId)));
  const known = askedBy(own || entries.some(({ itemId }) => items.has(itemId)), asked);
  return { number: newest.number, putAt: newest.putAt, state: versionState(known.asked, { isNewest: true, ...known }) };
}

/** As somebody has last recorded it, where the reader may have it. */
function levelOf({ assessments }: Found, { items }: Opened): AssessmentLevel | null {
  const done = assessments
    .flatMap(({ itemId, doneAt }) => (itemId !== null && doneAt !== null ? [{ itemId, doneAt }] : []))
    .sort((one, other) => other.doneAt.getTime() - one.doneAt.getTime());
  const levels = done.map(({ itemId }) => LEVELS.find((level) => level === items.get(itemId)?.content.data?.['level']));
  return levels.find((level) => level !== undefined && level !== 'no-level') ?? null;
}

const mayWriteKind = (kind: EntryKind, { own, entries }: Found): boolean =>
  (own || KINDS[kind].by === 'any-party') &&
  !(KINDS[kind].single && entries.some((entry) => entry.kind === kind && isCurrent(entry.state)));

const aboutOf = ({ group, own }: Found, { people, items }: Opened): string | null => {
  const person = people.get(group.personId);
  if (own) return person ? `${person.givenName} ${person.familyName}` : null;
  return group.nominationItemId === null ? null : (items.get(group.nominationItemId)?.content.text ?? null);
};
