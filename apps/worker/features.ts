import type { Type } from '@nestjs/common';
import { DeadlineModule } from './deadline/deadline.module.js';
import { HubModule } from './hub/hub.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { NoticeModule } from './notice/notice.module.js';

/** The concepts whose work the worker does, a module each. */
export const features: Type[] = [DeadlineModule, HubModule, LedgerModule, NoticeModule];
