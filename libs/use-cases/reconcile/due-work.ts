import { Injectable } from '@nestjs/common';
import type { ServiceCaller, ServiceName } from '../gate/caller.js';

/** A kind of work whose due times stand in tables. */
export interface DueWorkKind {
  readonly name: string;
  readonly service: ServiceName;
  /** Does what is due and hands what soon will be to the queue; answers how much was due. */
  reconcile(caller: ServiceCaller): Promise<number>;
  /** Whether something is due that nobody does, asked every few seconds: a wiped queue shows here first. */
  isOverdue?(caller: ServiceCaller): Promise<boolean>;
}

/** Everything that is recomputed from the tables on start and every minute; a concept adds its own at boot. */
@Injectable()
export class DueWork {
  private readonly kinds: DueWorkKind[] = [];

  add(kind: DueWorkKind): void {
    this.kinds.push(kind);
  }

  all(): readonly DueWorkKind[] {
    return this.kinds;
  }
}
