import { Injectable } from '@nestjs/common';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { DeadlineFactsRow } from './deadline.port.js';

/** Carried out once, in the transaction that writes it down, as the service `deadlines`. */
export type CarryOutAct = (tx: CallerTransaction, deadline: DeadlineFactsRow) => Promise<void>;

/** Who carries out what a kind of deadline makes happen beside its alarms (`ACTS_OF_KIND`); a concept adds its own at boot. */
@Injectable()
export class DeadlineActs {
  private readonly acts = new Map<string, CarryOutAct>();

  add(name: string, act: CarryOutAct): void {
    this.acts.set(name, act);
  }

  find(name: string): CarryOutAct | undefined {
    return this.acts.get(name);
  }
}
