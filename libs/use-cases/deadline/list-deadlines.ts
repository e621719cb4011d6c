import { Injectable } from '@nestjs/common';
import { dutyTimeBetween } from '#domain/deadline/count-duty-hours.js';
import { hasCapability } from '#domain/organisation/role.js';
import { parseDeadlineRule } from '#domain/deadline/parse-deadline-rule.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { notFound } from '../failure.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { shownPeople } from '../report/view-person.js';
import { DeadlineLists, type DeadlinePlaceInList, type ListedDeadline } from './deadline-lists.port.js';

/** How the time runs, as a reader needs to know it. */
export type DeadlineClock = 'real' | 'duty' | 'calendar';

export interface ShownDeadline extends Omit<ListedDeadline, 'rule' | 'personId'> {
  /** Of whom the case is about, as far as the gate lets the reader have the name; null in a case's own list. */
  readonly initials: string | null;
  readonly clock: DeadlineClock;
  /** Milliseconds of open time left, where only open time counts. */
  readonly dutyLeft: number | null;
}

/**
 * What is due on the caller's cases and in their unit: danger, then the earliest first, so that what is late stands on top. That a case has
 * a deadline tells of the case, so each look is a line (GDPR 32).
 */
@Injectable()
export class ListDeadlines {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly appender: LedgerAppender,
    private readonly gate: Gate,
  ) {}

  async mine(
    caller: StaffCaller,
    page: { readonly first: number; readonly after: DeadlinePlaceInList | null },
  ): Promise<{ deadlines: ShownDeadline[]; more: boolean; late: number; running: number }> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const lists = tx.of(DeadlineLists);
      const [mine, counts] = await Promise.all([lists.findMine(page.first + 1, page.after), lists.countMine()]);
      const listed = mine.slice(0, page.first);
      const personIds = [...new Set(listed.flatMap(({ personId }) => personId ?? []))];
      return {
        listed,
        personIds,
        sealed: await tx.of(IdentityStore).findSealed(personIds),
        asOf: tx.now,
        more: mine.length > page.first,
        counts,
      };
    });
    const opened = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need', list: 'deadlines' },
      found.sealed,
    );
    const people = shownPeople(found.personIds, opened);
    const seen = found.listed.length;
    if (seen > 0)
      await this.appender.append(caller, [
        { action: 'read', outcome: 'release', ground: 'internal', detail: { list: 'deadlines', shown: seen } },
      ]);
    const initialsOf = (id: string | null) => (id === null ? null : (people.get(id)?.initials ?? null));
    return {
      deadlines: found.listed.map((one) => ({
        ...shown(caller, one, found.asOf),
        initials: initialsOf(one.personId),
      })),
      more: found.more,
      ...found.counts,
    };
  }

  async ofCase(caller: StaffCaller, caseId: string): Promise<ShownDeadline[]> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const lists = tx.of(DeadlineLists);
      const deadlines = await lists.findOfCase(caseId);
      // Of a case without deadlines nothing is told that is not told of a case that is not there.
      if (deadlines.length === 0 && !(await lists.seesCase(caseId))) throw notFound();
      return deadlines.map((one) => shown(caller, one, tx.now));
    });
    await this.appender.append(caller, [
      { action: 'read', outcome: 'release', ground: 'internal', caseId, detail: { facts: 'deadlines' } },
    ]);
    return found;
  }
}

function shown(caller: StaffCaller, { rule, personId: _, ...listed }: ListedDeadline, now: Date): ShownDeadline {
  // A unit's question is one's own only where one's role answers it.
  const answers = listed.kind !== 'unit-knowledge' || hasCapability(caller.role, 'answer-question');
  const deadline = { ...listed, mine: listed.mine && answers, initials: null };
  const parsed = parseDeadlineRule(rule);
  if (!parsed.ok || parsed.value.unit === 'elapsed') return { ...deadline, clock: 'real', dutyLeft: null };
  if (parsed.value.unit !== 'dutyHours') return { ...deadline, clock: 'calendar', dutyLeft: null };
  return {
    ...deadline,
    clock: 'duty',
    dutyLeft: dutyTimeBetween(parsed.value, now.getTime(), deadline.dueAt.getTime()),
  };
}
