/** Whoever is outside the form's ages is taken up with a closed word for why ([S1]); the word is kept with the group. */
import { ageAt } from '#domain/disclosure/age.js';
import type { CollaborationForm } from '#domain/form/form.js';
import { decideAges, isOutsideAges, type OutsideAgesReason } from '#domain/group/outside-ages.js';
import { Failure } from '../failure.js';
import type { GroupSituation } from './group-situation.js';

type Of = Pick<GroupSituation, 'facts'>;

/** Null within the ages. Throws `OUTSIDE_AGES` at the field where the word is missing. */
export function requireAges(form: CollaborationForm, { facts }: Of, said: string | null): OutsideAgesReason | null {
  if (facts === null) return null;
  const decision = decideAges(form.ages, ageAt(facts.subject.born, facts.asOf), said);
  if (decision.outcome === 'refused')
    throw new Failure('OUTSIDE_AGES', 'outsideAges', {
      form: form.name.sv,
      from: form.ages?.from ?? 0,
      to: form.ages?.to ?? 0,
    });
  return decision.outcome === 'outside' ? decision.reason : null;
}

/** Outside the ages now, with no word kept for why: one is asked for before the next group is formed of it. */
export const asksAges = (form: CollaborationForm, { facts }: Of, kept: string | null): boolean =>
  facts !== null && kept === null && isOutsideAges(form.ages, ageAt(facts.subject.born, facts.asOf));
