/**
 * One line to the api. What it carries the api has released to this very caller; everything else is asked for over GraphQL,
 * where the gate decides. A page is read before it is watched, and what was said in between, or while the line was away, is lost
 * to a socket; so whoever listens hears `stale` as soon as the watch holds, unless the api knows by the mark of what is shown that
 * nothing was said since, or says the rest itself. Whoever may not watch hears `revoked`.
 * Without a line for longer than `patience` the page is covered, since what has been taken back could not be told; it comes
 * back when everything on it has been read afresh.
 */
import type { Socket } from 'socket.io-client';
import { isLater, parseCursor } from '#domain/live/cursor.js';

export interface LiveEvent {
  /** What is watched, `hub:<id>`. */
  readonly address: string;
  /** `change` carries what the topic released; `stale` means: read afresh; `revoked`: this is no longer yours to watch. */
  readonly kind: 'change' | 'stale' | 'revoked';
  readonly change?: unknown;
  /** Up to where the address has been told with this change, for a topic that tells all that its screens need. */
  readonly cursor?: string;
  /** Others of the same moment come after it: until the last of them it is not known whole. */
  readonly more?: boolean;
}

/** Up to where what stands on the screen is known to be all; null where it is not known. */
export type MarkOf = () => string | null;

export interface Connection {
  /** `idle` before anything is watched, `refused` when the api has ended the line. */
  readonly state: 'idle' | 'connecting' | 'live' | 'offline' | 'refused';
  /** When the connection was lost, by the device's clock. */
  readonly since?: number;
  /** Too long without a line, or not yet read afresh after that: nothing that stands on the page may be believed. */
  readonly covered: boolean;
}

export type Listener = (event: LiveEvent) => void;

export interface LineNeeds {
  readonly connect: () => Promise<Socket>;
  /** Asks anew for every query that stands on the page; done when all are answered. */
  readonly readAfresh: () => Promise<void>;
  readonly hearTime: (serverTime: string) => void;
  /** The server's time, as an instant to show. */
  readonly now: () => string;
  /** Milliseconds without a line until the page is covered. */
  readonly patience: number;
}

interface WatchAnswer {
  readonly ok: boolean;
  readonly code?: string;
  /** Nothing has come since the mark that came with the question, or the rest was told before the answer. */
  readonly unchanged?: boolean;
}

interface Watched {
  /** With the mark of what each shows. */
  readonly listeners: Map<Listener, MarkOf>;
  /** The api has said that it tells of every change from here on. */
  holds: boolean;
  /** When the api said that this may not be watched. */
  goneAt?: string;
}

const ANSWER_WITHIN = 5_000;
/** The api ends a line when the session is over, and when it fails itself: the second is tried again. */
const AGAIN_AFTER = 5_000;

export class LiveLine {
  private readonly watched = new Map<string, Watched>();
  private readonly watchers = new Set<() => void>();
  private connection: Connection = { state: 'idle', covered: false };
  private opening: Promise<Socket> | undefined;
  private covering: ReturnType<typeof setTimeout> | undefined;
  private retrying: ReturnType<typeof setTimeout> | undefined;
  /** Rises with every line that is met or lost: what was begun on another is not believed. */
  private round = 0;

  constructor(private readonly needs: LineNeeds) {}

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly snapshot = (): Connection => this.connection;

  readonly goneAt = (address: string): string | undefined => this.watched.get(address)?.goneAt;

  /** Opens the line once someone is signed in; asking twice changes nothing. */
  open(): Promise<Socket> {
    this.opening ??= this.begin();
    return this.opening;
  }

  /** Ends the line at sign-out: what was watched is no longer this person's to hear, nor to find there on coming back. */
  async close(): Promise<void> {
    const opening = this.opening;
    this.opening = undefined;
    this.lose();
    clearTimeout(this.covering);
    clearTimeout(this.retrying);
    this.covering = undefined;
    this.become({ state: 'idle', covered: opening !== undefined || this.connection.covered });
    (await opening)?.disconnect();
  }

