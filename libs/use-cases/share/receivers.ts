/**
 * Who reads at the receiver: named people, put to work on the case by the giver's act, since nobody reads a case that they
 * do not work on (OSL 26:1 by analogy; need to know).
 */
import type { FieldFault } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { ReportStore } from '../report/report.port.js';
import type { Pair } from './preview-share.js';
import { ShareStore, type ReceivingHouse } from './share.port.js';
import type { Told } from './tellables.js';

export interface ReceiverChosen {
  readonly branchId: string;
  readonly staffIds: readonly string[];
}

/** A house where nobody works on the case yet needs a name, and the name must be one of theirs. */
export async function receiverFaults(
  tx: CallerTransaction,
  things: ReadonlyMap<string, Told>,
  houses: readonly ReceivingHouse[],
  chosen: readonly ReceiverChosen[],
): Promise<FieldFault[]> {
  const cases = [...new Set([...things.values()].map(({ caseId }) => caseId))];
  const working = await tx.asService('reception', (service) => service.of(ShareStore).findWorking(cases));
  return houses.flatMap(({ branchId, people }): FieldFault[] => {
    const staffIds = chosen.filter((one) => one.branchId === branchId).flatMap((one) => one.staffIds);
    if (!staffIds.every((id) => people.some(({ staffId }) => staffId === id)))
      return [{ field: `receivers.${branchId}`, code: 'RECEIVER_NOT_THERE' }];
    return staffIds.length === 0 && !working.some((one) => one.branchId === branchId)
      ? [{ field: `receivers.${branchId}`, code: 'RECEIVER_MISSING' }]
      : [];
  });
}

/** Whoever is chosen, and whoever works on one of the cases there already, works on every case that something is given from. */
export async function addReceivers(
  tx: CallerTransaction,
  given: readonly Pair[],
  chosen: readonly ReceiverChosen[],
): Promise<void> {
  const cases = [...new Set(given.map(({ told }) => told.caseId))];
  const working = await tx.asService('reception', (service) => service.of(ShareStore).findWorking(cases));
  for (const branchId of new Set(given.map(({ house }) => house.branchId))) {
    const there = working.filter((one) => one.branchId === branchId);
    const wanted = new Set([
      ...chosen.filter((one) => one.branchId === branchId).flatMap(({ staffIds }) => staffIds),
      ...there.map(({ staffId }) => staffId),
    ]);
    const told = new Set(given.filter(({ house }) => house.branchId === branchId).map((pair) => pair.told.caseId));
    for (const caseId of told)
      for (const staffId of wanted)
        if (!there.some((one) => one.caseId === caseId && one.staffId === staffId))
          await assign(tx, { caseId, branchId, staffId });
  }
}

async function assign(
  tx: CallerTransaction,
  to: { readonly caseId: string; readonly branchId: string; readonly staffId: string },
): Promise<void> {
  await tx.asService('reception', (service) =>
    service.of(ReportStore).assign({ id: tx.newId(), ...to, unitId: null, reason: 'share' }),
  );
  await tx.of(LedgerStore).record([
    {
      action: 'assign',
      outcome: 'done',
      caseId: to.caseId,
      detail: { staffId: to.staffId, toBranch: to.branchId, reason: 'share' },
    },
  ]);
}
