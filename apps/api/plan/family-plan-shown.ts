/** A plan as the family’s gate lets it be shown. */
import type {
  FamilyEntry,
  FamilyPlan as ReadPlan,
  OwnAdoption,
  OwnProposal,
  OwnWords,
  Promiser,
} from '#use-cases/plan/read-family-plan.js';
import type { ChangeSide, PlanChanges } from '#use-cases/plan/read-plan-changes.js';
import { drawingIn } from '#use-cases/plan/drawn.js';
import { drawingShown } from './drawing.model.js';
import type {
  FamilyAdoption,
  FamilyOwnWords,
  FamilyPlan,
  FamilyPlanChanges,
  FamilyPlanEntry,
  FamilyPlanSide,
  FamilyProposal,
} from './family-plan.model.js';

export const familyPlanShown = ({ groupId, isAboutMe, aboutName, entries, ...plan }: ReadPlan): FamilyPlan => ({
  ...{ groupId, isAboutMe },
  givenName: aboutName?.givenName ?? null,
  entries: entries.map(entryShown),
  proposals: plan.proposals.map(proposalShown),
  adoption: plan.adoption && adoptionShown(plan.adoption),
});

const entryShown = ({ said, familyWords, promisedBy, comments, series, ...entry }: FamilyEntry): FamilyPlanEntry => ({
  ...entry,
  words: familyWords ?? said.content.text,
  original: familyWords === null ? null : said.content.text,
  drawing: drawingShown(drawingIn(said)),
  giverKind: said.giverHouse.kind,
  promisedBy: promiserShown(promisedBy),
  comments: comments.map(wordsShown),
  series: series && { ...series, values: [...series.values] },
});

const promiserShown = (by: Promiser | null) => by && { who: by.who, givenName: by.name?.givenName ?? null };

const wordsShown = ({ id, said, saidAt }: OwnWords): FamilyOwnWords => ({
  ...{ id, saidAt },
  text: said.content.text,
  drawing: drawingShown(drawingIn(said)),
});

const proposalShown = ({ answer, why, ...own }: OwnProposal): FamilyProposal => ({
  ...wordsShown(own),
  answer,
  why: why?.content.text ?? null,
});

const adoptionShown = ({ said, ...adoption }: OwnAdoption): FamilyAdoption => ({
  ...adoption,
  words: said?.content.text ?? null,
});

export const changesShown = ({ differences, ...changes }: PlanChanges): FamilyPlanChanges => ({
  ...changes,
  differences: differences.map(({ before, after, changed, ...one }) => ({
    ...{ ...one, changed: [...changed] },
    before: before && sideShown(before),
    after: after && sideShown(after),
  })),
});

function sideShown({ said, promisedBy, ...side }: ChangeSide): FamilyPlanSide {
  const own = said.content.data?.['familyWords'];
  return {
    ...side,
    words: typeof own === 'string' && own !== '' ? own : said.content.text,
    drawing: drawingShown(drawingIn(said)),
    promisedBy: promiserShown(promisedBy),
  };
}
