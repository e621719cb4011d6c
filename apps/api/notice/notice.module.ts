import { Module } from '@nestjs/common';
import { ListNotices } from '#use-cases/notice/list-notices.js';
import { NoticeResolver } from './notice.resolver.js';
import { NoticesTopic } from './notices.topic.js';

@Module({ providers: [ListNotices, NoticeResolver, NoticesTopic] })
export class NoticeModule {}
