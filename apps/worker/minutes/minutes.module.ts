import { Module } from '@nestjs/common';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { tellTimeIsOut } from '#use-cases/minutes/tell-fixed.js';

/** Minutes that nobody has approved in time are fixed by the clock: whoever sits at the table is told. */
@Module({})
export class MinutesModule {
  constructor(acts: DeadlineActs) {
    acts.add('tell-fixed-minutes', tellTimeIsOut);
  }
}