  /** Hears an address until what is returned is called. */
  hear(address: string, listener: Listener, mark: MarkOf = () => null): () => void {
    const watched = this.watched.get(address) ?? { listeners: new Map<Listener, MarkOf>(), holds: false };
    const isNew = watched.listeners.size === 0 || watched.goneAt !== undefined;
    this.watched.set(address, watched);
    watched.listeners.set(listener, mark);
    const socket = this.open();
    // What it shows was read before it listened.
    if (watched.holds) void socket.then((line) => this.compare(line, address, listener));
    else if (isNew && this.connection.state === 'live') void socket.then((line) => this.watch(line, address));
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0) return;
      this.watched.delete(address);
      void socket.then((line) => line.connected && line.emit('unwatch', address));
    };
  }

  /**
   * Says where one's pen is on what is watched; null puts it down. Said only while the line stands: with a line that breaks the
   * api has put it down already.
   */
  say(address: string, at: object | null): void {
    if (!this.watched.get(address)?.holds) return;
    void this.opening?.then((socket) => socket.connected && socket.emit('pen', address, at));
  }

  /** The device says that its network is gone. */
  lost(): void {
    if (this.connection.state === 'live' || this.connection.state === 'connecting') this.fall('offline');
  }

  /** The device says that its network is back; the line itself may have stood all the while. */
  back(): void {
    if (this.connection.state !== 'offline') return;
    this.become({ ...this.connection, state: 'connecting' });
    void this.opening?.then((socket) => (socket.connected ? void this.meet(socket) : socket.connect()));
  }

  private async begin(): Promise<Socket> {
    this.become({ ...this.connection, state: 'connecting' });
    this.coverLater();
    const socket = await this.needs.connect();
    // The api says hello when it knows the caller; what is asked before that it has nobody to answer to.
    socket.on('hello', (hello: { serverTime: string }) => {
      this.needs.hearTime(hello.serverTime);
      void this.meet(socket);
    });
    socket.on('change', (news: Omit<LiveEvent, 'kind'>) => this.tell({ ...news, kind: 'change' }));
    socket.on('stale', (news?: { address?: string }) => {
      for (const address of news?.address === undefined ? this.watched.keys() : [news.address])
        this.tell({ address, kind: 'stale' });
    });
    socket.on('disconnect', (reason) => {
      if (reason === 'io client disconnect') return;
      this.fall(reason === 'io server disconnect' ? 'refused' : 'offline');
      if (reason !== 'io server disconnect') return;
      this.retrying = setTimeout(() => socket.connect(), AGAIN_AFTER);
    });
    socket.on('connect_error', () => this.fall('offline'));
    return socket;
  }

  /** The line stands: watches everything, then lets the page be seen again. */
  private async meet(socket: Socket): Promise<void> {
    this.lose();
    const { round } = this;
    this.become({ ...this.connection, state: 'live' });
    const answers = await Promise.all([...this.watched.keys()].map((address) => this.watch(socket, address)));
    if (round !== this.round || !answers.every(Boolean)) return;
    if (this.connection.covered) await this.needs.readAfresh();
    if (round !== this.round) return;
    clearTimeout(this.covering);
    this.covering = undefined;
    this.become({ state: this.connection.state, covered: false });
  }

  /** Until the api has answered, or the line is gone. */
  private async watch(socket: Socket, address: string): Promise<boolean> {
    const { round } = this;
    for (;;) {
      const asking = this.watched.get(address)?.listeners ?? new Map<Listener, MarkOf>();
      const asked = new Set(asking.keys());
      const since = oldest([...asking.values()].map((mark) => mark()));
      const answer = await this.ask(socket, address, since);
      const watched = this.watched.get(address);
      if (round !== this.round) return false;
      if (!watched) return true;
      if (answer === null && !socket.connected) return false;
      if (answer === null) continue;
      if (answer.code === 'SIGN_IN_REQUIRED') {
        this.fall('refused');
        return false;
      }
      watched.holds = answer.ok;
      watched.goneAt = answer.ok ? undefined : this.needs.now();
      if (!answer.ok) this.tell({ address, kind: 'revoked' });
      else if (answer.unchanged !== true) this.tell({ address, kind: 'stale' });
      // Who came while the question was under way was not asked for: what they show may be older.
      else
        this.tell(
          { address, kind: 'stale' },
          (listener, mark) => !asked.has(listener) && oldest([since, mark()]) !== since,
        );
      this.watchers.forEach((watcher) => watcher());
      return true;
    }
  }

  /** Who begins to hear what is watched already: whether what it shows still stands. */
  private async compare(socket: Socket, address: string, listener: Listener): Promise<void> {
    const mark = this.watched.get(address)?.listeners.get(listener)?.() ?? null;
    const answer = mark === null ? null : await this.ask(socket, address, mark);
    if (answer?.unchanged === true) return;
    if (this.watched.get(address)?.listeners.has(listener)) listener({ address, kind: 'stale' });
  }

  private async ask(socket: Socket, address: string, mark: string | null): Promise<WatchAnswer | null> {
    const asked = mark === null ? [address] : [address, mark];
    try {
      return (await socket.timeout(ANSWER_WITHIN).emitWithAck('watch', ...asked)) as WatchAnswer;
    } catch {
      return null;
    }
  }

  private fall(state: 'offline' | 'refused'): void {
    if (this.opening === undefined) return;
    this.lose();
    const since = state === 'offline' ? (this.connection.since ?? Date.now()) : undefined;
    this.become({ state, covered: this.connection.covered, ...(since === undefined ? {} : { since }) });
    this.coverLater();
  }

  private lose(): void {
    this.round += 1;
    for (const watched of this.watched.values()) watched.holds = false;
  }

  /** From the first moment without a line; a line that comes and goes again before all is read afresh does not count. */
  private coverLater(): void {
    this.covering ??= setTimeout(() => this.become({ ...this.connection, covered: true }), this.needs.patience);
  }

  private tell(event: LiveEvent, concerns: (listener: Listener, mark: MarkOf) => boolean = () => true): void {
    this.watched.get(event.address)?.listeners.forEach((mark, listener) => concerns(listener, mark) && listener(event));
  }

  private become(next: Connection): void {
    const { state, covered, since } = this.connection;
    if (state === next.state && covered === next.covered && since === next.since) return;
    this.connection = next;
    this.watchers.forEach((watcher) => watcher());
  }
}

/** The earliest of the marks; null where one is unknown. */
function oldest(marks: readonly (string | null)[]): string | null {
  const moments = marks.map((mark) => parseCursor(mark));
  const [first] = moments;
  return (
    moments.reduce((one, other) => (one && other ? (isLater(one, other) ? other : one) : undefined), first)?.text ??
    null
  );
}
