export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
  /** Who must prove themselves anew; null at an ordinary sign-in. */
  readonly again: string | null;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

/** Sign-ins under way, bound to the browser that began them by a cookie whose hash is the key. */
export abstract class SignInAttemptStore {
  abstract add(cookieHash: Buffer, attempt: Omit<SignInAttempt, 'startedAt'>): Promise<void>;
  /** Takes the attempt away, so that an answer counts once; what has run out is swept along. */
  abstract take(cookieHash: Buffer): Promise<SignInAttempt | undefined>;
}
