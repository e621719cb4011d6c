/**
 * Whether this browser keeps a cookie as strict as that of signing in (`Secure`, `__Host-`) at this address. Safari is known not
 * to at http://localhost, and over plain HTTP from another machine no browser does: signing in would lead back here for ever.
 *
 * @param page the document, or what takes and shows cookies as it does
 */
export function keepsSignIn(page: { cookie: string }): boolean {
  page.cookie = `${TRIED}=1; ${STRICT}`;
  const isKept = page.cookie.split('; ').includes(`${TRIED}=1`);
  page.cookie = `${TRIED}=; ${STRICT}; Max-Age=0`;
  return isKept;
}

const TRIED = '__Host-samnav-tried';
const STRICT = 'Path=/; Secure; SameSite=Lax';
