/** A graded case at the intake, with a child and a guardian: what every test of the hub begins from. */
import { randomUUID } from 'node:crypto';
import { GRADE_DEADLINES, type Grade } from '#domain/report/grading.js';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { openDeadline } from '#use-cases/deadline/open-deadline.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { ReportStore } from '#use-cases/report/report.port.js';
import type { World } from './world.js';

export interface GradedCase {
  readonly caseId: string;
  readonly personId: string;
  readonly guardianId: string;
}

/** The child has no number on record, so that every test can have one of its own without borrowing anyone's. */
export async function openGradedCase(
  world: World,
  of: { readonly grade: Grade; readonly givenName?: string; readonly familyName?: string },
): Promise<GradedCase> {
  const maria = world.caller('maria');
  const admit = new AdmitPerson(world.seal, new HmacLookupHash(world.settings.keys));
  const house = { municipalityId: maria.municipalityId, branchId: maria.branchId };
  const caseId = randomUUID();
  const opened = await world.asCaller.run({ kind: 'service', name: 'reception', requestId: 'test' }, async (tx) => {
    const named = { number: { kind: 'none', reason: 'unknown' } as const, bornYear: 2011 };
    const personId = await admit.run(tx, house, {
      givenName: of.givenName ?? 'Elliot',
      familyName: of.familyName ?? 'Provberg',
      ...named,
    });
    const guardianId = await admit.run(tx, house, {
      givenName: 'Mona',
      familyName: of.familyName ?? 'Provberg',
      ...named,
      bornYear: 1984,
    });
    const reports = tx.of(ReportStore);
    await reports.openCase({ id: caseId, ...house, personId });
    await reports.assign({
      id: tx.newId(),
      caseId,
      branchId: house.branchId,
      unitId: maria.unitId,
      staffId: null,
      reason: 'intake',
    });
    return { personId, guardianId };
  });
  await world.behindTheLocks(
    `insert into custody (id, child_id, guardian_id, source, starts_on) values (gen_random_uuid(), $1, $2, 'population-register', '2011-05-01')`,
    [opened.personId, opened.guardianId],
  );
  const itemId = await world.asCaller.run(maria, async (tx) => {
    await openDeadline(tx, {
      kind: GRADE_DEADLINES[of.grade],
      caseId,
      startsAt: tx.now,
      ownerUnitId: maria.unitId,
    });
    return world.seal.item(tx, {
      caseId,
      category: 'assessment-results',
      form: 'mash',
      phase: 'preliminary',
      subjectIds: [opened.personId],
      content: { text: 'Flera uppgifter pekar åt samma håll på kort tid.' },
    });
  });
  await world.behindTheLocks(
    `insert into grading (id, case_id, grade, instrument, item_id, graded_by)
     values (gen_random_uuid(), $1, $2, 'check-irk', $3, $4)`,
    [caseId, of.grade, itemId, maria.staffId],
  );
  await world.behindTheLocks(`update case_file set grade = $2, state = 'graded' where id = $1`, [caseId, of.grade]);
  return { caseId, ...opened };
}
