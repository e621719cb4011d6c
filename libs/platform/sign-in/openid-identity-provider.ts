import * as openid from 'openid-client';
import { ABSOLUTE_LIMIT } from '#domain/sign-in/decide-session.js';
import { SECOND } from '#domain/kernel/instant.js';
import {
  IdentityProvider,
  IdentityRefused,
  type IdentityQuestion,
  type ProvedIdentity,
} from '#use-cases/sign-in/identity-provider.port.js';
import type { ClientKey } from './client-key.js';

export interface OpenidOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly publicUrl: string;
  readonly acceptedAcr: readonly string[];
  /** Plain http, for the demonstration's own provider only. */
  readonly insecure: boolean;
  readonly key: () => Promise<ClientKey>;
  /** What could not be done, for the process log. */
  readonly tell: (what: string, code: string) => void;
}

const PATIENCE_SECONDS = 8;

/**
 * Any municipal OpenID provider by discovery: authorization code with PKCE, private_key_jwt, state, nonce, the issuer in
 * the answer and the id token's signature checked by openid-client (Swedish OpenID Connect profile; ASVS 6.8, 10.5).
 */
export class OpenidIdentityProvider extends IdentityProvider {
  private found: Promise<openid.Configuration> | undefined;

  constructor(private readonly options: OpenidOptions) {
    super();
  }

  async ask({ again, hint }: { again: boolean; hint: string | null }): Promise<IdentityQuestion> {
    const provider = await this.provider();
    const state = openid.randomState();
    const nonce = openid.randomNonce();
    const codeVerifier = openid.randomPKCECodeVerifier();
    const redirectTo = openid.buildAuthorizationUrl(provider, {
      redirect_uri: this.returnAddress(),
      scope: 'openid',
      response_type: 'code',
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      acr_values: this.options.acceptedAcr.join(' '),
      // Asked for so that the provider must tell when the person proved who they are (OpenID Connect Core 3.1.2.1).
      max_age: String(ABSOLUTE_LIMIT / SECOND),
      ui_locales: 'sv',
      ...(again ? { prompt: 'login' } : {}),
      ...(hint ? { login_hint: hint } : {}),
    });
    return { redirectTo: redirectTo.href, state, nonce, codeVerifier };
  }

  async hear(answer: string, question: Omit<IdentityQuestion, 'redirectTo'>): Promise<ProvedIdentity> {
    const provider = await this.provider();
    try {
      const address = new URL(this.returnAddress());
      address.search = answer;
      const tokens = await openid.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: question.codeVerifier,
        expectedState: question.state,
        expectedNonce: question.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims || !tokens.id_token) throw new IdentityRefused('forged');
      return {
        issuer: claims.iss,
        subject: claims.sub,
        acr: typeof claims.acr === 'string' ? claims.acr : null,
        provedAgo: typeof claims.auth_time === 'number' ? Date.now() - claims.auth_time * SECOND : null,
        tokenLife: (claims.exp - claims.iat) * SECOND,
        acceptedAcr: this.options.acceptedAcr,
        providerSession: tokens.id_token,
      };
    } catch (error) {
      throw this.refusal(error);
    }
  }

  async signOutAddress(providerSession: string | null): Promise<string | null> {
    try {
      const provider = await this.provider();
      if (!provider.serverMetadata().end_session_endpoint) return null;
      return openid.buildEndSessionUrl(provider, {
        post_logout_redirect_uri: `${this.options.publicUrl}/utloggad`,
        ...(providerSession ? { id_token_hint: providerSession } : {}),
      }).href;
    } catch {
      // Our own session has ended; a provider that is away must not keep anyone from leaving.
      return null;
    }
  }

  private returnAddress(): string {
    return `${this.options.publicUrl}/sign-in/return`;
  }

  /** Discovered at first use and kept; a failure is not kept, so that a provider that comes back is found. */
  private provider(): Promise<openid.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw this.refusal(error, 'unavailable');
    });
    return this.found;
  }

  private async discover(): Promise<openid.Configuration> {
    const { issuer, clientId, insecure } = this.options;
    const { key, kid } = await this.options.key();
    const provider = await openid.discovery(new URL(issuer), clientId, undefined, openid.PrivateKeyJwt({ key, kid }), {
      execute: insecure ? [openid.allowInsecureRequests] : [],
      timeout: PATIENCE_SECONDS,
    });
    // Without this the id token would be believed for having come over TLS alone.
    openid.enableNonRepudiationChecks(provider);
    return provider;
  }

  private refusal(error: unknown, otherwise: IdentityRefused['why'] = 'forged'): IdentityRefused {
    if (error instanceof IdentityRefused) return error;
    const code = (error as { code?: unknown } | null)?.code;
    this.options.tell('the identity provider’s answer was refused', typeof code === 'string' ? code : 'unknown');
    if (error instanceof openid.AuthorizationResponseError)
      return new IdentityRefused(error.error === 'access_denied' ? 'cancelled' : 'forged');
    const cause = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
    const away =
      code === 'OAUTH_TIMEOUT' || cause === 'ECONNREFUSED' || cause === 'ENOTFOUND' || cause === 'ECONNRESET';
    return new IdentityRefused(away ? 'unavailable' : otherwise);
  }
}
