import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { requireMeeting } from './require-meeting.js';

export interface CloseToMeeting {
  /** guardian, or how they are close. */
  readonly kind: string;
  readonly person: ReleasedIdentity;
}

/**
 * Those close to the meeting's own person, so that a line can say whom else it is about; asked for when somebody writes and
 * not with the page, since a relative's name is not opened without need (OSL 26:1; GDPR 5.1 c).
 */
@Injectable()
export class ReadCircle {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async run(caller: StaffCaller, hubId: string): Promise<readonly CloseToMeeting[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, hubId);
      const circle = (await tx.of(HubStore).findCircle(hub.personId)).filter(
        ({ personId }, at, all) =>
          personId !== hub.personId && all.findIndex((one) => one.personId === personId) === at,
      );
      await tx.of(LedgerStore).record([
        {
          action: 'read',
          outcome: 'done',
          personId: hub.personId,
          caseId: hub.caseId,
          purpose: hub.purpose,
          detail: { deed: 'close-to-meeting', hubId: hub.id },
        },
      ]);
      return {
        purpose: hub.purpose,
        circle,
        identities: await tx.of(IdentityStore).findSealed(circle.map(({ personId }) => personId)),
        asOf: tx.now,
      };
    });
    const { released } = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: found.purpose },
      found.identities,
    );
    const known = new Map(released.map((person) => [person.personId, person]));
    return found.circle.flatMap(({ personId, kind }) => {
      const person = known.get(personId);
      return person ? [{ kind, person }] : [];
    });
  }
}
