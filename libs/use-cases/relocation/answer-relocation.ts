import { Injectable } from '@nestjs/common';
import { STEP_DEADLINES } from '#domain/form/form.js';
import { hasCapability } from '#domain/organisation/role.js';
import { strictest } from '#domain/person/protection.js';
import { decideRelocated } from '#domain/relocation/decide-relocated.js';
import { decideAnswer, mayTakeBack } from '#domain/relocation/relocation.js';
import { openRetention } from '../deadline/retention-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { RelocationGate } from '../gate/open-relocated.js';
import type { ReleasedRelocated } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { GroupStore } from '../group/group.port.js';
import { endSeats } from '../group/keep-members.js';
import { withRecords } from '../group/keep-records.js';
import { endAssessments } from '../group-assessment/end-assessments.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { AdmitPerson } from '../person/admit-person.js';
import { raiseProtection } from '../person/raise-protection.js';
import { PersonNumberReader } from '../person/person-number-reader.port.js';
import { caseNews } from '../report/case-news.js';
import { ReportStore } from '../report/report.port.js';
import { noteEnd, noteTakenBack } from './end-offers.js';
import { RelocationStore, type RelocationRow } from './relocation.port.js';

export interface RelocationAnswered {
  readonly id: string;
  readonly version: number;
  /** `accepted` or `declined`. */
  readonly answer: string;
  readonly reason: string | null;
}

const REFUSED = {
  'unknown-word': ['CHOOSE_ONE', 'answer'],
  'reason-missing': ['CHOOSE_ONE', 'reason'],
  'answered-already': ['RELOCATION_ANSWERED', null],
  withdrawn: ['RELOCATION_WITHDRAWN', null],
} as const;

/** Kinds of deadline by which the group's work here was owed. */
const OWED = [
  'sig-meeting',
  'group-step',
  'hub-monitoring',
  'waiting-look',
  'group-length',
  ...STEP_DEADLINES,
] as const;

/**
 * The other municipality takes over or does not. Taking over begins a case of its own with what was told, in its own house;
 * in the same instant every seat ends where the work came from, and nothing else follows (OSL 8:1, 26:9).
 */
