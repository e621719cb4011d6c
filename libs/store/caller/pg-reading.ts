import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CallerTransaction, Port } from '#use-cases/gate/as-caller.js';
import type { Caller, ServiceName } from '#use-cases/gate/caller.js';
import { OneMessage, type Asked } from '../one-message.js';
import { storeOf } from '../providers.js';
import { identityOf, SET_READER } from './identity.js';
import type { Statements } from './store-context.js';

/** A line that is cut is told to whoever waits for its answer; the driver tells it a second time, to nobody in particular. */
const heard = (): void => undefined;

/**
 * Reads under an identity, in as few messages as the work lets it: statements that were asked for before anyone waited for
 * an answer go together, behind the one that says who asks. The identity dies with each message's own transaction.
 */
export class PgReading implements CallerTransaction, Statements {
  private waiting: Asked[] = [];
  private told: Date | undefined;

  constructor(
    private readonly pool: Pool,
    readonly caller: Caller,
  ) {}

  get now(): Date {
    if (!this.told) throw new Error('the database has not told the time yet');
    return this.told;
  }

  newId(): string {
    return randomUUID();
  }

  of<T>(port: Port<T>): T {
    // The time is known only later: a store that asks for it is asked for something after the first answer.
    const time = (): Date => this.now;
    return storeOf(port, {
      manager: this,
      caller: this.caller,
      get now() {
        return time();
      },
    });
  }

  asService<T>(name: ServiceName, work: (tx: CallerTransaction) => Promise<T>): Promise<T> {
    return work(new PgReading(this.pool, { kind: 'service', name, requestId: this.caller.requestId }));
  }

  query<T>(text: string, values: unknown[] = []): Promise<T> {
    return new Promise<T>((done, failed) => {
      this.waiting.push({ text, values, done: done as Asked['done'], failed });
      if (this.waiting.length === 1) queueMicrotask(() => void this.send());
    });
  }

  private async send(): Promise<void> {
    const asked = this.waiting;
    this.waiting = [];
    const identity: Asked = {
      text: SET_READER,
      values: identityOf(this.caller),
      done: (rows) => (this.told ??= (rows[0] as { now: Date }).now),
      failed: () => undefined,
    };
    try {
      const client = await this.pool.connect();
      if (!client.listeners('error').includes(heard)) client.on('error', heard);
      client.query(new OneMessage([identity, ...asked], (gone) => client.release(gone)));
    } catch (error) {
      for (const { failed } of asked) failed(error);
    }
  }
}
