import { Module } from '@nestjs/common';
import { ReadCircle } from '#use-cases/group/read-circle.js';
import { ActOnEntry } from '#use-cases/plan/act-on-entry.js';
import { AnswerFamilyPlan } from '#use-cases/plan/answer-family-plan.js';
import { AnswerProposal } from '#use-cases/plan/answer-proposal.js';
import { ChangeCategory } from '#use-cases/plan/change-category.js';
import { ReadFamilyPlan } from '#use-cases/plan/read-family-plan.js';
import { SayInFamilyPlan } from '#use-cases/plan/say-in-family-plan.js';
import { AdoptPlan } from '#use-cases/plan/adopt-plan.js';
import { ReadNews } from '#use-cases/plan/read-news.js';
import { ReadPlanChanges } from '#use-cases/plan/read-plan-changes.js';
import { ReadPlanVersions } from '#use-cases/plan/read-plan-versions.js';
import { ReadPlan } from '#use-cases/plan/read-plan.js';
import { ShowPlanPen } from '#use-cases/plan/show-plan-pen.js';
import { ShowPlanReaders } from '#use-cases/plan/show-plan-readers.js';
import { TakeOutPlan } from '#use-cases/plan/take-out-plan.js';
import { TellPlan } from '#use-cases/plan/tell-plan.js';
import { TellPlanPens } from '#use-cases/plan/tell-plan-pens.js';
import { TellValue } from '#use-cases/plan/tell-value.js';
import { WriteEntry } from '#use-cases/plan/write-entry.js';
import { WriteNews } from '#use-cases/plan/write-news.js';
import { FormModule } from '../form/form.module.js';
import { FamilyPlanResolver } from './family-plan.resolver.js';
import { PlanCategoryResolver } from './plan-category.resolver.js';
import { PlanRecordController } from './plan-record.controller.js';
import { PlanRecordResolver } from './plan-record.resolver.js';
import { GroupNewsTopic, NewsTopic } from './news.topic.js';
import { PlanNewsResolver } from './plan-news.resolver.js';
import { PlanVersionResolver } from './plan-version.resolver.js';
import { PlanResolver } from './plan.resolver.js';
import { PlanPenTopic } from './plan-pen.topic.js';
import { PlanTopic } from './plan.topic.js';
import { PlanVoiceTopic } from './plan-voice.topic.js';

@Module({
  imports: [FormModule],
  controllers: [PlanRecordController],
  providers: [
    ReadPlan,
    ReadCircle,
    ShowPlanReaders,
    WriteEntry,
    ActOnEntry,
    ChangeCategory,
    PlanCategoryResolver,
    AdoptPlan,
    AnswerProposal,
    AnswerFamilyPlan,
    ReadFamilyPlan,
    ReadPlanChanges,
    SayInFamilyPlan,
    ReadPlanVersions,
    TakeOutPlan,
    ReadNews,
    WriteNews,
    TellValue,
    TellPlan,
    ShowPlanPen,
    TellPlanPens,
    PlanTopic,
    PlanPenTopic,
    PlanVoiceTopic,
    FamilyPlanResolver,
    NewsTopic,
    GroupNewsTopic,
    PlanResolver,
    PlanVersionResolver,
    PlanRecordResolver,
    PlanNewsResolver,
  ],
})
export class PlanModule {}
