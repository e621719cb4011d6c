import { createHash, randomBytes } from 'node:crypto';
import * as openid from 'openid-client';
import { decodeProtectedHeader } from 'jose';
import {
  adviceOnFault,
  decideCompletion,
  writeSignedData,
  type CompletionFound,
} from '#domain/e-id/decide-completion.js';
import { SECOND } from '#domain/kernel/instant.js';
import { adviceFailed, advicePending } from '#domain/e-id/hint.js';
import { decideSigningText } from '#domain/e-id/signing-text.js';
import {
  EIdentification,
  EIdRefused,
  type EIdCollected,
  type EIdCollecting,
  type EIdEvidence,
  type EIdOrder,
  type EIdQuestion,
  type EIdSigner,
  type EIdVerification,
} from '#use-cases/e-id/e-id.port.js';
import type { ClientKey } from '../../sign-in/client-key.js';

export interface BrokerOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** Where the broker sends the browser; the caller's address stays with the order. */
  readonly redirectUri: string;
  readonly acceptedAcr: readonly string[];
  /** The claim that holds the twelve digits. */
  readonly numberClaim: string;
  readonly scope: string;
  /** Plain http, for a broker on this machine only. */
  readonly insecure: boolean;
  readonly key: () => Promise<ClientKey>;
  readonly now: () => Date;
  /** What could not be done, for the process log. */
  readonly tell: (what: string, code: string) => void;
}

const PATIENCE_SECONDS = 8;

/** What an answer that does not hold got wrong; everything else is a bad signature. */
const COMPARED: Readonly<Record<string, 'foreign-order' | 'replayed-order'>> = {
  state: 'foreign-order',
  iss: 'foreign-order',
  aud: 'foreign-order',
  azp: 'foreign-order',
  nonce: 'replayed-order',
};

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

/** Binds what was read and what is signed unseen into the one word that the broker puts under its signature. */
export const boundNonce = (parts: { readonly text: string; readonly data: string }): string =>
  hashOf(`samnav e-id\n${hashOf(parts.text)}\n${hashOf(parts.data)}`);

/**
 * Any e-identification behind an OpenID Connect broker: to sign is to prove anew who one is, in answer to a question whose
 * nonce is the hash of the text, and the broker's signed answer is the evidence (Swedish OpenID Connect profile; eIDAS 26).
 */
export class OpenidIdentification extends EIdentification {
  readonly ways = ['link'] as const;
  private found: Promise<openid.Configuration> | undefined;

  constructor(private readonly options: BrokerOptions) {
    super();
  }

  async start(question: EIdQuestion): Promise<EIdOrder> {
    const { purpose, expectedPersonalNumber, visibleText, nonVisibleData, endUserIp, returnUrl, language } = question;
    const orderNonce = randomBytes(18).toString('base64url');
    const data = writeSignedData({ content: nonVisibleData, orderNonce });
    const decision = decideSigningText({ purpose, text: visibleText, data });
    if (!decision.ok) throw new RangeError(`the text cannot be signed: ${decision.error}`);
    const broker = await this.broker();
    const state = openid.randomState();
    const codeVerifier = openid.randomPKCECodeVerifier();
    const link = openid.buildAuthorizationUrl(broker, {
      redirect_uri: this.options.redirectUri,
      scope: this.options.scope,
      response_type: 'code',
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce: boundNonce({ text: visibleText, data }),
      acr_values: this.options.acceptedAcr.join(' '),
      // Nobody signs by having been signed in already.
      prompt: 'login',
      max_age: '0',
      ui_locales: language,
    });
    return {
      adapter: 'openid',
      orderRef: state,
      purpose,
      startedAt: this.options.now().toISOString(),
      expectedPersonalNumber,
      visibleText,
      visibleTextFormat: question.visibleTextFormat ?? 'plaintext',
      nonVisibleData,
      endUserIp,
      orderNonce,
      returnNonce: state,
      kept: { link: link.href, codeVerifier, returnUrl },
    };
  }

  codeAt(): null {
    return null;
  }

  startLink(order: EIdOrder): string {
    return order.kept['link'] ?? '';
  }

  async collect(order: EIdOrder, how: EIdCollecting): Promise<EIdCollected> {
    if (order.adapter !== 'openid') throw new EIdRefused('unknown-order');
    if (how.answer === null) {
      const hintCode = 'outstandingTransaction';
      return { status: 'pending', hintCode, advice: advicePending(hintCode, 'same-device') };
    }
    const broker = await this.broker();
    const address = new URL(this.options.redirectUri);
    address.search = how.answer;
    if (address.searchParams.get('error') !== null && address.searchParams.get('state') === order.orderRef)
      return this.failed(address.searchParams.get('error') ?? '', how);
    const heard = await this.hear(broker, address, order);
    return this.weigh(order, heard, how);
  }

  async cancel(): Promise<void> {
    // Nothing runs at a broker before the browser has gone there, and it ends by itself.
  }

  private failed(error: string, how: EIdCollecting): EIdCollected {
    const hintCode = error === 'access_denied' || error === 'login_required' ? 'userCancel' : 'cancelled';
    this.options.tell('the broker answered with an error', /^[a-z_]{1,40}$/.test(error) ? error : 'unknown');
    return { status: 'failed', hintCode, advice: adviceFailed(hintCode, how.start) };
  }

