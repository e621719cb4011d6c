/**
 * A group's plan as an HL7 FHIR R5 Bundle for the neighbours who read that: a CarePlan, a Goal for the picture of the future
 * and each part goal, a Task for each measure and step. What fits is said, and nothing is bent to fit: frames, strengths,
 * protection, risks, how one reaches the young person, and the answers to a version have no place there (docs/operations.md).
 */
import type { EntryState, MeasureOutcome } from '#domain/plan/entry-states.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import type { CopiedEntry, PlanCopy } from '#use-cases/plan/plan-copy.js';

const SYSTEM = 'urn:samnav';
/** As Sweden's e-health agency has registered them: the personal number, and the coordination number. */
const PERSONAL_NUMBER = 'urn:oid:1.2.752.129.2.1.3.1';
const COORDINATION_NUMBER = 'urn:oid:1.2.752.129.2.1.3.3';
const RESTRICTED = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code: 'R',
  display: 'restricted',
};

/** FHIR R5 TaskStatus. A measure that never began was cancelled; all others that have ended are done, whatever came of them. */
const TASK: Readonly<Record<EntryState, string>> = {
  planned: 'ready',
  running: 'in-progress',
  paused: 'on-hold',
  ended: 'completed',
  standing: 'requested',
  reached: 'completed',
  removed: 'entered-in-error',
};
/** FHIR R5 GoalLifecycleStatus. */
const GOAL: Readonly<Partial<Record<EntryState, string>>> = { standing: 'active', reached: 'completed' };

type Resource = Readonly<Record<string, unknown>> & { readonly id: string };

/** The young person stands by number where the reader was given it, those who do something by name, unit and house. */
export function planAsFhir(copy: PlanCopy): Readonly<Record<string, unknown>> {
  const of = (...kinds: readonly string[]) => copy.entries.filter(({ kind }) => kinds.includes(kind));
  const goals = of('future', 'goal');
  const tasks = of('step', 'measure');
  const resources: Resource[] = [
    carePlanOf(copy, goals, tasks),
    ...goals.map((entry) => goalOf(copy, entry)),
    ...tasks.map((entry) => taskOf(copy, entry)),
  ];
  return {
    resourceType: 'Bundle',
    id: copy.groupId,
    meta: { lastUpdated: copy.readAt.toISOString(), security: [RESTRICTED] },
    identifier: { system: `${SYSTEM}:plan`, value: copy.groupId },
    type: 'collection',
    timestamp: copy.readAt.toISOString(),
    entry: resources.map((resource) => ({ fullUrl: urn(resource.id), resource })),
  };
}

/** Adopted by everyone it is in use, and until then being written; who knows of the houses alone does not know which. */
const STATUS: Readonly<Record<string, string>> = { adopted: 'active', 'houses-agreed': 'unknown' };

function carePlanOf(copy: PlanCopy, goals: readonly CopiedEntry[], tasks: readonly CopiedEntry[]): Resource {
  const { newest } = copy;
  return {
    resourceType: 'CarePlan',
    id: copy.groupId,
    meta: {
      ...(newest ? { versionId: String(newest.number) } : {}),
      lastUpdated: copy.readAt.toISOString(),
      security: [RESTRICTED],
    },
    identifier: [{ system: `${SYSTEM}:plan`, value: copy.groupId }],
    status: copy.ended ? 'completed' : ((newest && STATUS[newest.state]) ?? 'draft'),
    intent: 'plan',
    category: [{ text: copy.formName.sv }],
    title: `Plan, ärende ${copy.caseNumber}`,
    subject: subjectOf(copy),
    ...(newest ? { created: newest.putAt.toISOString() } : {}),
    ...(goals.length === 0 ? {} : { goal: goals.map(({ id }) => ({ reference: urn(id) })) }),
    ...(tasks.length === 0 ? {} : { activity: tasks.map(activityOf) }),
  };
}

/** How it goes is said beside what is planned. */
function activityOf({ id, acts }: CopiedEntry): Readonly<Record<string, unknown>> {
  const progress = acts.flatMap(({ said, byName, at }) =>
    said ? [{ authorString: byName, time: at.toISOString(), text: said.content.text }] : [],
  );
  return { plannedActivityReference: { reference: urn(id) }, ...(progress.length === 0 ? {} : { progress }) };
}

