import { Module } from '@nestjs/common';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { ListIntakeQueue } from '#use-cases/report/list-intake-queue.js';
import { ReceiveReport } from '#use-cases/report/receive-report.js';
import { RegisterReport } from '#use-cases/report/register-report.js';
import { SubmitReport } from '#use-cases/report/submit-report.js';
import { PersonNumberModule } from '#platform/person/person-number.module.js';
import { IntakeQueueResolver } from './intake-queue.resolver.js';
import { IntakeQueueTopic } from './intake-queue.topic.js';
import { ReportResolver } from './report.resolver.js';

@Module({
  imports: [PersonNumberModule],
  providers: [
    AdmitPerson,
    ReceiveReport,
    SubmitReport,
    RegisterReport,
    ListIntakeQueue,
    ReportResolver,
    IntakeQueueResolver,
    IntakeQueueTopic,
  ],
})
export class ReportModule {}