  private async hear(broker: openid.Configuration, address: URL, order: EIdOrder): Promise<Heard> {
    try {
      const tokens = await openid.authorizationCodeGrant(broker, address, {
        pkceCodeVerifier: order.kept['codeVerifier'],
        expectedState: order.orderRef,
        expectedNonce: boundNonce({ text: order.visibleText, data: dataOf(order) }),
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims && tokens.id_token
        ? { idToken: tokens.id_token, claims }
        : { idToken: '', claims: null, fault: 'bad-signature' };
    } catch (error) {
      return { idToken: '', claims: null, fault: this.faultIn(error) };
    }
  }

  private weigh(order: EIdOrder, { idToken, claims, fault }: Heard, { used }: EIdCollecting): EIdCollected {
    const now = this.options.now();
    const found = this.whatIsFound(order, claims);
    const expected = {
      orderRef: order.orderRef,
      startedAt: Date.parse(order.startedAt),
      now: now.getTime(),
      text: order.visibleText,
      data: { content: order.nonVisibleData, orderNonce: order.orderNonce },
      personalNumber: order.expectedPersonalNumber,
      used,
    };
    const decision = fault ? ({ outcome: 'refused', fault } as const) : decideCompletion(found, expected);
    const signer = claims && this.signerIn(claims);
    const verification: EIdVerification =
      decision.outcome === 'refused' || !signer || !claims
        ? { outcome: 'refused', fault: decision.outcome === 'refused' ? decision.fault : 'wrong-signer' }
        : {
            outcome: 'verified',
            signer,
            signedBy: String(decodeProtectedHeader(idToken).kid ?? ''),
            issuer: claims.iss,
            validAt: new Date(Number(claims.auth_time) * SECOND).toISOString(),
          };
    const evidence = evidenceOf(order, idToken, verification, now);
    if (verification.outcome === 'verified') return { status: 'complete', signer: verification.signer, evidence };
    return { status: 'refused', fault: verification.fault, advice: adviceOnFault(verification.fault), evidence };
  }

  /** Signature, issuer, audience and nonce are openid-client's to check; text and data hold because the nonce does. */
  private whatIsFound(order: EIdOrder, claims: openid.IDToken | null): CompletionFound {
    const proved = claims?.auth_time;
    const holds = claims !== null;
    return {
      orderRef: order.orderRef,
      form: holds ? 'sound' : 'unreadable',
      signatureHolds: holds,
      chain: 'trusted',
      status: 'good',
      statusAt: typeof proved === 'number' ? proved * SECOND : 0,
      text: holds ? order.visibleText : null,
      data: holds ? dataOf(order) : null,
      personalNumber: claims ? (this.signerIn(claims)?.personalNumber ?? null) : null,
      assured: typeof claims?.acr === 'string' && this.options.acceptedAcr.includes(claims.acr),
    };
  }

  private signerIn(claims: openid.IDToken): EIdSigner | null {
    const number = claims[this.options.numberClaim];
    if (typeof number !== 'string' || !/^\d{12}$/.test(number)) return null;
    const part = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '');
    return {
      personalNumber: number,
      name: part('name'),
      givenName: part('given_name'),
      familyName: part('family_name'),
    };
  }

  /** Discovered at first use and kept; a failure is not kept, so that a broker that comes back is found. */
  private broker(): Promise<openid.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw this.callFault(error);
    });
    return this.found;
  }

  private async discover(): Promise<openid.Configuration> {
    const { issuer, clientId, insecure } = this.options;
    const { key, kid } = await this.options.key();
    const broker = await openid.discovery(new URL(issuer), clientId, undefined, openid.PrivateKeyJwt({ key, kid }), {
      execute: insecure ? [openid.allowInsecureRequests] : [],
      timeout: PATIENCE_SECONDS,
    });
    // The id token is the evidence, so it must carry its own signature whatever brought it here.
    openid.enableNonRepudiationChecks(broker);
    return broker;
  }

  private callFault(error: unknown): EIdRefused {
    const code = codeOf(error);
    this.options.tell('the broker cannot be used', code);
    return new EIdRefused(code === 'OAUTH_TIMEOUT' ? 'timed-out' : isAway(error) ? 'unavailable' : 'misconfigured');
  }

  /** Throws EIdRefused when the broker is away: then there is no answer to weigh. */
  private faultIn(error: unknown): NonNullable<Heard['fault']> {
    if (isAway(error) || codeOf(error) === 'OAUTH_TIMEOUT') throw this.callFault(error);
    const code = codeOf(error);
    this.options.tell('the broker’s answer was refused', code);
    // openid-client names the part in its sentence alone; the tests hold it to that.
    const named = /"(state|iss|aud|azp|nonce)"/.exec(sentencesOf(error))?.[1] ?? '';
    return COMPARED[named] ?? 'bad-signature';
  }
}

interface Heard {
  readonly idToken: string;
  readonly claims: openid.IDToken | null;
  readonly fault?: 'foreign-order' | 'replayed-order' | 'bad-signature';
}

const dataOf = ({ nonVisibleData, orderNonce }: EIdOrder): string =>
  writeSignedData({ content: nonVisibleData, orderNonce });

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
};

const sentencesOf = (error: unknown): string => {
  const { message = '', cause } = error as { message?: string; cause?: { message?: string } };
  return `${message} ${cause?.message ?? ''}`;
};

const AWAY = ['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'EAI_AGAIN', 'ETIMEDOUT'];

/** The reason is wrapped once or twice, by fetch and by openid-client. */
const isAway = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (AWAY.includes(codeOf(error)) || isAway((error as { cause?: unknown }).cause));

const evidenceOf = (order: EIdOrder, idToken: string, verification: EIdVerification, at: Date): EIdEvidence => ({
  adapter: 'openid',
  orderRef: order.orderRef,
  purpose: order.purpose,
  userVisibleData: order.visibleText,
  userVisibleDataFormat: order.visibleTextFormat,
  userNonVisibleData: dataOf(order),
  completionData: idToken,
  signature: idToken,
  ocspResponse: null,
  endUserIp: order.endUserIp,
  verification,
  at: at.toISOString(),
});
