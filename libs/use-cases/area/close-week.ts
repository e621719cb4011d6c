import { Injectable } from '@nestjs/common';
import { parseMonday, writeDay } from '#domain/area/area-week.js';
import { hasCapability } from '#domain/organisation/role.js';
import { Failure, notAllowed } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { requireRunningArea } from './area-group.js';
import { AreaStore } from './area.port.js';

/** The group has gone through the week: nothing is added to it any more, and what is open follows into the next. */
@Injectable()
export class CloseWeek {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, wanted: { readonly groupId: string; readonly monday: string }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const { group, thisWeek } = await requireRunningArea(tx, wanted.groupId);
      if (group.branchId !== caller.branchId || !hasCapability(caller.role, 'manage-groups')) throw notAllowed();
      const monday = parseMonday(wanted.monday);
      if (monday === undefined) throw new Failure('CHOOSE_ONE', 'monday');
      if (monday > thisWeek) throw new Failure('WEEK_NOT_YET', 'monday');
      await tx.of(AreaStore).closeWeek(tx.newId(), group.id, writeDay(monday));
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          ground: 'no-person-data',
          detail: { groupId: group.id, week: writeDay(monday), closed: true },
        },
      ]);
    });
  }
}
