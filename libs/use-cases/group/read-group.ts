import { Injectable } from '@nestjs/common';
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import { cadenceStanding, meetBy, nextSlotDay, type CadenceStanding, USUAL_CLOCK } from '#domain/form/cadence.js';
import type { CollaborationForm, FormStep, Requirement } from '#domain/form/form.js';
import { lacksContact } from '#domain/group/contact.js';
import { nextStep } from '#domain/group/decide-step.js';
import { hasEnded, meets, possibleMoves, type GroupMove } from '#domain/group/group-states.js';
import { lookBy } from '#domain/group/look.js';
import { missingParties } from '#domain/group/missing-parties.js';
import { isOverdueForLook, lengthBy } from '#domain/group/usual-length.js';
import { decideMember, type MemberDecision } from '#domain/group/decide-member.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { DAY, type Instant } from '#domain/kernel/instant.js';
import { LAPSE_WARNING_DAYS } from '#domain/organisation/agreement-lapse.js';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { hasCapability } from '#domain/organisation/role.js';
import { notFound } from '../failure.js';
import { agreementsOf, isTakenUp, TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { GroupMeetingStore, type GroupMeetingFacts } from './group-meeting.port.js';
import {
  GroupStore,
  type Candidate,
  type GroupActRow,
  type GroupMemberRow,
  type GroupRow,
  type GuestRow,
} from './group.port.js';
import { PreparatoryStore, type PreparatoryDecisionRow } from './preparatory.port.js';
import { lookRuleOf } from './group-deadlines.js';
import { PlanStore, type PlanGlance } from '../plan/plan.port.js';
import { requirementsMet, situationOf, type GroupSituation, type Met } from './group-situation.js';
import { asksAges } from './require-ages.js';

export interface MeetingTimes {
  /** Before this the next meeting has to be held. */
  readonly by: Date;
  readonly standing: CadenceStanding;
  /** The slot's next time, where the form has one. */
  readonly proposed: Date | null;
}

export interface GroupPage {
  readonly group: GroupRow;
  readonly form: CollaborationForm;
  readonly own: boolean;
  readonly mayLead: boolean;
  readonly person: ReleasedIdentity | null;
  /** Whom it is about, for a member of another house, as far as it may be said. */
  readonly nomination: ReleasedItem | null;
  /** Seats that have ended are there for the own house alone. */
  readonly members: readonly GroupMemberRow[];
  /** Who takes part and is in nobody's house; those who have left are absent. */
  readonly guests: readonly GuestRow[];
  readonly acts: readonly GroupActRow[];
  /** What the preparatory group has decided; for the own house. */
  readonly decisions: readonly PreparatoryDecisionRow[];
  /** Reasons that may be read by whoever asks, by item. */
  readonly said: ReadonlyMap<string, ReleasedItem>;
  readonly next: FormStep | null;
  /** What holds now; null for a member of another house. */
  readonly met: ReadonlySet<Requirement> | null;
  readonly agreement: Met['agreement'] | null;
  /** When the agreement ends, if that is near; null for another house and where none is needed. */
  readonly agreementUntil: Date | null;
  readonly consentId: string | null;
  /** Outside the form's ages by now, and nobody has said why; false for a member of another house. */
  readonly asksAges: boolean;
  /** When its usual time was over, until somebody has looked at it since; null for a member of another house. */
  readonly overLength: Date | null;
  readonly missing: readonly (readonly HouseKind[])[];
  /** Whoever was its contact person sits there no more; false for a member of another house. */
  readonly lacksContact: boolean;
  /** It has ended, and a member of another house reads on until then, to take out their own record; null for everyone else. */
  readonly readUntil: Date | null;
  readonly meeting: MeetingTimes | null;
  /** Those that the reader may see, the latest first. */
  readonly meetings: readonly GroupMeetingFacts[];
  readonly moves: readonly GroupMove[];
  /** Of its plan, as far as the reader sees it; null where there is none to have. */
  readonly plan: PlanGlance | null;
  /** The hub's own looks at the work; null where it does not look, and for a member of another house. */
  readonly monitoring: Monitoring | null;
  /** Forms that it can become. */
  readonly turns: readonly CollaborationForm[];
}

export interface Monitoring {
  readonly every: DeadlineRule;
  readonly lastLookAt: Date;
  /** When the hub looks again at the latest; null when the group has ended. */
  readonly by: Date | null;
}

export interface SeatChoice {
  readonly candidate: Candidate;
  readonly decision: MemberDecision;
}

/** That a seat has ended, and when, tells another house what a family has taken back: it sees those who sit there (OSL 26:1). */
function membersFor(own: boolean, members: readonly GroupMemberRow[]): readonly GroupMemberRow[] {
  if (own) return members;
  const here = members.filter(({ endsAt }) => endsAt === null);
  return here.map((one) => ({ ...one, deputyFor: here.find(({ id }) => id === one.deputyFor)?.id ?? null }));
}

/** A group as its coordinator and its members see it: who sits there, what is done, what comes next and what is missing. */
@Injectable()
export class ReadGroup {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, id: string): Promise<GroupPage> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, caller, id));
    const { group } = found;
    const opening = { caller, asOf: found.asOf, purpose: 'support' } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const items = await this.gate.openItems(opening, found.items);
    const said = new Map(items.released.map((item) => [item.itemId, item]));
    const own = group.branchId === caller.branchId;
    return {
      group,
      // What it stands on about this person: an adult's own yes where the form has a duty towards children.
      form: found.met ? { ...found.form, ground: found.met.ground } : found.form,
      own,
      mayLead: own && hasCapability(caller.role, 'manage-groups'),
      person: people.released[0] ?? null,
      nomination: group.nominationItemId === null ? null : (said.get(group.nominationItemId) ?? null),
      members: membersFor(own, found.members),
      guests: found.guests,
      acts: found.acts,
      decisions: found.decisions,
      said,
      next: nextStep(found.form, { standing: group.standing, taken: takenOf(found.acts) }),
      met: found.met?.met ?? null,
      agreement: found.met?.agreement ?? null,
      agreementUntil: found.agreementUntil,
      consentId: found.situation?.consentId ?? null,
      asksAges:
        found.situation !== null &&
        !hasEnded(group.standing) &&
        asksAges(found.form, found.situation, group.outsideAges),
      overLength: own ? overLengthOf(group, found.form, found.acts, found.asOf) : null,
      missing: missingOf(found.form, found.members),
      lacksContact: own && lacksContact(group, found.members),
      readUntil: own ? null : readUntilOf(found.members, caller, found.asOf),
      meeting: meetingTimes(group, found.form, found.asOf.getTime()),
      meetings: found.meetings,
      plan: found.plan,
      monitoring: own ? monitoringOf(group) : null,
      turns: own && meets(group.standing) ? found.turns : [],
      moves: own ? possibleMoves(group) : [],
    };
  }

  /** Who could sit in the group, and whom the ground does not reach and why. */
  async seats(caller: StaffCaller, id: string): Promise<readonly SeatChoice[]> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(id);
      if (!group || group.branchId !== caller.branchId) throw notFound();
      const form = await this.forms.get(tx, group.municipalityId, group.kind);
      const { facts } = await situationOf(tx, form, group.caseId);
      await noteGroup(tx, group, 'group-seats');
      const candidates = await tx.of(GroupStore).findCandidates(caller.municipalityId);
      return candidates.map((candidate) => ({
        candidate,
        decision: decideMember(candidate.house, caller.house, form.ground, facts),
      }));
    });
  }

  private async find(tx: CallerTransaction, caller: StaffCaller, id: string) {
    const store = tx.of(GroupStore);
    const group = await store.find(id);
    if (!group) throw notFound();
    const form = await this.forms.get(tx, group.municipalityId, group.kind);
    const members = await store.findMembers([id]);
    const acts = await store.findActs([id]);
    const decisions = await tx.of(PreparatoryStore).findOfGroup(id);
    const guests = (await store.findGuests(id)).filter(({ endedAt }) => endedAt === null);
    const meetings = await tx.of(GroupMeetingStore).findOfGroup(id);
    const own = group.branchId === caller.branchId;
    await noteGroup(tx, group, 'group');
    const itemIds = [
      ...guests.map(({ itemId }) => itemId),
      ...acts.flatMap(({ itemId }) => itemId ?? []),
      ...(group.nominationItemId ? [group.nominationItemId] : []),
    ];
    const situation: GroupSituation | null = own ? await situationOf(tx, form, group.caseId) : null;
    const seated = members.filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);
    const met = situation
      ? await requirementsMet(tx, group.municipalityId, situation, {
          branchIds: [...new Set([group.branchId, ...seated.map(({ branchId }) => branchId)])],
          kinds: seated.map(({ house }) => house.kind),
          hasContact: seated.some(({ staffId }) => staffId === group.contactId),
          hasReasons: true,
          groupId: group.id,
        })
      : null;
    const town = form.becomes ? await this.forms.all(tx, group.municipalityId) : [];
    return {
      group,
      form,
      turns: town.filter((one) => isTakenUp(one) && form.becomes?.includes(one.form.kind)).map((one) => one.form),
      members,
      guests,
      acts,
      decisions,
      meetings,
      plan: group.level === 'persons' && group.formedAt !== null ? await tx.of(PlanStore).glance(id) : null,
      situation,
      met,
      agreementUntil: await agreementUntil(tx, group, met),
      identities: await tx.of(IdentityStore).findSealed(group.personId === null ? [] : [group.personId]),
      items: await tx.of(ItemStore).findSealed([...new Set(itemIds)]),
      asOf: tx.now,
    };
  }
}

