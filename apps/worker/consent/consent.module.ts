import { Module } from '@nestjs/common';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import { RecheckSeats } from '#use-cases/consent/recheck-seats.js';
import { TellEnded } from '#use-cases/consent/tell-what-ended.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';

/** Consents are looked at again when time alone changes them: an end, a birthday, the day of a ruling (FB 6:11, 9:1). */
@Module({ providers: [RecheckConsents, RecheckSeats, TellEnded] })
export class ConsentModule {
  constructor(dueWork: DueWork, consents: RecheckConsents, seats: RecheckSeats, ended: TellEnded) {
    dueWork.add(consents);
    dueWork.add(seats);
    dueWork.add(ended);
  }
}
