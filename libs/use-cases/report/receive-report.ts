import { Injectable } from '@nestjs/common';
import type { Subject } from '#domain/disclosure/case.js';
import { isSameHouse, writtenHouse } from '#domain/disclosure/parties.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { decideGiving } from '#domain/report/giving.js';
import { asAnswered } from '#domain/report/answered-instrument.js';
import { receiptOf } from '#domain/report/receipt.js';
import { isBoundToReport, type FeedbackWish, type ReporterKind } from '#domain/report/reporter.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { Failure, InvalidInput } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { ItemStore } from '../gate/items.port.js';
import type { ItemContent } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { AdmitPerson } from '../person/admit-person.js';
import { PersonStore } from '../person/person.port.js';
import { callEmergency } from './call-emergency.js';
import { caseNews } from './case-news.js';
import type { ReportedChildRead } from './read-reported-child.js';
import type { ReportRead } from './report-form.js';
import { ReportStore, type Channel, type Intake, type ReportItemKind } from './report.port.js';

export interface Arrival {
  readonly channel: Channel;
  readonly reporterKind: ReporterKind;
  readonly feedbackWish: FeedbackWish;
  /** The reporter is the caller, in the house they act in; false when intake writes down what someone else says. */
  readonly own: boolean;
  /** Who called or wrote, when it is not the caller and they gave their name. */
  readonly reporter: ItemContent | null;
}

export interface Receipt {
  readonly reportId: string;
  readonly receipt: string;
  readonly receivedAt: Date;
  /** In the order of the form; only for those who work in the receiving house. */
  readonly caseIds: readonly string[];
  /** How many children what arrived is about. */
  readonly children: number;
  /** False when the form had arrived before with other words: the receipt is for those, and what was changed since is nowhere. */
  readonly wordsArrived: boolean;
}

interface Opening {
  readonly caller: StaffCaller;
  readonly intake: Intake;
  readonly reportId: string;
  /** Feedback is owed to the reporter. */
  readonly owed: boolean;
  readonly saysDanger: boolean;
}

interface ReceivedChild {
  readonly read: ReportedChildRead;
  readonly caseId: string;
  readonly child: Subject;
  readonly assignmentId: string | null;
}

/**
 * The reception: finds or adds each child in social services' house, opens a case for each under the intake unit, keeps
 * what was said in the reporter's own house and gives it to social services, all in one transaction, without ever telling
 * the reporter whether the child was known (SoL 19:1, 20:1–2; OSL 26:1).
 */
@Injectable()
export class ReceiveReport {
  constructor(
    private readonly seal: Seal,
    private readonly admit: AdmitPerson,
    private readonly lookup: LookupHash,
  ) {}

  async run(tx: CallerTransaction, caller: StaffCaller, form: ReportRead, arrival: Arrival): Promise<Receipt> {
    const intake = await tx.asService('reception', (s) => s.of(ReportStore).findIntake(caller.municipalityId));
    if (!intake) throw new Failure('NO_INTAKE_UNIT');
    const reportId = tx.newId();
    const contentMark = this.lookup.ofReport(form.clientKey, allThatIsSaid(form, arrival));
    const received = await tx.asService('reception', async (s) => {
      const added = await s.of(ReportStore).add({
        id: reportId,
        municipalityId: intake.municipalityId,
        branchId: intake.branchId,
        receipt: receiptOf(s.newId()),
        channel: arrival.channel,
        reporterKind: arrival.reporterKind,
        reporterBranchId: arrival.own ? caller.branchId : null,
        reporterStaffId: arrival.own ? caller.staffId : null,
        saysDanger: form.immediateDanger,
        feedbackWish: arrival.feedbackWish,
        registeredBy: arrival.own ? null : caller.staffId,
        submittedBy: caller.staffId,
        clientKey: form.clientKey,
        contentMark,
      });
      if (!added) return null;
      // An investigation that runs already makes the feedback due at once (SoL 19:6).
      const owed = arrival.feedbackWish === 'wanted' && isBoundToReport(arrival.reporterKind);
      const children: ReceivedChild[] = [];
      for (const [index, child] of form.children.entries())
        children.push(
          await this.openCase(
            s,
            { caller, intake, reportId, owed, saysDanger: form.immediateDanger },
            child,
            index + 1,
          ),
        );
      return children;
    });
    if (received) await this.giveContent(tx, { caller, intake, reportId, form, arrival }, received);
    return this.receiptOf(tx, caller, { clientKey: form.clientKey, contentMark });
  }

