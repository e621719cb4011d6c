import { Injectable } from '@nestjs/common';
import { attendanceOf } from '#domain/meeting/attendance.js';
import { applyEvent, EMPTY_BOARD, type Board } from '#domain/meeting/board.js';
import { findDifferences } from '#domain/meeting/joint-map.js';
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import type { Instrument } from '#domain/report/instrument.js';
import { factorWords, instrumentWords } from '#domain/report/map-factors.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import type { ReleasedItem } from '../gate/released.js';
import type { SealedIdentity, SealedItem } from '../gate/sealed.js';
import { Failure } from '../failure.js';
import { HubStore, type HubFacts, type MemberFacts, type QuestionFacts } from '../hub/hub.port.js';
import { BoardStore } from '../meeting/board.port.js';
import { CaseStore, type CaseFacts } from '../report/case.port.js';
import { instrumentsOf } from '../report/town-instruments.js';
import {
  HandOverStore,
  type DecisionLine,
  type GradingLine,
  type HandOverFacts,
  type ProtectionLine,
  type ReportLine,
} from './hand-over.port.js';
import type { HandOverRecord } from './hand-over-record.js';

interface Found {
  readonly file: CaseFacts;
  readonly until: Date | null;
  readonly hub: HubFacts | undefined;
  readonly handOver: HandOverFacts | undefined;
  readonly reports: readonly ReportLine[];
  readonly protections: readonly ProtectionLine[];
  readonly gradings: readonly GradingLine[];
  readonly questions: readonly QuestionFacts[];
  readonly decision: DecisionLine | undefined;
  readonly events: readonly MeetingEvent[];
  readonly board: Board;
  readonly members: readonly MemberFacts[];
  readonly instruments: readonly Instrument[];
  readonly identities: readonly SealedIdentity[];
  readonly items: readonly SealedItem[];
  readonly asked: number;
  readonly asOf: Date;
}

/**
 * Everything that goes over to whoever investigates, so that no family has to tell it again: reports, protection
 * assessments, gradings and the decision, and where a hub met also its pictures, map, differences, assessment and who took
 * part (SoL 20:2; [S0]).
 */
@Injectable()
export class ReadHandOver {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  /** `export`: it is about to leave the screen as a document, and the ledger says so. */
  async run(caller: StaffCaller, caseId: string, action: 'read' | 'export' = 'read'): Promise<HandOverRecord> {
    const found = await this.asCaller.run(caller, (tx) => this.find(tx, caller, caseId));
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need', action } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const { released } = await this.gate.openItems(opening, found.items);
    return recordOf(caller, found, {
      person: people.released[0] ?? null,
      items: new Map(released.map((item) => [item.itemId, item])),
      withheld: found.asked - released.length,
    });
  }

  private async find(tx: CallerTransaction, caller: StaffCaller, caseId: string): Promise<Found> {
    const [hubs, hands] = [tx.of(HubStore), tx.of(HandOverStore)];
    const file = await tx.of(CaseStore).find(caseId);
    const hubId = await hands.findClosedHub(caseId);
    const hub = hubId ? await hubs.findHub(hubId) : undefined;
    const decision = await hands.findDecision(caseId, hub?.id ?? null);
    if (!file || (!hub && !decision)) throw new Failure('NOTHING_HANDED_OVER');
    const events = hub ? await tx.of(BoardStore).findEvents(hub.id, 0) : [];
    const board = events.reduce(applyEvent, EMPTY_BOARD);
    const [reports, protections, gradings, questions] = [
      await hands.findReports(caseId),
      await hands.findProtections(caseId),
      await hands.findGradings(caseId),
      hub ? await hubs.findQuestions(hub.id) : [],
    ];
    const ids = new Set([
      ...reports.flatMap(({ itemIds }) => itemIds),
      ...protections.flatMap(({ itemId }) => itemId ?? []),
      ...gradings.map(({ itemId }) => itemId),
      ...questions.flatMap(({ itemIds }) => itemIds),
      ...board.map.map(({ item }) => item),
      ...Object.values(board.texts).map(({ item }) => item),
      ...(decision ? [decision.itemId] : []),
    ]);
    const named = [...questions.flatMap(({ answeredBy }) => answeredBy ?? []), ...Object.keys(board.attended)];
    return {
      file,
      until: await hubs.findEndOfWork(caseId),
      hub,
      handOver: await hands.findOfCase(caseId),
      reports,
      protections,
      gradings,
      questions,
      decision,
      events,
      board,
      members: await hubs.findMembers(caseId, [...named, caller.staffId]),
      instruments: await instrumentsOf(tx, caller.municipalityId),
      identities: await tx.of(IdentityStore).findSealed([file.personId]),
      items: await tx.of(ItemStore).findSealed([...ids]),
      asked: ids.size,
      asOf: tx.now,
    };
  }
}

