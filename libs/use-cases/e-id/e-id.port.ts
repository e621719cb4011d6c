import type { EIdCallFault } from '#domain/e-id/call-fault.js';
import type { VerificationFault } from '#domain/e-id/decide-completion.js';
import type { EIdAdvice, EIdStart } from '#domain/e-id/hint.js';
import type { EIdPurpose, TextFormat } from '#domain/e-id/signing-text.js';

export interface EIdQuestion {
  readonly purpose: EIdPurpose;
  /** Twelve digits of the one who must answer; null when anybody may, for `identify`. */
  readonly expectedPersonalNumber: string | null;
  /** Exactly what the person reads; see `domain/e-id/signing-text`. */
  readonly visibleText: string;
  readonly visibleTextFormat?: TextFormat;
  /** What is signed without being shown: the SHA-256 of the document, written `sha-256:<hex>`. */
  readonly nonVisibleData: string;
  readonly endUserIp: string;
  /** An address of ours, where the person's app returns to. A word that only this order knows is added as its fragment. */
  readonly returnUrl: string;
  readonly language: 'sv' | 'en';
}

/**
 * An order that runs: plain JSON for the caller's row. It holds a secret and may hold a personal number, so it is kept
 * encrypted and never leaves the server; a browser gets `codeAt`, `startLink` and the advice alone.
 */
export interface EIdOrder {
  readonly adapter: 'bankid' | 'openid';
  readonly orderRef: string;
  readonly purpose: EIdPurpose;
  /** ISO 8601, by the machine's own clock: the service does not follow a clock that the demonstration moves. */
  readonly startedAt: string;
  readonly expectedPersonalNumber: string | null;
  readonly visibleText: string;
  readonly visibleTextFormat: TextFormat;
  readonly nonVisibleData: string;
  readonly endUserIp: string;
  /** Makes this order's signature its own: part of what is signed. */
  readonly orderNonce: string;
  /** Comes back with the browser that began the order, and with no other. */
  readonly returnNonce: string;
  /** What the adapter needs besides: codes, secrets, addresses. */
  readonly kept: Readonly<Record<string, string>>;
}

export interface EIdSigner {
  /** Twelve digits. */
  readonly personalNumber: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
}

export type EIdVerification =
  | {
      readonly outcome: 'verified';
      readonly signer: EIdSigner;
      /** Serial number and issuer of the signer's certificate, or key and issuer of the id token. */
      readonly signedBy: string;
      readonly issuer: string;
      /** When the service says that it was valid. ISO 8601. */
      readonly validAt: string;
    }
  | { readonly outcome: 'refused'; readonly fault: VerificationFault };

/** By what a broker's answer is checked when the broker has long changed its keys, or is gone. */
export interface BrokerProof {
  /** The public key that made the signature, as the broker published it that day (RFC 7517). */
  readonly key: Readonly<Record<string, unknown>>;
  /** What the broker said of itself that day, letter by letter (OpenID Connect Discovery 4). */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** As whom we asked, which levels of assurance we took, and the claim that holds the twelve digits. */
  readonly clientId: string;
  readonly acceptedAcr: readonly string[];
  readonly numberClaim: string;
}

/** Everything that shows, years later and to an outsider, who signed what: kept as it came, encrypted by the caller. */
export interface EIdEvidence {
  readonly adapter: EIdOrder['adapter'];
  readonly orderRef: string;
  readonly purpose: EIdPurpose;
  /** As it was sent, base64 for BankID. */
  readonly userVisibleData: string;
  readonly userVisibleDataFormat: TextFormat;
  readonly userNonVisibleData: string;
  /** The service's whole answer, letter by letter. */
  readonly completionData: string;
  readonly signature: string;
  readonly ocspResponse: string | null;
  /** Null for BankID, whose signature brings its certificates along, and where no signature could be read. */
  readonly broker: BrokerProof | null;
  readonly endUserIp: string;
  readonly verification: EIdVerification;
  /** ISO 8601. */
  readonly at: string;
}

/** `refused`: an answer came that does not hold. Nothing is signed; the evidence is kept all the same. */
export type EIdCollected =
  | { readonly status: 'pending'; readonly hintCode: string; readonly advice: EIdAdvice }
  | { readonly status: 'failed'; readonly hintCode: string; readonly advice: EIdAdvice }
  | {
      readonly status: 'refused';
      readonly fault: VerificationFault;
      readonly advice: EIdAdvice;
      readonly evidence: EIdEvidence;
    }
  | { readonly status: 'complete'; readonly signer: EIdSigner; readonly evidence: EIdEvidence };

export interface EIdCollecting {
  /** How the person opened the app, for the words. */
  readonly start: EIdStart;
  /** Whether an answer to this order was used before: the caller's row says. */
  readonly used: boolean;
  /** The query string that came back with the browser, for a broker; null while nobody has come back. */
  readonly answer: string | null;
}

/** Thrown by every call that the service does not take; see `domain/e-id/call-fault` for what it means. */
export class EIdRefused extends Error {
  constructor(readonly why: EIdCallFault) {
    super(why);
  }
}

/** An e-identification: a person says who they are, or signs a text, with something that only they have. */
export abstract class EIdentification {
  /** How a person can begin: `code` and `link` for an app, `link` alone for a broker's page. */
  abstract readonly ways: readonly ('code' | 'link')[];
  /** Throws EIdRefused, and RangeError for a text that `decideSigningText` refuses. */
  abstract start(question: EIdQuestion): Promise<EIdOrder>;
  /** What the code shows this second; null when this e-identification has none, or the order is too old for it. */
  abstract codeAt(order: EIdOrder, now?: Date): string | null;
  /** Opens the app, or the broker's page, on the device where the link is. */
  abstract startLink(order: EIdOrder): string;
  /** Asks how it goes; at most every other second. Throws EIdRefused. */
  abstract collect(order: EIdOrder, how: EIdCollecting): Promise<EIdCollected>;
  /** Ends an order that nobody waits for. An order that is over already is no fault. */
  abstract cancel(order: EIdOrder): Promise<void>;
}

/** Whether the browser that came back is the one that began the order (ASVS 6.6.2). */
export const cameBack = (order: EIdOrder, returnNonce: string): boolean =>
  returnNonce !== '' && returnNonce === order.returnNonce;
