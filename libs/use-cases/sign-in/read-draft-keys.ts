import { Injectable } from '@nestjs/common';
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { draftDays } from '#domain/sign-in/draft-days.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { DraftKeys } from './draft-keys.port.js';

export interface DraftKey {
  /** `2026-11-29` */
  readonly day: string;
  readonly key: Buffer;
}

/**
 * The keys of the caller's own drafts in the post that they act in. They stand nowhere: on the device lies ciphertext, here the
 * key, and the two meet only while somebody is signed in in that very post, for as many days as a draft is kept.
 */
@Injectable()
export class ReadDraftKeys {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly keys: DraftKeys,
  ) {}

  run(caller: StaffCaller): Promise<readonly DraftKey[]> {
    return this.asCaller.run(caller, (tx) =>
      Promise.resolve(
        draftDays(civilDayOf(tx.now.getTime())).map((day) => ({
          day: formatCivilDay(day),
          key: this.keys.of(caller.membershipId, day),
        })),
      ),
    );
  }
}
