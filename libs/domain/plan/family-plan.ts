/**
 * The plan as the young person and their guardians meet it: the picture of the future first, then what leads there, what one
 * has promised and what others have, and last and gently what people worry about ([S1]: the plan is the young person's).
 * Whether a thing in it may be told to this reader at all the gate decides, never this file.
 */
import type { EntryKind } from './plan-entry.js';
import type { EntryState } from './entry-states.js';

/** In the order of the page. */
export const FAMILY_PARTS = ['future', 'goals', 'ours', 'others', 'frames', 'figures', 'strengths', 'worries'] as const;
export type FamilyPart = (typeof FAMILY_PARTS)[number];

/** Where a thing stands on the family's page; null where it is no business of a page of theirs. */
export function partOf({
  kind,
  isPromised,
}: {
  readonly kind: EntryKind;
  readonly isPromised: boolean;
}): FamilyPart | null {
  if (isPromised) return 'ours';
  return PARTS[kind];
}

const PARTS: Readonly<Record<EntryKind, FamilyPart | null>> = {
  future: 'future',
  goal: 'goals',
  step: 'goals',
  measure: 'others',
  frame: 'frames',
  protection: 'strengths',
  strength: 'strengths',
  // How the others do it, so that it suits this very person.
  adaptation: 'others',
  risk: 'worries',
  // Which of the others leaves what to whom is theirs to keep straight.
  'step-back': null,
  // What is counted, with where it has gone and what is left.
  series: 'figures',
};

/** What a writer is proposed to write for the family too; a risk only by choosing it (decision 15). */
export const isForFamilyAtFirst = (kind: EntryKind): boolean => PARTS[kind] !== null && kind !== 'risk';

export const VOICE_KINDS = ['done', 'comment', 'proposal'] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];

/** Characters; whoever needs more rings or says it when they meet. */
export const LONGEST_VOICE = 2_000;

export interface EntryOfFamily {
  readonly kind: EntryKind;
  readonly state: EntryState;
  /** Who of the family has promised it. */
  readonly promisedBy: string | null;
}

/** One ticks what one has promised oneself; a step that nobody has promised is the young person's own. */
export const mayTick = (
  { kind, state, promisedBy }: EntryOfFamily,
  reader: { readonly person: string; readonly isSubject: boolean },
): boolean =>
  STANDS.includes(state) && (promisedBy === null ? reader.isSubject && kind === 'step' : promisedBy === reader.person);

const STANDS: readonly EntryState[] = ['planned', 'running', 'paused', 'standing'];

export type VoiceDecision =
  | { readonly outcome: 'said'; readonly text: string }
  | { readonly outcome: 'refused'; readonly code: 'text-missing' | 'too-long' };

/** A comment or a proposal says something, and no more than can be read. */
export function decideVoice(written: string): VoiceDecision {
  const text = written.trim();
  if (text === '') return { outcome: 'refused', code: 'text-missing' };
  return text.length > LONGEST_VOICE ? { outcome: 'refused', code: 'too-long' } : { outcome: 'said', text };
}

export type ProposalAnswerDecision =
  { readonly outcome: 'answered' } | { readonly outcome: 'refused'; readonly code: 'required' | 'answered-already' };

/** A proposal is taken up or declined once, and a no says why: whoever proposed it reads it. */
export function decideProposalAnswer(
  proposal: { readonly isAnswered: boolean },
  said: { readonly answer: 'taken-up' } | { readonly answer: 'declined'; readonly words: string },
): ProposalAnswerDecision {
  if (proposal.isAnswered) return { outcome: 'refused', code: 'answered-already' };
  return said.answer === 'declined' && said.words.trim() === ''
    ? { outcome: 'refused', code: 'required' }
    : { outcome: 'answered' };
}
