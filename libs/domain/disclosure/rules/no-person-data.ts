/** What points at nobody is nobody's secret (OSL 26:1, 25:1 protect "enskilds personliga förhållanden"). */
import { ALWAYS, cite } from '../citation.js';
import { isOpen } from '../question.js';
import type { ItemRule } from './rule.js';

export const noPersonData: ItemRule = {
  id: 'no-person-data',
  citation: cite('OSL', '26 kap. 1 §'),
  inForce: ALWAYS,
  decide: (question) =>
    !question.facts.personData && isOpen('no-person-data', question)
      ? { outcome: 'release', ground: 'no-person-data' }
      : undefined,
};
