/** The questions that stand on the page and those that wait for an answer, so that all can be asked anew together. */
import { makeOperation, type Client, type Exchange, type Operation } from 'urql';
import { fetchNoting } from './reading-mark.js';

/** An answer may make a page ask on: it is quiet when nothing has been asked for so many milliseconds. */
const STILL = 100;

export class StandingQueries {
  private readonly standing = new Map<number, Operation>();
  private readonly waiting = new Set<number>();
  private readonly onQuiet = new Set<() => void>();
  /** By question, what the api had heard when it began to answer. */
  private readonly marks = new Map<number, string | null>();

  readonly exchange: Exchange =
    ({ forward }) =>
    (operations) => {
      const results = forward((sink) =>
        operations((signal) => {
          if (typeof signal === 'object' && signal.tag === 1) this.ask(signal[0]);
          sink(signal);
        }),
      );
      return (sink) =>
        results((signal) => {
          sink(signal);
          if (typeof signal === 'object' && signal.tag === 1) this.answered(signal[0].operation.key);
        });
    };

  /** The same question, whose answer's mark is kept as long as it stands. */
  readonly marked = (operation: Operation): Operation =>
    operation.kind !== 'query'
      ? operation
      : makeOperation('query', operation, {
          ...operation.context,
          fetch: fetchNoting((mark) => this.marks.set(operation.key, mark), operation.context.fetch),
        });

  readonly markOf = (key: number): string | null => this.marks.get(key) ?? null;

  /** Done when every question has been answered, well or badly. */
  async readAfresh(client: Client): Promise<void> {
    for (const { key, query, variables, context } of [...this.standing.values()])
      client.reexecuteOperation(
        client.createRequestOperation(
          'query',
          { key, query, variables },
          { ...context, requestPolicy: 'network-only' },
        ),
      );
    do {
      if (this.waiting.size > 0) await new Promise<void>((quiet) => this.onQuiet.add(quiet));
      await new Promise<void>((still) => setTimeout(still, STILL));
    } while (this.waiting.size > 0);
  }

  private ask(operation: Operation): void {
    if (operation.kind === 'query') {
      this.standing.set(operation.key, operation);
      this.waiting.add(operation.key);
    } else if (operation.kind === 'teardown') {
      this.standing.delete(operation.key);
      this.marks.delete(operation.key);
      this.answered(operation.key);
    }
  }

  private answered(key: number): void {
    this.waiting.delete(key);
    if (this.waiting.size > 0) return;
    this.onQuiet.forEach((quiet) => quiet());
    this.onQuiet.clear();
  }
}
