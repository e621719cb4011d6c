/**
 * What one may do, told apart by whether it opens content about a person, so that who keeps the system in order never
 * gets to read what it holds (need to know, OSL 26:1).
 */

/** `content` shows or changes what is said about people; `order` keeps the house running; `review` looks at who did what. */
export type CapabilityKind = 'content' | 'order' | 'review';

export const CAPABILITIES = {
  'read-content': 'content',
  'write-item': 'content',
  'share-item': 'content',
  'assess-ground': 'content',
  'manage-consents': 'content',
  'search-people': 'content',
  'register-person': 'content',
  'merge-people': 'content',
  'manage-custody': 'content',
  'manage-protection': 'content',
  'make-report': 'content',
  nominate: 'content',
  'register-report': 'content',
  'triage-report': 'content',
  'assess-protection': 'content',
  'join-reports': 'content',
  'send-feedback': 'content',
  'assign-staff': 'content',
  'convene-hub': 'content',
  'answer-question': 'content',
  'take-part-in-meeting': 'content',
  'lead-meeting': 'content',
  'decide-hub': 'content',
  // While the town sleeps, on the emergency service's roster, and only what cannot wait; see hub/hub-mandate.ts.
  'decide-on-duty': 'content',
  'receive-hand-over': 'content',
  'decide-retention': 'content',
  'manage-groups': 'content',
  'manage-slots': 'order',
  'manage-roster': 'order',
  'manage-agreements': 'order',
  'manage-forms': 'order',
  'manage-own-system': 'order',
  'manage-organisation': 'order',
  'end-sessions': 'order',
  'read-statistics': 'review',
  'review-ledger': 'review',
} as const satisfies Record<string, CapabilityKind>;

export type Capability = keyof typeof CAPABILITIES;

export const ALL_CAPABILITIES = Object.keys(CAPABILITIES) as readonly Capability[];

export const isContentCapability = (capability: Capability): boolean => CAPABILITIES[capability] === 'content';
