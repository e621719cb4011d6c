/**
 * The cookie of a family's browser, apart from the staff's: no link from another site carries it along, and no neighbour
 * can plant it (ASVS 3.3.1–3.3.4).
 */
export const FAMILY_COOKIE = '__Host-samnav-family';

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict';

export const familyCookie = (token: string): string => `${FAMILY_COOKIE}=${token}; ${ATTRIBUTES}`;
export const noFamilyCookie = `${FAMILY_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
