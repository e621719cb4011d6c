import { Injectable } from '@nestjs/common';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import { decideMember, type MemberDecision } from '#domain/group/decide-member.js';
import { hasEnded } from '#domain/group/group-states.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { settleMeetingsOfGroup } from '../invitation/settle-meeting.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { releaseMeasures } from '../plan/release-measures.js';
import { giveTold } from '../share/give-told.js';
import { housesWithout } from '../share/houses-without.js';
import { toldItem } from '../share/tellables.js';
import {
  END_REASONS,
  GroupStore,
  MANDATES,
  type Candidate,
  type EndReason,
  type GroupRow,
  type Mandate,
} from './group.port.js';
import { purposeOfGroup, situationOf, type GroupSituation } from './group-situation.js';
import type { SeatToEnd } from './keep-records.js';
import { nameContact } from './name-contact.js';
import { requireGroup } from './record-act.js';

/** That a consent or an assessed ground has gone is the platform's to say. */
const GIVEN_REASONS = END_REASONS.filter((one) => one !== 'consent-gone' && one !== 'ground-gone');

export interface SeatWritten {
  readonly staffId: string;
  readonly unitId: string;
  readonly mandate: string;
  /** The young person has asked for this very one: a trusted teacher, a certain officer ([S1]). */
  readonly wished: boolean;
  /** Whom they stand in for: a staff id in the same group. */
  readonly deputyForStaffId: string | null;
  /** Where it stands in what was sent, so that what is wrong is told there: `members.2`. */
  readonly field?: string;
}

export interface ChosenSeat {
  readonly field?: string | undefined;
  readonly candidate: Candidate;
  readonly mandate: Mandate;
  readonly wished: boolean;
  readonly deputyForStaffId: string | null;
  readonly decision: MemberDecision;
}

const REFUSED: Readonly<Record<Extract<MemberDecision, { outcome: 'refused' }>['code'], string>> = {
  'not-in-measures': 'MEASURES_FIRST',
  'no-consent': 'NO_CONSENT_REACHES',
  'not-assessed': 'GROUND_NOT_ASSESSED',
  'one-way': 'GIVES_AND_GETS_NOTHING',
  'one-house': 'ONLY_OWN_HOUSE',
};

/** Members by post, with mandate and deputies: whoever leaves the post leaves the group in that instant, and is replaced. */
@Injectable()
export class KeepMembers {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly appender: LedgerAppender,
  ) {}

  async add(
    caller: StaffCaller,
    to: { readonly groupId: string; readonly version: number },
    seat: SeatWritten,
  ): Promise<void> {
    const refused = await this.asCaller.run(caller, async (tx) => {
      const { group, situation } = await this.open(tx, caller, to);
      const [chosen] = await chooseSeats(tx, caller, situation, [{ ...seat, field: 'seat' }]);
      if (!chosen) throw notFound();
      if (chosen.decision.outcome === 'refused') return { chosen, group };
      await seatMembers(tx, caller, group, { seats: [chosen], purpose: purposeOfGroup(situation) });
      const { standing, standingReason } = group;
      await tx.of(GroupStore).change(group.id, { standing, standingReason });
      return null;
    });
    if (refused) await refuseSeats(this.appender, caller, refused.group, [refused.chosen]);
  }

  /** Ends a seat; the house's place in the group stands open until somebody takes it. Who was the contact is followed by another who sits there. */
  end(
    caller: StaffCaller,
    of: { readonly groupId: string; readonly version: number },
    ended: { readonly memberId: string; readonly reason: string; readonly contactMemberId: string | null },
  ): Promise<void> {
    const { memberId, reason, contactMemberId } = ended;
    return this.asCaller.run(caller, async (tx) => {
      const { group } = await this.open(tx, caller, of);
      const members = await tx.of(GroupStore).findMembers([group.id]);
      const member = members.find(({ id }) => id === memberId);
      if (!member || member.endsAt !== null) throw notFound();
      if (!(GIVEN_REASONS as readonly string[]).includes(reason)) throw new Failure('CHOOSE_ONE', 'reason');
      if (contactMemberId !== null) {
        const others = members.filter(({ id }) => id !== memberId);
        await nameContact(tx, caller, group, { members: others, memberId: contactMemberId, field: 'contactMemberId' });
      }
      await endSeats(tx, group, [member], reason as EndReason);
      const { standing, standingReason } = group;
      if (contactMemberId === null) await tx.of(GroupStore).change(group.id, { standing, standingReason });
    });
  }

  private async open(tx: CallerTransaction, caller: StaffCaller, of: { groupId: string; version: number }) {
    const group = await requireGroup(tx, of.groupId, of.version);
    if (hasEnded(group.standing)) throw new Failure('GROUP_HAS_ENDED');
    const form = await this.forms.get(tx, caller.municipalityId, group.kind);
    return { group, situation: await situationOf(tx, form, group.caseId) };
  }
}

