/** The shape of a disclosure rule: which law it stands in, when it is in force, and what it answers where it matches. */
import type { Subject } from '../case.js';
import type { Citation, InForce } from '../citation.js';
import type { Decision } from '../decision.js';
import type { Question } from '../question.js';

interface RuleCard {
  readonly id: string;
  /** Null for what follows from the way of working rather than from one paragraph. */
  readonly citation: Citation | null;
  readonly inForce: InForce;
}

/** Asked once, for the item as a whole. */
export interface ItemRule extends RuleCard {
  readonly decide: (question: Question) => Decision | undefined;
}

/** Asked for each person about whom the item says something; the first rule that answers has answered. */
export interface SubjectRule extends RuleCard {
  readonly decide: (question: Question, subject: Subject) => Decision | undefined;
}
