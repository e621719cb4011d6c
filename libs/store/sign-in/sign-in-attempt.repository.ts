import { SignInAttemptStore, type SignInAttempt } from '#use-cases/sign-in/sign-in-attempt.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class SignInAttemptRepository extends SignInAttemptStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(cookieHash: Buffer, attempt: Omit<SignInAttempt, 'startedAt'>): Promise<void> {
    const { state, nonce, codeVerifier, returnTo, again, expiresAt } = attempt;
    await this.context.manager.query(
      `insert into sign_in_attempt (cookie_hash, state, nonce, code_verifier, return_to, again, expires_at) values ($1,$2,$3,$4,$5,$6,$7)`,
      [cookieHash, state, nonce, codeVerifier, returnTo, again, expiresAt],
    );
  }

  async take(cookieHash: Buffer): Promise<SignInAttempt | undefined> {
    const [rows]: [SignInAttempt[], number] = await this.context.manager.query(
      `delete from sign_in_attempt where cookie_hash = $1
       returning state, nonce, code_verifier as "codeVerifier", return_to as "returnTo", again, created_at as "startedAt", expires_at as "expiresAt"`,
      [cookieHash],
    );
    await this.context.manager.query(`delete from sign_in_attempt where expires_at < clock.now()`);
    return rows[0];
  }
}
