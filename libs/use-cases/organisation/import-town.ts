import { Injectable } from '@nestjs/common';
import { compareLimits } from '#domain/disclosure/town-limits.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import { OrganisationStore } from './organisation.port.js';
import { requireOwnHouses } from './require-own-houses.js';
import type { StaffDefinition, TownDefinition, TownIds } from './town-definition.js';
import { recordLimits, settingsOf } from './town-settings.js';

/** Writes a town and its people in one transaction: all of it stands, or nothing does. */
@Injectable()
export class ImportTown {
  constructor(private readonly asCaller: AsCaller) {}

  /** Fails as HOUSE_OF_ANOTHER_TOWN. `issuer` is the identity provider whose subjects are the staff keys. Posts start at `postsFrom`. */
  run(
    town: TownDefinition,
    people: { readonly issuer: string; readonly staff: readonly StaffDefinition[]; readonly postsFrom: Date },
  ): Promise<TownIds> {
    return this.asCaller.run(
      { kind: 'service', name: 'administration', requestId: `import ${town.slug}` },
      async (tx) => {
        await requireOwnHouses(tx, null, town);
        const municipalityId = tx.newId();
        await tx.of(OrganisationStore).addMunicipality({
          id: municipalityId,
          slug: town.slug,
          name: town.name,
          settings: settingsOf(town, {}, tx.now),
        });
        await recordLimits(tx, municipalityId, compareLimits({}, town));
        for (const [kind, rule] of Object.entries(town.deadlines ?? {})) {
          await tx.of(OrganisationStore).addDeadlineRule({ municipalityId, kind, rule });
        }
        const { branches, units } = await addParties(tx, municipalityId, town);
        await addSlotsAndAgreements(tx, municipalityId, town, branches);
        const staff = await addPeople(tx, municipalityId, people, units);
        return { municipalityId, branches, units, staff };
      },
    );
  }
}

async function addParties(tx: CallerTransaction, municipalityId: string, town: TownDefinition) {
  const store = tx.of(OrganisationStore);
  const branches = new Map<string, string>();
  const units = new Map<string, string>();
  for (const { branches: itsBranches, ...authority } of town.authorities) {
    const authorityId = tx.newId();
    await store.addAuthority({ id: authorityId, municipalityId, ...authority });
    for (const branch of itsBranches) {
      const branchId = tx.newId();
      branches.set(`${authority.slug}/${branch.slug}`, branchId);
      await store.addBranch({ id: branchId, municipalityId, authorityId, slug: branch.slug, name: branch.name });
      for (const unit of branch.units) {
        const id = tx.newId();
        units.set(`${authority.slug}/${branch.slug}/${unit.slug}`, id);
        await store.addUnit({ id, municipalityId, branchId, ...unit, answersHub: unit.answersHub ?? false });
      }
    }
  }
  return { branches, units };
}

async function addSlotsAndAgreements(
  tx: CallerTransaction,
  municipalityId: string,
  town: TownDefinition,
  branches: ReadonlyMap<string, string>,
) {
  const store = tx.of(OrganisationStore);
  for (const slot of town.hubSlots ?? []) {
    for (const weekday of slot.weekdays) {
      await store.addHubSlot({
        id: tx.newId(),
        municipalityId,
        branchId: required(branches, slot.branch),
        weekday,
        startsLocal: slot.startsLocal,
        minutes: slot.minutes,
        videoUrl: slot.videoUrl ?? null,
      });
    }
  }
  for (const { parties, ...agreement } of town.agreements ?? []) {
    const agreementId = tx.newId();
    await store.addAgreement({ id: agreementId, municipalityId, ...agreement });
    for (const party of parties) {
      await store.addAgreementParty({
        agreementId,
        branchId: required(branches, party.branch),
        resources: party.resources,
      });
    }
  }
}

async function addPeople(
  tx: CallerTransaction,
  municipalityId: string,
  people: { readonly issuer: string; readonly staff: readonly StaffDefinition[]; readonly postsFrom: Date },
  units: ReadonlyMap<string, string>,
) {
  const store = tx.of(OrganisationStore);
  const staff = new Map<string, string>();
  for (const { key, posts, phone, ...person } of people.staff) {
    const id = tx.newId();
    staff.set(key, id);
    await store.addStaffMember({
      id,
      municipalityId,
      issuer: people.issuer,
      subject: key,
      phone: phone ?? null,
      ...person,
    });
    for (const [place, post] of posts.entries()) {
      await store.addMembership({
        id: tx.newId(),
        municipalityId,
        staffId: id,
        unitId: required(units, post.unit),
        role: post.role,
        rank: post.rank ?? 'ordinary',
        // Whoever signs in begins in the post that they have held longest: the one that is written first.
        startsAt: new Date(people.postsFrom.getTime() + place),
        endsAt: null,
      });
    }
  }
  return staff;
}

function required(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`the town definition names ${name}, which it does not define`);
  return id;
}