  private async openCase(
    tx: CallerTransaction,
    { caller, intake, reportId, owed, saysDanger }: Opening,
    read: ReportedChildRead,
    position: number,
  ): Promise<ReceivedChild> {
    const reports = tx.of(ReportStore);
    const personId = await this.findChild(tx, intake, read, position);
    const caseId = tx.newId();
    await reports.openCase({ id: caseId, municipalityId: intake.municipalityId, branchId: intake.branchId, personId });
    await reports.assign({
      id: tx.newId(),
      caseId,
      branchId: intake.branchId,
      unitId: intake.unitId,
      staffId: null,
      reason: 'intake',
    });
    const assignmentId = caller.unitId === intake.unitId ? null : tx.newId();
    if (assignmentId)
      await reports.assign({
        id: assignmentId,
        caseId,
        branchId: caller.branchId,
        unitId: null,
        staffId: caller.staffId,
        reason: 'reporter',
      });
    await reports.addChild({ reportId, caseId, personId, position });
    const time = { caseId, startsAt: tx.now, ownerUnitId: intake.unitId };
    await openDeadline(tx, { ...time, kind: 'grade-green-assessment' });
    const { deadlineId, dueAt } = await openDeadline(tx, { ...time, kind: 'protection-assessment' });
    const onDuty = await callEmergency(tx, { intake, caseId, saysDanger });
    const told = { kind: 'report-received', effectKey: `case:${caseId}:received`, caseId, deadlineId, dueAt } as const;
    const others = (staffIds: readonly string[]): string[] => staffIds.filter((id) => id !== caller.staffId);
    await notify(tx, { ...told, staffIds: others(onDuty), urgent: true });
    const intakeStaff = await reports.findIntakeStaff(intake.unitId);
    await notify(tx, { ...told, staffIds: others(intakeStaff), urgent: saysDanger });
    if (owed && (await reports.hasInvestigation(intake.branchId, personId)))
      await openDeadline(tx, {
        kind: 'report-feedback',
        caseId,
        aboutId: reportId,
        startsAt: tx.now,
        ownerUnitId: intake.unitId,
        dueAtOnce: true,
      });
    const child = await tx.of(PersonStore).findSubject(personId);
    if (!child) throw new Error(`person ${personId} was admitted and is not there`);
    return { read, caseId, child, assignmentId };
  }

  /** Somebody may be removing the very record that was found: then a new one is made, since a report is never lost on that. */
  private async findChild(
    tx: CallerTransaction,
    intake: Intake,
    read: ReportedChildRead,
    position: number,
  ): Promise<string> {
    const people = tx.of(PersonStore);
    if (read.personId !== null) {
      if (await people.hold(read.personId)) return read.personId;
      throw new InvalidInput([{ field: `children.${position - 1}.givenName`, code: 'NOT_FOUND' }]);
    }
    const found = await this.admit.run(tx, intake, read.told);
    return (await people.hold(found)) ? found : this.admit.run(tx, intake, read.told);
  }

  private async giveContent(
    tx: CallerTransaction,
    at: { caller: StaffCaller; intake: Intake; reportId: string; form: ReportRead; arrival: Arrival },
    children: readonly ReceivedChild[],
  ): Promise<void> {
    const items: { reportId: string; caseId: string; itemId: string; kind: ReportItemKind }[] = [];
    for (const child of children)
      for (const part of partsOf(child, at.form, at.arrival)) {
        const itemId = await giveToIntake(tx, this.seal, { ...at, ...child, ...part });
        items.push({ reportId: at.reportId, caseId: child.caseId, itemId, kind: part.kind });
      }
    await tx.asService('reception', (s) => s.of(ReportStore).addItems(items));
    // A colleague in the same house has no need to know what becomes of it; in another house the staff stay on their own report.
    if (isSameHouse(at.caller.house, at.intake.house))
      for (const { assignmentId } of children) if (assignmentId) await tx.of(ReportStore).endAssignment(assignmentId);
    await tx.of(LedgerStore).record(
      children.map(({ caseId, child }) => ({
        action: 'change',
        outcome: 'done',
        caseId,
        personId: child.id,
        purpose: 'report-concern',
        detail: { report: at.reportId, deed: 'reported' },
      })),
    );
    await tx.of(OutboxStore).put(children.flatMap(({ caseId }) => caseNews(caseId, { queue: at.intake.branchId })));
  }

