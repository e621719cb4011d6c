/** What other municipalities offer one's own house, on the page Nu. */
import type { NowPart } from '../now/now-part.js';
import { IncomingRelocations } from './IncomingRelocations.js';

export const nowPart: NowPart = { order: 24, Section: IncomingRelocations };
