/** A tab with a group's plan on it: it reads, watches, lays what it is told over what it read, and comes back where it was. */
import { io, type Socket } from 'socket.io-client';
import { parseCursor } from '#domain/live/cursor.js';
import {
  knownUpTo,
  laidOn,
  lay,
  namesNobodyKnown,
  type Laid,
  type PlanChange,
  type PlanRead,
} from '../../apps/web/src/plan/laid.js';

export const PLAN_PAGE = `query($id: ID!) { plan(groupId: $id) { groupId caseNumber formName { sv en } own about begun mayWrite
  seats { memberId name unitName kind mandate }
  entries { id kind said { itemId text drawing { alt strokes } category about revealsPlace giverKind ground until version } alsoSeenBy { id kind name } aim help watch
    needArea goalId ownerMemberId ownerName ownerUnitName ownerKind house
    promisedBy { key family name } proposedBy { key family name } forFamily familyWords categoryChanges { id } voices { id kind text saidAt by { key family name } } startsOn followUpOn state byName wordsByName wordsAt madeAt version
    mayChange mayDo acts { id act result said { itemId text drawing { alt strokes } category about revealsPlace giverKind ground until version } byName at } }
  family { key family name } newest { number state putAt } mayPutForward level questions { asks needArea houses measures } } }`;

const RETRY_MS = 200;
const NO_ADDRESS = 'nothing:here';

type Page = PlanRead['plan'];
type Told = PlanChange | { readonly kind: 'revoked' } | { readonly kind: 'plan' };

interface News {
  readonly change: Told;
  readonly cursor: string;
  readonly more?: boolean;
}

export interface PlanAsked {
  readonly groupId: string;
  /** `name=value` */
  readonly cookie: string;
  /** Everything that it is sent, as it comes. */
  readonly onTold?: (change: Told) => void;
}

/** The page as one request answers it; null where it is not this reader's. */
export async function readPlan(url: string, { groupId, cookie }: PlanAsked): Promise<PlanRead | null> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin, cookie },
    body: JSON.stringify({ query: PLAN_PAGE, variables: { id: groupId } }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { plan: Page } | null;
    errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  };
  const code = errors?.[0]?.extensions?.code;
  if (code === 'NOT_FOUND') return null;
  // What was taken away while it was answered is asked for once more, as a browser does.
  if (code === 'SIGHT_CHANGED') return readPlan(url, { groupId, cookie });
  if (!data) throw new Error(`the plan was not read: ${JSON.stringify(errors)}`);
  return { plan: data.plan, mark: parseCursor(response.headers.get('samnav-heard')) };
}

export class PlanScreen {
  private socket: Socket | undefined;
  private read: PlanRead | null = null;
  private laid: readonly Laid[] = [];
  private isStale = false;
  private reading: Promise<void> | undefined;
  private readAgain = false;
  /** Rises when it leaves its reader: what was asked for before that is not believed. */
  private generation = 0;
  /** The node that its line goes to, or went last. */
  private url = '';
  /** How often it had to ask for the page, and how often it was told the rest instead. */
  reads = 0;
  resumed = 0;
  isGone = false;

  constructor(private readonly asked: PlanAsked) {}

  /** What stands on it; null where nothing of it may. */
  get page(): Page | null {
    return this.read && !this.isGone ? lay(this.read.plan, laidOn(this.read, this.laid)) : null;
  }

  get isConnected(): boolean {
    return this.socket?.connected === true;
  }

  get mark(): string | null {
    if (!this.read || this.isStale) return null;
    return knownUpTo(this.read, laidOn(this.read, this.laid))?.text ?? null;
  }

  /** Opens the line at a node, shows the page and watches it; whoever was here before goes on from where they were. */
  async connect(url: string): Promise<void> {
    this.disconnect();
    this.url = url;
    if (this.read === null) await this.readNow();
    const socket = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: this.asked.cookie, origin: url },
    });
    this.socket = socket;
    socket.on('change', (news: News) => this.take(news));
    // What has left it stays gone until its reader comes back, who then watches it too.
    socket.on('stale', () => void (this.isGone || this.anew()));
    await new Promise<void>((resolve, reject) => {
      socket.once('hello', () => resolve());
      socket.once('connect_error', reject);
      socket.once('disconnect', (why) => reject(new Error(`the line was closed: ${why}`)));
    });
    await this.watch(socket);
  }

  /** As a phone that falls asleep: what stands on it stays, and so does how far it had heard. */
  disconnect(): void {
    this.socket?.removeAllListeners();
    this.socket?.close();
    this.socket = undefined;
  }

  /** Resolves when all that its node has sent it before this has come: a line keeps its order. */
  async hasCome(): Promise<void> {
    await this.socket
      ?.timeout(10_000)
      .emitWithAck('watch', NO_ADDRESS)
      .catch(() => undefined);
  }

  private async watch(socket: Socket): Promise<void> {
    const { mark } = this;
    const asked = mark === null ? [`plan:${this.asked.groupId}`] : [`plan:${this.asked.groupId}`, mark];
    const { ok, unchanged } = (await socket.timeout(10_000).emitWithAck('watch', ...asked)) as {
      ok: boolean;
      unchanged?: boolean;
    };
    if (!ok) this.leave();
    else if (unchanged) this.resumed += 1;
    else await this.anew();
  }

  private take({ change, cursor: text, more = false }: News): void {
    this.asked.onTold?.(change);
    const cursor = parseCursor(text);
    if (change.kind === 'revoked') this.leave();
    else if (change.kind === 'plan' || !this.read || !cursor) void this.anew();
    else {
      this.laid = [...laidOn(this.read, this.laid), { change, cursor, more, on: this.read.plan }];
      if (namesNobodyKnown(this.read.plan, change)) void this.anew();
    }
  }

  private leave(): void {
    this.generation += 1;
    this.isGone = true;
    this.read = null;
    this.laid = [];
  }

  private anew(): Promise<void> {
    this.isStale = true;
    return this.readNow();
  }

  /** One reading at a time; whoever asks meanwhile is read for once more. */
  private readNow(): Promise<void> {
    if (this.reading) {
      this.readAgain = true;
      return this.reading;
    }
    this.reading = this.readOn()
      // A busy node is asked again while the line to it stands; where it is gone, what stands here is stale until it is read at another.
      .catch(
        () => void setTimeout(() => this.isStale && !this.isGone && this.isConnected && void this.readNow(), RETRY_MS),
      )
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readOn(): Promise<void> {
    do {
      this.readAgain = false;
      const { generation } = this;
      const read = await readPlan(this.url, this.asked);
      this.reads += 1;
      if (generation !== this.generation) return;
      this.isGone = read === null;
      this.read = read;
    } while (this.readAgain);
    this.isStale = false;
  }
}
