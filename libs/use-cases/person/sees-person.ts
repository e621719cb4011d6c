import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { PersonRegister } from './person-register.port.js';

/** Whether the caller sees that this person exists, for screens that listen (OSL 26:1). */
@Injectable()
export class SeesPerson {
  constructor(private readonly asCaller: AsCaller) {}

  async run(caller: StaffCaller, id: string): Promise<boolean> {
    if (!/^[0-9a-f-]{36}$/i.test(id)) return false;
    const facts = await this.asCaller.run(caller, (tx) => tx.of(PersonRegister).findFacts([id]));
    return facts.length === 1;
  }
}
