/**
 * Whom a family can call, nights included: what the municipality has set, and otherwise at least the way that always
 * works. Only what is public stands here, never a member of staff's own number.
 */

export const CONTACT_ROLES = ['social-services', 'emergency-service', 'coordinator', 'other'] as const;

export interface FamilyContact {
  readonly name: string;
  /** Who answers, in a word that the page has its own text for; `other` has none. */
  readonly role: (typeof CONTACT_ROLES)[number];
  readonly phone: string;
  /** As the municipality writes it, for instance “vardagar 8–16”. */
  readonly hours: string;
  readonly night: boolean;
}

const MOST = 12;

/** What stands in the municipality's settings under `family.contacts`, as far as it is well-formed. */
export function readContacts(settings: Readonly<Record<string, unknown>>): readonly FamilyContact[] {
  const family = settings['family'];
  const written = isRecord(family) && Array.isArray(family['contacts']) ? family['contacts'] : [];
  return written.filter(isContact).slice(0, MOST);
}

export const readFamilyOffice = (settings: Readonly<Record<string, unknown>>): string | null => {
  const family = settings['family'];
  return isRecord(family) && typeof family['office'] === 'string' ? family['office'] : null;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isContact = (value: unknown): value is FamilyContact =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  typeof value['phone'] === 'string' &&
  typeof value['hours'] === 'string' &&
  typeof value['night'] === 'boolean' &&
  (CONTACT_ROLES as readonly string[]).includes(value['role'] as string);
