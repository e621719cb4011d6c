import { Injectable } from '@nestjs/common';
import { parseLocalMoment } from '#domain/organisation/local-moment.js';
import { decideMembership, type Membership } from '#domain/organisation/membership.js';
import { isRole, type Role } from '#domain/organisation/role.js';
import { isPostOf } from '#domain/share/who-assesses.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { tellEmptySeats } from '../group/tell-empty-seats.js';
import { notify } from '../notice/notify.js';
import { tellEnded } from '../sign-in/end-session.js';
import { FormFaults } from './form-faults.js';
import { partiesOf } from './list-parties.js';
import { OrganisationStore, type MembershipRank } from './organisation.port.js';
import { recordChange } from './record-change.js';
import { StaffRegister, type PostFacts, type StaffFacts } from './staff-register.port.js';

export interface NewPost {
  readonly staffId: string;
  readonly unitId: string;
  readonly role: string;
  readonly rank: MembershipRank;
  /** Times on the clock in Sweden, `2026-11-24T08:00`; `startsAt` null begins at once, `endsAt` null has no end. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** A right lasts exactly as long as the post, and nobody gives one to themselves (OSL 26:1). */
@Injectable()
export class KeepPosts {
  constructor(private readonly asCaller: AsCaller) {}

  add(caller: StaffCaller, input: NewPost): Promise<{ readonly id: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const staff = await tx.of(StaffRegister).find(input.staffId);
      if (!staff) throw notFound();
      if (staff.id === caller.staffId) throw new Failure('NOT_YOURSELF');
      const { role, house, startsAt, endsAt } = await checkedPost(tx, caller, input);
      requireAllowed(staff, {
        id: '',
        member: staff.id,
        house,
        unit: input.unitId,
        role,
        leader: input.rank === 'leader',
        from: startsAt.getTime(),
        until: endsAt?.getTime() ?? null,
      });
      const id = tx.newId();
      await tx.of(OrganisationStore).addMembership({
        id,
        municipalityId: caller.municipalityId,
        staffId: staff.id,
        unitId: input.unitId,
        role,
        rank: input.rank,
        startsAt,
        endsAt,
      });
      await recordChange(tx, { membershipId: id, staffId: staff.id, unitId: input.unitId, role, post: 'added' });
      return { id };
    });
  }

  /** `endsAt` null ends it now; a time that has passed does too, since what was done until now was done in the post. */
  end(caller: StaffCaller, id: string, endsAt: string | null): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const post = await tx.of(StaffRegister).findPost(id);
      if (!post) throw notFound();
      if (post.staffId === caller.staffId) throw new Failure('NOT_YOURSELF');
      const wanted = endsAt === null ? tx.now.getTime() : parseLocalMoment(endsAt);
      if (wanted === undefined) throw new Failure('TIME_FORM', 'endsAt');
      if (post.endsAt !== null && post.endsAt <= tx.now) throw new Failure('POST_HAS_ENDED');
      const at = new Date(Math.max(wanted, tx.now.getTime()));
      if (post.startsAt >= at) {
        await tx.of(StaffRegister).withdrawPost(id);
        await recordChange(tx, { membershipId: id, staffId: post.staffId, post: 'withdrawn' });
        return;
      }
      await tx.of(StaffRegister).endPost(id, at);
      if (at.getTime() <= tx.now.getTime()) {
        await tellEnded(tx, await tx.of(StaffRegister).endSessionsActingIn(id, 'post-ended'), 'post-ended');
      }
      await recordChange(tx, { membershipId: id, staffId: post.staffId, post: 'ended', endsAt: at.toISOString() });
      await noteSeats(tx, id, at);
    });
  }
}

/** Whoever leaves a post leaves the groups that they sat in by it: the same line as for a seat that is ended by hand, and a word to them and to whoever leads the group. */
async function noteSeats(tx: CallerTransaction, membershipId: string, at: Date): Promise<void> {
  const seats = await tx.of(StaffRegister).findSeatsEndedWith(membershipId);
  await tx.of(LedgerStore).record(
    seats.map(({ groupId, caseId, personId, staffId, branchId }) => ({
      action: 'change',
      outcome: 'done',
      caseId,
      personId,
      detail: { groupId, staffId, branchId, seat: 'ended', reason: 'post-ended', endsAt: at.toISOString() },
    })),
  );
  if (at > tx.now) return;
  for (const { id, groupId, staffId } of seats)
    await notify(tx, { staffIds: [staffId], kind: 'not-needed', effectKey: `group:${groupId}:seat:${id}` });
  await tx.asService('deadlines', (service) => tellEmptySeats(service, membershipId));
}

async function checkedPost(tx: CallerTransaction, caller: StaffCaller, input: NewPost) {
  const { authorities, branches, units } = await partiesOf(tx, caller.municipalityId);
  const unit = units.find((one) => one.id === input.unitId && one.endedAt === null);
  const branch = branches.find((one) => one.id === unit?.branchId);
  const authority = authorities.find((one) => one.id === branch?.authorityId);
  const faults = new FormFaults();
  if (!unit || !branch || !authority) faults.add('unitId', 'CHOOSE_ONE');
  if (!isRole(input.role)) faults.add('role', 'CHOOSE_ONE');
  else if (authority && !isPostOf(input.role, authority.kind)) faults.add('role', 'POST_OF_THE_POLICE');
  const startsAt = input.startsAt === null ? tx.now.getTime() : parseLocalMoment(input.startsAt);
  const endsAt = input.endsAt === null ? null : parseLocalMoment(input.endsAt);
  if (startsAt === undefined) faults.add('startsAt', 'TIME_FORM');
  if (endsAt === undefined) faults.add('endsAt', 'TIME_FORM');
  if (endsAt !== null && endsAt !== undefined && endsAt <= tx.now.getTime()) faults.add('endsAt', 'END_HAS_PASSED');
  faults.tell();
  return {
    role: input.role as Role,
    house: `${authority?.slug ?? ''}/${branch?.slug ?? ''}`,
    startsAt: new Date(startsAt ?? 0),
    endsAt: endsAt === null ? null : new Date(endsAt ?? 0),
  };
}

const asMembership = (post: PostFacts): Membership => ({
  id: post.id,
  member: post.staffId,
  house: post.house,
  unit: post.unitId,
  role: post.role,
  leader: post.rank === 'leader',
  from: post.startsAt.getTime(),
  until: post.endsAt?.getTime() ?? null,
});

function requireAllowed(staff: StaffFacts, next: Membership): void {
  const decision = decideMembership(staff.posts.map(asMembership), next);
  if (decision.outcome === 'accepted') return;
  const faults = new FormFaults();
  const against = staff.posts.find((post) => post.id === decision.against);
  const values = { unit: against?.unitName ?? '', house: against?.branchName ?? '' };
  if (decision.code === 'period-empty') faults.add('endsAt', 'PERIOD_EMPTY');
  else if (decision.code === 'already-held') faults.add('unitId', 'POST_ALREADY_HELD', values);
  else faults.add('role', 'DUTIES_NOT_APART', values);
  faults.tell();
}
