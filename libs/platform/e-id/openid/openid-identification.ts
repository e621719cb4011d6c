import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import * as openid from 'openid-client';
import { adviceOnFault, writeSignedData, type VerificationFault } from '#domain/e-id/decide-completion.js';
import { adviceFailed, advicePending } from '#domain/e-id/hint.js';
import { decideSigningText } from '#domain/e-id/signing-text.js';
import {
  EIdentification,
  EIdRefused,
  type BrokerProof,
  type EIdCollected,
  type EIdCollecting,
  type EIdEvidence,
  type EIdOrder,
  type EIdQuestion,
  type EIdVerification,
} from '#use-cases/e-id/e-id.port.js';
import type { ClientKey } from '../../sign-in/client-key.js';
import { boundNonce } from './bound-nonce.js';
import { isAmong, keyBehind, verifyAnswer } from './verify-answer.js';

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
  /** Keys beside which no other of the broker's counts; null where its own list is taken at its word. Throws where they cannot be read. */
  readonly trusted: () => readonly JWK[] | null;
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
    const trusted = this.trusted();
    try {
      const tokens = await openid.authorizationCodeGrant(broker, address, {
        pkceCodeVerifier: order.kept['codeVerifier'],
        expectedState: order.orderRef,
        expectedNonce: boundNonce({ text: order.visibleText, data: dataOf(order) }),
        idTokenExpected: true,
      });
      const idToken = tokens.id_token ?? '';
      const key = await keyBehind(idToken, openid.getJwksCache(broker)?.jwks.keys ?? []);
      // What could not be proven later proves nothing today either.
      if (key === null) return { idToken, proof: null, fault: 'bad-signature' };
      if (trusted !== null && !(await isAmong(key, trusted))) {
        this.options.tell(
          'the broker signed with a key that SAMNAV_BROKER_JWKS_FILE does not hold',
          key['kid'] as string,
        );
        return { idToken, proof: null, fault: 'untrusted-chain' };
      }
      return { idToken, proof: this.proofBy(key, broker) };
    } catch (error) {
      return { idToken: '', proof: null, fault: this.faultIn(error) };
    }
  }

  /** Before the answer is spent: without the keys that it is to be held against there is nothing to weigh it by. */
  private trusted(): readonly JWK[] | null {
    try {
      return this.options.trusted();
    } catch {
      this.options.tell('the keys of the broker cannot be read', 'SAMNAV_BROKER_JWKS_FILE');
      throw new EIdRefused('misconfigured');
    }
  }

  /** Weighed by the very means that stand in the evidence, so that the verdict is the same whenever it is asked for. */
  private async weigh(order: EIdOrder, heard: Heard, { used }: EIdCollecting): Promise<EIdCollected> {
    const now = this.options.now();
    const { idToken, proof } = heard;
    const verification: EIdVerification = proof
      ? await verifyAnswer(idToken, proof, {
          orderRef: order.orderRef,
          startedAt: Date.parse(order.startedAt),
          now: now.getTime(),
          text: order.visibleText,
          data: { content: order.nonVisibleData, orderNonce: order.orderNonce },
          personalNumber: order.expectedPersonalNumber,
          used,
        })
      : { outcome: 'refused', fault: heard.fault };
    const evidence = evidenceOf(order, heard, verification, now);
    if (verification.outcome === 'verified') return { status: 'complete', signer: verification.signer, evidence };
    return { status: 'refused', fault: verification.fault, advice: adviceOnFault(verification.fault), evidence };
  }

  private proofBy(key: BrokerProof['key'], broker: openid.Configuration): BrokerProof {
    const { clientId, acceptedAcr, numberClaim } = this.options;
    // Its answer as it was published, without what openid-client adds to it.
    const metadata = JSON.parse(JSON.stringify(broker.serverMetadata())) as BrokerProof['metadata'];
    return { key, metadata, clientId, acceptedAcr, numberClaim };
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
  private faultIn(error: unknown): VerificationFault {
    if (isAway(error) || codeOf(error) === 'OAUTH_TIMEOUT') throw this.callFault(error);
    const code = codeOf(error);
    this.options.tell('the broker’s answer was refused', code);
    // openid-client names the part in its sentence alone; the tests hold it to that.
    const named = /"(state|iss|aud|azp|nonce)"/.exec(sentencesOf(error))?.[1] ?? '';
    return COMPARED[named] ?? 'bad-signature';
  }
}

type Heard =
  | { readonly idToken: string; readonly proof: BrokerProof }
  | { readonly idToken: string; readonly proof: null; readonly fault: VerificationFault };

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

const evidenceOf = (
  order: EIdOrder,
  { idToken, proof }: Heard,
  verification: EIdVerification,
  at: Date,
): EIdEvidence => ({
  adapter: 'openid',
  orderRef: order.orderRef,
  purpose: order.purpose,
  userVisibleData: order.visibleText,
  userVisibleDataFormat: order.visibleTextFormat,
  userNonVisibleData: dataOf(order),
  completionData: idToken,
  signature: idToken,
  ocspResponse: null,
  broker: proof,
  endUserIp: order.endUserIp,
  verification,
  at: at.toISOString(),
});
