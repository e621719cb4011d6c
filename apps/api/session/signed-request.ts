import type { Request } from 'express';
import type { LiveSession } from '#use-cases/sign-in/resolve-session.js';
import type { LiveFamily } from '#use-cases/family/resolve-family-session.js';

/** A request after the session middleware: `live` is absent when nobody is signed in. */
export interface SignedRequest extends Request {
  /** The family's browser; absent when no link was opened in it. */
  family?: LiveFamily;
  live?: LiveSession;
  requestId: string;
  language: 'sv' | 'en';
}

export const SESSION_COOKIE = '__Host-samnav';

/** The header of a request that a page makes by itself: it must not keep the session of an empty chair alive. */
export const PASSIVE = 'samnav-passive';
