import { randomUUID } from 'node:crypto';
import type { ClientBase, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { AsCaller, type CallerTransaction, type Port } from '#use-cases/gate/as-caller.js';
import type { Caller, ServiceName } from '#use-cases/gate/caller.js';
import { providers } from '../providers.js';
import { identityOf, identityStatement, SET_IDENTITY } from './identity.js';

/**
 * The caller's transaction: identity is set with set_config(…, true), so it dies with the transaction and can never reach
 * the next borrower of the connection.
 */
export class PgAsCaller extends AsCaller {
  constructor(private readonly source: DataSource) {
    super();
  }

  async run<T>(caller: Caller, work: (tx: CallerTransaction) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const connection: ClientBase = await runner.connect();
      try {
        const now = await beginAs(connection, caller);
        const result = await work(new PgTransaction(runner.manager, caller, now));
        await commit(connection);
        return result;
      } catch (error) {
        // A connection that is gone has rolled back by itself; what went wrong first is what matters.
        await runner.query('rollback').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}

/** An error that the work swallowed has already undone everything: PostgreSQL then answers a commit with a rollback. */
async function commit(connection: ClientBase): Promise<void> {
  const { command } = await connection.query('commit');
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
}

/** A family is known by the person alone: a branch or a municipality would open to it what they open to staff. */
/** Begins and says who it is in one message to the server: every transaction of the program pays for this. */
async function beginAs(connection: ClientBase, caller: Caller): Promise<Date> {
  const answers = (await connection.query(`begin; ${identityStatement(caller)}`)) as unknown as QueryResult<{
    now: Date;
  }>[];
  return nowOf(answers[1]?.rows);
}

async function setIdentity(manager: EntityManager, caller: Caller): Promise<Date> {
  return nowOf(await manager.query(SET_IDENTITY, identityOf(caller)));
}

function nowOf(rows: readonly { now: Date }[] | undefined): Date {
  const row = rows?.[0];
  if (!row) throw new Error('the database did not tell the time');
  return row.now;
}

class PgTransaction implements CallerTransaction {
  constructor(
    private readonly manager: EntityManager,
    readonly caller: Caller,
    readonly now: Date,
  ) {}

  newId(): string {
    return randomUUID();
  }

  of<T>(port: Port<T>): T {
    const make = providers.get(port as Port<unknown>);
    if (!make) throw new Error(`no store provides ${port.name}`);
    return make({ manager: this.manager, caller: this.caller, now: this.now }) as T;
  }

  async asService<T>(name: ServiceName, work: (tx: CallerTransaction) => Promise<T>): Promise<T> {
    const service: Caller = { kind: 'service', name, requestId: this.caller.requestId };
    await setIdentity(this.manager, service);
    // After a failure the transaction is rolled back whole, so the identity is only restored on success.
    const result = await work(new PgTransaction(this.manager, service, this.now));
    await setIdentity(this.manager, this.caller);
    return result;
  }
}
