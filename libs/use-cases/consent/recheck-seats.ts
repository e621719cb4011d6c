import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { endUnreachedSeats } from '../group/end-unreached-seats.js';
import { GroupStore } from '../group/group.port.js';
import { endUnreached } from '../hub/end-unreached.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { tellWhatEnded } from './tell-what-ended.js';

/** Every house's groups and joint meetings about the person: a ground is about somebody, not about one house's case. */
export async function endWhatIsUnreached(tx: CallerTransaction, personId: string): Promise<void> {
  await endUnreached(tx, personId);
  await endUnreachedSeats(tx, personId);
  await tellWhatEnded(tx, personId);
}

/**
 * Seats, places at tables and invitations that time alone has taken the ground from: an assessment's end, an age, or a
 * ground that the town has switched off (OSL 10:18 a, 10:15 a).
 */
@Injectable()
export class RecheckSeats implements DueWorkKind {
  readonly name = 'seats';
  readonly service = 'consents';

  constructor(private readonly asCaller: AsCaller) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const people = await this.asCaller.run(caller, (tx) => tx.of(GroupStore).findUnreachedPeople());
    for (const personId of people) await this.asCaller.run(caller, (tx) => endWhatIsUnreached(tx, personId));
    return people.length;
  }
}
