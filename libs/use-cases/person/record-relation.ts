import { Injectable } from '@nestjs/common';
import { findRelationFault, RELATION_KINDS } from '#domain/person/relation.js';
import { InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonCircle } from './person-circle.port.js';
import { personTopic } from './person-topic.js';
import { requireCircle, requireForChange } from './require-person.js';

export interface RelationWritten {
  readonly personId: string;
  readonly closeId: string;
  readonly kind: string;
}

/** Writes down who else is close to a person, and takes it away again ([S1] Växjö: neighbours and friends may hold the key). */
@Injectable()
export class RecordRelation {
  constructor(private readonly asCaller: AsCaller) {}

  async run(caller: StaffCaller, written: RelationWritten): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const kind = RELATION_KINDS.find((one) => one === written.kind);
      if (!kind) throw new InvalidInput([{ field: 'kind', code: 'CHOOSE_ONE' }]);
      const person = await requireForChange(tx, written.personId);
      const close = await requireForChange(tx, written.closeId);
      requireCircle(person, close);
      const circle = tx.of(PersonCircle);
      const rows = (await circle.findRelationsOf(person.id)).map((row) => ({
        person: row.personId,
        close: row.closeId,
        kind: row.kind,
      }));
      const fault = findRelationFault(rows, { person: person.id, close: close.id, kind });
      if (fault)
        throw new InvalidInput([
          { field: 'closeId', code: fault === 'oneself' ? 'CLOSE_TO_ONESELF' : 'RELATION_ALREADY_THERE' },
        ]);
      const id = tx.newId();
      await circle.addRelation({ id, personId: person.id, closeId: close.id, kind });
      await tell(tx, person.id, { deed: 'relation-recorded', relation: id });
    });
  }

  /** Answers whose relation it was. */
  async end(caller: StaffCaller, id: string): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const personId = await tx.of(PersonCircle).endRelation(id);
      if (personId === undefined) throw notFound();
      await tell(tx, personId, { deed: 'relation-ended', relation: id });
      return personId;
    });
  }
}

async function tell(tx: CallerTransaction, personId: string, detail: Readonly<Record<string, string>>): Promise<void> {
  await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', personId, detail }]);
  await tx.of(OutboxStore).put([{ topic: personTopic(personId), payload: { personId } }]);
}
