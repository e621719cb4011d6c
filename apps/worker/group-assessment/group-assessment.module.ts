import { Module } from '@nestjs/common';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { tellLateAssessment } from '#use-cases/group-assessment/tell-assessment.js';

/** What a late assessment makes happen by itself: whoever leads the group is told ([S1]: SAVRY up to six weeks). */
@Module({})
export class GroupAssessmentModule {
  constructor(acts: DeadlineActs) {
    acts.add('tell-late-assessment', tellLateAssessment);
  }
}
