import { Injectable } from '@nestjs/common';
import { compareLimits } from '#domain/disclosure/town-limits.js';
import type { Instrument } from '#domain/report/instrument.js';
import { findUnraised } from '#domain/report/own-instruments.js';
import { keepsWhatIsSigned } from '#domain/organisation/signed-agreement.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { Caller, StaffCaller } from '../gate/caller.js';
import { Failure } from '../failure.js';
import { AgreementPapers } from './agreement-papers.port.js';
import { partiesOf } from './list-parties.js';
import { OrganisationStore } from './organisation.port.js';
import { PartyStore } from './parties.port.js';
import { recordChange } from './record-change.js';
import { requireOwnHouses } from './require-own-houses.js';
import { StandingArrangements } from './standing-arrangements.port.js';
import { branchIdsOf, compareTown, isDone, slotsOf, type TownChange, type TownNow } from './town-changes.js';
import type { TownDefinition } from './town-definition.js';
import { recordLimits, settingsOf } from './town-settings.js';

/** Brings a town that is there already up to its file: shown first, then done, and done twice changes nothing more. */
@Injectable()
export class UpdateTown {
  constructor(private readonly asCaller: AsCaller) {}

  /** What the file would do to the administrator's own municipality. */
  preview(caller: StaffCaller, town: TownDefinition): Promise<readonly TownChange[]> {
    return this.asCaller.run(caller, async (tx) => {
      const now = await townNow(tx, caller.municipalityId);
      requireOwn(now, town);
      requireRaised(now, town);
      await requireOwnHouses(tx, caller.municipalityId, town);
      return compareTown(now, town);
    });
  }

  run(caller: StaffCaller, town: TownDefinition): Promise<readonly TownChange[]> {
    return this.asCaller.run(caller, async (tx) => {
      const now = await townHeld(tx, caller.municipalityId);
      requireOwn(now, town);
      requireRaised(now, town);
      await requireOwnHouses(tx, caller.municipalityId, town);
      const changes = await applyTown(tx, now, town);
      await recordChange(tx, {
        municipalityId: caller.municipalityId,
        town: 'imported',
        changes: changes.filter(isDone).length,
      });
      return changes;
    });
  }

  /** From the command line; null when no such town is there. `apply` false only tells. */
  asPlatform(town: TownDefinition, apply: boolean): Promise<readonly TownChange[] | null> {
    const caller: Caller = { kind: 'service', name: 'administration', requestId: `import ${town.slug}` };
    return this.asCaller.run(caller, async (tx) => {
      const there = await tx.of(OrganisationStore).findMunicipality(town.slug);
      await requireOwnHouses(tx, there?.id ?? null, town);
      if (!there) return null;
      const now = await (apply ? townHeld : townNow)(tx, there.id);
      requireRaised(now, town);
      return apply ? applyTown(tx, now, town) : compareTown(now, town);
    });
  }
}

/** An administrator imports the own municipality alone; another one's file is a mistake or worse. */
function requireOwn(now: TownNow, town: TownDefinition): void {
  const { slug, name } = now.parties.municipality;
  if (slug !== town.slug) throw new Failure('NOT_YOUR_TOWN', 'text', { file: town.name, own: name });
}

/** Answers keep the version that they were given for: other factors under the same one would be answers to something else. */
function requireRaised({ parties }: TownNow, town: TownDefinition): void {
  const before = (parties.municipality.settings['instruments'] ?? []) as readonly Instrument[];
  const [unraised] = findUnraised(before, town.instruments ?? []);
  if (unraised) throw new Failure('INSTRUMENT_NOT_RAISED', 'text', { id: unraised.id, version: unraised.version });
}

async function townNow(tx: CallerTransaction, municipalityId: string): Promise<TownNow> {
  const arrangements = tx.of(StandingArrangements);
  return {
    parties: await partiesOf(tx, municipalityId),
    slots: await arrangements.findSlots(municipalityId),
    agreements: await arrangements.findAgreements(municipalityId),
    deadlines: await arrangements.findDeadlineRules(municipalityId),
  };
}

/**
 * As it stands until this transaction is over. The row is written back whole, so that whoever compared with it before another
 * import was done would open again what that one switched off, and the ledger would say that it is off.
 */
async function townHeld(tx: CallerTransaction, municipalityId: string): Promise<TownNow> {
  await tx.of(PartyStore).lockMunicipality(municipalityId);
  return townNow(tx, municipalityId);
}

/** What stands in the municipality's own row. */
const SETTINGS: readonly TownChange['part'][] = ['municipality', 'forms', 'ground', 'child-signs'];

