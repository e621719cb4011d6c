import { Query, Resolver } from '@nestjs/graphql';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ListInstruments } from '#use-cases/report/list-instruments.js';
import { Requires } from '../guard/requires.js';
import { CurrentCaller } from '../session/current-caller.js';
import { Instrument } from './instrument.model.js';

@Resolver(() => Instrument)
export class InstrumentResolver {
  constructor(private readonly list: ListInstruments) {}

  /** Whoever reports answers one, and whoever grades; the questions themselves say nothing of anybody. */
  @Requires('signed-in')
  @Query(() => [Instrument], { description: 'What my municipality grades and reports by.' })
  instruments(@CurrentCaller() caller: StaffCaller): Promise<readonly Instrument[]> {
    return this.list.run(caller);
  }
}
