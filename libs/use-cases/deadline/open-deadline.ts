/**
 * Begins a time limit in the transaction of the deed that starts it, so that no report, question or decision ever stands
 * without its deadline (SoL 20:1–3; the municipality's own rule, never later than the law's).
 */
import {
  BUILT_IN_DEADLINES,
  BUILT_IN_RULES,
  type DeadlineKind,
  dueOfKind,
} from '#domain/deadline/built-in-deadlines.js';
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import { findNextWake } from '#domain/deadline/decide-wakes.js';
import { parseDeadlineRule } from '#domain/deadline/parse-deadline-rule.js';
import { writeDeadlineRule } from '#domain/deadline/write-deadline-rule.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { DeadlineStore, type DeadlineSetting } from './deadline.port.js';
import { alarmsOf, deadlinesTopic, planOf } from './deadline-plan.js';

export interface DeadlineToOpen {
  readonly kind: DeadlineKind;
  /** Null only for what concerns no case, such as an agreement. */
  readonly caseId: string | null;
  /** What within the case: a question, a report, a decision. */
  readonly aboutId?: string | null;
  readonly startsAt: Date;
  readonly ownerUnitId: string;
  readonly ownerStaffId?: string | null;
  /** Another rule than the municipality's for this kind, e.g. a form's own cadence. */
  readonly rule?: DeadlineRule;
  /** Owed already as it begins, such as feedback asked for after the decision (SoL 19:6). */
  readonly dueAtOnce?: boolean;
  /** What it is for has then come, whatever the rule says: an answer to an invitation is no use after the meeting began. */
  readonly atLatest?: Date;
  /** It is up then and not by the rule alone, such as the next meeting of a group whose last one a feast moved forward. */
  readonly dueAt?: Date;
}

export interface OpenedDeadline {
  readonly deadlineId: string;
  readonly dueAt: Date;
  /** False when the same deadline was open already. */
  readonly opened: boolean;
}

export async function openDeadline(tx: CallerTransaction, wanted: DeadlineToOpen): Promise<OpenedDeadline> {
  const { kind, caseId, ownerUnitId, startsAt } = wanted;
  const deadlines = tx.of(DeadlineStore);
  const place = await deadlines.getPlace(kind, { caseId, unitId: ownerUnitId });
  const rule = wanted.rule ?? ruleOf(kind, place.setting);
  const alarms = alarmsOf(kind, place.setting?.alarms);
  const start = startsAt.getTime();
  const latest = wanted.atLatest?.getTime() ?? Number.POSITIVE_INFINITY;
  const due = wanted.dueAtOnce ? start : Math.min(wanted.dueAt?.getTime() ?? dueFrom(kind, start, rule), latest);
  const nextWake = findNextWake({ state: 'open', start, due, done: new Set() }, planOf(kind, alarms));
  const standing = await deadlines.add({
    id: tx.newId(),
    municipalityId: place.municipalityId,
    branchId: place.branchId,
    kind,
    caseId,
    aboutId: wanted.aboutId ?? null,
    rule: writeDeadlineRule(rule),
    source: BUILT_IN_DEADLINES[kind].source,
    startsAt,
    dueAt: new Date(due),
    ownerUnitId,
    ownerStaffId: wanted.ownerStaffId ?? null,
    alarms: { warnings: alarms.warnings, escalations: alarms.escalations },
    nextWakeAt: nextWake === null ? null : new Date(nextWake),
  });
  if (!standing.added) return { deadlineId: standing.id, dueAt: standing.dueAt, opened: false };
  const { municipalityId } = place;
  const detail = { deadlineId: standing.id, deadline: 'opened', kind };
  await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', municipalityId, caseId, detail }]);
  await tx.of(OutboxStore).put([
    ...(nextWake === null
      ? []
      : [
          {
            topic: 'job:wake-deadline' as const,
            payload: { deadlineId: standing.id, at: new Date(nextWake).toISOString() },
          },
        ]),
    { topic: deadlinesTopic(place.branchId), payload: { deadlineId: standing.id } },
  ]);
  return { deadlineId: standing.id, dueAt: standing.dueAt, opened: true };
}

/** When such a limit would be up if it began now, by the municipality's own rule; nothing is opened. */
export async function dueIfOpened(
  tx: CallerTransaction,
  of: Pick<DeadlineToOpen, 'kind' | 'caseId' | 'ownerUnitId' | 'startsAt'>,
): Promise<number> {
  const { kind, caseId, ownerUnitId: unitId } = of;
  const { setting } = await tx.of(DeadlineStore).getPlace(kind, { caseId, unitId });
  return dueFrom(kind, of.startsAt.getTime(), ruleOf(kind, setting));
}

/** A setting that can no longer be read must not leave a report without a deadline: the built-in rule counts. */
function ruleOf(kind: DeadlineKind, setting: DeadlineSetting | null) {
  const own = setting === null ? null : parseDeadlineRule(setting.rule);
  return own?.ok ? own.value : BUILT_IN_RULES[kind];
}

function dueFrom(kind: DeadlineKind, start: number, rule: ReturnType<typeof ruleOf>): number {
  const own = dueOfKind(kind, start, { ...BUILT_IN_RULES, [kind]: rule });
  if (own.ok) return own.value;
  const builtIn = dueOfKind(kind, start);
  if (!builtIn.ok) throw new Error(`no end of ${kind} can be counted: ${builtIn.error.sentence}`);
  return builtIn.value;
}
