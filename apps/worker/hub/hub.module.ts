import { Module } from '@nestjs/common';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { askDeputy } from '#use-cases/hub/ask-deputy.js';

/** What the hub makes happen by itself: a unit's deputy is asked when half of its time has gone [S0]. */
@Module({})
export class HubModule {
  constructor(acts: DeadlineActs) {
    acts.add('ask-deputy', askDeputy);
  }
}
