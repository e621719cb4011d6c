import { Injectable } from '@nestjs/common';
import type { FamilyCaller } from '../gate/caller.js';
import { DraftKeys } from '../sign-in/draft-keys.port.js';

/**
 * The key of what one of a family has begun to write: it lies sealed in their tab, and the key is given to nobody but whoever is
 * known in that very session. When the session is over nobody is given it, so that what was left there can be opened by no one.
 */
@Injectable()
export class ReadFamilyDraftKey {
  constructor(private readonly keys: DraftKeys) {}

  run({ sessionId }: FamilyCaller): Buffer {
    return this.keys.ofFamily(sessionId);
  }
}
