import { Injectable } from '@nestjs/common';
import { isCurrent } from '#domain/plan/entry-states.js';
import { KINDS } from '#domain/plan/plan-entry.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { Seat } from '#use-cases/live/read-room.js';
import { ReadPlan } from '#use-cases/plan/read-plan.js';
import type { ShownEntry } from '#use-cases/plan/shown-entry.js';
import { TellPlan, type ChangedEntry } from '#use-cases/plan/tell-plan.js';
import { type ChangePayload, LiveTopic, LiveTopics, type Told } from '../live/live-topic.js';
import { entryShown } from './plan-shown.js';

/**
 * `plan:<group>`: a group's plan. What has been written or changed goes to each reader as the gate releases it to that reader
 * now; to the others it has not happened (OSL 26:1). Where somebody may have less, each is told the whole as it is for them, so
 * that nothing names what has left. That the plan is put forward, answered or sat at by others all its readers hear.
 */
@Injectable()
export class PlanTopic extends LiveTopic {
  readonly name = 'plan';
  readonly requires = 'take-part-in-meeting' as const;
  override readonly tellsAll = true;

  constructor(
    private readonly plans: ReadPlan,
    private readonly telling: TellPlan,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.plans.mayWatch(caller, id);
  }

  async tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    const anew = payloads.some(({ sight }) => sight === true);
    const { parts, ended } = await this.telling.forRoom(seats, {
      groupId: id,
      requires: this.requires,
      changed: anew ? 'all' : payloads.flatMap(changedIn),
    });
    const said = payloads.flatMap(saidAround);
    const once = new WrittenOnce();
    const changes = new Map<string, readonly object[]>();
    for (const [session, { entries, own }] of parts) {
      if (entries === null) {
        changes.set(session, [REVOKED]);
        continue;
      }
      const told = anew ? [once.whole(entries)] : entries.map((entry) => once.entry(entry));
      const page = anew ? own : entries.some(touchesPage);
      const around = FRAMES.find(({ of }) => isOf(of, page ? [...said, 'page'] : said));
      changes.set(session, around ? [...told, around] : told);
    }
    return { changes, ended };
  }
}

/** What is given, or given otherwise, is told to the house that gives and the one that gets. */
function changedIn({ entryId, given, from, to }: ChangePayload): ChangedEntry[] {
  if (typeof entryId === 'string') return [{ id: entryId, houses: null }];
  return typeof given === 'string' ? [{ id: given, houses: [String(from), String(to)] }] : [];
}

const REVOKED = { kind: 'revoked' };
/** What stands around the entries, which a page reads anew: who sits there, the versions, or all that the page itself shows. */
const AROUND = ['seats', 'versions', 'page'] as const;
type Around = (typeof AROUND)[number];

/** Every set of them but the empty one, so that those who are told the same are sent the same object. */
const FRAMES = [1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  kind: 'plan',
  of: AROUND.filter((_, place) => (bits >> place) & 1),
}));

const isOf = (of: readonly Around[], said: readonly Around[]): boolean =>
  AROUND.every((one) => of.includes(one) === said.includes(one));

function saidAround({ planId, frame }: ChangePayload): Around[] {
  if (frame === true) return ['seats'];
  return typeof planId === 'string' ? ['versions'] : [];
}

/** Of what there is one alone, what else may be written changes as it is begun and as it is over. */
const touchesPage = ({ kind, state, version }: ShownEntry): boolean =>
  KINDS[kind].single && (version === 1 || !isCurrent(state));

/** What the family has said of it, and that it came of their proposal, are told by `plan-voices:<group>`; what it was is read. */
function entryTold(shown: ShownEntry): object {
  const { voices: _, proposedBy: __, categoryChanges: ___, ...entry } = entryShown(shown);
  return entry;
}

/** Those who are shown the same are sent the same object. */
class WrittenOnce {
  private readonly entries = new Map<ShownEntry, { readonly kind: 'entry'; readonly entry: object }>();
  private readonly wholes = new Map<string, object>();
  private readonly numbers = new Map<ShownEntry, number>();

  entry(shown: ShownEntry) {
    const known = this.entries.get(shown) ?? ({ kind: 'entry', entry: entryTold(shown) } as const);
    this.entries.set(shown, known);
    return known;
  }

  whole(entries: readonly ShownEntry[]): object {
    const key = entries.map((entry) => this.numberOf(entry)).join(' ');
    const known = this.wholes.get(key) ?? { kind: 'entries', entries: entries.map((one) => this.entry(one).entry) };
    this.wholes.set(key, known);
    return known;
  }

  private numberOf(shown: ShownEntry): number {
    const number = this.numbers.get(shown) ?? this.numbers.size + 1;
    this.numbers.set(shown, number);
    return number;
  }
}
