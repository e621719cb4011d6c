/** The story of a red report in five steps: who acts, and where they begin. The words are in the catalogue. */
import type { Demonstration } from './use-demonstration.js';

type Person = Demonstration['people'][number];

interface StepPlan {
  readonly key: 'report' | 'convene' | 'answer' | 'meet' | 'receive';
  /** Whoever holds the first of these roles takes the step. */
  readonly role: string;
  /** The page where the step begins. */
  readonly page: string;
  /** Among those, whom the story prefers: by the unit's name, or by title. */
  readonly unit?: RegExp;
  readonly title?: RegExp;
}

export const STEPS: readonly StepPlan[] = [
  { key: 'report', role: 'intake', page: '/inkorg', title: /^socialsekreterare/i },
  { key: 'convene', role: 'intake', page: '/inkorg', title: /^socialsekreterare/i },
  { key: 'answer', role: 'unit-representative', page: '/nu', unit: /^ungdom/i },
  { key: 'meet', role: 'intake', page: '/nu', title: /^socialsekreterare/i },
  { key: 'receive', role: 'investigator', page: '/nu' },
];

export interface Step {
  readonly key: StepPlan['key'];
  readonly page: string;
  readonly person: Person;
}

const holds = (person: Person, plan: StepPlan): boolean =>
  (plan.title?.test(person.title) ?? true) &&
  person.posts.some((post) => post.role === plan.role && (plan.unit?.test(post.unitName) ?? true));

/** Steps for the people that there are; a town without a role leaves its step out. */
export function storyOf(people: readonly Person[]): readonly Step[] {
  return STEPS.flatMap((plan) => {
    const person =
      people.find((one) => holds(one, plan)) ?? people.find((one) => one.posts.some((post) => post.role === plan.role));
    return person ? [{ key: plan.key, page: plan.page, person }] : [];
  });
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
