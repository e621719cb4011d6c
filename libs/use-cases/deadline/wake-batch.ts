/**
 * Does what deadlines owe by now, each effect once, with their notices, ledger lines and next wakes in one transaction.
 * However many they are it takes the same few statements; what is owed and who is told is decided for each by the rules.
 */
import { DECIDED_BY_MANAGERS, isKnownOnCaseOnly, isMissedInSilence } from '#domain/deadline/acts-of-kind.js';
import type { AlarmPlan } from '#domain/deadline/alarm-plan.js';
import { decideTold, type Told } from '#domain/deadline/decide-told.js';
import { type DeadlineFacts, decideDueEffects, type DueEffect, findNextWake } from '#domain/deadline/decide-wakes.js';
import { MINUTE } from '#domain/kernel/instant.js';
import type { NoticeKind } from '#domain/notice/notice.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { type LedgerLine, LedgerStore } from '../ledger/ledger.port.js';
import { notifyAll, type ToNotify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { assignForShift } from '../report/assign-for-shift.js';
import { DutyStore } from '../report/duty.port.js';
import type { DeadlineActs } from './deadline-acts.js';
import { deadlinesTopic, planOf, stateOf } from './deadline-plan.js';
import { wakeMessages } from './wake-bucket.js';
import { type AudienceFacts, type TakenDeadline, type WakeOutcome, WakeStore } from './wake.port.js';

/** What comes later is handed to the queue by reconciling, minutes before; here it would only cost the next alarm time. */
const SOON = 5 * MINUTE;

const NOTICE_OF: Readonly<Record<DueEffect['effect']['kind'], NoticeKind>> = {
  warn: 'deadline-warning',
  act: 'deadline-warning',
  miss: 'deadline-missed',
  escalate: 'deadline-escalated',
};

interface Owed {
  readonly row: TakenDeadline;
  readonly facts: DeadlineFacts;
  readonly plan: AlarmPlan;
  readonly due: readonly DueEffect[];
}

interface Happening {
  readonly row: TakenDeadline;
  readonly due: DueEffect;
}

/** Answers how many effects were carried out. The rows are in hand of this transaction. */
export async function carryOutBatch(
  tx: CallerTransaction,
  acts: DeadlineActs,
  rows: readonly TakenDeadline[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const now = tx.now.getTime();
  const owed = rows.map((row) => owedBy(row, now, acts));
  const happenings = await record(tx, owed);
  for (const { row, due } of happenings) {
    if (due.effect.kind === 'act') await acts.find(due.effect.name)?.(tx, row);
  }
  const told = await tell(tx, happenings);
  await tx.of(LedgerStore).record(happenings.map((one) => ledgerLine(one, told.get(effectKey(one)) ?? 0)));
  const outcomes = owed.map(outcomeOf);
  await tx.of(WakeStore).setOutcomes(outcomes);
  const soon = outcomes.flatMap(({ nextWakeAt }) => nextWakeAt?.getTime() ?? []).filter((at) => at - now <= SOON);
  const changed = new Map(happenings.map(({ row }) => [row.id, row]));
  await tx.of(OutboxStore).put([
    ...wakeMessages(soon),
    ...[...changed.values()].map(({ id, branchId }) => ({
      topic: deadlinesTopic(branchId),
      payload: { deadlineId: id },
    })),
  ]);
  return happenings.length;
}

function owedBy(row: TakenDeadline, now: number, acts: DeadlineActs): Owed {
  const facts: DeadlineFacts = {
    state: stateOf(row),
    start: row.startsAt.getTime(),
    due: row.dueAt.getTime(),
    done: new Set(row.done),
  };
  const whole = planOf(row.kind, row.alarms);
  // An act that nobody in this process carries out waits for a process that does.
  const plan = { ...whole, acts: (whole.acts ?? []).filter(({ name }) => acts.find(name) !== undefined) };
  return { row, facts, plan, due: row.voidReason === null ? decideDueEffects(facts, now, plan) : [] };
}

async function record(tx: CallerTransaction, owed: readonly Owed[]): Promise<Happening[]> {
  const all = owed.flatMap(({ row, due }) => due.map((one) => ({ row, due: one })));
  if (all.length === 0) return [];
  const written = await tx
    .of(WakeStore)
    .recordEffects(all.map(({ row, due }) => ({ deadlineId: row.id, key: due.key, late: due.late })));
  const isNew = new Set(written.map(({ deadlineId, key }) => `${deadlineId} ${key}`));
  return all.filter(({ row, due }) => isNew.has(`${row.id} ${due.key}`));
}

const effectKey = ({ row, due }: Happening): string => `deadline:${row.id}:${due.key}`;

async function tell(tx: CallerTransaction, happenings: readonly Happening[]): Promise<ReadonlyMap<string, number>> {
  const telling = happenings.filter(
    ({ row, due: { effect } }) =>
      effect.kind !== 'act' && row.ownerUnitId !== null && !(effect.kind === 'miss' && isMissedInSilence(row.kind)),
  );
  if (telling.length === 0) return new Map();
  const audiences = await tx.of(WakeStore).getAudiences(telling.map(({ row }) => row));
  const heard = telling.map((one) => ({ ...one, told: decideHeard(one, audiences.get(one.row.id), tx.now) }));
  await giveToShift(tx, heard);
  return notifyAll(
    tx,
    heard.map(({ told, ...one }): ToNotify => ({
      staffIds: told.members,
      kind: NOTICE_OF[one.due.effect.kind],
      effectKey: effectKey(one),
      deadlineId: one.row.id,
      caseId: one.row.caseId,
      dueAt: one.row.dueAt,
      late: one.due.late,
    })),
  );
}

/** Whom an alarm has gone on to as the last, the emergency service, can do what it asks: they are put on the case. */
async function giveToShift(
  tx: CallerTransaction,
  heard: readonly (Happening & { readonly told: Told })[],
): Promise<void> {
  const called = heard.filter(({ row, told }) => told.step === 'duty-roster' && row.caseId !== null);
  if (called.length === 0) return;
  // Only the house's own service: a case never leaves its house by an alarm.
  const onDuty = await tx.of(DutyStore).findOnDuty([...new Set(called.map(({ row }) => row.branchId))]);
  const wanted = called.flatMap(({ row: { branchId, caseId, municipalityId }, told }) =>
    onDuty
      .filter((one) => one.branchId === branchId && told.members.includes(one.staffId))
      .flatMap((one) => (caseId === null ? [] : { ...one, caseId, municipalityId })),
  );
  const once = new Map(wanted.map((one) => [`${one.caseId} ${one.staffId}`, one]));
  await assignForShift(tx, [...once.values()]);
}

const NOBODY: Told = { members: [], step: null };

function decideHeard({ row, due }: Happening, audience: AudienceFacts | undefined, now: Date): Told {
  if (!audience || row.ownerUnitId === null) return NOBODY;
  return decideTold(due.effect, {
    owner: row.ownerStaffId,
    assigned: audience.assignedStaff,
    ...(isKnownOnCaseOnly(row.kind) ? { mayKnow: onCase(audience) } : {}),
    byManagers: DECIDED_BY_MANAGERS.includes(row.kind),
    chain: {
      house: row.branchId,
      unit: row.ownerUnitId,
      emergencyService: audience.emergencyUnitId,
      memberships: audience.memberships,
      duties: audience.duties,
      at: now.getTime(),
    },
  });
}

/** By name, or by their unit. */
const onCase = ({ assignedStaff, assignedUnits, memberships }: AudienceFacts): ReadonlySet<string> =>
  new Set([
    ...assignedStaff,
    ...memberships.filter(({ unit }) => assignedUnits.includes(unit)).map(({ member }) => member),
  ]);

const ledgerLine = ({ row, due }: Happening, told: number): LedgerLine => ({
  action: 'change',
  outcome: 'done',
  municipalityId: row.municipalityId,
  caseId: row.caseId,
  detail: { deadlineId: row.id, deadline: due.key, kind: row.kind, late: due.late, told },
});

function outcomeOf({ row, facts, plan, due }: Owed): WakeOutcome {
  const missed = due.some(({ effect }) => effect.kind === 'miss');
  const done = new Set([...facts.done, ...due.map(({ key }) => key)]);
  // A void one is owed by nobody any longer.
  const next =
    row.voidReason !== null ? null : findNextWake({ ...facts, done, state: missed ? 'missed' : facts.state }, plan);
  return { deadlineId: row.id, missed, nextWakeAt: next === null ? null : new Date(next) };
}
