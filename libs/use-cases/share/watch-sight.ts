import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { noteLook } from '../ledger/note-look.js';
import { ShareStore, type ReceivingHouse } from './share.port.js';
import { requireOnCase } from './tellables.js';

export interface HouseReading {
  readonly branchId: string;
  readonly kind: string;
  readonly name: string;
  /** Gets what is written on the case's page at once. */
  readonly sees: boolean;
}

/** Whom what is written on a case reaches. */
@Injectable()
export class WatchSight {
  constructor(private readonly asCaller: AsCaller) {}

  /** The own house, which gets it, and the others that have to do with the case, which do not: nothing leaves by being written. */
  houses(caller: StaffCaller, caseId: string): Promise<readonly HouseReading[]> {
    return this.asCaller.run(caller, async (tx) => {
      const personId = await requireOnCase(tx, caseId);
      const own = await tx.of(ShareStore).findOwnHouse();
      const on = new Set(await tx.of(ShareStore).findHousesOn(caseId));
      const others = (await tx.of(ShareStore).findHouses()).filter(({ branchId }) => on.has(branchId));
      const reading = (one: ReceivingHouse | Omit<ReceivingHouse, 'people'>, sees: boolean): HouseReading => ({
        branchId: one.branchId,
        kind: one.house.kind,
        name: one.name,
        sees,
      });
      await noteLook(tx, { list: 'houses-on-case', shown: others.length, personId, caseId });
      return [reading(own, true), ...others.map((one) => reading(one, false))];
    });
  }
}
