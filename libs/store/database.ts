import { DataSource } from 'typeorm';
import { migrations } from '#migrations/index.js';
import { PreparedClient } from './prepared-client.js';

/** The runtime pool. The role it signs in with owns nothing; identity is set per transaction by PgAsCaller. */
export function runtimeDataSource(url: string, pool: number, applicationName: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    entities: [],
    synchronize: false,
    poolSize: pool,
    extra: {
      // An answer may wait for two connections, its session's and its own, and for a lock: in all less than ten seconds.
      connectionTimeoutMillis: 3_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 20_000,
      // One plan for all callers: the policies ask for the caller when the plan is carried out, not when it is made.
      // Whoever waits for a lock is told within the time that one waits for an answer. The ledger counts on it that what a
      // transaction has written is there within the time of a transaction (PATIENCE).
      options: '-c plan_cache_mode=force_generic_plan -c lock_timeout=3000 -c transaction_timeout=60000',
      Client: PreparedClient,
    },
  });
}

/** The owner's connection, for migrations alone. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'samnav-migrate',
    entities: [],
    migrations,
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
}
