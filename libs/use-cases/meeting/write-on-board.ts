/**
 * One event after another, without gaps and without doubles: who resends what was already written gets the same receipt,
 * so a lost answer never becomes a lost or a doubled word [S0, the live meeting].
 */
import { applyEvent, EMPTY_BOARD, type Board } from '#domain/meeting/board.js';
import { decideMeetingStep, isBoardOpen } from '#domain/meeting/meeting-states.js';
import type { MeetingEvent, MeetingHappening } from '#domain/meeting/meeting-event.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { Failure, notFound } from '../failure.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { BoardStore } from './board.port.js';

export interface BoardReceipt {
  /** The number of the event that the act became. */
  readonly seq: number;
  /** The act had been received before. */
  readonly repeated: boolean;
}

/** What an act becomes: the event, and the item that holds what was said in it. */
export interface Act {
  readonly happening: MeetingHappening;
  readonly itemId?: string;
}

export interface ActOnBoard {
  readonly hubId: string;
  /** Made by the client once for each act, and sent again unchanged until the answer is there. */
  readonly clientKey: string;
}

/** What the lobby shows too: who is here and how far the meeting has come, never what is said in it. */
const IN_LOBBY: ReadonlySet<MeetingEvent['kind']> = new Set([
  'LobbyOpened',
  'MeetingStarted',
  'MeetingPaused',
  'MeetingResumed',
  'ClosingBegun',
  'MeetingClosed',
  'MeetingCalledOff',
  'LeadTaken',
  'MemberArrived',
  'MemberLeft',
  'PictureGiven',
]);

/** Decides on the board as it stands and adds what it becomes; `act` is asked only when the key is new. */
export async function writeOnBoard(
  tx: CallerTransaction,
  on: ActOnBoard,
  act: (board: Board, hub: HubFacts) => Promise<readonly Act[]>,
): Promise<BoardReceipt & { readonly event: MeetingEvent | undefined }> {
  if (tx.caller.kind !== 'staff') throw new Error('only people write on a board');
  const by = tx.caller.staffId;
  const hub = await tx.of(HubStore).findHub(on.hubId);
  if (!hub) throw notFound();
  const boards = tx.of(BoardStore);
  await boards.lock(hub.id);
  // A key belongs to who made it: nobody's act can be taken for another's.
  const key = `${by}/${on.clientKey}`;
  const before = await boards.findByKey(hub.id, key);
  if (before) return { seq: before.seq, repeated: true, event: before };
  const board = await getBoard(tx, hub.id);
  const acts = await act(board, hub);
  const events = await appendEvents(tx, { hub, board, by, key }, acts);
  return { seq: events.at(-1)?.seq ?? board.seq, repeated: false, event: events.at(-1) };
}

/** The board as it is now: its events folded from the first. */
export async function getBoard(tx: CallerTransaction, hubId: string): Promise<Board> {
  return (await tx.of(BoardStore).findEvents(hubId, 0)).reduce(applyEvent, EMPTY_BOARD);
}

/** Adds events under the board's lock, with their ledger lines and the word to every screen. */
export async function appendEvents(
  tx: CallerTransaction,
  to: { readonly hub: HubFacts; readonly board: Board; readonly by: string; readonly key: string },
  acts: readonly Act[],
): Promise<MeetingEvent[]> {
  const { hub, board, by, key } = to;
  const events: MeetingEvent[] = [];
  for (const [place, { happening, itemId }] of acts.entries()) {
    // The last event of an act carries its key; those that lead up to it carry the key and their place.
    const clientKey = place === acts.length - 1 ? key : `${key}/${place}`;
    const event: MeetingEvent = { ...happening, seq: board.seq + place + 1, at: tx.now.getTime(), by };
    await tx.of(BoardStore).append(hub.id, event, { itemId: itemId ?? null, clientKey });
    events.push(event);
  }
  if (events.length === 0) return events;
  await tx.of(LedgerStore).record(
    events.map((event, place) => ({
      action: 'change' as const,
      outcome: 'done' as const,
      caseId: hub.caseId,
      personId: hub.personId,
      itemId: acts[place]?.itemId ?? null,
      detail: { hubId: hub.id, board: event.kind, seq: event.seq },
    })),
  );
  await tx
    .of(OutboxStore)
    .put(
      events.flatMap(({ seq, kind }) => [
        { topic: `live:board:${hub.id}` as const, payload: { seq } },
        ...(IN_LOBBY.has(kind) ? [{ topic: `live:hub:${hub.id}` as const, payload: { seq } }] : []),
      ]),
    );
  return events;
}

/** Who leads, steers and writes the joint text: the house whose meeting it is; others speak for their own. */
export function requireOwnHouse(tx: CallerTransaction, hub: HubFacts): void {
  if (tx.caller.kind !== 'staff' || tx.caller.branchId !== hub.branchId) throw new Failure('OTHER_HOUSE_LEADS');
}

/** What is said on this board is said in this form and phase. */
export const spokenIn = (hub: HubFacts) =>
  ({ form: hub.form, phase: hub.kind === 'joint' ? 'measures' : 'preliminary' }) as const;

/** Words may be written while the board is open, and for a quarter of an hour after, to mend a slip of the pen. */
export function requireWritable(tx: CallerTransaction, board: Board): void {
  if (isBoardOpen(board.state)) return;
  const adjust = decideMeetingStep(board, 'adjust', tx.now.getTime());
  if (adjust.outcome === 'refused') throw new Failure(board.state === 'planned' ? 'MEETING_NOT_BEGUN' : 'BOARD_CLOSED');
}

/** What steers the meeting itself ends with it. */
export function requireOpen(board: Board): void {
  if (!isBoardOpen(board.state)) throw new Failure(board.state === 'planned' ? 'MEETING_NOT_BEGUN' : 'BOARD_CLOSED');
}
