import { Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadTownLimits } from '#use-cases/organisation/read-town-limits.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { TownLimits } from './town-limits.model.js';

const asDate = (since: string | null): Date | null => (since === null ? null : new Date(since));

@Resolver(() => TownLimits)
export class TownLimitsResolver {
  constructor(private readonly limits: ReadTownLimits) {}

  @Requires('manage-organisation')
  @Query(() => TownLimits, { description: 'Which grounds are switched off or narrowed in this municipality, and why.' })
  async townLimits(@CurrentCaller() caller: StaffCaller): Promise<TownLimits> {
    const { grounds, childSigns, consents } = await this.limits.run(caller);
    return {
      grounds: grounds.map(({ categories = null, purposes = null, receivers = null, since, ...limit }) => ({
        ...limit,
        categories,
        purposes,
        receivers,
        since: asDate(since),
      })),
      childSigns: { ...childSigns, since: asDate(childSigns.since) },
      consents,
    };
  }
}
