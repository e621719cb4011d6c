/**
 * Which role may do what: the table that every query, command, socket message and job is held against. A role opens the
 * door of the house; which case one sees there is decided by assignment and share (OSL 26:1, 8:1; roles from [S0] and [S1]).
 */
import { ALL_CAPABILITIES, type Capability } from './capability.js';

export const ROLES = [
  'intake',
  'unit-representative',
  'investigator',
  'coordinator',
  'manager',
  'investigation-leader',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

const CASE_WORK = [
  'read-content',
  'write-item',
  'share-item',
  'make-report',
  'nominate',
  'take-part-in-meeting',
] as const satisfies readonly Capability[];

const ROLE_CAPABILITIES: Readonly<Record<Role, readonly Capability[]>> = {
  intake: [
    ...CASE_WORK,
    'manage-consents',
    'search-people',
    'register-person',
    'merge-people',
    'manage-custody',
    'manage-protection',
    'register-report',
    'triage-report',
    'assess-protection',
    'join-reports',
    'send-feedback',
    'assign-staff',
    'convene-hub',
    'lead-meeting',
    'decide-on-duty',
  ],
  'unit-representative': [...CASE_WORK, 'answer-question', 'convene-hub'],
  investigator: [
    ...CASE_WORK,
    'manage-consents',
    'assess-ground',
    'search-people',
    'register-person',
    'manage-custody',
    'assess-protection',
    'send-feedback',
    'answer-question',
    'convene-hub',
    'decide-hub',
    'decide-on-duty',
    'receive-hand-over',
  ],
  coordinator: [
    ...CASE_WORK,
    'manage-consents',
    'search-people',
    'register-person',
    'manage-custody',
    'assign-staff',
    'answer-question',
    'convene-hub',
    'lead-meeting',
    'manage-groups',
    'manage-slots',
    'manage-roster',
    'read-statistics',
  ],
  manager: [
    ...CASE_WORK,
    'manage-consents',
    'search-people',
    'assess-ground',
    'merge-people',
    'manage-custody',
    'manage-protection',
    'triage-report',
    'assess-protection',
    'join-reports',
    'send-feedback',
    'assign-staff',
    'convene-hub',
    'lead-meeting',
    'decide-hub',
    'decide-on-duty',
    'receive-hand-over',
    'decide-retention',
    'manage-groups',
    'manage-slots',
    'manage-roster',
    'manage-agreements',
    'manage-forms',
    'manage-own-system',
    'read-statistics',
  ],
  'investigation-leader': [...CASE_WORK, 'assess-ground'],
  auditor: ['read-statistics', 'review-ledger'],
  administrator: [
    'manage-slots',
    'manage-roster',
    'manage-agreements',
    'manage-forms',
    'manage-own-system',
    'manage-organisation',
    'end-sessions',
  ],
};

export const hasCapability = (role: Role, capability: Capability): boolean =>
  ROLE_CAPABILITIES[role].includes(capability);

/** Sorted as in the table of capabilities. */
export const capabilitiesOf = (role: Role): readonly Capability[] =>
  ALL_CAPABILITIES.filter((capability) => hasCapability(role, capability));

export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word);
