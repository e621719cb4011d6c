/** Why a house gets what is being written, or why not, in the words of the rules’ own catalogue. (OSL 8:1, 10:1) */
import type { TFunction } from 'i18next';
import type { ReasonLanguage } from '#domain/disclosure/reasons.js';
import { reasonOf } from '../share/words.js';
import type { Reader } from '../elements/WhoSeesThis.js';

interface Answered {
  readonly sees: boolean;
  readonly outcome: string;
  readonly ground: string;
}

/** Answers that no rule gives, but what has been done before or how the meeting is laid out. */
const OWN = ['taken-back', 'other-points', 'not-said-to'] as const;

/** Undefined of what a house has already, whatever the rules say of giving it today. */
export function whyOf(
  { sees, outcome, ground }: Answered,
  language: ReasonLanguage,
  t: TFunction<'meeting'>,
): Reader['why'] {
  const own = OWN.find((one) => one === ground);
  if (own) return { tag: t(`readers.${own}.tag`), sentence: t(`readers.${own}.sentence`) };
  return sees === (outcome === 'release') ? reasonOf({ outcome, ground }, language) : undefined;
}
