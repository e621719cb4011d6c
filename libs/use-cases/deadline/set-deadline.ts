import { Injectable } from '@nestjs/common';
import { type AlarmPlan, parseAlarmPlan } from '#domain/deadline/alarm-plan.js';
import {
  BUILT_IN_DEADLINES,
  BUILT_IN_RULES,
  DEADLINE_KINDS,
  type DeadlineKind,
  dueOfKind,
} from '#domain/deadline/built-in-deadlines.js';
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import { parseDeadlineRule } from '#domain/deadline/parse-deadline-rule.js';
import type { Fault } from '#domain/kernel/result.js';
import { Failure, InvalidInput } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { alarmsOf } from './deadline-plan.js';
import { DeadlineSettings } from './deadline-settings.port.js';

export interface DeadlineKindSetting {
  readonly kind: DeadlineKind;
  readonly source: string;
  readonly startsAt: string;
  /** The law's own limit: a later end than the built-in one is never used. */
  readonly statutoryMaximum: boolean;
  /** Whether the municipality has a rule of its own. */
  readonly own: boolean;
  readonly rule: DeadlineRule;
  readonly builtInRule: DeadlineRule;
  readonly alarms: AlarmPlan;
  /** When it would be due if it began now, with the law's limit counted in. */
  readonly dueIfNow: Date | null;
  readonly version: number;
}

/** What the administrator of a municipality sets for its deadlines; what already runs keeps the rule that it began with. */
@Injectable()
export class SetDeadline {
  constructor(private readonly asCaller: AsCaller) {}

  list(caller: StaffCaller): Promise<DeadlineKindSetting[]> {
    return this.asCaller.run(caller, listAll);
  }

  /** `rule` and `alarms` as configurations write them. */
  set(
    caller: StaffCaller,
    wanted: { kind: DeadlineKind; rule: unknown; alarms: unknown; version: number },
  ): Promise<DeadlineKindSetting> {
    const faults = faultsOf(wanted);
    if (faults.length > 0) {
      throw new InvalidInput(faults.map(({ path, code }) => ({ field: path, code: codeOf(code) })));
    }
    return this.change(caller, wanted.kind, 'set', (tx) => tx.of(DeadlineSettings).put(wanted));
  }

  reset(caller: StaffCaller, kind: DeadlineKind, version: number): Promise<DeadlineKindSetting> {
    return this.change(caller, kind, 'reset', (tx) => tx.of(DeadlineSettings).remove(kind, version));
  }

  private change(
    caller: StaffCaller,
    kind: DeadlineKind,
    deed: 'set' | 'reset',
    write: (tx: CallerTransaction) => Promise<boolean>,
  ): Promise<DeadlineKindSetting> {
    return this.asCaller.run(caller, async (tx) => {
      if (!(await write(tx))) throw new Failure('CONFLICT');
      await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', detail: { deadlineSetting: kind, deed } }]);
      const now = (await listAll(tx)).find((one) => one.kind === kind);
      if (!now) throw new Error(`no setting of ${kind} can be read`);
      return now;
    });
  }
}

function faultsOf({ rule, alarms }: { readonly rule: unknown; readonly alarms: unknown }): Fault[] {
  const parsedRule = parseDeadlineRule(rule);
  const parsedAlarms = parseAlarmPlan(alarms);
  return [...(parsedRule.ok ? [] : [parsedRule.error]), ...(parsedAlarms.ok ? [] : [parsedAlarms.error])];
}

const codeOf = (code: string): string => `DEADLINE_${code.toUpperCase().replaceAll('-', '_')}`;

async function listAll(tx: CallerTransaction): Promise<DeadlineKindSetting[]> {
  const settings = new Map((await tx.of(DeadlineSettings).findAll()).map((one) => [one.kind, one]));
  return DEADLINE_KINDS.map((kind) => {
    const setting = settings.get(kind);
    const parsed = setting === undefined ? undefined : parseDeadlineRule(setting.rule);
    const rule = parsed?.ok ? parsed.value : BUILT_IN_RULES[kind];
    const due = dueOfKind(kind, tx.now.getTime(), { ...BUILT_IN_RULES, [kind]: rule });
    const { source, startsAt, statutoryMaximum } = BUILT_IN_DEADLINES[kind];
    return {
      kind,
      source,
      startsAt,
      statutoryMaximum,
      own: setting !== undefined,
      rule,
      builtInRule: BUILT_IN_RULES[kind],
      alarms: alarmsOf(kind, setting?.alarms),
      dueIfNow: due.ok ? new Date(due.value) : null,
      version: setting?.version ?? 0,
    };
  });
}
