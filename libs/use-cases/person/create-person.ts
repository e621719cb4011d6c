import { Injectable } from '@nestjs/common';
import type { Protection } from '#domain/disclosure/vocabulary.js';
import { isSearchFresh } from '#domain/person/person-search.js';
import { Failure, InvalidInput } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { Seal } from '../gate/seal.js';
import type { SealedIdentity } from '../gate/sealed.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { PersonCircle } from './person-circle.port.js';
import { PersonLookup } from './person-lookup.js';
import { PersonNumberReader } from './person-number-reader.port.js';
import { PersonRegister, type PersonFacts } from './person-register.port.js';
import { seePeople, type PersonSeen } from './person-sight.js';
import { PersonStore } from './person.port.js';
import { readIdentity, type IdentityRead, type IdentityWritten } from './read-identity.js';

export interface PersonCreation {
  readonly person: PersonSeen | null;
  /** The number belongs to someone who is registered already: nobody was registered. */
  readonly existing: PersonSeen | null;
}

interface Created {
  readonly isNew: boolean;
  readonly facts: readonly PersonFacts[];
  readonly sealed: readonly SealedIdentity[];
  readonly asOf: Date;
}

/**
 * Registers a person whom the caller has looked for and not found; a number that is taken leads to the one who has it,
 * since two records of one child hide half of what is known (GDPR 5.1 d; [S0]).
 */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly seal: Seal,
    private readonly lookup: PersonLookup,
    private readonly reader: PersonNumberReader,
  ) {}

  async run(
    caller: StaffCaller,
    written: IdentityWritten & { readonly protection: Protection },
  ): Promise<PersonCreation> {
    const created = await this.asCaller.run(caller, (tx) => this.create(tx, caller, written));
    const opened = await this.gate.openIdentities(
      { caller, asOf: created.asOf, purpose: 'investigate-need', action: created.isNew ? 'read' : 'search' },
      created.sealed,
    );
    const seen = seePeople(created.facts, opened)[0] ?? null;
    return created.isNew ? { person: seen, existing: null } : { person: null, existing: seen };
  }

  private async create(
    tx: CallerTransaction,
    caller: StaffCaller,
    written: IdentityWritten & { readonly protection: Protection },
  ): Promise<Created> {
    const { identity, faults } = readIdentity(written, this.reader, tx.now);
    if (!identity) throw new InvalidInput(faults);
    const hashes = this.lookup.hashesOf(identity);
    const register = tx.of(PersonRegister);
    const searchedAt = await register.findLastSearch(caller.staffId, hashes.all);
    if (!searchedAt || !isSearchFresh(searchedAt.getTime(), tx.now.getTime())) throw new Failure('SEARCH_FIRST');
    if (hashes.number) {
      await register.holdNumber(hashes.number);
      const known = await register.findByNumberHash(caller.branchId, hashes.number);
      if (known[0]) return this.answer(tx, known[0], false);
    }
    const id = tx.newId();
    await this.write(tx, caller, { id, identity, protection: written.protection });
    return this.answer(tx, id, true);
  }

  private async write(
    tx: CallerTransaction,
    caller: StaffCaller,
    { id, identity, protection }: { id: string; identity: IdentityRead; protection: Protection },
  ): Promise<void> {
    const hashes = this.lookup.hashesOf(identity);
    const people = tx.of(PersonStore);
    const { number } = identity;
    await people.add({
      id,
      municipalityId: caller.municipalityId,
      branchId: caller.branchId,
      born: identity.born,
      bornExact: identity.bornExact,
      protection,
      numberKind: this.lookup.kindOf(number),
      noNumberReason: number.kind === 'none' ? number.reason : null,
      createdBy: caller.staffId,
    });
    await this.seal.newIdentity(tx, id, identity.said);
    await people.addLookups(id, caller.branchId, { numberHash: hashes.number, nameHashes: hashes.names });
    if (hashes.phone) await tx.of(PersonRegister).replacePhoneHashes(id, caller.branchId, [hashes.phone]);
    if (hashes.address) await tx.of(PersonRegister).replaceAddressHashes(id, caller.branchId, [hashes.address]);
    // Who has typed the name of a protected person knows it; the list begins with them and not with nobody.
    if (protection !== 'none') await tx.of(PersonCircle).name(id, [caller.staffId]);
    await tx
      .of(LedgerStore)
      .record([{ action: 'change', outcome: 'done', personId: id, detail: { deed: 'person-registered', protection } }]);
  }

  private async answer(tx: CallerTransaction, id: string, isNew: boolean): Promise<Created> {
    return {
      isNew,
      facts: await tx.of(PersonRegister).findFacts([id]),
      sealed: await tx.of(IdentityStore).findSealed([id]),
      asOf: tx.now,
    };
  }
}
