import { Module } from '@nestjs/common';
import { DecideRetention } from '#use-cases/deadline/decide-retention.js';
import { ListDeadlines } from '#use-cases/deadline/list-deadlines.js';
import { SetDeadline } from '#use-cases/deadline/set-deadline.js';
import { DeadlineResolver } from './deadline.resolver.js';
import { DeadlineSettingResolver } from './deadline-setting.resolver.js';
import { DeadlinesTopic } from './deadlines.topic.js';
import { RetentionResolver } from './retention.resolver.js';

@Module({
  providers: [
    ListDeadlines,
    SetDeadline,
    DecideRetention,
    DeadlineResolver,
    DeadlineSettingResolver,
    RetentionResolver,
    DeadlinesTopic,
  ],
})
export class DeadlineModule {}
