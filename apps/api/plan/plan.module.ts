import { Module } from '@nestjs/common';
import { ReadCircle } from '#use-cases/group/read-circle.js';
import { ActOnEntry } from '#use-cases/plan/act-on-entry.js';
import { AnswerFamilyPlan } from '#use-cases/plan/answer-family-plan.js';
import { AnswerProposal } from '#use-cases/plan/answer-proposal.js';
import { ReadFamilyPlan } from '#use-cases/plan/read-family-plan.js';
import { SayInFamilyPlan } from '#use-cases/plan/say-in-family-plan.js';
import { AdoptPlan } from '#use-cases/plan/adopt-plan.js';
import { ReadPlanVersions } from '#use-cases/plan/read-plan-versions.js';
import { ReadPlan } from '#use-cases/plan/read-plan.js';
import { ShowPlanReaders } from '#use-cases/plan/show-plan-readers.js';
import { WriteEntry } from '#use-cases/plan/write-entry.js';
import { FormModule } from '../form/form.module.js';
import { FamilyPlanResolver } from './family-plan.resolver.js';
import { PlanVersionResolver } from './plan-version.resolver.js';
import { PlanResolver } from './plan.resolver.js';
import { PlanTopic } from './plan.topic.js';
import { PlanVoiceTopic } from './plan-voice.topic.js';

@Module({
  imports: [FormModule],
  providers: [
    ReadPlan,
    ReadCircle,
    ShowPlanReaders,
    WriteEntry,
    ActOnEntry,
    AdoptPlan,
    AnswerProposal,
    AnswerFamilyPlan,
    ReadFamilyPlan,
    SayInFamilyPlan,
    ReadPlanVersions,
    PlanTopic,
    PlanVoiceTopic,
    FamilyPlanResolver,
    PlanResolver,
    PlanVersionResolver,
  ],
})
export class PlanModule {}
