/** The hours that a grade sets, begun with it and carried along when two cases become one (SoL 20:2). */
import { type GradeHours, hoursOfGrade, hoursThatFollow } from '#domain/report/grade-hours.js';
import { GRADE_DEADLINES, GRADES, isHubGrade, type Grade } from '#domain/report/grading.js';
import { type DeadlineFactsRow, DeadlineStore } from '../deadline/deadline.port.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { CaseStore, type CaseFacts } from './case.port.js';
import { tellIfHubIsTooLate } from './hub-too-late.js';
import { intakeUnitOf } from './step-on-case.js';

export const HUB_GRADES = GRADES.filter(isHubGrade);

export interface OwedHours extends GradeHours {
  readonly row: DeadlineFactsRow;
}

const hoursOf = (rows: readonly DeadlineFactsRow[]): OwedHours[] =>
  rows.flatMap((row) => {
    const grade = HUB_GRADES.find((one) => GRADE_DEADLINES[one] === row.kind);
    return grade ? [{ grade, start: row.startsAt.getTime(), due: row.dueAt.getTime(), row }] : [];
  });

/** What a case owes before a hub, its own and what it owes in a joined case's stead. */
export async function owedHours(tx: CallerTransaction, caseId: string): Promise<readonly OwedHours[]> {
  const rows: DeadlineFactsRow[] = [];
  for (const grade of HUB_GRADES)
    rows.push(...(await tx.of(DeadlineStore).findRunning({ kind: GRADE_DEADLINES[grade], caseId })));
  return hoursOf(rows);
}

/** A grade's hours run from `startsAt`, or keep to what ran before it; those of other grades are no longer owed. */
export async function startGradeDeadline(
  tx: CallerTransaction,
  file: Pick<CaseFacts, 'id' | 'municipalityId'>,
  grade: Grade | null,
  startsAt: Date,
): Promise<void> {
  const caseId = file.id;
  const running = await owedHours(tx, caseId);
  const lifted = grade === null ? [] : await liftedHours(tx, caseId);
  for (const other of HUB_GRADES.filter((one) => one !== grade))
    await settleDeadline(tx, { kind: GRADE_DEADLINES[other], caseId, outcome: 'void', reason: 'regraded' });
  if (grade === null || !isHubGrade(grade)) return;
  if (running.some((one) => one.grade === grade && one.row.aboutId === null)) return;
  const hours = hoursOfGrade({ grade, at: startsAt.getTime(), running, lifted, now: tx.now.getTime() });
  const { dueAt } = await openDeadline(tx, {
    kind: GRADE_DEADLINES[grade],
    caseId,
    startsAt: new Date(hours.start),
    ownerUnitId: await intakeUnitOf(tx, file.municipalityId),
    ...(hours.latest === null ? {} : { atLatest: new Date(hours.latest) }),
  });
  await tellIfHubIsTooLate(tx, caseId, dueAt);
}

/** What a change of grade lifted of this case and of those that are joined into it still. */
async function liftedHours(tx: CallerTransaction, caseId: string): Promise<readonly OwedHours[]> {
  const rows = await tx.of(DeadlineStore).findLifted({ caseId, reason: 'regraded', since: new Date(0) });
  const joined = (await tx.of(CaseStore).findStandingJoins(caseId)).map(({ joinedId }) => joinedId);
  return hoursOf(
    rows.filter(({ state, aboutId }) => state === 'void' && (aboutId === null || joined.includes(aboutId))),
  );
}

/** The lead owes in the joined case's stead what comes before its own; its own stand, so that separating gives back both. */
export async function carryGradeHours(
  tx: CallerTransaction,
  lead: Pick<CaseFacts, 'id' | 'municipalityId'>,
  joined: { readonly id: string; readonly owed: readonly OwedHours[] },
): Promise<void> {
  const own = (await owedHours(tx, lead.id)).filter(({ row }) => row.aboutId === null);
  const following = hoursThatFollow(own, joined.owed);
  if (following.length === 0) return;
  const ownerUnitId = await intakeUnitOf(tx, lead.municipalityId);
  for (const { row } of following)
    await openDeadline(tx, {
      kind: row.kind,
      caseId: lead.id,
      aboutId: row.aboutId ?? joined.id,
      startsAt: row.startsAt,
      ownerUnitId,
      atLatest: row.dueAt,
    });
  await tellIfHubIsTooLate(tx, lead.id, new Date(Math.min(...following.map(({ due }) => due))));
}
