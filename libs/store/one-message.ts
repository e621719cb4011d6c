/**
 * Several statements in one message to the server, and their answers in one: what they are asked in is a transaction of its
 * own, from the first to the last (PostgreSQL, "Pipelining"). A round trip costs more than most of our questions.
 */
import { Query, type Connection, type Submittable } from 'pg';
import { nameOf } from './prepared-client.js';

export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly done: (rows: unknown[]) => void;
  readonly failed: (error: unknown) => void;
}

/** What the driver's own query does with what comes; it declares only the public half. */
interface Part {
  readonly name?: string;
  readonly text: string;
  prepare(connection: object): void;
  handleRowDescription(message: object): void;
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: object): void;
  handleReadyForQuery(connection: object): void;
}

interface Wire extends Connection {
  readonly submittedNamedStatements: Record<string, string>;
}

/** Given to the driver as one query; each statement's answer goes to the part that asked, in the order of asking. */
export class OneMessage implements Submittable {
  private readonly parts: readonly Part[];
  private readonly answers: unknown[][] = [];
  private at = 0;
  private unsent: unknown;

  constructor(
    private readonly asked: readonly Asked[],
    /** The connection is free again, or gone. */
    private readonly over: (gone: boolean) => void,
  ) {
    this.parts = asked.map(({ text, values }, place) => {
      const name = nameOf(text);
      const config = { text, values: [...values], ...(name === undefined ? {} : { name }) };
      return new Query(config, (error, result) => {
        if (error) this.unsent ??= error;
        else this.answers[place] = (result as unknown as { rows: unknown[] }).rows;
      }) as unknown as Part;
    });
  }

  /** The driver keeps by name and text which statements the server knows: those of the statement being answered. */
  get name(): string | undefined {
    return this.parts[this.at]?.name;
  }

  get text(): string {
    return this.parts[this.at]?.text ?? '';
  }

  submit(connection: Connection): Error | null {
    const wire = connection as Wire;
    const unsynced: object = Object.create(wire, { sync: { value: () => undefined } }) as object;
    wire.stream.cork();
    try {
      for (const part of this.parts) part.prepare(unsynced);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    // A value that could not be written: the answers no longer stand in the order of the questions.
    if (this.unsent !== undefined) wire.stream.destroy(this.unsent as Error);
    return null;
  }

  handleRowDescription(message: object): void {
    this.parts[this.at]?.handleRowDescription(message);
  }

  handleDataRow(message: object): void {
    this.parts[this.at]?.handleDataRow(message);
  }

  handleCommandComplete(message: object, connection: object): void {
    this.parts[this.at]?.handleCommandComplete(message, connection);
    this.at += 1;
  }

  handleError(error: unknown, connection?: Connection): void {
    // What stood after the failing statement was never read by the server.
    const known = (connection as Wire | undefined)?.submittedNamedStatements ?? {};
    for (const { name } of this.parts.slice(this.at)) if (name !== undefined) delete known[name];
    for (const { failed } of this.asked) failed(error);
    this.over((error as { severity?: string }).severity !== 'ERROR');
  }

  handleReadyForQuery(connection: object): void {
    for (const part of this.parts) part.handleReadyForQuery(connection);
    this.asked.forEach(({ done, failed }, place) => {
      const rows = this.answers[place];
      if (this.unsent === undefined && rows) done(rows);
      else failed(this.unsent ?? new Error('a statement was not answered'));
    });
    this.over(false);
  }
}