  private async receiptOf(
    tx: CallerTransaction,
    caller: StaffCaller,
    { clientKey, contentMark }: { readonly clientKey: string; readonly contentMark: Buffer },
  ): Promise<Receipt> {
    const report = await tx.asService('reception', (s) => s.of(ReportStore).findByClientKey(caller.staffId, clientKey));
    if (!report) throw new Error('the report that was just received is not there');
    const mine = report.branchId === caller.branchId;
    return {
      reportId: report.id,
      receipt: report.receipt,
      receivedAt: report.receivedAt,
      caseIds: mine ? report.children.map(({ caseId }) => caseId) : [],
      children: report.children.length,
      wordsArrived: report.contentMark === null || report.contentMark.equals(contentMark),
    };
  }
}

/** In one order, without what is said of the house that sends it: only what somebody wrote or chose. */
function allThatIsSaid(form: ReportRead, { channel, reporterKind, feedbackWish, reporter }: Arrival): string {
  const children = form.children.map(({ factors, ...child }) => ({
    ...child,
    factors: factors.map(({ factor, answer, reasons }) => [factor, answer, reasons]),
  }));
  const { familyKnows, familyKnowsWhat, immediateDanger } = form;
  return JSON.stringify([
    children,
    familyKnows,
    familyKnowsWhat,
    immediateDanger,
    channel,
    reporterKind,
    feedbackWish,
    reporter,
  ]);
}

interface Part {
  readonly kind: ReportItemKind;
  readonly category: Category;
  readonly revealsPlace: boolean;
  readonly content: ItemContent;
}

/** One child's parts only: what is said about a sibling lies on the sibling's own case. */
function partsOf({ read }: ReceivedChild, form: ReportRead, arrival: Arrival): Part[] {
  const { givenName, familyName } = read.told;
  const parts: Part[] = [
    {
      kind: 'content',
      category: 'report-content',
      revealsPlace: false,
      content: {
        text: read.content,
        data: {
          childName: `${givenName} ${familyName}`.trim(),
          familyKnows: form.familyKnows,
          familyKnowsWhat: form.familyKnowsWhat,
          immediateDanger: form.immediateDanger,
        },
      },
    },
  ];
  if (read.whereabouts !== '')
    parts.push({
      kind: 'content',
      category: 'whereabouts',
      revealsPlace: true,
      content: { text: read.whereabouts },
    });
  if (read.factors.length > 0)
    parts.push({
      kind: 'instrument',
      category: 'assessment-results',
      revealsPlace: false,
      content: { text: '', data: { ...asAnswered(form.instrument, read.factors) } },
    });
  if (arrival.reporter)
    parts.push({ kind: 'reporter', category: 'report-content', revealsPlace: false, content: arrival.reporter });
  return parts;
}

/**
 * Seals one part in the caller's house and gives it to social services when the rule lets it. Where it does not, the part
 * stays at home without a word: an answer would tell the reporter that the child's details are protected.
 */
export async function giveToIntake(
  tx: CallerTransaction,
  seal: Seal,
  part: {
    readonly caller: StaffCaller;
    readonly intake: Intake;
    readonly caseId: string;
    readonly child: Subject;
    readonly category: Category;
    readonly revealsPlace: boolean;
    readonly content: ItemContent;
  },
): Promise<string> {
  const { caller, intake, caseId, child, category, revealsPlace } = part;
  const itemId = await seal.item(tx, {
    caseId,
    category,
    form: 'none',
    phase: 'preliminary',
    revealsPlace,
    reportedBy: writtenHouse(caller.house),
    subjectIds: [child.id],
    content: part.content,
  });
  if (isSameHouse(caller.house, intake.house)) return itemId;
  const decision = decideGiving(
    { from: caller.house, to: intake.house, child, category, revealsPlace },
    tx.now.getTime(),
  );
  if (decision.outcome === 'release')
    await tx
      .of(ItemStore)
      .share({ itemId, toBranchId: intake.branchId, purpose: 'report-concern', ground: decision.ground, until: null });
  await tx.of(LedgerStore).record([
    {
      action: decision.outcome === 'release' ? 'disclose' : 'refuse',
      outcome: decision.outcome,
      personId: child.id,
      caseId,
      itemId,
      itemVersion: 1,
      purpose: 'report-concern',
      ground: decision.ground,
      detail: { toBranch: intake.branchId },
    },
  ]);
  return itemId;
}
