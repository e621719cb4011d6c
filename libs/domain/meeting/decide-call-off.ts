/** Calling a hub off is said with reasons, because the grade that called for it still stands [S0]. */
export type CallOffDecision =
  | { readonly outcome: 'called-off'; readonly reasons: string }
  | { readonly outcome: 'refused'; readonly code: 'missing' | 'too-long'; readonly most: number };

/** In characters. */
const LONGEST_REASONS = 5_000;

export const decideCallOff = (written: string): CallOffDecision => {
  const reasons = written.trim();
  if (reasons === '') return { outcome: 'refused', code: 'missing', most: LONGEST_REASONS };
  if (reasons.length > LONGEST_REASONS) return { outcome: 'refused', code: 'too-long', most: LONGEST_REASONS };
  return { outcome: 'called-off', reasons };
};
