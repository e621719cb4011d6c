import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import { StaffDirectory } from './staff-directory.port.js';

/** The demonstration's provider may get another address at any start; its people follow it, or nobody could sign in. */
@Injectable()
export class AdoptIssuer {
  constructor(private readonly asCaller: AsCaller) {}

  run(issuer: string): Promise<number> {
    return this.asCaller.run({ kind: 'service', name: 'administration', requestId: 'demonstration' }, (tx) =>
      tx.of(StaffDirectory).adoptIssuer(issuer),
    );
  }
}
