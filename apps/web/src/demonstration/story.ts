/** The stories to follow, step by step: who acts, and where they begin. The words are in the catalogue. */
import type { Demonstration } from './use-demonstration.js';

type Person = Demonstration['people'][number];

interface StepPlan {
  readonly key: 'report' | 'convene' | 'answer' | 'meet' | 'receive' | 'ask' | 'share' | 'takeBack';
  /** Whoever holds the first of these roles takes the step. */
  readonly role: string;
  /** The page where the step begins. */
  readonly page: string;
  /** Among those, whom the story prefers: by the unit's name, or by title. */
  readonly unit?: RegExp;
  readonly title?: RegExp;
  /** Somebody else without whom the step does not end. */
  readonly also?: Omit<StepPlan, 'key' | 'also'>;
}

/** Taken by a family, on the page where the demonstration shows what was sent to their telephones. */
interface FamilyStepPlan {
  readonly key: 'sign';
}

const RED_REPORT: readonly StepPlan[] = [
  { key: 'report', role: 'intake', page: '/inkorg', title: /^socialsekreterare/i },
  { key: 'convene', role: 'intake', page: '/inkorg', title: /^socialsekreterare/i },
  { key: 'answer', role: 'unit-representative', page: '/nu', unit: /^ungdom/i },
  {
    key: 'meet',
    role: 'intake',
    page: '/nu',
    title: /^socialsekreterare/i,
    also: { role: 'manager', page: '/nu', title: /^enhetschef/i },
  },
  { key: 'receive', role: 'investigator', page: '/nu' },
];

const FAMILY_CONSENT: readonly (StepPlan | FamilyStepPlan)[] = [
  { key: 'ask', role: 'intake', page: '/nu', title: /^socialsekreterare/i },
  { key: 'sign' },
  { key: 'share', role: 'intake', page: '/nu', title: /^socialsekreterare/i },
  { key: 'takeBack', role: 'unit-representative', page: '/delat', unit: /polis/i },
];

export type Step =
  | ({ readonly key: StepPlan['key']; readonly also: Turn | null } & Turn)
  | { readonly key: FamilyStepPlan['key']; readonly person: null };

/** Whose turn it is, and where they begin. */
export interface Turn {
  readonly page: string;
  readonly person: Person;
}

export interface Story {
  readonly key: 'red' | 'consent';
  readonly steps: readonly Step[];
}

const holds = (person: Person, plan: Omit<StepPlan, 'key' | 'also'>): boolean =>
  (plan.title?.test(person.title) ?? true) &&
  person.posts.some((post) => post.role === plan.role && (plan.unit?.test(post.unitName) ?? true));

/** Steps for the people that there are; a town without a role leaves its step out. */
export const storiesOf = (people: readonly Person[]): readonly Story[] => [
  { key: 'red', steps: stepsFor(people, RED_REPORT) },
  { key: 'consent', steps: stepsFor(people, FAMILY_CONSENT) },
];

function stepsFor(people: readonly Person[], plans: readonly (StepPlan | FamilyStepPlan)[]): readonly Step[] {
  return plans.flatMap((plan): Step[] => {
    if (!('role' in plan)) return [{ key: plan.key, person: null }];
    const turn = turnOf(people, plan);
    return turn ? [{ key: plan.key, also: plan.also ? turnOf(people, plan.also) : null, ...turn }] : [];
  });
}

function turnOf(people: readonly Person[], plan: Omit<StepPlan, 'key' | 'also'>): Turn | null {
  const person =
    people.find((one) => holds(one, plan)) ?? people.find((one) => one.posts.some((post) => post.role === plan.role));
  return person ? { page: plan.page, person } : null;
}

/** Organisations in the order in which they come, social services first, each with its people. */
export function byOrganisation(people: readonly Person[]): readonly (readonly [string, readonly Person[]])[] {
  const houses = new Map<string, Person[]>();
  const first = (person: Person) => (person.kind === 'social-services' ? 0 : 1);
  for (const person of [...people].sort((one, other) => first(one) - first(other))) {
    houses.set(person.organisation, [...(houses.get(person.organisation) ?? []), person]);
  }
  return [...houses];
}
