/** Whom I wait for, on the page Nu, right after what is due. */
import type { NowPart } from '../now/now-part.js';
import { SilentNow } from './SilentNow.js';

export const nowPart: NowPart = { order: 12, Section: SilentNow };
