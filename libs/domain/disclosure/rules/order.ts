/** The order in which the rules are asked: the first that answers has answered, and where none does the answer is no (OSL 8:1). */
import { assessmentMade } from './assessment-made.js';
import { assessmentNeeded } from './assessment-needed.js';
import { coveringConsent } from './covering-consent.js';
import { dutyToInform } from './duty-to-inform.js';
import { dutyToReport } from './duty-to-report.js';
import { groupLevel } from './group-level.js';
import { immediateDanger } from './immediate-danger.js';
import { noPersonData } from './no-person-data.js';
import { preliminaryInvestigation } from './preliminary-investigation.js';
import { protectedPlace } from './protected-place.js';
import type { ItemRule, SubjectRule } from './rule.js';
import { toTheGuardian } from './to-the-guardian.js';
import { toThePerson } from './to-the-person.js';
import { unboundGiver } from './unbound-giver.js';
import { withinTheHouse } from './within-the-house.js';

export const ITEM_RULES: readonly ItemRule[] = [noPersonData, groupLevel];

export const SUBJECT_RULES: readonly SubjectRule[] = [
  protectedPlace,
  unboundGiver,
  toThePerson,
  toTheGuardian,
  withinTheHouse,
  dutyToReport,
  dutyToInform,
  preliminaryInvestigation,
  coveringConsent,
  assessmentMade,
  assessmentNeeded,
  immediateDanger,
];
