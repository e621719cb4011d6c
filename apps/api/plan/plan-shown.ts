/** A plan as the gate lets it be shown. */
import type { PlanQuestion as AskedOfPlan } from '#domain/plan/plan-questions.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import type { PlanPage as ReadPlanPage } from '#use-cases/plan/read-plan.js';
import type { ShownEntry } from '#use-cases/plan/shown-entry.js';
import type { FamilyMember, ShownVoice } from '#use-cases/plan/shown-voices.js';
import { drawingIn } from '#use-cases/plan/drawn.js';
import { aboutIn } from '#use-cases/share/what-it-says.js';
import { drawingShown } from './drawing.model.js';
import type { PlanFamilyMember, PlanVoice } from './plan-voice.model.js';
import type { PlanEntry, PlanPage, PlanQuestion, SaidInPlan } from './plan.model.js';

export function planShown({ entries, seats, mayWrite, questions, family, proposals, ...page }: ReadPlanPage): PlanPage {
  return {
    ...page,
    mayWrite: [...mayWrite],
    seats: [...seats],
    entries: entries.map(entryShown),
    family: family.map(memberShown),
    proposals: proposals.map(voiceShown),
    questions: questions.map(questionShown),
  };
}

const NOTHING = { needArea: null, measures: null };
const questionShown = (question: AskedOfPlan): PlanQuestion => ({
  ...NOTHING,
  ...question,
  houses: 'houses' in question ? [...question.houses] : [],
});

export const entryShown = ({
  item,
  acts,
  mayDo,
  alsoSeenBy,
  voices,
  categoryChanges,
  ...entry
}: ShownEntry): PlanEntry => ({
  ...entry,
  promisedBy: entry.promisedBy && memberShown(entry.promisedBy),
  proposedBy: entry.proposedBy && memberShown(entry.proposedBy),
  voices: voices.map(voiceShown),
  said: saidShown(item),
  mayDo: [...mayDo],
  alsoSeenBy: alsoSeenBy.map(({ id, kind, name }) => ({ id, kind, name })),
  acts: acts.map(({ said, ...act }) => ({ ...act, said: said && saidShown(said) })),
  categoryChanges: categoryChanges.map(({ reason, ...change }) => ({ ...change, reason: reason.content.text })),
});

const memberShown = ({ key, family, person }: FamilyMember): PlanFamilyMember => ({
  ...{ key, family },
  name: person && `${person.givenName} ${person.familyName}`,
});

const voiceShown = ({ by, said, ...voice }: ShownVoice): PlanVoice => ({
  ...voice,
  by: memberShown(by),
  text: said.content.text,
  drawing: drawingShown(drawingIn(said)),
  ground: said.ground.id,
});

export const saidShown = (item: ReleasedItem): SaidInPlan => ({
  itemId: item.itemId,
  version: item.version,
  text: item.content.text,
  drawing: drawingShown(drawingIn(item)),
  category: item.category,
  about: aboutIn(item),
  revealsPlace: item.revealsPlace,
  giverKind: item.giverHouse.kind,
  ground: item.ground.id,
  until: item.ground.until,
});
