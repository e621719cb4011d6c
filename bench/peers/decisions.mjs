/**
 * The question that two policy libraries can be asked of the same facts: may this reader see this item, by house, by work
 * on the case and by the short list of a protected person. They answer yes or no; the ground, consents, ages and purposes
 * that the product weighs are beyond what is asked of them here.
 */
import { createRequire } from 'node:module';
import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability';

const HOUSES = 12;
const CASES = 400;

/** Readers with a house, cases and a named list; items with a house, a case and a protected person or none. */
export function makeWorld({ viewers, items }) {
  let state = 2026;
  const next = (under) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % under;
  return {
    viewers: Array.from({ length: viewers }, (_, id) => ({
      id: `v${id}`,
      house: `h${next(HOUSES)}`,
      cases: Array.from({ length: 25 }, () => `c${next(CASES)}`),
      named: Array.from({ length: 4 }, () => `p${next(CASES)}`),
    })),
    items: Array.from({ length: items }, (_, id) => ({
      id: `i${id}`,
      house: `h${next(HOUSES)}`,
      caseId: `c${next(CASES)}`,
      protectedPerson: next(5) === 0 ? `p${next(CASES)}` : 'none',
    })),
  };
}

/** An ability a reader, built once and kept, as the library advises. */
export function casl({ viewers, items }) {
  const subjects = items.map((item) => subject('Item', { ...item }));
  const abilities = viewers.map(({ house, cases, named }) => {
    const { can, build } = new AbilityBuilder(createMongoAbility);
    can('read', 'Item', { house, caseId: { $in: cases }, protectedPerson: { $in: [...named, 'none'] } });
    return build();
  });
  return () => {
    let released = 0;
    for (const ability of abilities) for (const one of subjects) if (ability.can('read', one)) released += 1;
    return [abilities.length * subjects.length, released];
  };
}

const POLICY = `permit (principal, action == Action::"read", resource)
  when { resource.house == principal.house && principal.cases.contains(resource.caseId)
    && (resource.protectedPerson == "none" || principal.named.contains(resource.protectedPerson)) };`;

/** Cedar compiled to WebAssembly, its policy parsed once: each question carries the two it is about. */
export function cedar({ viewers, items }) {
  const { preparsePolicySet, statefulIsAuthorized } = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');
  preparsePolicySet('samnav', { staticPolicies: POLICY });
  const of = (type, id) => ({ type, id });
  const readers = viewers.map(({ id, ...attrs }) => ({ uid: of('Reader', id), attrs, parents: [] }));
  const things = items.map(({ id, ...attrs }) => ({ uid: of('Item', id), attrs, parents: [] }));
  let at = 0;
  const most = 500;
  return () => {
    let released = 0;
    for (let n = 0; n < most; n += 1, at += 1) {
      const [principal, resource] = [readers[at % readers.length], things[at % things.length]];
      const answer = statefulIsAuthorized({
        principal: principal.uid,
        action: of('Action', 'read'),
        resource: resource.uid,
        context: {},
        preparsedPolicySetId: 'samnav',
        entities: [principal, resource],
      });
      if (answer.type !== 'success') throw new Error(`Cedar could not answer: ${JSON.stringify(answer.errors)}`);
      if (answer.response.decision === 'allow') released += 1;
    }
    return [most, released];
  };
}
