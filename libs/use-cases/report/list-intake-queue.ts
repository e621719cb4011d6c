import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { IntakeQueueStore, type QueuedCase, type QueueWanted } from './intake-queue.port.js';
import { shownPeople, type PersonShown } from './view-person.js';

export interface QueueEntry extends QueuedCase {
  readonly person: PersonShown;
}

export interface QueuePage {
  readonly entries: readonly QueueEntry[];
  readonly more: boolean;
  readonly counts: { readonly ungraded: number; readonly graded: number };
}

/** What has come in and is not yet decided, danger first, then what is due first (SoL 20:1–2). */
@Injectable()
export class ListIntakeQueue {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, wanted: QueueWanted): Promise<QueuePage> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const queue = tx.of(IntakeQueueStore);
      const [cases, counts] = await Promise.all([queue.find({ ...wanted, first: wanted.first + 1 }), queue.count()]);
      const shown = cases.slice(0, wanted.first);
      const personIds = [...new Set(shown.map(({ personId }) => personId))];
      return {
        shown,
        personIds,
        more: cases.length > wanted.first,
        counts,
        sealed: await tx.of(IdentityStore).findSealed(personIds),
        asOf: tx.now,
      };
    });
    const opened = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need', list: 'intake-queue' },
      found.sealed,
    );
    const people = shownPeople(found.personIds, opened);
    return {
      entries: found.shown.map((one) => ({ ...one, person: people.get(one.personId)! })),
      more: found.more,
      counts: found.counts,
    };
  }
}
