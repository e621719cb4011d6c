import type { Type } from '@nestjs/common';
import { AreaModule } from './area/area.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { ClockModule } from './clock/clock.module.js';
import { ConsentModule } from './consent/consent.module.js';
import { DeadlineModule } from './deadline/deadline.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { DemonstrationModule } from './demonstration/demonstration.module.js';
import { FamilyModule } from './family/family.module.js';
import { FormModule } from './form/form.module.js';
import { MinutesModule } from './minutes/minutes.module.js';
import { PlanModule } from './plan/plan.module.js';
import { GroupAssessmentModule } from './group-assessment/group-assessment.module.js';
import { GroupModule } from './group/group.module.js';
import { HandOverModule } from './hand-over/hand-over.module.js';
import { HubModule } from './hub/hub.module.js';
import { InvitationModule } from './invitation/invitation.module.js';
import { InterpreterModule } from './interpreter/interpreter.module.js';
import { InquiryModule } from './inquiry/inquiry.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MeetingModule } from './meeting/meeting.module.js';
import { PersonModule } from './person/person.module.js';
import { RelocationModule } from './relocation/relocation.module.js';
import { ReportModule } from './report/report.module.js';
import { ShareModule } from './share/share.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { SilenceModule } from './silence/silence.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { WebhookModule } from './webhook/webhook.module.js';

/** The concepts that this api serves, a module each. */
export const features: Type[] = [
  SignInModule,
  DemonstrationModule,
  PersonModule,
  ReportModule,
  HubModule,
  InquiryModule,
  MeetingModule,
  InvitationModule,
  SilenceModule,
  LedgerModule,
  ConsentModule,
  HandOverModule,
  FamilyModule,
  CalendarModule,
  ClockModule,
  DeadlineModule,
  NoticeModule,
  OrganisationModule,
  ShareModule,
  FormModule,
  GroupModule,
  GroupAssessmentModule,
  RelocationModule,
  AreaModule,
  MinutesModule,
  PlanModule,
  InterpreterModule,
  WebhookModule,
];
