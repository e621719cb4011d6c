import { Injectable } from '@nestjs/common';
import { writeDeadlineRule } from '#domain/deadline/write-deadline-rule.js';
import { decideStep } from '#domain/group/decide-step.js';
import { isReasonFor } from '#domain/group/group-states.js';
import { keptTerms, NO_TERMS, type TermsGiven } from '#domain/group/step-terms.js';
import { Failure, notFound } from '../failure.js';
import { TownForms } from '../form/town-forms.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { awaitLength, awaitLook, awaitMeeting, waitingLookSettled } from './group-deadlines.js';
import { GroupStore, type GroupRow } from './group.port.js';
import { purposeOfGroup, requirementsMet, situationOf, type GroupSituation } from './group-situation.js';
import { chooseSeats, refuseSeats, sayWhom, seatMembers, type ChosenSeat, type SeatWritten } from './keep-members.js';
import { metTerms } from './met-terms.js';
import { recordAct, requireGroup, sayReasons } from './record-act.js';
import { moveClock } from './take-step.js';
import { requireAges } from './require-ages.js';
import { refuseStep } from './refuse-step.js';

export interface GroupToForm {
  readonly groupId: string;
  readonly version: number;
  readonly contactStaffId: string;
  readonly members: readonly SeatWritten[];
  readonly words: string;
  /** Why steps before it are passed over. */
  readonly reason: string | null;
  /** Why somebody who is outside the form's ages by now is in it; a closed word. */
  readonly outsideAges: string | null;
  /** What forming it confirms, has signed or assesses; absent where it does none of it. */
  readonly terms?: TermsGiven;
}

/**
 * Forms the group: the parties that are needed, each with a named person, one contact person for the family, on the
 * ground and under the agreement; no more people than the ground reaches, and no more groups than there is room for.
 */
@Injectable()
export class FormGroup {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly forms: TownForms,
    private readonly seal: Seal,
    private readonly gate: Gate,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, wanted: GroupToForm): Promise<void> {
    const person = await this.whom(caller, wanted.groupId);
    const refused = await this.asCaller.run(caller, (tx) => this.form(tx, caller, wanted, person));
    if (refused) await refuseSeats(this.appender, caller, refused.group, refused.seats);
  }

  /** Opened for the item that tells the other houses whom it is about. */
  private async whom(caller: StaffCaller, groupId: string): Promise<ReleasedIdentity | null> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const group = await tx.of(GroupStore).find(groupId);
      if (!group || group.branchId !== caller.branchId) throw notFound();
      const ids = group.personId === null ? [] : [group.personId];
      return { identities: await tx.of(IdentityStore).findSealed(ids), asOf: tx.now };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'support' },
      found.identities,
    );
    return released[0] ?? null;
  }

  private async form(
    tx: CallerTransaction,
    caller: StaffCaller,
    wanted: GroupToForm,
    person: ReleasedIdentity | null,
  ): Promise<{ readonly group: GroupRow; readonly seats: readonly ChosenSeat[] } | null> {
    const group = await requireGroup(tx, wanted.groupId, wanted.version);
    const form = await this.forms.get(tx, caller.municipalityId, group.kind);
    const step = form.steps.find(({ does }) => does === 'form');
    if (!step) throw notFound();
    if (wanted.reason !== null && !isReasonFor('out-of-order', wanted.reason))
      throw new Failure('CHOOSE_ONE', 'reason');
    // Who has a place already keeps it: some forms weigh which parties are needed before the group is formed.
    const seated = (await tx.of(GroupStore).findMembers([group.id])).filter(
      ({ endsAt, hasLeft }) => endsAt === null && !hasLeft,
    );
    const wantedSeats = wanted.members
      .map((one, at) => ({ ...one, field: `members.${at}` }))
      .filter(({ staffId }) => !seated.some((one) => one.staffId === staffId));
    if (wantedSeats.length + seated.length === 0) throw new Failure('CHOOSE_MEMBERS', 'members');
    const situation = await situationOf(tx, form, group.caseId);
    const outsideAges = requireAges(form, situation, group.outsideAges ?? wanted.outsideAges);
    const seats = await chooseSeats(tx, caller, situation, wantedSeats);
    const unreached = seats.filter(({ decision }) => decision.outcome === 'refused');
    if (unreached.length > 0) return { group, seats: unreached };
    const terms = keptTerms(step, wanted.terms ?? NO_TERMS);
    const there = [...seated, ...seats.map(({ candidate }) => candidate)];
    const { met, agreement, ground } = await requirementsMet(tx, caller.municipalityId, situation, {
      branchIds: [...new Set([caller.branchId, ...there.map(({ branchId }) => branchId)])],
      kinds: there.map(({ house }) => house.kind),
      hasContact: there.some(({ staffId }) => staffId === wanted.contactStaffId),
      hasReasons: wanted.words.trim() !== '',
      terms: metTerms(step, situation, terms),
      groupId: group.id,
    });
    const acts = await tx.of(GroupStore).findActs([group.id]);
    const taken = acts.filter(({ act }) => act === 'step').map(({ word }) => word);
    const decision = decideStep(form, { standing: group.standing, taken }, step.step, { met, reason: wanted.reason });
    if (decision.outcome === 'refused') throw refuseStep(form, decision, { agreement, ground });
    if (!met.has('contact')) throw new Failure('CHOOSE_ONE', 'contactStaffId');
    if (form.capacity !== null) {
      const running = await tx.of(GroupStore).countTakingRoom(group.branchId, group.kind);
      if (running >= form.capacity) throw new Failure('NO_ROOM', null, { room: form.capacity });
    }
    const itemId = await sayReasons(
      tx,
      this.seal,
      { file: situation.file, form: form.form },
      wanted.words,
      terms.threat,
    );
    const nominationItemId = await this.nominate(tx, situation, person);
    await tx.of(GroupStore).change(group.id, {
      standing: decision.standing,
      standingReason: null,
      outsideAges,
      contactId: wanted.contactStaffId,
      agreementId: agreement.outcome === 'in-force' ? agreement.agreement : null,
      consentId: situation.consentId,
      nominationItemId,
      formedAt: tx.now,
      ...(form.monitoring ? { lookRule: writeDeadlineRule(form.monitoring), lastLookAt: tx.now } : {}),
    });
    const { standing, passed } = decision;
    const { reason } = wanted;
    await recordAct(tx, group, { act: 'step', word: step.step, standing, reason, passed, itemId, terms });
    const formed = { ...group, nominationItemId, version: group.version + 1 };
    const purpose = purposeOfGroup(situation);
    await sayWhom(tx, formed, { people: seated, purpose });
    await seatMembers(tx, caller, formed, { seats, purpose });
    await moveClock(tx, caller, { group, form, step, taken, standing });
    await waitingLookSettled(tx, group, 'met');
    await awaitMeeting(tx, caller, group, form);
    await awaitLength(tx, caller, group, form);
    if (form.monitoring) await awaitLook(tx, caller, group, form.monitoring);
    return null;
  }

  /** Says whom it is about, for those who may be told: an item of the own house like any other. */
  private async nominate(
    tx: CallerTransaction,
    { file, form }: GroupSituation,
    person: ReleasedIdentity | null,
  ): Promise<string | null> {
    if (!file || !person) return null;
    return this.seal.item(tx, {
      caseId: file.id,
      category: 'nomination',
      form: form.form,
      phase: file.phase,
      subjectIds: [file.personId],
      content: { text: `${person.givenName} ${person.familyName}`, data: { born: person.born.slice(0, 4) } },
    });
  }
}
