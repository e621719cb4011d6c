import { Injectable } from '@nestjs/common';
import { lookDueAt, REMOVAL_REASONS } from '#domain/person/unattached.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonRegister } from './person-register.port.js';
import { seePeople, type PersonSeen } from './person-sight.js';
import { personTopic } from './person-topic.js';
import { UnattachedStore, type PlaceInUnattached } from './unattached.port.js';

export interface UnattachedPerson {
  readonly seen: PersonSeen;
  readonly version: number;
  readonly registeredAt: Date;
  readonly lookDueAt: Date;
  /** It has come. */
  readonly isDue: boolean;
}

export interface Removal {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * People who were registered and have nothing to do with any case: listed for those who keep the register, and removed by one
 * of them while nothing points at them. The list is written in the ledger like any look at people (GDPR 5.1 e; OSL 26:1).
 */
@Injectable()
export class UnattachedPeople {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async list(
    caller: StaffCaller,
    page: { readonly first: number; readonly after: PlaceInUnattached | null },
  ): Promise<{ readonly people: readonly UnattachedPerson[]; readonly more: boolean }> {
    const found = await this.asCaller.read(caller, async (tx) => {
      const ids = await tx.of(UnattachedStore).findPage(page.first + 1, page.after);
      const shown = ids.slice(0, page.first);
      const [facts, sealed] = await Promise.all([
        tx.of(PersonRegister).findFacts(shown),
        tx.of(IdentityStore).findSealed(shown),
      ]);
      return { facts, sealed, more: ids.length > page.first, asOf: tx.now };
    });
    const opened = await this.gate.openIdentities(
      { caller, asOf: found.asOf, purpose: 'investigate-need', list: 'unattached-people' },
      found.sealed,
    );
    const facts = new Map(found.facts.map((one) => [one.id, one]));
    return {
      people: seePeople(found.facts, opened).flatMap((seen) => {
        const one = facts.get(seen.id);
        // The database lists nobody whose name is hidden; whoever has become so meanwhile is left out here.
        if (!one || seen.nameIsWithheld) return [];
        const due = lookDueAt(one.createdAt.getTime());
        return [
          {
            seen,
            version: one.version,
            registeredAt: one.createdAt,
            lookDueAt: new Date(due),
            isDue: due <= found.asOf.getTime(),
          },
        ];
      }),
      more: found.more,
    };
  }

  remove(caller: StaffCaller, { id, version, reason }: Removal): Promise<void> {
    if (!REMOVAL_REASONS.some((known) => known === reason))
      throw new InvalidInput([{ field: 'reason', code: 'CHOOSE_ONE' }]);
    return this.asCaller.run(caller, async (tx) => {
      const [facts] = await tx.of(PersonRegister).findFacts([id]);
      if (!facts) throw notFound();
      const outcome = await tx.of(UnattachedStore).remove(id, version);
      if (outcome === 'needed') throw new Failure('PERSON_NEEDED');
      if (outcome === 'changed') throw new Failure('CONFLICT');
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          personId: id,
          ground: 'retention',
          detail: { deed: 'person-removed', reason },
        },
      ]);
      await tx.of(OutboxStore).put([{ topic: personTopic(id), payload: { personId: id } }]);
    });
  }
}
