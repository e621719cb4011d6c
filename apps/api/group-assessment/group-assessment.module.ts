import { Module } from '@nestjs/common';
import { KeepAssessments } from '#use-cases/group-assessment/keep-assessments.js';
import { FormModule } from '../form/form.module.js';
import { GroupAssessmentResolver } from './group-assessment.resolver.js';

@Module({ imports: [FormModule], providers: [KeepAssessments, GroupAssessmentResolver] })
export class GroupAssessmentModule {}
