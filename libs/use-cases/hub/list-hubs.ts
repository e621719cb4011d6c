import { Injectable } from '@nestjs/common';
import { DAY } from '#domain/kernel/instant.js';
import { civilDayOf, startOfDay } from '#domain/kernel/stockholm.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { IdentityStore } from '../gate/items.port.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { HubStore, type HubFacts } from './hub.port.js';

const ENDED = ['closed', 'called-off'];

/** One's own hubs, today's and tomorrow's and whatever still waits for its meeting, for the page that says what to do now. */
@Injectable()
export class ListHubs {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async ofToday(
    caller: StaffCaller,
  ): Promise<readonly { readonly hub: HubFacts; readonly person: ReleasedIdentity | null }[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const today = civilDayOf(tx.now.getTime());
      const from = new Date(startOfDay(today));
      const hubs = (
        await tx.of(HubStore).findHubs(new Date(from.getTime() - 30 * DAY), new Date(startOfDay(today + 2)))
      ).filter(({ state, startsAt }) => startsAt >= from || !ENDED.includes(state));
      const persons = [...new Set(hubs.map(({ personId }) => personId))];
      return { hubs, identities: await tx.of(IdentityStore).findSealed(persons), asOf: tx.now };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need', list: 'hubs' },
      found.identities,
    );
    const people = new Map(released.map((person) => [person.personId, person]));
    return found.hubs.map((hub) => ({ hub, person: people.get(hub.personId) ?? null }));
  }
}