/** `now` is held. */
async function applyTown(tx: CallerTransaction, now: TownNow, town: TownDefinition) {
  const municipalityId = now.parties.municipality.id;
  const changes = compareTown(now, town);
  const touched = (part: TownChange['part']): boolean => changes.some((one) => isDone(one) && one.part === part);
  const { settings } = now.parties.municipality;
  if (SETTINGS.some(touched)) {
    await tx.of(PartyStore).changeMunicipality(municipalityId, {
      name: town.name,
      settings: settingsOf(town, settings, tx.now),
    });
    await recordLimits(tx, municipalityId, compareLimits(settings, town));
  }
  await applyParties(tx, now, town);
  const branches = branchIdsOf(await partiesOf(tx, municipalityId));
  await applySlots(tx, now, town, branches);
  await applyAgreements(tx, now, town, branches);
  for (const [kind, rule] of Object.entries(town.deadlines ?? {})) {
    if (now.deadlines.some((one) => one.kind === kind)) continue;
    await tx.of(OrganisationStore).addDeadlineRule({ municipalityId, kind, rule });
  }
  return changes;
}

async function applyParties(tx: CallerTransaction, { parties }: TownNow, town: TownDefinition): Promise<void> {
  const store = tx.of(OrganisationStore);
  const change = tx.of(PartyStore);
  const municipalityId = parties.municipality.id;
  for (const { branches, ...authority } of town.authorities) {
    const there = parties.authorities.find((one) => one.slug === authority.slug);
    const authorityId = there?.id ?? tx.newId();
    if (!there) await store.addAuthority({ id: authorityId, municipalityId, ...authority });
    else if (there.name !== authority.name)
      await change.change('authority', there.id, there.version, { name: authority.name });
    for (const { units, slug, name } of branches) {
      const known = parties.branches.find((one) => one.authorityId === authorityId && one.slug === slug);
      const branchId = known?.id ?? tx.newId();
      if (!known) await store.addBranch({ id: branchId, municipalityId, authorityId, slug, name });
      else if (known.name !== name) await change.change('branch', known.id, known.version, { name });
      for (const unit of units) {
        const answersHub = unit.answersHub ?? false;
        const found = parties.units.find((one) => one.branchId === branchId && one.slug === unit.slug);
        if (!found) await store.addUnit({ id: tx.newId(), municipalityId, branchId, ...unit, answersHub });
        else if (found.name !== unit.name || found.kind !== unit.kind || found.answersHub !== answersHub)
          await change.change('unit', found.id, found.version, { name: unit.name, kind: unit.kind, answersHub });
      }
    }
  }
}

async function applySlots(
  tx: CallerTransaction,
  now: TownNow,
  town: TownDefinition,
  branches: ReadonlyMap<string, string>,
): Promise<void> {
  const municipalityId = now.parties.municipality.id;
  for (const { branch, videoUrl = null, ...slot } of slotsOf(town)) {
    const branchId = branches.get(branch) ?? '';
    const known = now.slots.find(
      (one) => one.branchId === branchId && one.weekday === slot.weekday && one.startsLocal === slot.startsLocal,
    );
    if (!known)
      await tx.of(OrganisationStore).addHubSlot({ id: tx.newId(), municipalityId, branchId, videoUrl, ...slot });
    else if (known.minutes !== slot.minutes || known.videoUrl !== videoUrl) {
      const to = { minutes: slot.minutes, videoUrl };
      if (!(await tx.of(StandingArrangements).changeSlot(known.id, known.version, to)))
        throw new Failure('CHANGED_MEANWHILE');
    }
  }
}

async function applyAgreements(
  tx: CallerTransaction,
  now: TownNow,
  town: TownDefinition,
  branches: ReadonlyMap<string, string>,
): Promise<void> {
  const store = tx.of(OrganisationStore);
  const changed = new Set(
    compareTown(now, town)
      .filter(({ part, change }) => part === 'agreement' && change === 'change')
      .map(({ path }) => path),
  );
  for (const { parties, ...agreement } of town.agreements ?? []) {
    const own = parties.map((party) => ({ branchId: branches.get(party.branch) ?? '', resources: party.resources }));
    const known = now.agreements.find((one) => one.form === agreement.form && one.startsOn === agreement.startsOn);
    if (!known) {
      const id = tx.newId();
      await store.addAgreement({ id, municipalityId: now.parties.municipality.id, ...agreement });
      for (const party of own) await store.addAgreementParty({ agreementId: id, ...party });
    } else if (changed.has(`${agreement.form} ${agreement.startsOn}`)) {
      const terms = { ...agreement, parties: own };
      if (!keepsWhatIsSigned(known, terms) && (await tx.of(AgreementPapers).hasNames(known.id)))
        throw new Failure('AGREEMENT_SIGNED');
      await tx.of(StandingArrangements).changeAgreement(known.id, known.version, terms);
    }
  }
}
