/**
 * Who may give a group another leader, and to whom: it is led from the house that runs it, and never by nobody ([S1]: a
 * group without its coordinator stops).
 */
export interface LeadFacts {
  /** Holds the post of a manager, or of a coordinator, in the group's house. */
  readonly by: { readonly staffId: string; readonly isManager: boolean };
  readonly leader: { readonly staffId: string; readonly hasLeft: boolean };
  readonly to: string;
  /** Those who could lead it: coordinators of the house, and whoever asks. */
  readonly possible: readonly string[];
  /** Nothing is left to lead. */
  readonly isOver: boolean;
}

export type LeadDecision =
  | { readonly outcome: 'handed' }
  | { readonly outcome: 'refused'; readonly code: 'over' | 'not-yours' | 'cannot-lead' | 'leads-already' };

const refused = (code: Extract<LeadDecision, { outcome: 'refused' }>['code']): LeadDecision => ({
  outcome: 'refused',
  code,
});

/** The leader themselves, a manager, or, where the leader has left, any coordinator who works on it. */
export const mayHandLead = ({ by, leader }: Pick<LeadFacts, 'by' | 'leader'>): boolean =>
  by.isManager || leader.hasLeft || by.staffId === leader.staffId;

export function decideLead(facts: LeadFacts): LeadDecision {
  if (facts.isOver) return refused('over');
  if (!mayHandLead(facts)) return refused('not-yours');
  if (facts.to === facts.leader.staffId) return refused('leads-already');
  return facts.possible.includes(facts.to) ? { outcome: 'handed' } : refused('cannot-lead');
}
