import { Module } from '@nestjs/common';
import { FormModule } from '../form/form.module.js';
import { AnswerInquiry } from '#use-cases/inquiry/answer-inquiry.js';
import { AskHouses } from '#use-cases/inquiry/ask-houses.js';
import { EndInquiry } from '#use-cases/inquiry/end-inquiry.js';
import { ReadAsked } from '#use-cases/inquiry/read-asked.js';
import { ReadInquiries } from '#use-cases/inquiry/read-inquiries.js';
import { InquiryResolver } from './inquiry.resolver.js';

@Module({
  imports: [FormModule],
  providers: [AskHouses, ReadInquiries, EndInquiry, ReadAsked, AnswerInquiry, InquiryResolver],
})
export class InquiryModule {}
