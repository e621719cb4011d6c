/** What can be done to or with information about a person: the words of the ledger, so that a reviewer reads one language. */
export const LEDGER_ACTIONS = [
  'read',
  'search',
  'export',
  'disclose',
  'refuse',
  'change',
  'override',
  'assign',
  'merge',
  'sign-in',
  'sign-out',
  'end-session',
  'review',
] as const;

export type LedgerAction = (typeof LEDGER_ACTIONS)[number];
