import { Injectable } from '@nestjs/common';
import { readAddress } from '#domain/person/address.js';
import { readPhone } from '#domain/person/phone.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { PersonNumberReader } from '../person/person-number-reader.port.js';
import { NUMBER_CODES } from '../person/read-identity.js';
import { FormFaults } from './form-faults.js';
import { recordChange } from './record-change.js';
import { StaffRegister } from './staff-register.port.js';
import { StaffTraces, type TraceKind } from './staff-traces.port.js';

export interface TracesWritten {
  readonly number: string;
  readonly address: string;
  readonly phone: string;
}

const LONGEST = 300;

/**
 * What a member of staff is known by outside work, kept so that reading about oneself or one's own home shows in the log
 * review (GDPR 32). Only keyed hashes are kept: nobody can read them back, nor find a home by them.
 */
@Injectable()
export class KeepStaffTraces {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly lookup: LookupHash,
    private readonly reader: PersonNumberReader,
  ) {}

  kinds(caller: StaffCaller, staffId: string): Promise<readonly TraceKind[]> {
    return this.asCaller.run(caller, async (tx) => {
      await requireStaff(tx, staffId);
      return tx.of(StaffTraces).findKinds(staffId);
    });
  }

  /** In place of what was kept: what is left empty is kept no longer. Nobody keeps their own. */
  keep(caller: StaffCaller, staffId: string, written: TracesWritten): Promise<readonly TraceKind[]> {
    return this.asCaller.run(caller, async (tx) => {
      if (staffId === caller.staffId) throw new Failure('NOT_YOURSELF');
      await requireStaff(tx, staffId);
      const traces = this.read(written, tx.now);
      await tx.of(StaffTraces).replace(staffId, traces);
      const kinds = traces.map(({ kind }) => kind);
      await recordChange(tx, { staffId, traces: kinds.join('+') });
      return kinds;
    });
  }

  private read(written: TracesWritten, now: Date): { readonly kind: TraceKind; readonly trace: Buffer }[] {
    const faults = new FormFaults();
    const [number, address, phone] = (['number', 'address', 'phone'] as const).map((field) =>
      faults.optionalWords(field, written[field], LONGEST),
    );
    const traces: { readonly kind: TraceKind; readonly trace: Buffer }[] = [];
    if (number) {
      const decision = this.reader.read(number, now);
      if (decision.outcome === 'refused') faults.add('number', NUMBER_CODES[decision.code]);
      else traces.push({ kind: 'number', trace: this.lookup.ofNumber(decision.number.digits) });
    }
    if (address) {
      const home = readAddress(address);
      if (home === null) faults.add('address', 'ADDRESS_WRONG');
      else traces.push({ kind: 'address', trace: this.lookup.ofAddress(home) });
    }
    if (phone) {
      const digits = readPhone(phone);
      if (digits === null) faults.add('phone', 'PHONE_WRONG');
      else traces.push({ kind: 'phone', trace: this.lookup.ofPhone(digits) });
    }
    faults.tell();
    return traces;
  }
}

async function requireStaff(tx: CallerTransaction, id: string): Promise<void> {
  if (!(await tx.of(StaffRegister).find(id))) throw notFound();
}
