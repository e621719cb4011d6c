import { Module } from '@nestjs/common';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { askInquiryDeputy, remindInquiry } from '#use-cases/inquiry/remind-asked.js';

/** What a question to another house makes happen by itself: its deputy is asked, and a last word comes in time [S0]. */
@Module({})
export class InquiryModule {
  constructor(acts: DeadlineActs) {
    acts.add('ask-inquiry-deputy', askInquiryDeputy);
    acts.add('remind-inquiry', remindInquiry);
  }
}
