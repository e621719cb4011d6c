import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { notFound } from '../failure.js';
import { PartyStore, type Parties } from './parties.port.js';

/** Authorities, branches and units of the caller's municipality, ended ones too. */
@Injectable()
export class ListParties {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller): Promise<Parties> {
    return this.asCaller.run(caller, (tx) => partiesOf(tx, caller.municipalityId));
  }
}

export async function partiesOf(tx: CallerTransaction, municipalityId: string): Promise<Parties> {
  const parties = await tx.of(PartyStore).findAll(municipalityId);
  if (!parties) throw notFound();
  return parties;
}
