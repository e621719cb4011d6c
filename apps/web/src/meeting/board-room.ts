/**
 * One board as this client has it: events in their order, what the gate released beside them, and how many acts wait for the
 * line. What was sent and not answered is sent again under the same key, so that nothing is lost and nothing doubled.
 */
import { EMPTY_BOARD, findMissing, receiveEvents, type Board, type Inbox } from '#domain/meeting/board.js';
import type { Refusal } from '../graphql/refusal.js';
import type { Answer, WaitingActs } from './waiting-acts.js';
import { eventOf, type BoardItem, type BoardPart } from './board-event.js';

export interface Pen {
  readonly member: string;
  readonly text: string;
  /** By the client's own timer: a mark that is not renewed fades. */
  readonly until: number;
}

export interface RoomState {
  readonly board: Board;
  readonly items: ReadonlyMap<string, BoardItem>;
  readonly pens: readonly Pen[];
  readonly loaded: boolean;
  /** Why the board could not be read at all. */
  readonly refusal?: Refusal;
  /** When it left this reader. */
  readonly revokedAt?: number;
  /** The reader was writing when it left. */
  readonly wroteWhenRevoked?: boolean;
  /** When something that this reader had seen left the board. */
  readonly lessenedAt?: number;
  /** Acts that the server has not answered yet because the line is down. */
  readonly waiting: number;
}

export interface Line {
  readonly read: (afterSeq: number) => Promise<Answer<BoardPart>>;
  readonly now: () => number;
  /** What this client has done here; it outlives the visit. */
  readonly acts: WaitingActs;
  /** Where an act is refused when its board has been left, nobody would see it there. */
  readonly tellLater?: (refusal: Refusal) => void;
  /** The board left its reader while they were elsewhere: what waited is not sent, and its words are the writer's own. */
  readonly leftAway?: () => void;
}

const PEN_FADES = 8_000;
/** A timer cannot wait longer than this; it then looks again. */
const LONGEST_WAIT = 12 * 60 * 60 * 1000;
const LEFT: readonly string[] = ['NOT_FOUND', 'NOT_ALLOWED'];
const GONE: readonly string[] = [...LEFT, 'SIGN_IN_REQUIRED'];

export class BoardRoom {
  private inbox: Inbox = { board: EMPTY_BOARD, waiting: [] };
  private state: RoomState = { board: EMPTY_BOARD, items: new Map(), pens: [], loaded: false, waiting: 0 };
  private readonly listeners = new Set<() => void>();
  /** Rises when the whole board is replaced: what was asked for before that is not believed any more. */
  private generation = 0;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private reading: Promise<void> | undefined;
  private readAgain = false;
  private asking: Promise<unknown> | undefined;
  private isOpen = true;
  /** Why the last reading gave nothing, where the network was away. */
  private unreached: Refusal | undefined;

  constructor(private readonly line: Line) {}

