/** What happens to a random world after everything was shared: the same as the tables are told, done to the facts alone. */
import { hidesName } from '#domain/person/protection.js';
import type { FactChange, LockWorld, WorldConsent, WorldPerson } from './random-lock-world.js';

/** The world as it is once everything has happened. */
export const changed = (made: LockWorld): LockWorld => made.facts.reduce(withFact, withChange(made));

function withChange(made: LockWorld): LockWorld {
  const { change } = made;
  switch (change.kind) {
    case 'nothing':
      return made;
    case 'phase':
      return { ...made, items: withOne(made.items, change.item, (one) => ({ ...one, phase: change.phase })) };
    case 'assignment':
      return { ...made, assigned: { ...made.assigned, [change.reader]: !made.assigned[change.reader] } };
    case 'membership':
      return { ...made, assigned: { ...made.assigned, [change.reader]: false } };
  }
}

/** As of the world's first instant, at which it happens. */
export function withFact(made: LockWorld, fact: FactChange): LockWorld {
  switch (fact.kind) {
    case 'withdraw':
      return { ...made, consents: withOne(made.consents, fact.consent, withdrawn) };
    case 'narrow':
      return {
        ...made,
        consents: withOne(made.consents, fact.consent, (one) => ({
          ...one,
          signers: withOne(one.signers, fact.signer, (signer) => ({
            ...signer,
            refusedHouses: [...new Set([...signer.refusedHouses, ...fact.houses])],
            refusedCategories: [...new Set([...signer.refusedCategories, ...fact.categories])],
          })),
        })),
      };
    case 'end-custody':
      return withPerson(made, fact.about, (person) => ({
        ...person,
        custody: withOne(person.custody, fact.custody, (one) => ({ ...one, until: Math.max(0, one.from + 1) })),
      }));
    case 'maturity':
      return withPerson(made, fact.about, (person) => ({ ...person, maturity: fact.maturity }));
    case 'protection':
      return isHidden(made, fact) ? withPlaces(protectedNow(made, fact), fact.about) : protectedNow(made, fact);
    case 'lift':
      return {
        ...made,
        assessments: withOne(made.assessments, fact.assessment, (one) => ({ ...one, until: Math.min(one.until, 0) })),
      };
    case 'settings':
      return { ...made, childSignsFrom: fact.childSignsFrom, limits: fact.limits };
  }
}

type Protected = Extract<FactChange, { readonly kind: 'protection' }>;

/** Whom somebody protected was opened to is decided for that protection: once there is none, nobody is named. */
const protectedNow = (made: LockWorld, { about, protection }: Protected): LockWorld => {
  const isOver = protection === 'none' && made.people[about]?.protection !== 'none';
  const [one, other] = made.named;
  const named = isOver ? ([about === 0 ? [] : one, about === 0 ? other : []] as const) : made.named;
  return { ...withPerson(made, about, (person) => ({ ...person, protection })), named };
};

/** From when the registers hide a name, what has said whose it is says where they live (FOL 16 §; OSL 22:1). */
const isHidden = (made: LockWorld, { about, protection }: Protected): boolean =>
  hidesName(protection) && made.people[about]?.protection !== protection;

const withPlaces = (made: LockWorld, about: number): LockWorld => ({
  ...made,
  items: made.items.map((item) =>
    item.category === 'nomination' && item.subjects.includes(about) ? { ...item, revealsPlace: true } : item,
  ),
});

/** What is over is not taken back; a withdrawal is, once and for all. */
const withdrawn = (one: WorldConsent): WorldConsent =>
  one.endedAt === null ? { ...one, withdrawnAt: one.withdrawnAt ?? 0, endedAt: 0 } : one;

const withPerson = (made: LockWorld, at: number, change: (one: WorldPerson) => WorldPerson): LockWorld => ({
  ...made,
  people: [at === 0 ? change(made.people[0]) : made.people[0], at === 0 ? made.people[1] : change(made.people[1])],
});

/** Which of them a number means: it counts round, and means nothing where there is none. */
export const numberOf = (among: readonly unknown[], at: number): number =>
  among.length === 0 ? -1 : at % among.length;

const withOne = <T>(all: readonly T[], at: number, change: (one: T) => T): readonly T[] =>
  all.map((one, n) => (n === numberOf(all, at) ? change(one) : one));
