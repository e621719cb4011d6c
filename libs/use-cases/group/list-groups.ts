import { Injectable } from '@nestjs/common';
import type { CollaborationForm, FormStep } from '#domain/form/form.js';
import { lacksContact } from '#domain/group/contact.js';
import { nextStep } from '#domain/group/decide-step.js';
import { hasEnded, standingSince, takesRoom } from '#domain/group/group-states.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { PlanNewsStore, type NewsCount } from '../plan/plan-news.port.js';
import { GroupStore, type GroupRow, type HouseCount } from './group.port.js';
import { meetingTimes, missingOf, takenOf, type MeetingTimes } from './read-group.js';

export interface GroupLine {
  readonly group: GroupRow;
  readonly form: CollaborationForm;
  readonly own: boolean;
  readonly person: ReleasedIdentity | null;
  readonly nomination: ReleasedItem | null;
  readonly next: FormStep | null;
  /** Since when it stands as it does: how long it has waited. */
  readonly since: Date;
  /** In the own house's whole queue, from one on; null where it does not wait. */
  readonly queuePlace: number | null;
  readonly meeting: MeetingTimes | null;
  readonly missing: readonly (readonly HouseKind[])[];
  /** Whoever was its contact person sits there no more; false for a member of another house. */
  readonly lacksContact: boolean;
  /** Members who have left the post that they sat there in. */
  readonly left: readonly string[];
  /** Nobody of the own house leads it: whoever did has left the post. */
  readonly leaderLeft: boolean;
  /** Units that have not answered what the coming meeting asks. */
  readonly silent: readonly string[];
  readonly members: number;
  /** Told since the group last met, that the reader may have; the good by themselves. */
  readonly news: { readonly good: number; readonly all: number };
}

export interface Room {
  readonly kind: string;
  readonly form: CollaborationForm;
  readonly room: number;
  readonly taken: number;
  readonly queued: number;
}

export interface GroupList {
  /** What is late first. */
  readonly lines: readonly GroupLine[];
  /** Of forms with a limit that the own house runs, counted over all its groups; for whoever leads groups there. */
  readonly rooms: readonly Room[];
}

/** The coordinator's day: which groups are late, what each needs next, who is silent or has left ([S1]: 3–25 young people). */
@Injectable()
export class ListGroups {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, caseId: string | null = null): Promise<GroupList> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(GroupStore);
      const groups = caseId === null ? await store.findAll() : await store.findOfCase(caseId);
      // Whoever is only told things of a case is not told that it has no group.
      if (caseId !== null && groups.length === 0 && !(await tx.of(HubStore).findCase(caseId))) throw notFound();
      const ids = groups.map(({ id }) => id);
      await noteGroups(tx, groups);
      return {
        groups,
        counts: caseId === null ? await store.countOfHouse() : [],
        places: new Map((await store.findQueuePlaces()).map(({ groupId, place }) => [groupId, place])),
        forms: await this.forms.all(tx, caller.municipalityId),
        members: await store.findMembers(ids),
        acts: await store.findActs(ids),
        news: await tx.of(PlanNewsStore).countSinceMet(ids),
        silent: await store.findSilent(groups.flatMap((one) => one.caseId ?? [])),
        identities: await tx.of(IdentityStore).findSealed([...new Set(groups.flatMap((one) => one.personId ?? []))]),
        // Only guests need it: the own house knows whom its case is about.
        items: await tx
          .of(ItemStore)
          .findSealed(groups.flatMap((one) => (one.branchId === caller.branchId ? [] : (one.nominationItemId ?? [])))),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'support', list: 'groups' } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const items = await this.gate.openItems(opening, found.items);
    const lines = found.groups.flatMap((group): GroupLine[] => {
      const form = found.forms.find((one) => one.form.kind === group.kind)?.form;
      if (!form) return [];
      const members = found.members.filter(({ groupId, endsAt }) => groupId === group.id && endsAt === null);
      const acts = found.acts.filter(({ groupId }) => groupId === group.id);
      const taken = takenOf(acts);
      return [
        {
          group,
          form,
          own: group.branchId === caller.branchId,
          person: people.released.find(({ personId }) => personId === group.personId) ?? null,
          nomination: items.released.find(({ itemId }) => itemId === group.nominationItemId) ?? null,
          next: nextStep(form, { standing: group.standing, taken }),
          since: standingSince(acts, group.standing, group.createdAt),
          queuePlace: found.places.get(group.id) ?? null,
          meeting: meetingTimes(group, form, found.asOf.getTime()),
          missing: group.formedAt === null || hasEnded(group.standing) ? [] : missingOf(form, members),
          lacksContact: group.branchId === caller.branchId && lacksContact(group, members),
          leaderLeft: group.branchId === caller.branchId && group.leaderLeft && group.standing !== 'followed-up',
          left: members.filter(({ hasLeft }) => hasLeft).map(({ name }) => name),
          silent: found.silent.filter((one) => one.caseId === group.caseId).map(({ unitName }) => unitName),
          members: members.length,
          news: newsOf(found.news, group),
        },
      ];
    });
    return { lines: [...lines].sort(byUrgency), rooms: roomsOf(found.forms, found.counts) };
  }
}

const NO_NEWS = { good: 0, all: 0 };

const newsOf = (counts: readonly NewsCount[], group: GroupRow): GroupLine['news'] => {
  const found = hasEnded(group.standing) ? undefined : counts.find(({ groupId }) => groupId === group.id);
  return found ? { good: found.good, all: found.all } : NO_NEWS;
};

const URGENCY = { broken: 0, 'about-to-break': 1, 'in-time': 2 } as const;

const urgencyOf = ({ group, meeting, left, missing, leaderLeft, lacksContact }: GroupLine): number => {
  if (leaderLeft) return 0;
  if (hasEnded(group.standing)) return 9;
  if (meeting && meeting.standing !== 'in-time') return URGENCY[meeting.standing];
  if (left.length > 0 || missing.length > 0 || lacksContact) return 2;
  return takesRoom(group.standing) ? 4 : 3;
};

function byUrgency(a: GroupLine, b: GroupLine): number {
  return (
    urgencyOf(a) - urgencyOf(b) ||
    (a.meeting?.by.getTime() ?? Infinity) - (b.meeting?.by.getTime() ?? Infinity) ||
    a.group.createdAt.getTime() - b.group.createdAt.getTime() ||
    0
  );
}

function roomsOf(
  forms: readonly { readonly form: CollaborationForm }[],
  counts: readonly HouseCount[],
): readonly Room[] {
  return forms.flatMap(({ form }) => {
    const ofKind = counts.filter(({ kind }) => kind === form.kind);
    if (form.capacity === null || ofKind.length === 0) return [];
    const count = (test: (standing: HouseCount['standing']) => boolean): number =>
      ofKind.reduce((sum, { standing, groups }) => sum + (test(standing) ? groups : 0), 0);
    return [
      {
        kind: form.kind,
        form,
        room: form.capacity,
        taken: count(takesRoom),
        queued: count((standing) => standing === 'queued'),
      },
    ];
  });
}

/** A line for each group that is listed: that it is there tells something of its person. */
const noteGroups = (tx: CallerTransaction, groups: readonly GroupRow[]): Promise<void> =>
  tx.of(LedgerStore).record(
    groups.map(({ id, caseId, personId }) => ({
      action: 'read' as const,
      outcome: 'release' as const,
      ground: caseId === null ? 'no-person-data' : 'internal',
      caseId,
      personId,
      detail: { list: 'groups', groupId: id, shown: groups.length },
    })),
  );
