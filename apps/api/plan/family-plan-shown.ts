/** A plan as the family’s gate lets it be shown. */
import type {
  FamilyEntry,
  FamilyPlan as ReadPlan,
  OwnAdoption,
  OwnProposal,
  OwnWords,
} from '#use-cases/plan/read-family-plan.js';
import type {
  FamilyAdoption,
  FamilyOwnWords,
  FamilyPlan,
  FamilyPlanEntry,
  FamilyProposal,
} from './family-plan.model.js';

export const familyPlanShown = ({ groupId, isAboutMe, aboutName, entries, ...plan }: ReadPlan): FamilyPlan => ({
  ...{ groupId, isAboutMe },
  givenName: aboutName?.givenName ?? null,
  entries: entries.map(entryShown),
  proposals: plan.proposals.map(proposalShown),
  adoption: plan.adoption && adoptionShown(plan.adoption),
});

const entryShown = ({ said, familyWords, promisedBy, comments, ...entry }: FamilyEntry): FamilyPlanEntry => ({
  ...entry,
  words: familyWords ?? said.content.text,
  original: familyWords === null ? null : said.content.text,
  giverKind: said.giverHouse.kind,
  promisedBy: promisedBy && { who: promisedBy.who, givenName: promisedBy.name?.givenName ?? null },
  comments: comments.map(wordsShown),
});

const wordsShown = ({ id, said, saidAt }: OwnWords): FamilyOwnWords => ({ id, text: said.content.text, saidAt });

const proposalShown = ({ answer, why, ...own }: OwnProposal): FamilyProposal => ({
  ...wordsShown(own),
  answer,
  why: why?.content.text ?? null,
});

const adoptionShown = ({ said, ...adoption }: OwnAdoption): FamilyAdoption => ({
  ...adoption,
  words: said?.content.text ?? null,
});