/** Who is meant, in a post in force, and whether the ground reaches their house. */
export async function chooseSeats(
  tx: CallerTransaction,
  caller: StaffCaller,
  situation: GroupSituation,
  seats: readonly SeatWritten[],
): Promise<readonly ChosenSeat[]> {
  const candidates = await tx.of(GroupStore).findCandidates(caller.municipalityId);
  const chosen: ChosenSeat[] = [];
  const faults: FieldFault[] = [];
  for (const [at, { staffId, unitId, mandate, wished, deputyForStaffId, field }] of seats.entries()) {
    const candidate = candidates.find((one) => one.staffId === staffId && one.unitId === unitId);
    if (!candidate) throw new Failure('NOT_FOUND', within(field, 'staffId'));
    if (!(MANDATES as readonly string[]).includes(mandate))
      faults.push({ field: within(field, 'mandate'), code: 'CHOOSE_ONE' });
    if (seats.some((other, place) => place < at && other.staffId === staffId))
      faults.push({ field: within(field, 'staffId'), code: 'MEMBER_TWICE' });
    const decision = decideMember(candidate.house, caller.house, situation.form.ground, situation.facts);
    chosen.push({ candidate, mandate: mandate as Mandate, wished, deputyForStaffId, decision, field });
  }
  if (faults.length > 0) throw new InvalidInput(faults);
  return chosen;
}

const within = (field: string | undefined, part: string): string => (field === undefined ? part : `${field}.${part}`);

/** Puts them in the group and on its case, each until their post ends, and says whom it is about as far as the ground lets it. */
export async function seatMembers(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: GroupRow,
  { seats, purpose }: { readonly seats: readonly ChosenSeat[]; readonly purpose: Purpose },
): Promise<void> {
  const store = tx.of(GroupStore);
  const there = new Map(
    (await store.findMembers([group.id])).filter(({ endsAt }) => endsAt === null).map((one) => [one.staffId, one.id]),
  );
  // Those who are stood in for come first.
  const ordered = [...seats].sort((a, b) => Number(a.deputyForStaffId !== null) - Number(b.deputyForStaffId !== null));
  for (const { candidate, mandate, wished, deputyForStaffId, decision, field } of ordered) {
    if (decision.outcome === 'refused') throw new Error('a seat that is refused is not taken');
    if (there.has(candidate.staffId)) throw new Failure('MEMBER_TWICE', within(field, 'staffId'));
    const deputyFor = deputyForStaffId === null ? null : (there.get(deputyForStaffId) ?? null);
    if (deputyForStaffId !== null && deputyFor === null)
      throw new Failure('DEPUTY_FOR_NOBODY', within(field, 'deputyForStaffId'));
    const id = tx.newId();
    there.set(candidate.staffId, id);
    const { branchId, unitId, staffId, membershipId } = candidate;
    await store.addMember({
      id,
      groupId: group.id,
      caseId: group.caseId,
      branchId,
      unitId,
      staffId,
      membershipId,
      mandate,
      deputyFor,
      wished,
      terms: decision.terms,
    });
    await putToWork(tx, caller, group, candidate);
  }
  await sayWhom(tx, group, { people: seats.map(({ candidate }) => candidate), purpose });
  await settleMeetingsOfGroup(tx, group);
  const told = seats.map(({ candidate }) => candidate.staffId).filter((id) => id !== caller.staffId);
  await notify(tx, {
    staffIds: told,
    kind: 'group-joined',
    effectKey: `group:${group.id}:joined:${group.version}`,
    caseId: group.caseId,
  });
}

