import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { RoomStore } from '../live/room.port.js';

/** Whether a case is this caller's to follow; `ended` where it was, until their work on it ended (OSL 26:1). */
@Injectable()
export class MayWatchCase {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, caseId: string): Promise<boolean | 'ended'> {
    return this.asCaller.run(caller, async (tx) => {
      const stands = async (what: 'case_file' | 'left-case') =>
        (await tx.of(RoomStore).findSeeing([caller], what, caseId))[0] === true;
      if (await stands('case_file')) return true;
      return (await stands('left-case')) && 'ended';
    });
  }
}
