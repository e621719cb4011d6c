import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { SessionStore, type OpenSession } from './session.port.js';

/** Where the caller is signed in now. */
@Injectable()
export class ListSessions {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller): Promise<OpenSession[]> {
    return this.asCaller.read(caller, (tx) => tx.of(SessionStore).listOpenOf(caller.staffId));
  }
}
