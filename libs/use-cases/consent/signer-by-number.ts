import { Injectable } from '@nestjs/common';
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { PersonNumberReader } from '../person/person-number-reader.port.js';
import { PersonRegister } from '../person/person-register.port.js';

/**
 * Whom a written number names in the caller's own register. Asking is a search and stands in the ledger also when what it
 * was asked for is taken back (GDPR 32; a log of searches too).
 */
@Injectable()
export class SignerByNumber {
  constructor(
    private readonly numbers: PersonNumberReader,
    private readonly hash: LookupHash,
    private readonly appender: LedgerAppender,
  ) {}

  async find(tx: CallerTransaction, caller: StaffCaller, written: string): Promise<string> {
    const read = this.numbers.read(written, tx.now);
    if (read.outcome !== 'accepted') throw new Failure('REGISTER_NUMBER', 'signers');
    const hash = this.hash.ofNumber(read.number.digits);
    const [personId] = await tx.of(PersonRegister).findByNumberHash(caller.branchId, hash);
    await this.appender.append(caller, [
      { action: 'search', outcome: 'done', personId: personId ?? null, detail: { by: 'number', register: true } },
    ]);
    if (personId === undefined) throw new Failure('REGISTER_PERSON', 'signers');
    return personId;
  }
}
