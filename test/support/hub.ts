/** A convened hub whose units have answered, and the words that tests speak to its board with. */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { EMPTY_BOARD, receiveEvents, type Board } from '#domain/meeting/board.js';
import type { MeetingEvent, MeetingHappening } from '#domain/meeting/meeting-event.js';
import type { Api, ApiClient } from './api.js';
import type { GradedCase } from './case.js';
import type { World } from './world.js';

export const EVENT_FIELDS = `seq kind at by leader points { id minutes } point member unit knowledge items { item version } presented
  entry { id kind unit item version topic stance } removed text item version decision decider reasons handOverTo`;
const BOARD = `query($id: ID!, $afterSeq: Int!) { hubBoard(id: $id, afterSeq: $afterSeq) { events { ${EVENT_FIELDS} } items { id version text ground } } }`;

export interface HubUnderTest {
  readonly hubId: string;
  /** By staff key. */
  readonly questions: Readonly<Record<string, string>>;
  as(key: string): Promise<ApiClient>;
  /** Does something on the board under a key of its own, or under the given one. */
  act(key: string, mutation: string, type: string, input?: object, clientKey?: string): Promise<any>;
  refusal(
    key: string,
    mutation: string,
    type: string,
    input?: object,
  ): Promise<{ code: string; faults: readonly any[] }>;
  board(key: string, afterSeq?: number): Promise<{ events: any[]; items: any[] }>;
}

export const REPRESENTATIVES = ['sara', 'ali', 'karin', 'per', 'fatima', 'nils'] as const;

/** Convenes the hub of the case as Maria; every unit answers, unless all are still asked. */
export async function conveneHub(
  world: World,
  api: Pick<Api, 'as'>,
  red: GradedCase,
  { isAnswered = true }: { readonly isAnswered?: boolean } = {},
): Promise<HubUnderTest> {
  const people = new Map<string, ApiClient>();
  const as = async (key: string): Promise<ApiClient> => {
    const known = people.get(key) ?? (await api.as({ id: world.town.staff.get(key)! }));
    people.set(key, known);
    return known;
  };
  const maria = await as('maria');
  const { proposeHub } = await maria.query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId } } }`, {
    id: red.caseId,
  });
  const { conveneHub } = await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
    i: { caseId: red.caseId, unitIds: proposeHub.units.map((u: any) => u.unitId) },
  });
  const hubId: string = conveneHub.id;
  const questions: Record<string, string> = {};
  for (const key of REPRESENTATIVES) {
    const one = await as(key);
    const { hub } = await one.query(`query($id: ID!) { hub(id: $id) { rows { questionId mine } } }`, { id: hubId });
    questions[key] = hub.rows.find((r: any) => r.mine).questionId;
    if (!isAnswered) continue;
    await one.query(`mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`, {
      i: {
        questionId: questions[key],
        version: 1,
        knowledge: 'knows',
        parts: [{ category: 'home-and-family', text: `Bild från ${key}`, about: [] }],
      },
    });
  }
  return onBoard(hubId, questions, as);
}

/** What one does on a board that is there, as anybody who has come to it. */
export function onBoard(
  hubId: string,
  questions: Readonly<Record<string, string>>,
  as: (key: string) => Promise<ApiClient>,
): HubUnderTest {
  const call = (mutation: string, type: string) =>
    `mutation($i: ${type}!) { ${mutation}(input: $i) { ${type === 'SaveBoardTextInput' ? 'seq version value conflict { mine theirs theirsVersion }' : 'seq repeated'} } }`;
  return {
    hubId,
    questions,
    as,
    act: async (key, mutation, type, input = {}, clientKey = randomUUID()) =>
      (await (await as(key)).query(call(mutation, type), { i: { hubId, clientKey, ...input } }))[mutation],
    refusal: async (key, mutation, type, input = {}) =>
      (await as(key)).refusal(call(mutation, type), { i: { hubId, clientKey: randomUUID(), ...input } }),
    board: async (key, afterSeq = 0) => (await (await as(key)).query(BOARD, { id: hubId, afterSeq })).hubBoard,
  };
}

/** A screen: what a client has folded from what its socket was told. */
export class Screen {
  private inbox = { board: EMPTY_BOARD, waiting: [] as readonly MeetingEvent[] };
  readonly items = new Map<string, { version: number; text: string | null }>();
  readonly heard: any[] = [];

  constructor(readonly socket: Socket | null) {
    socket?.on('change', (news: any) => {
      this.heard.push(news.change);
      if (news.change.kind === 'board') this.take(news.change);
      if (news.change.kind === 'sight') this.replace(news.change);
      if (news.change.kind === 'revoked') this.replace({ events: [], items: [] });
    });
  }

  take(part: { events: any[]; items: any[] }): void {
    this.inbox = receiveEvents(this.inbox, part.events.map(asEvent));
    for (const { id, version, text } of part.items)
      if ((this.items.get(id)?.version ?? -1) <= version) this.items.set(id, { version, text });
  }

  /** What is no longer this reader's leaves with the board that takes its place. */
  replace(part: { events: any[]; items: any[] }): void {
    this.inbox = { board: EMPTY_BOARD, waiting: [] };
    this.items.clear();
    this.take(part);
  }

  /** Everything that can be read on it. */
  get texts(): string[] {
    return [...this.items.values()].flatMap(({ text }) => text ?? []);
  }

  get board(): Board {
    return this.inbox.board;
  }
}

function asEvent(wire: any): MeetingEvent {
  const { seq, at, by, removed, ...rest } = wire;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  const happening = wire.kind === 'MapEntryRemoved' ? { kind: wire.kind, entry: removed } : said;
  const { kind } = wire;
  const nullable = {
    ...(kind === 'FloorGiven' ? { member: wire.member ?? null } : {}),
    ...(kind === 'DecisionMade' ? { handOverTo: wire.handOverTo ?? null } : {}),
    ...(wire.entry ? { entry: { ...wire.entry, topic: wire.entry.topic ?? null } } : {}),
  };
  return { ...(happening as MeetingHappening), ...nullable, seq, at, by } as MeetingEvent;
}

export async function watch(hub: Pick<HubUnderTest, 'hubId' | 'as' | 'board'>, key: string): Promise<Screen> {
  const socket = await (await hub.as(key)).socket();
  const screen = new Screen(socket);
  const answer = await socket.timeout(4_000).emitWithAck('watch', `board:${hub.hubId}`);
  if (!answer.ok) throw new Error(`${key} may not watch: ${answer.code}`);
  screen.take(await hub.board(key));
  return screen;
}

export async function until(what: () => boolean | Promise<boolean>, most = 6_000): Promise<void> {
  const end = Date.now() + most;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('it did not come to pass in time');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