  /** Shows how many acts wait while somebody looks; after what is returned they wait on, and the board is read before each try. */
  open(): () => void {
    const { acts } = this.line;
    const count = () => this.become({ waiting: acts.count });
    const unhear = acts.subscribe(count);
    const tryAgain = () => this.catchUp();
    acts.tryAgain = tryAgain;
    this.isOpen = true;
    count();
    return () => {
      unhear();
      this.isOpen = false;
      if (acts.tryAgain === tryAgain) acts.tryAgain = () => this.lookFromAway();
      clearTimeout(this.ending);
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): RoomState => this.state;

  /** A part of the board, from a screen's change or from catching up; a gap makes it ask for what is missing. */
  receive(part: BoardPart): void {
    if (this.state.revokedAt !== undefined) return;
    const items = new Map(this.state.items);
    for (const item of part.items) {
      const held = items.get(item.id);
      if (!held || held.text === null || item.text === null || item.version >= held.version) items.set(item.id, item);
    }
    this.inbox = receiveEvents(this.inbox, part.events.map(eventOf));
    this.become({ board: this.inbox.board, items });
    this.watchEnd(part.until);
    if (findMissing(this.inbox) !== null) void this.catchUp();
  }

  /** The whole board as it is for this reader now: what is no longer theirs leaves with it, whatever was shown before. */
  replace(part: BoardPart): void {
    if (this.state.revokedAt !== undefined) return;
    this.generation += 1;
    const items = new Map(part.items.map((item) => [item.id, item]));
    const lost = [...this.state.items.values()].some(
      ({ id, text }) => text !== null && (items.get(id)?.text ?? null) === null,
    );
    this.inbox = receiveEvents({ board: EMPTY_BOARD, waiting: [] }, part.events.map(eventOf));
    this.become({
      board: this.inbox.board,
      items,
      loaded: true,
      ...(lost ? { lessenedAt: this.line.now() } : {}),
    });
    this.watchEnd(part.until);
  }

  /** Reads it all anew and puts it in the place of what stands. */
  async readAnew(): Promise<void> {
    // What is on its way may have been read before the right ended, and the same question is not asked twice at a time.
    while (this.asking) await this.asking;
    const { generation } = this;
    const answer = await this.ask(0);
    if (generation !== this.generation) return;
    if (answer.data) this.replace(answer.data);
    else if (GONE.includes(answer.refusal.code)) this.revoke();
  }

  private ask(afterSeq: number): Promise<Answer<BoardPart>> {
    const asked = this.line.read(afterSeq).finally(() => {
      if (this.asking === asked) this.asking = undefined;
    });
    this.asking = asked;
    return asked;
  }

  /** What ends by itself, the end of a consent or of one's work on the case, ends on the screen at that moment. */
  private watchEnd(until: string | null | undefined): void {
    if (!until) return;
    clearTimeout(this.ending);
    const wait = Math.max(0, Date.parse(until) - this.line.now());
    this.ending = setTimeout(() => void this.readAnew(), Math.min(wait, LONGEST_WAIT));
  }

  /**
   * Reads what came after the last event that is known; asked while it reads, it reads once more. What waits is sent after that:
   * a board that has left its reader is sent nothing, it would only be refused, against whoever wrote.
   */
  async catchUp(): Promise<void> {
    if (this.state.revokedAt !== undefined) return;
    await this.readOnce();
    if (this.state.revokedAt !== undefined) return;
    if (this.unreached) this.line.acts.waitOn({ refusal: this.unreached });
    else void this.line.acts.flush();
  }

  /** Nobody looks at it: only whether it is still theirs is asked, and what waits is sent if it is. */
  private async lookFromAway(): Promise<void> {
    const { acts } = this.line;
    const { refusal } = await this.line.read(this.inbox.board.seq);
    if (acts.isDropped) return;
    if (!refusal) return acts.flush();
    if (!LEFT.includes(refusal.code)) return acts.waitOn({ refusal });
    acts.drop();
    this.line.leftAway?.();
  }

  private readOnce(): Promise<void> {
    if (this.reading) {
      this.readAgain = true;
      return this.reading;
    }
    this.reading = this.readOn().finally(() => {
      this.reading = undefined;
      if (!this.readAgain) return;
      this.readAgain = false;
      void this.readOnce();
    });
    return this.reading;
  }

  /** Nothing of what was shown stays; what one has written oneself is the writer's own and is kept where it was written. */
  revoke(wrote = false): void {
    this.generation += 1;
    this.inbox = { board: EMPTY_BOARD, waiting: [] };
    clearTimeout(this.ending);
    this.line.acts.drop();
    this.become({
      board: EMPTY_BOARD,
      items: new Map(),
      pens: [],
      waiting: 0,
      revokedAt: this.line.now(),
      wroteWhenRevoked: wrote,
    });
  }

  showPen(member: string, text: string | null): void {
    const others = this.state.pens.filter((pen) => pen.member !== member);
    const until = performance.now() + PEN_FADES;
    this.become({ pens: text === null ? others : [...others, { member, text, until }] });
    setTimeout(
      () => this.become({ pens: this.state.pens.filter((pen) => pen.until > performance.now()) }),
      PEN_FADES + 50,
    );
  }

  /** Sends an act when its turn has come; resolves with the server's answer, however long the line was down. */
  act<Data>(send: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
    return this.told(this.line.acts.act(send));
  }

  /** What steers the meeting is for now: without the network it is answered so at once. */
  actNow<Data>(send: () => Promise<Answer<Data>>): Promise<Answer<Data>> {
    return this.line.acts.actNow(send);
  }

  /** Nobody looks at it any more. */
  get isLeft(): boolean {
    return !this.isOpen;
  }

  private async told<Data>(answered: Promise<Answer<Data>>): Promise<Answer<Data>> {
    const answer = await answered;
    if (answer.refusal && !this.isOpen) this.line.tellLater?.(answer.refusal);
    return answer;
  }

  private async readOn(): Promise<void> {
    const { generation } = this;
    const answer = await this.ask(this.inbox.board.seq);
    // The board was replaced while this was on its way: it may hold what has left since.
    if (generation !== this.generation) return;
    this.unreached = answer.refusal?.code === 'NETWORK' ? answer.refusal : undefined;
    if (answer.data) {
      this.become({ loaded: true, refusal: undefined });
      this.receive(answer.data);
      return;
    }
    if (this.state.loaded && GONE.includes(answer.refusal.code)) this.revoke();
    else if (!this.state.loaded) {
      // It left while it was not looked at: what waits would only be refused.
      if (LEFT.includes(answer.refusal.code)) this.line.acts.drop();
      this.become({ refusal: answer.refusal });
    }
  }

  private become(change: Partial<RoomState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
