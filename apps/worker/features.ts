import type { Type } from '@nestjs/common';
import { CalendarModule } from './calendar/calendar.module.js';
import { ConsentModule } from './consent/consent.module.js';
import { DeadlineModule } from './deadline/deadline.module.js';
import { FamilyModule } from './family/family.module.js';
import { GroupModule } from './group/group.module.js';
import { GroupAssessmentModule } from './group-assessment/group-assessment.module.js';
import { HubModule } from './hub/hub.module.js';
import { InvitationModule } from './invitation/invitation.module.js';
import { InquiryModule } from './inquiry/inquiry.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { MinutesModule } from './minutes/minutes.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { ReportModule } from './report/report.module.js';
import { WebhookModule } from './webhook/webhook.module.js';

/** The concepts whose work the worker does, a module each. */
export const features: Type[] = [
  CalendarModule,
  ConsentModule,
  DeadlineModule,
  FamilyModule,
  GroupAssessmentModule,
  GroupModule,
  HubModule,
  InvitationModule,
  InquiryModule,
  LedgerModule,
  MinutesModule,
  NoticeModule,
  ReportModule,
  WebhookModule,
];