async function putToWork(tx: CallerTransaction, caller: StaffCaller, group: GroupRow, one: Candidate): Promise<void> {
  const { staffId, branchId, endsAt } = one;
  if (group.caseId !== null) {
    const on = { id: tx.newId(), caseId: group.caseId, branchId, staffId, by: caller.staffId, until: endsAt };
    // Another house's people are put on the case by the platform: nobody writes in another's house.
    if (branchId === group.branchId) await tx.of(GroupStore).assign(on);
    else await tx.asService('reception', (service) => service.of(GroupStore).assign(on));
  }
  await tx.of(LedgerStore).record([
    {
      action: 'assign',
      outcome: 'done',
      caseId: group.caseId,
      personId: group.personId,
      detail: { groupId: group.id, staffId, branchId, reason: 'group' },
    },
  ]);
}

/**
 * Each other house once, as far as the ground lets it be said. A house from which somebody has taken the name back is not told it
 * by the way, neither for a seat of its own nor for another's: only a person gives it there anew.
 */
export async function sayWhom(
  tx: CallerTransaction,
  group: GroupRow,
  to: { readonly people: readonly Pick<Candidate, 'branchId' | 'branchName' | 'house'>[]; readonly purpose: Purpose },
): Promise<void> {
  const { people, purpose } = to;
  if (group.nominationItemId === null) return;
  const houses = new Map(
    people
      .filter(({ branchId }) => branchId !== group.branchId)
      .map(({ branchId, branchName, house }) => [branchId, { branchId, house, name: branchName }]),
  );
  const sealed = await tx.of(ItemStore).findSealed([group.nominationItemId]);
  const without = await housesWithout(tx, [group.nominationItemId], [...houses.values()]);
  for (const told of sealed.map(toldItem)) await giveTold(tx, { told: [told], houses: without(told.id), purpose });
}

export async function endSeats(
  tx: CallerTransaction,
  group: GroupRow,
  members: readonly SeatToEnd[],
  reason: EndReason,
): Promise<void> {
  for (const { id, staffId, branchId, until } of members) {
    await tx.of(GroupStore).endMember(id, reason, until);
    await releaseMeasures(tx, group.id, staffId);
    const { caseId } = group;
    if (caseId !== null) {
      if (branchId === group.branchId) await tx.of(GroupStore).unassign(caseId, staffId);
      else await tx.asService('reception', (service) => service.of(GroupStore).unassign(caseId, staffId));
    }
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId,
        personId: group.personId,
        detail: { groupId: group.id, staffId, branchId, seat: 'ended', reason, until: until?.toISOString() ?? null },
      },
    ]);
  }
  await settleMeetingsOfGroup(tx, group);
}

/** Writes down whom the ground does not reach, and tells each where they were chosen. */
export async function refuseSeats(
  appender: LedgerAppender,
  caller: StaffCaller,
  group: Pick<GroupRow, 'id' | 'caseId' | 'personId'>,
  seats: readonly ChosenSeat[],
): Promise<never> {
  const refused = seats.flatMap(({ candidate, decision, field }) =>
    decision.outcome === 'refused' ? [{ candidate, field, ...decision }] : [],
  );
  await appender.append(
    caller,
    refused.map(({ candidate, code, source }) => ({
      action: 'refuse' as const,
      outcome: 'refuse' as const,
      caseId: group.caseId,
      personId: group.personId,
      ground: source,
      detail: { groupId: group.id, branchId: candidate.branchId, seat: code },
    })),
  );
  const faults = refused.map(({ candidate, field, code, source }) => ({
    field: within(field, 'staffId'),
    code: REFUSED[code],
    values: { unit: `${candidate.unitName}, ${candidate.branchName}`, source },
  }));
  const [first, ...others] = faults;
  if (!first) throw new Error('nothing was refused');
  throw others.length > 0 ? new InvalidInput(faults) : new Failure(first.code, first.field, first.values);
}
