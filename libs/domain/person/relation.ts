/**
 * Who else is close to a person: siblings, relatives, neighbours and friends may hold the key and are invited ([S1]
 * Växjö); custody is never a relation, since it gives rights and has a source of its own (FB 6:2).
 */
export const RELATION_KINDS = [
  'sibling',
  'half-sibling',
  'step-parent',
  'grandparent',
  'relative',
  'partner',
  'friend',
  'neighbour',
  'coach',
  'other',
] as const;

export type RelationKind = (typeof RELATION_KINDS)[number];

export interface Relation {
  readonly person: string;
  readonly close: string;
  readonly kind: RelationKind;
}

export type RelationFault = 'oneself' | 'already-there';

/** Whether these two may be written down as close in this way; `rows` are the relations in force of the person. */
export const findRelationFault = (rows: readonly Relation[], next: Relation): RelationFault | undefined => {
  if (next.person === next.close) return 'oneself';
  const there = rows.some((row) => row.person === next.person && row.close === next.close && row.kind === next.kind);
  return there ? 'already-there' : undefined;
};
