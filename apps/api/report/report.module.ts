import { Module } from '@nestjs/common';
import { AssessProtection } from '#use-cases/report/assess-protection.js';
import { AskForFeedback } from '#use-cases/report/ask-for-feedback.js';
import { CompleteReport } from '#use-cases/report/complete-report.js';
import { BeginMeasures } from '#use-cases/report/begin-measures.js';
import { DecideCase } from '#use-cases/report/decide-case.js';
import { GiveFeedback } from '#use-cases/report/give-feedback.js';
import { GradeCase } from '#use-cases/report/grade-case.js';
import { JoinReports } from '#use-cases/report/join-reports.js';
import { ListInstruments } from '#use-cases/report/list-instruments.js';
import { ListDeciders } from '#use-cases/report/list-deciders.js';
import { ListOwnReports } from '#use-cases/report/list-own-reports.js';
import { ViewCase } from '#use-cases/report/view-case.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { ListIntakeQueue } from '#use-cases/report/list-intake-queue.js';
import { ProposeDecision } from '#use-cases/report/propose-decision.js';
import { ReceiveReport } from '#use-cases/report/receive-report.js';
import { RegisterReport } from '#use-cases/report/register-report.js';
import { RequireSearch } from '#use-cases/report/require-search.js';
import { SeparateReports } from '#use-cases/report/separate-reports.js';
import { SubmitReport } from '#use-cases/report/submit-report.js';
import { PersonNumberModule } from '#platform/person/person-number.module.js';
import { MayWatchCase } from '#use-cases/report/may-watch-case.js';
import { CaseDecisionResolver } from './case-decision.resolver.js';
import { CaseResolver } from './case.resolver.js';
import { CaseTopic } from './case.topic.js';
import { InstrumentResolver } from './instrument.resolver.js';
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
    RequireSearch,
    CompleteReport,
    ListOwnReports,
    ListIntakeQueue,
    ViewCase,
    AssessProtection,
    GradeCase,
    JoinReports,
    SeparateReports,
    GiveFeedback,
    AskForFeedback,
    ProposeDecision,
    DecideCase,
    BeginMeasures,
    ListDeciders,
    ListInstruments,
    MayWatchCase,
    CaseDecisionResolver,
    CaseResolver,
    CaseTopic,
    ReportResolver,
    InstrumentResolver,
    IntakeQueueResolver,
    IntakeQueueTopic,
  ],
})
export class ReportModule {}
