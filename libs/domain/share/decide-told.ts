/**
 * What a house may tell of where somebody is whom another house's register keeps. It may not know whether they are protected,
 * and learns it by no answer: it never tells that by sharing, on no duty, no consent and no assessment, and every no is the
 * same, whether the family, the law or a protection says it (OSL 21:3, 22:1). A duty to report has the report's own form, and
 * what an inquiry asks for the inquiry's own answer, which show the giver nothing of what became of it. Danger to life keeps
 * its path: it is put to a person alike about everybody, and only what somebody has decided so, by name, confirmed and in the
 * ledger, is answered by the facts (BrB 24:4).
 */
import { assessmentHolds } from '../disclosure/assessment-holds.js';
import type { DisclosureCase } from '../disclosure/case.js';
import { asQuestion, isOpen } from '../disclosure/question.js';
import { NECESSITY } from '../disclosure/rules/immediate-danger.js';
import type { Category } from '../disclosure/vocabulary.js';
import { decideShare, type ShareAnswer, type Tellable, type Telling } from './decide-share.js';
import type { TownLimits } from '../disclosure/decision.js';

export interface ToldThing {
  readonly thing: Tellable;
  /** One of those whom it is about stands in another house's register. */
  readonly isElsewhere: boolean;
  readonly limits: TownLimits | undefined;
}

/** No word of which no it is, nor of what would open it. */
const NOT_TOLD: ShareAnswer = { decision: { outcome: 'refuse', ground: 'no-ground' }, until: null, openings: [] };

/** Somebody decides, with reasons and by name. */
const IN_DANGER: ShareAnswer = {
  decision: { outcome: 'refer', ground: 'BrB 24:4', candidates: ['BrB 24:4'] },
  until: null,
  openings: [{ kind: 'assess', grounds: ['BrB 24:4'] }],
};

const PLACES: readonly Category[] = ['whereabouts', 'contact-details'];

export const tellsPlace = ({ category, revealsPlace }: Pick<Tellable, 'category' | 'revealsPlace'>): boolean =>
  revealsPlace || PLACES.includes(category);

export function decideTold(told: ToldThing, telling: Telling): ShareAnswer {
  const { thing, isElsewhere, limits = {} } = told;
  if (!isElsewhere || !tellsPlace(thing)) return decideShare(thing, telling, limits);
  if (isDecidedInDanger(thing, telling)) return afterDanger(decideShare(thing, telling, limits));
  return mayBeDanger(thing, telling, limits) ? IN_DANGER : NOT_TOLD;
}

/** A named person has found, about everybody whom it is about, that they are in danger now and that telling averts it. */
export function isDecidedInDanger(thing: Tellable, telling: Telling): boolean {
  if (telling.purpose !== 'immediate-danger' || thing.subjects.length === 0) return false;
  const facts = factsOf(thing, telling);
  return thing.subjects.every((subject) =>
    thing.assessments.some((assessment) => assessmentHolds(assessment, NECESSITY, facts, subject)),
  );
}

/** What they found is answered: it is told, or another ground is asked for first. */
const afterDanger = (answer: ShareAnswer): ShareAnswer =>
  answer.decision.outcome === 'refuse' || answer.decision.ground === 'OSL 21:3' ? NOT_TOLD : answer;

/** Asked of nobody as they are: about everybody as of somebody whom nothing protects, for whom nothing is signed or found. */
function mayBeDanger(thing: Tellable, telling: Telling, limits: TownLimits): boolean {
  if (telling.purpose !== 'immediate-danger' || !isOpen('BrB 24:4', asQuestion(factsOf(thing, telling), limits)))
    return false;
  const subjects = thing.subjects.map((subject) => ({ ...subject, protection: 'none' as const }));
  const bare = { ...thing, subjects, consents: [], assessments: [] };
  return decideShare(bare, telling, limits).decision.outcome !== 'refuse';
}

const factsOf = (thing: Tellable, telling: Telling): DisclosureCase => ({
  ...thing,
  ...telling,
  recipientAssigned: true,
  recipientNamed: false,
});
