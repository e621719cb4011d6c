import { Module } from '@nestjs/common';
import { TellEmptySeats } from '#use-cases/group/tell-empty-seats.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';

/** Seats that stand empty as the end of a post comes: whoever leads the group is told. */
@Module({ providers: [TellEmptySeats] })
export class GroupModule {
  constructor(dueWork: DueWork, seats: TellEmptySeats) {
    dueWork.add(seats);
  }
}
