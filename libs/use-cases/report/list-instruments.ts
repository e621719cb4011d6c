import { Injectable } from '@nestjs/common';
import type { Instrument } from '#domain/report/instrument.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { instrumentsOf } from './town-instruments.js';

/** The instruments of the caller's municipality: questions without answers, which say nothing of anybody. */
@Injectable()
export class ListInstruments {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller): Promise<readonly Instrument[]> {
    return this.asCaller.read(caller, (tx) => instrumentsOf(tx, caller.municipalityId));
  }
}
