import { Injectable } from '@nestjs/common';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { takeBackAllLinks } from '../family/take-back-links.js';
import { Failure, InvalidInput } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonLookup } from './person-lookup.js';
import { PersonNumberReader } from './person-number-reader.port.js';
import { PersonRegister } from './person-register.port.js';
import { personTopic } from './person-topic.js';
import { readIdentity, type IdentityWritten } from './read-identity.js';
import { requireForChange } from './require-person.js';

export interface IdentityChange extends IdentityWritten {
  readonly id: string;
  /** Of the record and of the sealed identity, as the form was read. */
  readonly version: number;
  readonly identityVersion: number;
}

/**
 * Corrects who someone is, with the lookups kept in step. Only who sees all of a protected identity may rewrite it: what
 * is hidden from the writer would otherwise be lost (GDPR 5.1 d, 16; OSL 21:3).
 */
@Injectable()
export class ChangeIdentity {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
    private readonly lookup: PersonLookup,
    private readonly reader: PersonNumberReader,
  ) {}

  async run(caller: StaffCaller, change: IdentityChange): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const facts = await requireForChange(tx, change.id, change.version);
      if (facts.protection !== 'none' && !facts.named) throw new Failure('PROTECTED_NOT_NAMED');
      const { identity, faults } = readIdentity(change, this.reader, tx.now);
      if (!identity) throw new InvalidInput(faults);
      const register = tx.of(PersonRegister);
      const hashes = this.lookup.hashesOf(identity);
      if (hashes.number) {
        await register.holdNumber(hashes.number);
        const taken = await register.findByNumberHash(facts.branchId, hashes.number);
        if (taken.some((id) => id !== facts.id)) throw new InvalidInput([{ field: 'number', code: 'NUMBER_TAKEN' }]);
      }
      const numberKind = this.lookup.kindOf(identity.number);
      const stands = await this.seal.rewriteIdentity(tx, facts.id, change.identityVersion, identity.said);
      if (!stands) throw new Failure('CONFLICT');
      const changed = await register.change(facts.id, change.version, {
        born: identity.born,
        bornExact: identity.bornExact,
        numberKind,
        noNumberReason: identity.number.kind === 'none' ? identity.number.reason : null,
      });
      if (!changed) throw new Failure('CONFLICT');
      await register.replaceNameHashes(facts.id, facts.branchId, hashes.names);
      const phones = hashes.phone ? [hashes.phone] : [];
      if (await register.replacePhoneHashes(facts.id, facts.branchId, phones))
        await takeBackAllLinks(tx, facts.id, 'telephone-changed');
      await register.replaceAddressHashes(facts.id, facts.branchId, hashes.address ? [hashes.address] : []);
      // A coordination number that has become a personal number still stands in other people's papers.
      const keepOld = facts.numberKind === 'coordination' && numberKind === 'personal';
      await register.setNumberHash(facts.id, facts.branchId, hashes.number, keepOld);
      await tx
        .of(LedgerStore)
        .record([{ action: 'change', outcome: 'done', personId: facts.id, detail: { deed: 'identity-changed' } }]);
      await tx.of(OutboxStore).put([{ topic: personTopic(facts.id), payload: { personId: facts.id } }]);
      await recheckConsentsAbout(tx, facts.id);
    });
  }
}
