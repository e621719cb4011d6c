/** A plan as the gate lets it be shown. */
import type { PlanQuestion as AskedOfPlan } from '#domain/plan/plan-questions.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import type { PlanPage as ReadPlanPage, ShownEntry } from '#use-cases/plan/read-plan.js';
import type { PlanEntry, PlanPage, PlanQuestion, SaidInPlan } from './plan.model.js';

export function planShown({ entries, seats, mayWrite, questions, ...page }: ReadPlanPage): PlanPage {
  return {
    ...page,
    mayWrite: [...mayWrite],
    seats: [...seats],
    entries: entries.map(entryShown),
    questions: questions.map(questionShown),
  };
}

const NOTHING = { needArea: null, measures: null };
const questionShown = (question: AskedOfPlan): PlanQuestion => ({
  ...NOTHING,
  ...question,
  houses: 'houses' in question ? [...question.houses] : [],
});

const entryShown = ({ item, acts, mayDo, alsoSeenBy, ownerHouse: _, ...entry }: ShownEntry): PlanEntry => ({
  ...entry,
  said: saidShown(item),
  mayDo: [...mayDo],
  alsoSeenBy: alsoSeenBy.map(({ id, kind, name }) => ({ id, kind, name })),
  acts: acts.map(({ said, ...act }) => ({ ...act, said: said && saidShown(said) })),
});

const saidShown = ({ itemId, version, content, category, giverHouse, ground }: ReleasedItem): SaidInPlan => ({
  itemId,
  version,
  text: content.text,
  category,
  giverKind: giverHouse.kind,
  ground: ground.id,
  until: ground.until,
});
