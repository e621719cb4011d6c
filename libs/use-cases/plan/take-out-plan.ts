import { Injectable } from '@nestjs/common';
import { hasEnded } from '#domain/group/group-states.js';
import { compareVersions, versionState } from '#domain/plan/plan-versions.js';
import { Failure } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { ExportGate, type ItemDecided } from '../gate/open-export.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { GroupStore } from '../group/group.port.js';
import { noteGroup } from '../group/read-group.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { askedBy, askedIn } from './asked-in.js';
import type { CopiedAct, CopiedAnswer, CopiedEntry, CopiedFamily, CopiedVersion, PlanCopy } from './plan-copy.js';
import { drawingIn } from './drawn.js';
import { PlanVersionStore, type PlanAnswerRow } from './plan-version.port.js';
import { PlanStore, type PlanActRow, type PlanEntryRow } from './plan.port.js';
import { wordsIn } from './shown-entry.js';
import { requireCaseGroup, seatsOf, type CaseGroup } from './require-plan.js';

export type PlanForm = 'pdf' | 'json' | 'fhir';

/** What a file would hold and for whom, before anyone takes it out. */
export interface PlanPreview {
  /** The house whose copy it would be. */
  readonly houseName: string;
  readonly readerName: string;
  readonly readerTitle: string;
  /** The name that would stand at the head of it; null where the reader may not have it. */
  readonly about: string | null;
  readonly things: readonly ItemDecided[];
}

/**
 * A group's plan, taken out by one of those around the young person to their own house's files: it holds what the gate lets
 * this reader have at this moment and nothing else, is looked at before it leaves, and stands in the ledger when it has.
 * It neither counts nor hints at what another house has of the same plan (OSL 10:1, 26:1; 12:2 for the family's words).
 */
@Injectable()
export class TakeOutPlan {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
    private readonly exports: ExportGate,
  ) {}

  /** What the file would hold, thing by thing; but for the name at its head nothing is opened. */
  async preview(caller: StaffCaller, groupId: string): Promise<PlanPreview> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, caller, groupId));
    const { asOf, group, purpose, reader, houseName } = found;
    const opening = { caller, asOf, purpose } as const;
    const people = await this.gate.openIdentities(opening, found.identities.filter(ofGroup(group)));
    const heads = await this.gate.openItems(
      opening,
      found.sealed.filter(({ itemId }) => itemId === found.nominationItemId),
    );
    const things = await this.exports.decidePlan(
      { caller, asOf, purpose, caseId: group.caseId, groupId, form: 'preview' },
      found.sealed.filter(({ itemId }) => itemId !== found.nominationItemId),
    );
    const about = nameOf(people.released[0] ?? null) ?? heads.released[0]?.content.text ?? null;
    return { houseName, readerName: reader?.name ?? '', readerTitle: reader?.title ?? '', about, things };
  }

  async run(caller: StaffCaller, groupId: string, form: PlanForm): Promise<PlanCopy> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, caller, groupId));
    const opening = { caller, asOf: found.asOf, purpose: found.purpose, action: 'export' } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const { released } = await this.gate.openItems(opening, found.sealed);
    const copy = copyOf(found, {
      people: new Map(people.released.map((one) => [one.personId, one])),
      items: new Map(released.map((item) => [item.itemId, item])),
    });
    await this.asCaller.run(caller, async (tx) => {
      const group = await requireCaseGroup(tx, groupId);
      await tx.of(LedgerStore).record([
        {
          action: 'export',
          outcome: 'release',
          ground: found.ground,
          caseId: group.caseId,
          personId: group.personId,
          purpose: found.purpose,
          detail: { groupId, form, version: copy.newest?.number ?? null, entries: copy.entries.length },
        },
      ]);
    });
    return copy;
  }

  private async find(tx: CallerTransaction, caller: StaffCaller, groupId: string) {
    const group = await requireCaseGroup(tx, groupId);
    await noteGroup(tx, group, 'plan-record');
    const [plans, versions, items] = [tx.of(PlanStore), tx.of(PlanVersionStore), tx.of(ItemStore)];
    const plan = await plans.find(groupId);
    // Asked before anything is opened: the ledger says of nothing that it left which did not.
    if (!plan) throw new Failure('PLAN_NOT_BEGUN');
    const own = group.branchId === caller.branchId;
    const entries = (await plans.findEntries(groupId)).filter(({ state }) => state !== 'removed');
    const shown = new Set(entries.map(({ id }) => id));
    const acts = (await plans.findActs(groupId)).filter(({ entryId }) => shown.has(entryId));
    const [newest] = await versions.findOfGroup(groupId);
    const members = await tx.of(GroupStore).findMembers([groupId]);
    const seats = seatsOf(members);
    const asked = newest
      ? askedIn(newest, await versions.findAnswers(groupId), new Set(seats.map(({ branchId }) => branchId)))
      : [];
    const nominationItemId = own ? null : group.nominationItemId;
    const ids = [
      ...entries.map(({ itemId }) => itemId),
      ...[...acts, ...asked].flatMap(({ itemId }) => itemId ?? []),
      ...(nominationItemId === null ? [] : [nominationItemId]),
    ];
    const family = [
      group.personId,
      ...asked.flatMap(({ personId }) => personId ?? []),
      ...entries.flatMap(({ promisedBy }) => promisedBy ?? []),
    ];
    const form = await this.forms.get(tx, group.municipalityId, group.kind);
    const staff = await tx.of(HubStore).findMembers(group.caseId, [caller.staffId]);
    return {
      group,
      own,
      purpose: plan.purpose,
      formName: form.name,
      groundSource: form.ground.source,
      ground: own ? 'internal' : groundOf(seats.find(({ branchId }) => branchId === caller.branchId)?.terms),
      entries,
      acts,
      newest,
      lines: newest ? await versions.findLines([newest.id]) : [],
      standing: newest ? await versions.findStanding(groupId) : [],
      asked,
      seats,
      nominationItemId,
      reader: staff.find(({ staffId }) => staffId === caller.staffId),
      houseName: (await tx.of(GroupStore).findHouseName()) ?? '',
      identities: await tx.of(IdentityStore).findSealed(own ? [...new Set(family)] : []),
      sealed: await items.findSealed([...new Set(ids)]),
      asOf: tx.now,
    };
  }
}

