import { Injectable } from '@nestjs/common';
import { Failure } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { MovableClock } from './clock.port.js';

/** A month ahead shows every alarm; further the invented people's posts and agreements would run out. */
const FARTHEST = 31 * 24 * 60;

export interface ClockShown {
  readonly now: Date;
  readonly aheadMinutes: number;
}

/**
 * Moves a demonstration's time, so that warnings and escalations can be seen. Whoever calls makes sure that it is a
 * demonstration; elsewhere the table that it needs is missing.
 */
@Injectable()
export class MoveClock {
  constructor(private readonly asCaller: AsCaller) {}

  read(caller: StaffCaller): Promise<ClockShown> {
    return this.asCaller.run(caller, (tx) => tx.of(MovableClock).read());
  }

  move(caller: StaffCaller, minutes: number): Promise<ClockShown> {
    return this.change(caller, async (clock) => {
      const { aheadMinutes } = await clock.read();
      if (minutes < 1) throw new Failure('CLOCK_ONLY_FORWARD', 'minutes');
      if (aheadMinutes + minutes > FARTHEST) throw new Failure('CLOCK_TOO_FAR', 'minutes');
      return clock.move(minutes);
    });
  }

  reset(caller: StaffCaller): Promise<ClockShown> {
    return this.change(caller, (clock) => clock.reset());
  }

  private change(caller: StaffCaller, deed: (clock: MovableClock) => Promise<Date>): Promise<ClockShown> {
    return this.asCaller.run(caller, async (tx) => {
      const shown = await tx.asService('sign-in', async (service: CallerTransaction) => {
        const clock = service.of(MovableClock);
        await deed(clock);
        return clock.read();
      });
      await tx.of(OutboxStore).put([
        { topic: 'job:reconcile', payload: {} },
        { topic: 'live:clock:all', payload: { now: shown.now.toISOString() } },
      ]);
      return shown;
    });
  }
}
