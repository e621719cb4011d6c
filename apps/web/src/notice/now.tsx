import type { NowPart } from '../now/now-part.js';
import { NowNotices } from './NowNotices.js';

export const nowPart: NowPart = { order: 90, Section: NowNotices };
