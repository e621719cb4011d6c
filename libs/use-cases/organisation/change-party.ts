import { Injectable } from '@nestjs/common';
import { recheckConsentsOfParty } from '../consent/recheck-parties.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { MOST_NAME } from './add-party.js';
import { FormFaults } from './form-faults.js';
import { partiesOf } from './list-parties.js';
import { PartyStore, type Parties, type PartyLevel } from './parties.port.js';
import { recordChange } from './record-change.js';

interface PartyVersion {
  readonly level: PartyLevel;
  readonly id: string;
  /** The version that was read; a later one means that someone else was here. */
  readonly version: number;
}

export interface ChangedParty extends PartyVersion {
  readonly name: string;
  readonly kind: string | null;
  readonly answersHub: boolean | null;
}

/** A new name for a party, and for a unit what it does. Its short name stays, so that imports find it again. */
@Injectable()
export class ChangeParty {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, input: ChangedParty): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const parties = await partiesOf(tx, caller.municipalityId);
      const party = find(parties, input);
      const faults = new FormFaults();
      const name = faults.words('name', input.name, MOST_NAME);
      const namesake = siblingsOf(parties, input).some(
        (one) => one.id !== party.id && one.name.toLowerCase() === name.toLowerCase(),
      );
      if (namesake) faults.add('name', 'NAME_TAKEN');
      faults.tell();
      const changed = await tx.of(PartyStore).change(input.level, input.id, input.version, {
        name,
        ...(input.kind === null ? {} : { kind: input.kind }),
        ...(input.answersHub === null ? {} : { answersHub: input.answersHub }),
      });
      if (!changed) throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { [`${input.level}Id`]: input.id, party: 'changed' });
    });
  }
}

/** Ends a party, or opens it again. Nothing is removed: what it has said and done stays where it is. */
@Injectable()
export class EndParty {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, input: PartyVersion & { readonly ended: boolean }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const parties = await partiesOf(tx, caller.municipalityId);
      const party = find(parties, input);
      if (input.ended) requireEmpty(parties, input);
      const at = input.ended ? (party.endedAt ?? tx.now) : null;
      if (!(await tx.of(PartyStore).setEnded(input.level, input.id, input.version, at)))
        throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { [`${input.level}Id`]: input.id, party: input.ended ? 'ended' : 'opened' });
      const branchIds = branchesOf(parties, input);
      await recheckConsentsOfParty(tx, { municipalityId: caller.municipalityId, branchIds, ended: input.ended });
    });
  }
}

/** The houses that end or open with it; a unit is no house. */
function branchesOf({ branches }: Parties, { level, id }: PartyVersion): string[] {
  if (level === 'unit') return [];
  return branches.filter((one) => (level === 'branch' ? one.id : one.authorityId) === id).map((one) => one.id);
}

function find(parties: Parties, { level, id }: PartyVersion) {
  const found = { authority: parties.authorities, branch: parties.branches, unit: parties.units }[level].find(
    (one) => one.id === id,
  );
  if (!found) throw notFound();
  return found;
}

function siblingsOf(parties: Parties, { level, id }: PartyVersion) {
  const { authorities, branches, units } = parties;
  if (level === 'authority') return authorities;
  if (level === 'branch') {
    const within = branches.find((one) => one.id === id)?.authorityId;
    return branches.filter((one) => one.authorityId === within);
  }
  const within = units.find((one) => one.id === id)?.branchId;
  return units.filter((one) => one.branchId === within);
}

/** What still holds people or open parts cannot end: someone would be left without a place. */
function requireEmpty(parties: Parties, { level, id }: PartyVersion): void {
  const open = <T extends { readonly endedAt: Date | null }>(all: readonly T[]) =>
    all.filter((one) => one.endedAt === null);
  if (level === 'unit') {
    const people = parties.units.find((one) => one.id === id)?.people ?? 0;
    if (people > 0) throw new Failure('UNIT_HAS_PEOPLE', null, { count: people });
    return;
  }
  const count =
    level === 'branch'
      ? open(parties.units).filter((one) => one.branchId === id).length
      : open(parties.branches).filter((one) => one.authorityId === id).length;
  if (count > 0) throw new Failure(level === 'branch' ? 'BRANCH_HAS_UNITS' : 'AUTHORITY_HAS_BRANCHES', null, { count });
}
