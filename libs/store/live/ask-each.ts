/**
 * The same questions asked for several people in one message: for each identity, become it and carry the planned statements
 * out. People in the same post of the same unit are still different people to the policies; one person at several screens is
 * asked for once.
 */
import type { ClientBase } from 'pg';
import { escapeLiteral, type QueryResult } from 'pg';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { identityStatement } from '../caller/identity.js';
import type { StoreContext } from '../caller/store-context.js';

export interface Statement {
  readonly name: string;
  readonly types: readonly string[];
  readonly text: string;
}

export interface Question {
  readonly statement: Statement;
  readonly values: readonly string[];
}

/** Which of the statements a connection has planned already. */
const planned = new WeakMap<ClientBase, Set<string>>();

export class AskEach {
  constructor(private readonly context: StoreContext) {}

  async ask<Row extends object>(
    callers: readonly StaffCaller[],
    statement: Statement,
    values: readonly string[],
  ): Promise<Row[][]> {
    const answers = await this.askAll(callers, () => [{ statement, values }]);
    return answers.map(([rows = []]) => rows as Row[]);
  }

  /** The rows of each question in turn, in the order of the callers; `of` is asked once for each identity. */
  async askAll(
    callers: readonly StaffCaller[],
    of: (caller: StaffCaller) => readonly Question[],
  ): Promise<(readonly object[][])[]> {
    const identities = new Map<string, StaffCaller>();
    for (const caller of callers) {
      const identity = identityStatement(caller);
      if (!identities.has(identity)) identities.set(identity, caller);
    }
    if (identities.size === 0) return [];
    const asked = [...identities].map(([identity, caller]) => ({ identity, questions: of(caller) }));
    const connection = await this.connection();
    await prepare(
      connection,
      asked.flatMap(({ questions }) => questions.map(({ statement }) => statement)),
    );
    const message = asked.flatMap(({ identity, questions }) => [identity, ...questions.map(execute)]);
    const answers = (await connection.query(
      [...message, identityStatement(this.context.caller)].join('; '),
    )) as unknown as QueryResult<object>[];
    let at = 0;
    const rowsOf = new Map<string, object[][]>();
    for (const { identity, questions } of asked) {
      rowsOf.set(
        identity,
        questions.map((_, place) => answers[at + 1 + place]?.rows ?? []),
      );
      at += 1 + questions.length;
    }
    return callers.map((caller) => rowsOf.get(identityStatement(caller)) ?? []);
  }

  private connection(): Promise<ClientBase> {
    if (!this.context.connect) throw new Error('a room is read inside a transaction');
    return this.context.connect();
  }
}

async function prepare(connection: ClientBase, statements: readonly Statement[]): Promise<void> {
  const ready = planned.get(connection) ?? new Set();
  planned.set(connection, ready);
  for (const { name, types, text } of statements) {
    if (ready.has(name)) continue;
    await connection.query(`prepare ${name} (${types.join(', ')}) as ${text}`);
    ready.add(name);
  }
}

const execute = ({ statement: { name }, values }: Question): string =>
  `execute ${name} (${values.map((value) => escapeLiteral(value)).join(', ')})`;
