import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { EIdOrderStore } from './e-id-order.port.js';
import { FamilySessionStore } from './family-access.port.js';
import { asFamilyService, type LiveFamily } from './resolve-family-session.js';

/** Ends a family's browser at once, with what runs in it; leaving twice is no fault (ASVS 7.4.1). */
@Injectable()
export class LeaveFamily {
  constructor(private readonly asCaller: AsCaller) {}

  run({ session }: LiveFamily, requestId: string): Promise<boolean> {
    return this.asCaller.run(asFamilyService(requestId), async (tx) => {
      const orders = tx.of(EIdOrderStore);
      for (const { id } of await orders.findPendingOfSession(session.id))
        await orders.end(id, { state: 'cancelled', message: 'cancelled', next: 'begin-anew' });
      const ended = await tx.of(FamilySessionStore).end(session.id, 'signed-out');
      if (ended)
        await tx.of(LedgerStore).record([
          {
            action: 'sign-out',
            outcome: 'done',
            municipalityId: session.municipalityId,
            personId: session.personId,
            ground: 'signed-out',
            detail: { sessionId: session.id },
          },
        ]);
      return ended;
    });
  }
}
