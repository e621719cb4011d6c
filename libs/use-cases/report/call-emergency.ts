/**
 * Danger and nights do not wait for office hours: whoever is on the social emergency service's roster is told of the
 * report at once and put on the case for as long as their shift lasts (SoL 20:1; OSL 26:1; [S4]).
 */
import { isAtWork } from '#domain/calendar/work-hours.js';
import { BusyTimeStore } from '../calendar/busy-time.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { ReportStore, type Intake } from './report.port.js';

/** Answers whom it put there; nobody where intake is at work and no danger is said. Runs as the service `reception`. */
export async function callEmergency(
  tx: CallerTransaction,
  of: { readonly intake: Intake; readonly caseId: string; readonly saysDanger: boolean },
): Promise<readonly string[]> {
  const { intake, caseId } = of;
  const town = await tx.of(BusyTimeStore).findTownCalendar(intake.municipalityId);
  if (!of.saysDanger && isAtWork(town, tx.now.getTime())) return [];
  const onDuty = await tx.of(ReportStore).findOnDuty(intake.branchId);
  for (const { staffId, until } of onDuty) {
    const { branchId } = intake;
    await tx
      .of(ReportStore)
      .assign({ id: tx.newId(), caseId, branchId, unitId: null, staffId, reason: 'on-duty', until });
    await tx.of(LedgerStore).record([
      {
        action: 'assign',
        outcome: 'done',
        municipalityId: intake.municipalityId,
        caseId,
        detail: { staffId, reason: 'on-duty' },
      },
    ]);
  }
  return onDuty.map(({ staffId }) => staffId);
}
