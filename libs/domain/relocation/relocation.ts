/**
 * A young person who moves to another municipality: one social services offers another to go on, says why it may tell, and
 * nothing follows but what it has told; the other house answers, and begins a case of its own (OSL 26:9, 8:1; [S1]).
 */
import { ADULT } from '../disclosure/age.js';
import type { HouseParty } from '../disclosure/case.js';
import { isSameHouse } from '../disclosure/parties.js';
import type { Protection } from '../disclosure/vocabulary.js';
import type { GroupStanding } from '../group/group-states.js';
import { hidesName } from '../person/protection.js';

/** From one social services to another about a child: the care needs it, and an official has said so. */
export const GROUND_OF_RELOCATION = 'OSL 26:9';
/** What it is told for; the ground above is for nothing wider. */
export const PURPOSE_OF_RELOCATION = 'support';

export interface OfferFacts {
  readonly standing: GroupStanding;
  readonly from: HouseParty;
  readonly to: HouseParty;
  /** Whole years today. */
  readonly age: number;
  readonly protection: Protection;
}

export type OfferDecision =
  | { readonly outcome: 'may' }
  | {
      readonly outcome: 'refused';
      /**
       * `not-moved`: the group goes on here. `adult`: the ground is about a child; a grown person takes their papers along
       * themselves. `protected`: a name that the registers hide is told by voice. `not-a-house`: no social services of another town.
       */
      readonly code: 'not-moved' | 'adult' | 'protected' | 'not-a-house';
    };

export type OfferHindrance = Extract<Extract<OfferDecision, { outcome: 'refused' }>['code'], 'adult' | 'protected'>;

/** What of the person themselves keeps it from being offered, whichever house it would go to; said before anybody has written. */
export function hindranceOf({ age, protection }: Pick<OfferFacts, 'age' | 'protection'>): OfferHindrance | null {
  if (age >= ADULT) return 'adult';
  return hidesName(protection) ? 'protected' : null;
}

export function decideOffer({ standing, from, to, age, protection }: OfferFacts): OfferDecision {
  if (standing !== 'moved') return { outcome: 'refused', code: 'not-moved' };
  // No two houses of an installation are called the same: whoever is, is the very house.
  if (to.kind !== 'social-services' || from.kind !== 'social-services' || isSameHouse(from, to))
    return { outcome: 'refused', code: 'not-a-house' };
  const code = hindranceOf({ age, protection });
  return code === null ? { outcome: 'may' } : { outcome: 'refused', code };
}

export const RELOCATION_ANSWERS = ['accepted', 'declined'] as const;
export type RelocationAnswer = (typeof RELOCATION_ANSWERS)[number];

/** Why another house does not take over: closed words, since nobody there may say anything of the young person yet. */
export const DECLINE_REASONS = ['not-our-resident', 'no-such-work', 'ring-first'] as const;

export interface RelocationState {
  readonly answer: RelocationAnswer | null;
  readonly withdrawn: boolean;
}

export type AnswerDecision =
  | { readonly outcome: 'answered'; readonly answer: RelocationAnswer }
  | {
      readonly outcome: 'refused';
      readonly code: 'unknown-word' | 'answered-already' | 'withdrawn' | 'reason-missing';
    };

export function decideAnswer(state: RelocationState, answer: string, reason: string | null): AnswerDecision {
  const word = RELOCATION_ANSWERS.find((one) => one === answer);
  if (word === undefined) return { outcome: 'refused', code: 'unknown-word' };
  if (state.answer !== null) return { outcome: 'refused', code: 'answered-already' };
  if (state.withdrawn) return { outcome: 'refused', code: 'withdrawn' };
  if (word === 'declined' && !DECLINE_REASONS.some((one) => one === reason))
    return { outcome: 'refused', code: 'reason-missing' };
  return { outcome: 'answered', answer: word };
}

/** Until it is answered, whoever has offered can take it back. */
export const mayTakeBack = ({ answer, withdrawn }: RelocationState): boolean => answer === null && !withdrawn;

/** Parts of a thing beside its words that point at nobody and that the care goes on by. */
const GOES_ALONG: readonly string[] = ['aim', 'measures', 'level', 'assessedOn'];

interface Said {
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The words and what the care goes on by; names beside the words, sources and ids of the giving house stay there. */
export function saidAlong({ text, data = {} }: Said): Said {
  const along = Object.entries(data).filter(([part]) => GOES_ALONG.includes(part));
  return along.length === 0 ? { text } : { text, data: Object.fromEntries(along) };
}

/** Whether a thing can go along: about the young person and nobody else, whose protection and whose yes would not follow. */
export const isAboutAlone = (subjectIds: readonly string[], personId: string): boolean =>
  subjectIds.length > 0 && subjectIds.every((id) => id === personId);
