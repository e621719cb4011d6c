/** What a meeting goes through, minute by minute: as long as the meeting itself, also when that has been given another length [S0]. */
import { type AgendaPoint, HUB_AGENDA, JOINT_AGENDA, scaleAgenda } from '#domain/meeting/agenda.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { GroupMeetingStore } from '../group/group-meeting.port.js';
import type { HubFacts } from '../hub/hub.port.js';
import { BoardStore } from './board.port.js';
import { appendEvents, getBoard } from './write-on-board.js';

/** Minutes; what the table of points takes. */
const LONGEST_POINT = 240;

export async function setAgenda(
  tx: CallerTransaction,
  of: { readonly hub: HubFacts; readonly by: string; readonly key: string },
  points: readonly AgendaPoint[],
): Promise<void> {
  await tx.of(BoardStore).lock(of.hub.id);
  const board = await getBoard(tx, of.hub.id);
  await appendEvents(tx, { ...of, board }, [{ happening: { kind: 'AgendaSet', points } }]);
}

/** The agenda that a meeting of this kind and length begins with; a group's meeting has points of its own. */
export const agendaFor = (hub: Pick<HubFacts, 'kind' | 'minutes'>): readonly AgendaPoint[] =>
  scaleAgenda(hub.kind === 'joint' ? JOINT_AGENDA : HUB_AGENDA, hub.minutes);

/** `hub` as it is with its new length. A group's own points keep their order, and each at least a minute. */
export async function rescaleAgenda(tx: CallerTransaction, hub: HubFacts, by: string): Promise<void> {
  const points = hub.groupId === null ? agendaFor(hub) : await rescalePoints(tx, hub);
  await setAgenda(tx, { hub, by, key: `length/${hub.id}/${hub.version}` }, points);
}

async function rescalePoints(tx: CallerTransaction, hub: HubFacts): Promise<readonly AgendaPoint[]> {
  const store = tx.of(GroupMeetingStore);
  // News take no time of their own.
  const steps = (await store.findPoints(hub.id)).filter(({ minutes }) => minutes > 0);
  const given = new Map(scaleAgenda(steps, hub.minutes).map(({ id, minutes }) => [id, minutes]));
  const points = steps.map(({ id }) => ({ id, minutes: Math.min(LONGEST_POINT, given.get(id) ?? 1) }));
  for (const { id, minutes } of points) await store.timePoint(id, minutes);
  return points;
}
