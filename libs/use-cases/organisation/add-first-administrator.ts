import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import { Failure } from '../failure.js';
import { checked } from './keep-staff-member.js';
import { partiesOf } from './list-parties.js';
import { OrganisationStore } from './organisation.port.js';
import { recordChange } from './record-change.js';
import { StaffRegister, type StaffChange } from './staff-register.port.js';

export interface FirstAdministrator extends StaffChange {
  /** Short name of the municipality: `orebro`. */
  readonly town: string;
}

/**
 * Opens an installation for its municipality. Only the first one comes this way: from then on an administrator is added by
 * another, in sight of the ledger.
 */
@Injectable()
export class AddFirstAdministrator {
  constructor(private readonly asCaller: AsCaller) {}

  /** Answers the unit that the post is in. Throws TOWN_UNKNOWN, HAS_ADMINISTRATOR or InvalidInput. */
  run(input: FirstAdministrator): Promise<{ readonly unit: string }> {
    const { town, ...person } = input;
    return this.asCaller.run(
      { kind: 'service', name: 'administration', requestId: `first administrator of ${town}` },
      async (tx) => {
        const there = await tx.of(OrganisationStore).findMunicipality(town);
        if (!there) throw new Failure('TOWN_UNKNOWN', 'town');
        if (await tx.of(StaffRegister).hasAdministrator(there.id)) throw new Failure('HAS_ADMINISTRATOR', 'town');
        const known = await checked(tx, person, null);
        const unit = await administrationOf(tx, there.id);
        const staffId = tx.newId();
        await tx.of(OrganisationStore).addStaffMember({ id: staffId, municipalityId: there.id, ...known });
        await tx.of(OrganisationStore).addMembership({
          id: tx.newId(),
          municipalityId: there.id,
          staffId,
          unitId: unit.id,
          role: 'administrator',
          rank: 'ordinary',
          startsAt: tx.now,
          endsAt: null,
        });
        await recordChange(tx, { staffId, unitId: unit.id, role: 'administrator', post: 'added' });
        return { unit: unit.name };
      },
    );
  }
}

/** The unit that keeps the system; a town without one gets it in its first social services. */
async function administrationOf(tx: CallerTransaction, municipalityId: string): Promise<{ id: string; name: string }> {
  const { authorities, branches, units } = await partiesOf(tx, municipalityId);
  const there = units.find((one) => one.kind === 'administration' && one.endedAt === null);
  if (there) return there;
  const social = authorities.filter((one) => one.kind === 'social-services' && one.endedAt === null);
  const branch = branches.find((one) => one.endedAt === null && social.some(({ id }) => id === one.authorityId));
  if (!branch) throw new Failure('TOWN_UNKNOWN', 'town');
  const unit = { id: tx.newId(), name: 'Systemförvaltningen' };
  await tx.of(OrganisationStore).addUnit({
    ...unit,
    municipalityId,
    branchId: branch.id,
    slug: 'systemforvaltning',
    kind: 'administration',
    answersHub: false,
  });
  return unit;
}