type Found = Awaited<ReturnType<TakeOutPlan['find']>>;

interface Opened {
  readonly people: ReadonlyMap<string, ReleasedIdentity>;
  readonly items: ReadonlyMap<string, ReleasedItem>;
}

/** By what right another house sits there; each thing in the file has its own ground beside it. */
const groundOf = (terms: string | undefined): string => (terms === 'assessed' ? 'assessment' : 'consent');

const ofGroup =
  (group: CaseGroup) =>
  ({ personId }: { readonly personId: string }): boolean =>
    personId === group.personId;

const nameOf = (person: ReleasedIdentity | null): string | null => person && `${person.givenName} ${person.familyName}`;

function copyOf(found: Found, opened: Opened): PlanCopy {
  const { group, own, nominationItemId, reader } = found;
  const person = opened.people.get(group.personId) ?? null;
  const nominated = nominationItemId === null ? null : (opened.items.get(nominationItemId)?.content.text ?? null);
  const entries = found.entries.flatMap((entry) => entryOf(found, opened, entry));
  const here = new Set(entries.map(({ id }) => id));
  return {
    groupId: group.id,
    caseNumber: group.caseNumber ?? '',
    formName: found.formName,
    groundSource: found.groundSource,
    own,
    ended: hasEnded(group.standing),
    person,
    about: own ? nameOf(person) : nominated,
    // Of a goal that the reader does not have, not even its id.
    entries: entries.map((one) => ({
      ...one,
      goalId: one.goalId !== null && here.has(one.goalId) ? one.goalId : null,
    })),
    newest: versionOf(found, opened, here),
    houseName: found.houseName,
    readerName: reader?.name ?? '',
    readerTitle: reader?.title ?? '',
    readAt: found.asOf,
  };
}

function entryOf({ seats, acts, group }: Found, { people, items }: Opened, entry: PlanEntryRow): CopiedEntry[] {
  const item = items.get(entry.itemId);
  if (!item) return [];
  const { id, kind, needArea, goalId, ownerName, ownerUnitName, startsOn, followUpOn, state, byName, madeAt } = entry;
  const seat = seats.find(
    ({ staffId, branchId }) => staffId === entry.ownerStaffId && branchId === entry.ownerBranchId,
  );
  return [
    {
      ...{ id, kind, item, needArea, goalId, ownerName, ownerUnitName, startsOn, followUpOn, state, byName, madeAt },
      aim: wordsIn(item, 'aim'),
      help: wordsIn(item, 'help'),
      watch: wordsIn(item, 'watch'),
      drawing: drawingIn(item),
      promisedBy: entry.promisedBy === null ? null : familyOf(entry.promisedBy, group, people),
      ownerHouse: seat?.branchName ?? null,
      ownerKind: seat?.house.kind ?? null,
      acts: acts.filter(({ entryId }) => entryId === id).flatMap((act) => actOf(act, items)),
    },
  ];
}

const familyOf = (id: string, { personId }: CaseGroup, people: Opened['people']): CopiedFamily => ({
  family: id === personId ? 'subject' : 'guardian',
  personName: nameOf(people.get(id) ?? null),
});

function actOf({ act, result, itemId, byName, at }: PlanActRow, items: Opened['items']): CopiedAct[] {
  const said = itemId === null ? null : (items.get(itemId) ?? null);
  return itemId !== null && said === null ? [] : [{ act, result, said, byName, at }];
}

function versionOf(found: Found, opened: Opened, here: ReadonlySet<string>): CopiedVersion | null {
  const { newest, group } = found;
  if (!newest) return null;
  const known = askedBy(found.own || here.size > 0, found.asked);
  const ofCopy = ({ entryId }: { readonly entryId: string }): boolean => here.has(entryId);
  const { number, putByName, putAt } = newest;
  return {
    ...{ number, putByName, putAt },
    state: versionState(known.asked, { isNewest: true, ...known }),
    changedSince: compareVersions(found.lines.filter(ofCopy), found.standing.filter(ofCopy)).length > 0,
    answers: known.asked.map((row) => answerOf(row, group, opened)),
  };
}

function answerOf(row: PlanAnswerRow, group: CaseGroup, { people, items }: Opened): CopiedAnswer {
  const { branchName, answer, how, itemId, answeredByName, answeredAt } = row;
  return {
    ...{ house: branchName, answer, how, answeredByName, answeredAt },
    ...(row.personId === null ? { family: null, personName: null } : familyOf(row.personId, group, people)),
    said: itemId === null ? null : (items.get(itemId) ?? null),
  };
}