/** Near enough for the next one to be signed: whoever leads is told while there is time. */
async function agreementUntil(tx: CallerTransaction, group: GroupRow, met: Met | null): Promise<Date | null> {
  if (met?.agreement.outcome !== 'in-force' || hasEnded(group.standing)) return null;
  const id = met.agreement.agreement;
  const until = (await agreementsOf(tx, group.municipalityId)).find((one) => one.id === id)?.until ?? null;
  return until !== null && until - tx.now.getTime() <= LAPSE_WARNING_DAYS * DAY ? new Date(until) : null;
}

const readUntilOf = (
  members: readonly Pick<GroupMemberRow, 'staffId' | 'branchId' | 'endsAt'>[],
  { staffId, branchId }: StaffCaller,
  asOf: Date,
): Date | null =>
  members.find(
    (one) => one.staffId === staffId && one.branchId === branchId && one.endsAt !== null && one.endsAt > asOf,
  )?.endsAt ?? null;

function overLengthOf(
  group: GroupRow,
  { months }: CollaborationForm,
  acts: readonly GroupActRow[],
  asOf: Date,
): Date | null {
  const by = hasEnded(group.standing) ? null : lengthBy(months, group.formedAt?.getTime() ?? null);
  const looks = acts.flatMap(({ act, at }) => (act === 'look' ? [at.getTime()] : []));
  return by !== null && isOverdueForLook(by, asOf.getTime(), looks) ? new Date(by) : null;
}

