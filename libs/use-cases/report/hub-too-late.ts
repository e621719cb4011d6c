/** A hub that no longer ends before the grade's hours do: whoever leads it and whoever called it must move it now. */
import { endsInTime } from '#domain/hub/ends-in-time.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { HubStore } from '../hub/hub.port.js';
import { notify } from '../notice/notify.js';

/** Called when the hours of a case's grade begin anew: the meeting keeps its time until a person moves it. */
export async function tellIfHubIsTooLate(tx: CallerTransaction, caseId: string, dueAt: Date): Promise<void> {
  const store = tx.of(HubStore);
  const openHubId = (await store.findCase(caseId))?.openHubId ?? null;
  const hub = openHubId === null ? undefined : await store.findHub(openHubId);
  if (!hub || hub.startedAt !== null || endsInTime(hub.startsAt.getTime(), hub.minutes, dueAt.getTime())) return;
  await notify(tx, {
    staffIds: [hub.convenedBy, ...(hub.leaderId === null ? [] : [hub.leaderId])],
    kind: 'hub-too-late',
    effectKey: `hub:${hub.id}:too-late:${dueAt.toISOString()}`,
    caseId,
    hubId: hub.id,
    dueAt,
  });
}
