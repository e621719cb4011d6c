import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase, Pool, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { AsCaller, type CallerTransaction, type Port } from '#use-cases/gate/as-caller.js';
import type { Caller, ServiceName } from '#use-cases/gate/caller.js';
import { SIGHT_LEASE_MS } from '#use-cases/gate/sight.js';
import { storeOf } from '../providers.js';
import { identityOf, identityStatement, SET_IDENTITY } from './identity.js';
import { PgReading } from './pg-reading.js';
import type { Statements } from './store-context.js';

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
    let lessened = false;
    try {
      const connection: ClientBase = await runner.connect();
      try {
        const now = await beginAs(connection, caller);
        const result = await work(new PgTransaction(new InTurn(runner.manager), () => runner.connect(), caller, now));
        lessened = await commit(connection);
        return result;
      } catch (error) {
        // A connection that is gone has rolled back by itself; what went wrong first is what matters.
        await runner.query('rollback').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
      // Whoever made someone see less is answered when nothing decided before can still be on its way to them.
      if (lessened && caller.kind !== 'service') await sleep(SIGHT_LEASE_MS);
    }
  }

  async read<T>(caller: Caller, work: (tx: CallerTransaction) => Promise<T>): Promise<T> {
    return work(new PgReading(poolOf(this.source), caller));
  }
}

/** The pool that TypeORM keeps; it declares no type for it. */
const poolOf = (source: DataSource): Pool => (source.driver as unknown as { readonly master: Pool }).master;

const FAILED_BEFORE = '25P02';

/**
 * An error that the work swallowed has already undone everything: PostgreSQL then takes nothing more. Answers whether the
 * transaction made someone see less, which its triggers say (migrations/0011).
 */
async function commit(connection: ClientBase): Promise<boolean> {
  const ending = `select coalesce(current_setting('samnav.lessened', true), '') <> '' as lessened; commit`;
  try {
    const answers = (await connection.query(ending)) as unknown as QueryResult<{ lessened: boolean }>[];
    return answers[0]?.rows[0]?.lessened ?? false;
  } catch (error) {
    if ((error as { code?: string }).code !== FAILED_BEFORE) throw error;
    throw new Error('the transaction had failed and was rolled back', { cause: error });
  }
}

/** Begins and says who it is in one message to the server: every transaction of the program pays for this. */
async function beginAs(connection: ClientBase, caller: Caller): Promise<Date> {
  const answers = (await connection.query(`begin; ${identityStatement(caller)}`)) as unknown as QueryResult<{
    now: Date;
  }>[];
  return nowOf(answers[1]?.rows);
}

async function setIdentity(manager: Statements, caller: Caller): Promise<Date> {
  return nowOf(await manager.query(SET_IDENTITY, identityOf(caller)));
}

function nowOf(rows: readonly { now: Date }[] | undefined): Date {
  const row = rows?.[0];
  if (!row) throw new Error('the database did not tell the time');
  return row.now;
}

/** A connection takes one statement after another, also where a store asks several side by side. */
class InTurn implements Statements {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly manager: EntityManager) {}

  query<T>(text: string, values?: unknown[]): Promise<T> {
    const ask = (): Promise<T> => this.manager.query<T>(text, values);
    const answer = this.last.then(ask, ask);
    this.last = answer;
    return answer;
  }
}

class PgTransaction implements CallerTransaction {
  constructor(
    private readonly manager: Statements,
    private readonly connect: () => Promise<ClientBase>,
    readonly caller: Caller,
    readonly now: Date,
  ) {}

  newId(): string {
    return randomUUID();
  }

  of<T>(port: Port<T>): T {
    return storeOf(port, { manager: this.manager, caller: this.caller, now: this.now, connect: this.connect });
  }

  async asService<T>(name: ServiceName, work: (tx: CallerTransaction) => Promise<T>): Promise<T> {
    const service: Caller = { kind: 'service', name, requestId: this.caller.requestId };
    await setIdentity(this.manager, service);
    // After a failure the transaction is rolled back whole, so the identity is only restored on success.
    const result = await work(new PgTransaction(this.manager, this.connect, service, this.now));
    await setIdentity(this.manager, this.caller);
    return result;
  }
}
