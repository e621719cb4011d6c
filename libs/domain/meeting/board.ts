/**
 * The board is nothing but its events folded in order, so that whoever comes late or comes back sees exactly what the
 * others see, and a lost connection loses nothing [S0].
 */
import type { Instant } from '../kernel/instant.js';
import { type AgendaPoint, HUB_AGENDA, type Timing } from './agenda.js';
import type { DecisionKind } from './decide-meeting.js';
import type { MapEntry } from './joint-map.js';
import type { BoardText, ItemVersion, MeetingEvent, Picture } from './meeting-event.js';
import type { MeetingState } from './meeting-states.js';
import {
  EMPTY_ORDER,
  type SpeakingOrder,
  askForFloor,
  giveFloor,
  giveFloorToNext,
  stepBack,
} from './speaking-order.js';

export interface Board {
  /** The last event folded in; 0 = none. */
  readonly seq: number;
  readonly state: MeetingState;
  readonly leader: string | null;
  readonly agenda: readonly AgendaPoint[];
  readonly timing: Timing;
  /** Member → unit, those who are in the room. */
  readonly present: Readonly<Record<string, string>>;
  /** Member → unit, everyone who ever came: the record names them. */
  readonly attended: Readonly<Record<string, string>>;
  readonly order: SpeakingOrder;
  /** By unit. */
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly map: readonly MapEntry[];
  readonly texts: Readonly<Partial<Record<BoardText, ItemVersion>>>;
  readonly decision: {
    readonly kind: DecisionKind;
    readonly decider: string;
    readonly reasons: string;
    readonly handOverTo: string | null;
    readonly at: Instant;
  } | null;
  readonly closedAt: Instant | null;
  /** The item that says why it was called off. */
  readonly callOffReasons: string | null;
}

export const EMPTY_BOARD: Board = {
  seq: 0,
  state: 'planned',
  leader: null,
  agenda: HUB_AGENDA,
  timing: {
    startedAt: null,
    point: null,
    pointStartedAt: null,
    pausedAt: null,
    pausedFor: 0,
    pointPausedFor: 0,
    endedAt: null,
  },
  present: {},
  attended: {},
  order: EMPTY_ORDER,
  pictures: {},
  map: [],
  texts: {},
  decision: null,
  closedAt: null,
  callOffReasons: null,
};

/** Takes the next event only: an older one is already in, a later one must wait (see `receiveEvents`). */
export const applyEvent = (board: Board, event: MeetingEvent): Board =>
  event.seq === board.seq + 1 ? { ...board, ...changeBy(board, event), seq: event.seq } : board;

const changeBy = (board: Board, event: MeetingEvent): Partial<Board> => {
  const { at } = event;
  switch (event.kind) {
    case 'LobbyOpened':
      return { state: 'lobby' };
    case 'MeetingStarted':
      return { state: 'running', leader: event.leader, timing: { ...EMPTY_BOARD.timing, ...startOf(board, at) } };
    case 'MeetingPaused':
      return { state: 'paused', timing: { ...board.timing, pausedAt: at } };
    case 'MeetingResumed':
      return { state: 'running', timing: resumed(board.timing, at) };
    case 'ClosingBegun':
      return { state: 'closing', timing: resumed(board.timing, at) };
    case 'MeetingClosed':
      return { state: 'closed', closedAt: at, order: EMPTY_ORDER, timing: { ...board.timing, endedAt: at } };
    case 'MeetingCalledOff':
      return { state: 'called-off', closedAt: at, callOffReasons: event.reasons ?? null };
    case 'LeadTaken':
      return { leader: event.leader };
    case 'AgendaSet':
      return { agenda: event.points };
    case 'PointEntered':
      return { timing: { ...board.timing, point: event.point, pointStartedAt: at, pointPausedFor: 0 } };
    case 'MemberArrived':
      return {
        present: { ...board.present, [event.member]: event.unit },
        attended: { ...board.attended, [event.member]: event.unit },
      };
    case 'MemberLeft':
      return { present: without(board.present, event.member), order: stepBack(board.order, event.member) };
    case 'FloorAsked':
      return { order: askForFloor(board.order, event.member) };
    case 'SteppedBack':
      return { order: stepBack(board.order, event.member) };
    case 'FloorGiven':
      return { order: event.member === null ? giveFloorToNext(board.order) : giveFloor(board.order, event.member) };
    case 'PictureGiven': {
      const { unit, knowledge, items, presented } = event;
      const picture = { knowledge, items, ...(presented ? { presented } : {}) };
      return { pictures: { ...board.pictures, [unit]: picture } };
    }
    case 'MapEntryPut':
      return { map: put(board.map, event.entry) };
    case 'MapEntryRemoved':
      return { map: board.map.filter(({ id }) => id !== event.entry) };
    case 'TextSaved':
      return { texts: { ...board.texts, [event.text]: { item: event.item, version: event.version } } };
    case 'DecisionMade': {
      const { decision: kind, decider, reasons, handOverTo } = event;
      return { decision: { kind, decider, reasons, handOverTo, at } };
    }
    case 'NotForYou':
      return {};
  }
};

const startOf = (board: Board, at: Instant): Partial<Timing> => ({
  startedAt: at,
  point: board.agenda[0]?.id ?? null,
  pointStartedAt: at,
});

const resumed = (timing: Timing, at: Instant): Timing => {
  if (timing.pausedAt === null) return timing;
  const stood = at - timing.pausedAt;
  const inPoint = at - Math.max(timing.pausedAt, timing.pointStartedAt ?? timing.pausedAt);
  return {
    ...timing,
    pausedAt: null,
    pausedFor: timing.pausedFor + stood,
    pointPausedFor: timing.pointPausedFor + inPoint,
  };
};

const put = (map: readonly MapEntry[], entry: MapEntry): readonly MapEntry[] =>
  map.some(({ id }) => id === entry.id) ? map.map((one) => (one.id === entry.id ? entry : one)) : [...map, entry];

const without = (people: Readonly<Record<string, string>>, member: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(people).filter(([one]) => one !== member));

/** A client's copy: the board so far, and events that came before their turn. */
export interface Inbox {
  readonly board: Board;
  readonly waiting: readonly MeetingEvent[];
}

/** Events may come late, twice or in any order; the board only ever moves by its sequence. */
export const receiveEvents = (inbox: Inbox, events: readonly MeetingEvent[]): Inbox => {
  const bySeq = new Map([...inbox.waiting, ...events].map((event) => [event.seq, event]));
  let { board } = inbox;
  for (let next = bySeq.get(board.seq + 1); next !== undefined; next = bySeq.get(board.seq + 1))
    board = applyEvent(board, next);
  const waiting = [...bySeq.values()].filter(({ seq }) => seq > board.seq).sort((a, b) => a.seq - b.seq);
  return { board, waiting };
};

/** The first event that is missing, to be asked for; null = nothing is. */
export const findMissing = ({ board, waiting }: Inbox): number | null => (waiting.length > 0 ? board.seq + 1 : null);
