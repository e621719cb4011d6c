/** The two cookies of signing in. `__Host-` binds them to this very host, so no neighbour can plant one (ASVS 3.3.1–3.3.3). */
import { ATTEMPT_LIFE } from '#use-cases/sign-in/begin-sign-in.js';
import { SECOND } from '#domain/kernel/instant.js';
import { SESSION_COOKIE } from '../session/signed-request.js';

const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

export const sessionCookie = (token: string): string => `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`;
export const noSessionCookie = `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

/** One for each attempt, so that two tabs can sign in at once. */
export const attemptCookieName = (state: string): string => `__Host-samnav-attempt-${state.slice(0, 12)}`;
export const attemptCookie = (state: string, token: string): string =>
  `${attemptCookieName(state)}=${token}; ${ATTRIBUTES}; Max-Age=${ATTEMPT_LIFE / SECOND}`;
export const noAttemptCookie = (state: string): string => `${attemptCookieName(state)}=; ${ATTRIBUTES}; Max-Age=0`;
