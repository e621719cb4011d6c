/** Questions of investigations to one's own house, the answers that one waits for, and investigations in which nobody is asked yet, on the page Nu. */
import type { NowPart } from '../now/now-part.js';
import { AskedOfUs } from './AskedOfUs.js';
import { NobodyAsked } from './NobodyAsked.js';

function Inquiries() {
  return (
    <>
      <AskedOfUs />
      <NobodyAsked />
    </>
  );
}

export const nowPart: NowPart = {
  order: 22,
  Section: Inquiries,
  wayOf: ({ kind, caseId }) =>
    kind === 'step-two-gathering' && caseId ? { to: `/arende/${caseId}`, label: 'inquiry:now.toCase' } : undefined,
};
