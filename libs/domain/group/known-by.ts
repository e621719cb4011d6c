/**
 * How whoever takes up a nomination has come to know whom it is about. A nomination from another house names nobody, and no
 * consent lets anyone say it by voice: the family has said yes to being named, a report has come, or the house has the case
 * for reasons of its own ([S1 Trollhättan]; OSL 10:1, SoL 19:1).
 */
export const KNOWN_BY = ['family-yes', 'report', 'own-case'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

export type KnownDecision =
  { readonly outcome: 'known'; readonly by: KnownBy } | { readonly outcome: 'refused'; readonly code: 'unknown-word' };

/** A nomination inside one house names that house's own case, and nobody is asked how it is known. */
export function decideKnownBy(namesCase: boolean, said: string | null): KnownDecision {
  if (namesCase) return { outcome: 'known', by: 'own-case' };
  const by = KNOWN_BY.find((word) => word === said);
  return by === undefined ? { outcome: 'refused', code: 'unknown-word' } : { outcome: 'known', by };
}