function monitoringOf(group: GroupRow): Monitoring | null {
  const every = lookRuleOf(group);
  if (every === null || group.lastLookAt === null) return null;
  const by = hasEnded(group.standing) ? null : new Date(lookBy(every, group.lastLookAt.getTime()));
  return { every, lastLookAt: group.lastLookAt, by };
}

export const takenOf = (acts: readonly Pick<GroupActRow, 'act' | 'word'>[]): readonly string[] =>
  acts.filter(({ act }) => act === 'step').map(({ word }) => word);

export const missingOf = (
  form: CollaborationForm,
  members: readonly Pick<GroupMemberRow, 'endsAt' | 'hasLeft' | 'house'>[],
): readonly (readonly HouseKind[])[] =>
  missingParties(
    form.parties,
    members.filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft).map(({ house }) => house.kind),
  );

export function meetingTimes(group: GroupRow, form: CollaborationForm, at: Instant): MeetingTimes | null {
  const since = group.lastMetAt ?? group.formedAt;
  if (form.cadence === null || since === null || !meets(group.standing)) return null;
  const by = meetBy(form.cadence, since.getTime());
  const { slot } = form.cadence;
  const [hours = 0, minutes = 0] = (slot?.startsLocal ?? USUAL_CLOCK).split(':').map(Number);
  const day = slot && nextSlotDay(slot, civilDayOf(at) + 1);
  return {
    by: new Date(by),
    standing: cadenceStanding(by, at),
    proposed: day === undefined ? null : new Date(instantAt(day, hours * 60 + minutes)),
  };
}

/** That somebody looked at a group tells of its person, also where nothing sealed was opened. */
export const noteGroup = (tx: CallerTransaction, group: GroupRow, list: string): Promise<void> =>
  tx.of(LedgerStore).record([
    {
      action: 'read',
      outcome: 'release',
      ground: group.caseId === null ? 'no-person-data' : 'internal',
      caseId: group.caseId,
      personId: group.personId,
      detail: { list, groupId: group.id },
    },
  ]);
