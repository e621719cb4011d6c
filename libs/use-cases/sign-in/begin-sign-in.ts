import { Injectable } from '@nestjs/common';
import { decideReturnPath } from '#domain/sign-in/return-path.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import { IdentityProvider } from './identity-provider.port.js';
import { SessionTokens } from './session-token.port.js';
import { SignInAttemptStore } from './sign-in-attempt.port.js';

/** How long one may take at the provider. */
export const ATTEMPT_LIFE = 10 * MINUTE;

export interface Beginning {
  readonly returnTo: string | null;
  /** The signed-in person who must prove themselves anew; null at an ordinary sign-in. */
  readonly again: string | null;
  readonly hint: string | null;
  readonly requestId: string;
}

/** Sends a person to the municipality's identity provider and remembers the question until the answer comes. */
@Injectable()
export class BeginSignIn {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly provider: IdentityProvider,
    private readonly tokens: SessionTokens,
  ) {}

  /** Throws IdentityRefused when the provider does not answer. */
  async run(beginning: Beginning): Promise<{ redirectTo: string; state: string; attemptToken: string }> {
    const { returnTo, again, hint, requestId } = beginning;
    const { redirectTo, ...question } = await this.provider.ask({ again: again !== null, hint });
    const { token, hash } = this.tokens.make();
    await this.asCaller.run({ kind: 'service', name: 'sign-in', requestId }, (tx) =>
      tx.of(SignInAttemptStore).add(hash, {
        ...question,
        returnTo: decideReturnPath(returnTo),
        again,
        expiresAt: new Date(tx.now.getTime() + ATTEMPT_LIFE),
      }),
    );
    return { redirectTo, state: question.state, attemptToken: token };
  }
}
