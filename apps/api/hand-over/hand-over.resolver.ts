import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { hasCapability } from '#domain/organisation/role.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import { answersOf, measuresOf, type HandOverRecord } from '#use-cases/hand-over/hand-over-record.js';
import { ReadHandOver } from '#use-cases/hand-over/read-hand-over.js';
import { ReceiveHandOver } from '#use-cases/hand-over/receive-hand-over.js';
import { Requires } from '../guard/requires.js';
import { hubLine, personShown } from '../hub/hub-shown.js';
import { CurrentCaller } from '../session/current-caller.js';
import { HandOver, HandOverReceived, type SaidItem } from './hand-over.model.js';

@Resolver(() => HandOver)
export class HandOverResolver {
  constructor(
    private readonly read: ReadHandOver,
    private readonly receive: ReceiveHandOver,
  ) {}

  @Requires('read-content')
  @Query(() => HandOver, {
    description: 'What is handed over with a case: from its newest closed hub, or from a decision without one.',
  })
  async handOver(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }) caseId: string,
  ): Promise<HandOver> {
    return handOverShown(await this.read.run(caller, caseId), caller);
  }

  @Requires('receive-hand-over')
  @Mutation(() => HandOverReceived, { description: 'The investigator has it.' })
  receiveHandOver(
    @CurrentCaller() caller: StaffCaller,
    @Args('caseId', { type: () => ID }) caseId: string,
  ): Promise<HandOverReceived> {
    return this.receive.run(caller, caseId);
  }
}

const said = (item: ReleasedItem): SaidItem => ({
  id: item.itemId,
  category: item.category,
  text: item.content.text,
  ground: item.ground.id,
  measures: measuresOf(item),
  ...answersOf(item),
});
const saidOrNull = (item: ReleasedItem | null): SaidItem | null => (item ? said(item) : null);

function handOverShown(record: HandOverRecord, caller: StaffCaller): HandOver {
  const { handOver } = record;
  return {
    caseId: record.caseId,
    caseNumber: record.caseNumber,
    until: record.until,
    grade: record.grade,
    hub: record.hub && hubLine(record.hub, record.person),
    person: record.person ? personShown(record.person) : null,
    receiver: handOver,
    startedAt: record.hub?.startedAt ?? null,
    closedAt: record.hub?.closedAt ?? null,
    reports: record.reports.map((report) => ({ ...report, items: report.items.map(said) })),
    protections: record.protections.map((row) => ({ ...row, reasons: saidOrNull(row.reasons) })),
    gradings: record.gradings.map((grading) => ({ ...grading, reasons: saidOrNull(grading.reasons) })),
    answers: record.answers.map((answer) => ({ ...answer, items: answer.items.map(said) })),
    map: record.map.map((entry) => ({ ...entry, item: said(entry.item) })),
    differences: record.differences.map(({ topic, topicLabel, present, absent }) => ({
      topic,
      topicLabel,
      present: [...present],
      absent: [...absent],
    })),
    assessment: saidOrNull(record.assessment),
    decision: record.decision ? { ...record.decision, reasons: saidOrNull(record.decision.reasons) } : null,
    participants: record.participants.map(({ name, unitName, stays }) => ({
      name,
      unitName,
      stays: stays.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) })),
    })),
    withheld: record.withheld,
    mayReceive:
      handOver !== null &&
      handOver.receivedAt === null &&
      hasCapability(caller.role, 'receive-hand-over') &&
      (handOver.toStaffId === caller.staffId || caller.role === 'manager'),
  };
}