interface Opened {
  readonly person: HandOverRecord['person'];
  readonly items: ReadonlyMap<string, ReleasedItem>;
  readonly withheld: number;
}

function recordOf(caller: StaffCaller, found: Found, { person, items, withheld }: Opened): HandOverRecord {
  const { board, members, questions, instruments } = found;
  const member = (id: string | null) => members.find(({ staffId }) => staffId === id);
  const unitName = (id: string): string =>
    questions.find(({ unitId }) => unitId === id)?.unitName ??
    members.find(({ unitId }) => unitId === id)?.unitName ??
    '';
  const releasedOf = (ids: readonly string[]): ReleasedItem[] => ids.flatMap((id) => items.get(id) ?? []);
  const differences = findDifferences(board.map);
  const differing = new Set(differences.flatMap(({ present, absent }) => [...present, ...absent]));
  const unitsOf = (entries: readonly string[]): string[] => [
    ...new Set(board.map.filter(({ id }) => entries.includes(id)).map(({ unit }) => unitName(unit))),
  ];
  const assessment = board.texts['joint-assessment'];
  return {
    caseId: found.file.id,
    caseNumber: found.file.number,
    until: found.until,
    grade: found.file.grade,
    hub: found.hub ?? null,
    handOver: found.handOver ?? null,
    person,
    reports: found.reports.map(({ itemIds, receivedAt, channel, reporterKind }) => ({
      receivedAt,
      channel,
      reporterKind,
      items: releasedOf(itemIds),
    })),
    protections: found.protections.map(({ itemId, ...protection }) => ({
      ...protection,
      reasons: itemId === null ? null : (items.get(itemId) ?? null),
    })),
    gradings: found.gradings.map(({ itemId, ...grading }) => ({
      ...grading,
      instrumentLabel: instrumentWords(instruments, grading.instrument),
      reasons: items.get(itemId) ?? null,
    })),
    answers: questions.map((question) => ({
      unitName: question.unitName,
      knowledge: question.answer,
      answeredAt: question.answeredAt,
      answeredByName: member(question.answeredBy)?.name ?? null,
      late: question.answeredAt !== null && question.answeredAt >= question.dueAt,
      given: question.givenAt !== null,
      // What a unit answered and never gave stays with the unit.
      items: question.givenAt === null ? [] : releasedOf(question.itemIds),
    })),
    map: board.map.flatMap(({ id, kind, unit, item, topic, stance }) =>
      releasedOf([item]).map((said) => ({
        kind,
        unitName: unitName(unit),
        item: said,
        topic,
        topicLabel: topic === null ? null : factorWords(instruments, topic),
        stance,
        differs: differing.has(id),
      })),
    ),
    differences: differences.map(({ topic, present, absent }) => ({
      topic,
      topicLabel: factorWords(instruments, topic),
      present: unitsOf(present),
      absent: unitsOf(absent),
    })),
    assessment: assessment ? (items.get(assessment.item) ?? null) : null,
    decision: found.decision
      ? {
          byHub: found.decision.byHub,
          kind: found.decision.kind,
          decidedByName: found.decision.decidedByName,
          decidedByTitle: found.decision.decidedByTitle,
          decidedAt: found.decision.decidedAt,
          reasons: items.get(found.decision.itemId) ?? null,
        }
      : null,
    participants: attendanceOf(found.events).map(({ member: id, unit, stays }) => ({
      name: member(id)?.name ?? '',
      unitName: unitName(unit),
      stays,
    })),
    withheld,
    readAt: found.asOf,
    readerName: member(caller.staffId)?.name ?? '',
    readerTitle: member(caller.staffId)?.title ?? '',
  };
}
