import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import { StaffDirectory, type StaffInDirectory } from './staff-directory.port.js';

/** Everyone whom one may sign in as in the demonstration, and its time. Whoever calls makes sure that it is one. */
@Injectable()
export class ListDemonstrationPeople {
  constructor(private readonly asCaller: AsCaller) {}

  run(requestId: string): Promise<{ people: StaffInDirectory[]; now: Date }> {
    return this.asCaller.run({ kind: 'service', name: 'sign-in', requestId }, async (tx) => ({
      people: await tx.of(StaffDirectory).listAll(),
      now: tx.now,
    }));
  }
}
