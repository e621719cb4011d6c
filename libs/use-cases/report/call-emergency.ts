/**
 * Danger and nights do not wait for office hours: whoever is on the social emergency service's roster is told of the
 * report at once and put on the case for as long as their shift lasts (SoL 20:1; OSL 26:1; [S4]).
 */
import { isAtWork } from '#domain/calendar/work-hours.js';
import { BusyTimeStore } from '../calendar/busy-time.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { assignForShift } from './assign-for-shift.js';
import { DutyStore } from './duty.port.js';
import type { Intake } from './report.port.js';

/** Answers whom it put there; nobody where intake is at work and no danger is said. Runs as the service `reception`. */
export async function callEmergency(
  tx: CallerTransaction,
  of: { readonly intake: Intake; readonly caseId: string; readonly saysDanger: boolean },
): Promise<readonly string[]> {
  const { intake, caseId } = of;
  const town = await tx.of(BusyTimeStore).findTownCalendar(intake.municipalityId);
  if (!of.saysDanger && isAtWork(town, tx.now.getTime())) return [];
  const onDuty = await tx.of(DutyStore).findOnDuty([intake.branchId]);
  await assignForShift(
    tx,
    onDuty.map((one) => ({ ...one, caseId, municipalityId: intake.municipalityId })),
  );
  return onDuty.map(({ staffId }) => staffId);
}