const goalOf = (copy: PlanCopy, { id, kind, item, state, madeAt, drawing }: CopiedEntry): Resource => ({
  resourceType: 'Goal',
  id,
  meta: metaOf(item),
  identifier: [{ system: `${SYSTEM}:plan-entry`, value: id }],
  lifecycleStatus: GOAL[state] ?? 'active',
  ...(state === 'reached'
    ? {
        achievementStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/goal-achievement', code: 'achieved' }],
        },
      }
    : {}),
  category: [coded('plan-entry-kind', kind)],
  description: { text: item.content.text },
  subject: subjectOf(copy),
  startDate: madeAt.toISOString().slice(0, 10),
  // Whose words they are: the young person's own mission.
  ...(kind === 'future' ? { source: subjectOf(copy) } : {}),
  // A drawing has no place there; what it shows has.
  ...(drawing === null ? {} : { note: [{ text: `Teckning: ${drawing.alt}` }] }),
});

const taskOf = (copy: PlanCopy, entry: CopiedEntry): Resource => {
  const { id, kind, item, state, aim, goalId, needArea, startsOn, madeAt } = entry;
  const result = entry.acts.findLast(({ act }) => act === 'end')?.result ?? null;
  return {
    resourceType: 'Task',
    id,
    meta: metaOf(item),
    identifier: [{ system: `${SYSTEM}:plan-entry`, value: id }],
    ...(goalId === null ? {} : { basedOn: [{ reference: urn(goalId) }] }),
    status: statusOf(state, result),
    intent: 'plan',
    code: coded('plan-entry-kind', kind),
    description: item.content.text,
    for: subjectOf(copy),
    authoredOn: madeAt.toISOString(),
    ...(startsOn === null ? {} : { requestedPeriod: { start: startsOn } }),
    ...performerOf(copy, entry),
    ...ownerOf(entry),
    ...(aim === null && needArea === null ? {} : { reason: reasonsOf(entry) }),
    ...(result === null
      ? {}
      : { output: [{ type: { text: 'measure-outcome' }, valueCodeableConcept: coded('measure-outcome', result) }] }),
  };
};

const statusOf = (state: EntryState, result: MeasureOutcome | null): string =>
  result === 'never-begun' ? 'cancelled' : TASK[state];

const ownerOf = ({ ownerName, ownerUnitName, ownerHouse }: CopiedEntry) =>
  ownerName === null ? {} : { owner: { display: [ownerName, ownerUnitName, ownerHouse].filter(Boolean).join(', ') } };

/** Who of the family has promised it; the owner follows it up. */
function performerOf(copy: PlanCopy, { promisedBy }: CopiedEntry) {
  if (!promisedBy) return {};
  return {
    requestedPerformer: [
      promisedBy.family === 'subject' ? { reference: subjectOf(copy) } : { concept: coded('family', 'guardian') },
    ],
  };
}

/** The need that it meets, and what it is to lead to. */
const reasonsOf = ({ needArea, aim }: CopiedEntry) => [
  ...(needArea === null ? [] : [{ concept: coded('need-area', needArea) }]),
  ...(aim === null ? [] : [{ concept: { text: aim } }]),
];

/** On what ground the reader has it, and from which version of it. */
const metaOf = ({ version, ground }: ReleasedItem) => ({
  versionId: String(version),
  security: [RESTRICTED, { system: `${SYSTEM}:ground`, code: ground.id }],
});

/** By number where the reader has it; whoever may not know who it is has the case's number, and no id that joins two cases. */
function subjectOf({ caseNumber, person, about }: PlanCopy): Readonly<Record<string, unknown>> {
  const number = person?.personalNumber ?? null;
  const byNumber = number && {
    system: Number(number.slice(6, 8)) > 60 ? COORDINATION_NUMBER : PERSONAL_NUMBER,
    value: number,
  };
  return {
    type: 'Patient',
    identifier: byNumber || { system: `${SYSTEM}:case`, value: caseNumber },
    ...(about === null ? {} : { display: about }),
  };
}

const coded = (list: string, code: string) => ({ coding: [{ system: `${SYSTEM}:${list}`, code }] });
const urn = (id: string): string => `urn:uuid:${id}`;
