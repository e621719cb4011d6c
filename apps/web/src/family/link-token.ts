/**
 * The link that one came by, while the tab is open: it opens nothing a second time, but it can ask for the next one to the
 * same telephone when the session is over.
 */
const KEY = 'family-link';
let known: string | null = null;

export function keepToken(token: string): void {
  known = token;
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // It is known until the page is closed.
  }
}

export function knownToken(): string | null {
  try {
    return known ?? sessionStorage.getItem(KEY);
  } catch {
    return known;
  }
}