@Injectable()
export class AnswerRelocation {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: RelocationGate,
    private readonly seal: Seal,
    private readonly admit: AdmitPerson,
    private readonly reader: PersonNumberReader,
  ) {}

  async run(caller: StaffCaller, answered: RelocationAnswered): Promise<{ readonly caseId: string | null }> {
    const about = answered.answer === 'accepted' ? await this.read(caller, answered.id) : undefined;
    return this.asCaller.run(caller, async (tx) => {
      const row = await requireIncoming(tx, caller, answered.id);
      const decision = decideAnswer(
        { answer: row.answer, withdrawn: row.withdrawnAt !== null },
        answered.answer,
        answered.reason,
      );
      if (decision.outcome === 'refused') {
        const [code, field] = REFUSED[decision.code];
        throw new Failure(code, field);
      }
      const caseId = about && decision.answer === 'accepted' ? await this.takeOver(tx, caller, row, about) : null;
      if (decision.answer === 'accepted' && caseId === null) throw new Failure('RELOCATION_CLOSED');
      const reason = decision.answer === 'declined' ? answered.reason : null;
      const kept = await tx.of(RelocationStore).answer(row.id, answered.version, {
        answer: decision.answer,
        reason,
        newCaseId: caseId,
      });
      if (!kept) throw new Failure('CONFLICT');
      await noteEnd(tx, row, { relocation: decision.answer, reason });
      if (caseId !== null) await endThere(tx, row);
      const group = await tx.asService('reception', (service) => service.of(GroupStore).find(row.groupId));
      await notify(tx, {
        staffIds: [...new Set([row.offeredBy, ...(group ? [group.coordinatorId] : [])])],
        kind: 'relocation-answered',
        effectKey: `relocation:${row.id}:answered`,
        caseId: row.caseId,
      });
      return { caseId };
    });
  }

  /** Whoever has offered it takes it back: what was to go along closes at once. */
  takeBack(caller: StaffCaller, of: { readonly id: string; readonly version: number }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const row = await tx.of(RelocationStore).find(of.id);
      if (!row || row.branchId !== caller.branchId) throw notFound();
      // Less leaves by it: whoever leads the work may, as well as whoever may offer.
      if (!hasCapability(caller.role, 'manage-groups') && !hasCapability(caller.role, 'assess-ground'))
        throw new Failure('NOT_ALLOWED');
      if (!mayTakeBack({ answer: row.answer, withdrawn: row.withdrawnAt !== null }))
        throw new Failure(row.answer === null ? 'RELOCATION_WITHDRAWN' : 'RELOCATION_ANSWERED');
      if (!(await tx.of(RelocationStore).takeBack(row.id, of.version))) throw new Failure('CONFLICT');
      await noteTakenBack(tx, row, null);
    });
  }

  private async read(caller: StaffCaller, id: string): Promise<ReleasedRelocated | undefined> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const row = await requireIncoming(tx, caller, id);
      const waits = row.answer === null && row.withdrawnAt === null;
      return { sealed: waits ? await tx.of(RelocationStore).findSealed(id) : [], asOf: tx.now };
    });
    // It goes into a case of the own house and not out with this answer, whose sight is taken away by the answer itself.
    const apart = { ...caller, requestId: `${caller.requestId}/take-over` };
    return this.gate.open({ caller: apart, asOf: found.asOf }, found.sealed);
  }

  /** The person as this house knows them, or newly; a case in the phase of measures; and what was told, each thing by itself. */
  private async takeOver(
    tx: CallerTransaction,
    caller: StaffCaller,
    row: RelocationRow,
    about: ReleasedRelocated,
  ): Promise<string> {
    const read = about.personalNumber === null ? undefined : this.reader.read(about.personalNumber, tx.now);
    const house = { municipalityId: caller.municipalityId, branchId: caller.branchId };
    // Read a moment ago: what has ended since is not taken along, and neither is the rest.
    await tx.of(RelocationStore).hold(row.id);
    const now = await tx.of(RelocationStore).findSealed(row.id);
    const known = [null, ...about.things.map(({ itemId }) => itemId)];
    const stands = now.every(
      (one) => decideRelocated(one, tx.now.getTime()).outcome === 'release' && known.includes(one.itemId),
    );
    if (!stands || now.length !== known.length) throw new Failure('RELOCATION_CLOSED');
    const protection = now.reduce((most, one) => strictest(most, one.protection), about.protection);
    const caseId = tx.newId();
    const personId = await tx.asService('reception', async (service) => {
      const person = await this.admit.run(service, house, {
        givenName: about.givenName,
        familyName: about.familyName,
        number: read?.outcome === 'accepted' ? read.number : { kind: 'none', reason: 'unknown' },
        bornYear: Number(about.born.slice(0, 4)),
        ...(about.bornExact ? { born: about.born } : {}),
        protection,
      });
      await service.of(ReportStore).openCase({ id: caseId, ...house, personId: person });
      await service.of(ReportStore).assign({
        id: tx.newId(),
        caseId,
        branchId: caller.branchId,
        unitId: null,
        staffId: caller.staffId,
        reason: 'relocation',
      });
      await service.of(RelocationStore).beginMeasures(caseId);
      return person;
    });
    await raiseProtection(tx, this.seal, {
      personId,
      atLeast: protection,
      reasons: `${row.fromName}, ${row.fromTown}: skyddet fanns där när arbetet togs över.`,
    });
    for (const { category, revealsPlace, content, ground } of about.things) {
      if (category === 'nomination') continue;
      await this.seal.item(tx, {
        caseId,
        category,
        form: 'none',
        phase: 'measures',
        revealsPlace,
        subjectIds: [personId],
        content: { ...content, data: { ...content.data, from: `${row.fromName}, ${row.fromTown}`, ground } },
      });
    }
    await openRetention(tx, caseId);
    await tx.of(LedgerStore).record([
      {
        action: 'assign',
        outcome: 'done',
        caseId,
        personId,
        detail: { relocationId: row.id, staffId: caller.staffId, reason: 'relocation', things: about.things.length },
      },
    ]);
    return caseId;
  }
}

async function requireIncoming(tx: CallerTransaction, caller: StaffCaller, id: string): Promise<RelocationRow> {
  const row = await tx.of(RelocationStore).find(id);
  if (!row || row.toBranchId !== caller.branchId) throw notFound();
  return row;
}

/** In the giving house, by the platform: nobody of the other one writes there. */
async function endThere(tx: CallerTransaction, row: RelocationRow): Promise<void> {
  await tx.asService('reception', async (service) => {
    const store = service.of(GroupStore);
    const group = await store.find(row.groupId);
    if (!group) throw new Error(`the group of relocation ${row.id} is not there`);
    const seated = (await store.findMembers([row.groupId])).filter(({ endsAt }) => endsAt === null);
    await endSeats(service, group, await withRecords(service, group, seated, 'moved'), 'group-closed');
    for (const guest of await store.findGuests(row.groupId)) if (guest.endedAt === null) await store.endGuest(guest.id);
    await endAssessments(service, group);
    await store.change(row.groupId, { standing: 'closed', standingReason: 'moved', closedAt: tx.now });
    await service.of(RelocationStore).noteHandedOver({ id: tx.newId(), relocationId: row.id });
    await service
      .of(OutboxStore)
      .put(caseNews(row.caseId, { sight: [row.branchId, ...seated.map(({ branchId }) => branchId)] }));
  });
  for (const kind of OWED)
    await tx.asService('deadlines', (service) =>
      settleDeadline(service, { kind, aboutId: row.groupId, outcome: 'void', reason: 'group-closed' }),
    );
}
