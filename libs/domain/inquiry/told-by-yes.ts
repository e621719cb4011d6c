/**
 * What an adult's own consent lets another house tell an investigation: no duty to answer is towards a grown person, so
 * that a question about one is put only where their yes lets it be answered (MASH step 3 [S0]; OSL 10:1, SoL 20:6).
 */
import type { Assessment, Consent, HouseParty, Subject } from '../disclosure/case.js';
import { ADULT, ageAt } from '../disclosure/age.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { TownLimits } from '../disclosure/decision.js';
import type { Category } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { ASKED_CATEGORIES } from './inquiry.js';

export interface YesFacts {
  readonly asOf: Instant;
  readonly subject: Subject;
  readonly consents: readonly Consent[];
  readonly assessments: readonly Assessment[];
  readonly childSignsFrom?: number | undefined;
  readonly limits?: TownLimits | undefined;
}

/** Asked of the very rule by which the answer will be given. */
export function toldByYes(asked: HouseParty, asking: HouseParty, facts: YesFacts): readonly Category[] {
  const { subject, limits, childSignsFrom, ...rest } = facts;
  return ASKED_CATEGORIES.filter((category) => {
    const decision = decideDisclosure(
      {
        ...rest,
        ...(childSignsFrom === undefined ? {} : { childSignsFrom }),
        from: asked,
        to: asking,
        subjects: [subject],
        category,
        personData: true,
        form: 'mash',
        phase: 'investigation',
        purpose: 'investigate-need',
        recipientAssigned: true,
        recipientNamed: false,
        revealsPlace: false,
        reportedBy: null,
      },
      limits,
    );
    return decision.outcome === 'release' && decision.ground === 'consent';
  });
}

/** Whether a grown person's own yes lets anything that is asked be answered; null about a child, whom the duty is towards. */
export function ownYesOf(
  asked: HouseParty,
  asking: HouseParty,
  facts: YesFacts & { readonly categories: readonly Category[] },
): boolean | null {
  const { categories, ...yes } = facts;
  if (ageAt(yes.subject.born, yes.asOf) < ADULT) return null;
  return toldByYes(asked, asking, yes).some((category) => categories.includes(category));
}
