import { Module } from '@nestjs/common';
import { ListDeadlines } from '#use-cases/deadline/list-deadlines.js';
import { SetDeadline } from '#use-cases/deadline/set-deadline.js';
import { DeadlineResolver } from './deadline.resolver.js';
import { DeadlineSettingResolver } from './deadline-setting.resolver.js';
import { DeadlinesTopic } from './deadlines.topic.js';

@Module({ providers: [ListDeadlines, SetDeadline, DeadlineResolver, DeadlineSettingResolver, DeadlinesTopic] })
export class DeadlineModule {}
