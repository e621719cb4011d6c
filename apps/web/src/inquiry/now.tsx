/** Questions of investigations to one's own house, and the answers that one waits for, on the page Nu. */
import type { NowPart } from '../now/now-part.js';
import { AskedOfUs } from './AskedOfUs.js';

export const nowPart: NowPart = {
  order: 22,
  Section: AskedOfUs,
  wayOf: ({ kind, caseId }) =>
    kind === 'step-two-gathering' && caseId ? { to: `/arende/${caseId}`, label: 'inquiry:now.toCase' } : undefined,
};
