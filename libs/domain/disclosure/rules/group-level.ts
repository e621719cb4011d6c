/** SSPF group and EST talk of places and groups: a name there is said to people who have no ground to hear it ([S1]). */
import { ALWAYS } from '../citation.js';
import type { ItemRule } from './rule.js';

export const groupLevel: ItemRule = {
  id: 'group-level',
  citation: null,
  inForce: ALWAYS,
  decide: ({ facts }) =>
    facts.personData && (facts.form === 'sspf-group' || facts.form === 'est')
      ? { outcome: 'refuse', ground: 'group-level' }
      : undefined,
};
