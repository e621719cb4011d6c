import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { notFound } from '../failure.js';
import { StaffRegister, type StaffFacts, type StaffQuery } from './staff-register.port.js';

export interface StaffPage {
  readonly staff: readonly StaffFacts[];
  readonly more: boolean;
}

/** The people of the administrator's own municipality; row-level security holds back everyone else's. */
@Injectable()
export class ListStaff {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, query: StaffQuery): Promise<StaffPage> {
    return this.asCaller.run(caller, async (tx) => {
      const found = await tx.of(StaffRegister).list({ ...query, limit: query.limit + 1 });
      return { staff: found.slice(0, query.limit), more: found.length > query.limit };
    });
  }

  one(caller: StaffCaller, id: string): Promise<StaffFacts> {
    return this.asCaller.run(caller, async (tx) => {
      const staff = await tx.of(StaffRegister).find(id);
      if (!staff) throw notFound();
      return staff;
    });
  }
}
