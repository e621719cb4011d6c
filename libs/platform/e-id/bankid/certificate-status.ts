/**
 * What the issuer said about the signer's certificate as the signature was made: signed by the same issuer's responder, about
 * this certificate, and made for this very signature (RFC 6960 4.2; BankID: the nonce begins with SHA-1 of the signature).
 */
import { createHash } from 'node:crypto';
import { fromBER, OctetString } from 'asn1js';
import { BasicOCSPResponse, ExtKeyUsage, getCrypto, OCSPResponse, type Certificate } from 'pkijs';

export interface StatusFound {
  readonly status: 'good' | 'revoked' | 'missing';
  readonly at: Date | null;
}

const MISSING: StatusFound = { status: 'missing', at: null };
const SUCCESSFUL = 0;
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const KEY_PURPOSES = '2.5.29.37';
const NONCE = '1.3.6.1.5.5.7.48.1.2';
const NONCE_LENGTH = 32;
const SHA1_LENGTH = 20;

export interface StatusAsked {
  /** Base64, as the service gives it. */
  readonly ocspResponse: string;
  readonly signer: Certificate;
  readonly issuer: Certificate;
  /** The signature in base64, to whose letters the answer is bound. */
  readonly signature: string;
}

export async function checkStatus(asked: StatusAsked): Promise<StatusFound> {
  try {
    const basic = readResponse(Buffer.from(asked.ocspResponse, 'base64'));
    if (!basic || !(await isSignedFor(basic, asked.issuer)) || !isBoundTo(basic, asked.signature)) return MISSING;
    const { isForCertificate, status } = await basic.getCertificateStatus(asked.signer, asked.issuer);
    if (!isForCertificate) return MISSING;
    const at = basic.tbsResponseData.producedAt;
    if (status === 1) return { status: 'revoked', at };
    return status === 0 ? { status: 'good', at } : MISSING;
  } catch {
    // An answer that cannot be read says nothing good about anybody.
    return MISSING;
  }
}

function readResponse(der: Buffer): BasicOCSPResponse | null {
  if (der.length === 0) return null;
  const response = new OCSPResponse({ schema: fromBER(new Uint8Array(der)).result });
  if (response.responseStatus.valueBlock.valueDec !== SUCCESSFUL || !response.responseBytes) return null;
  const bytes = response.responseBytes.response.valueBlock.valueHexView;
  return new BasicOCSPResponse({ schema: fromBER(new Uint8Array(bytes)).result });
}

/** A responder is the issuer itself, or holds a certificate for this one purpose from the same issuer (RFC 6960 4.2.2.2). */
async function isSignedFor(basic: BasicOCSPResponse, issuer: Certificate): Promise<boolean> {
  const at = basic.tbsResponseData.producedAt;
  for (const responder of [...(basic.certs ?? []), issuer]) {
    if (responder !== issuer) {
      if (!responder.issuer.isEqual(issuer.subject) || !isResponder(responder)) continue;
      if (at < responder.notBefore.value || at > responder.notAfter.value) continue;
      if (!(await responder.verify(issuer).catch(() => false))) continue;
    }
    const holds = await getCrypto(true)
      .verifyWithPublicKey(
        new Uint8Array(basic.tbsResponseData.tbsView),
        basic.signature,
        responder.subjectPublicKeyInfo,
        basic.signatureAlgorithm,
      )
      .catch(() => false);
    if (holds) return true;
  }
  return false;
}

const isResponder = (certificate: Certificate): boolean => {
  const purposes = certificate.extensions?.find((one) => one.extnID === KEY_PURPOSES)?.parsedValue as unknown;
  return purposes instanceof ExtKeyUsage && purposes.keyPurposes.includes(OCSP_SIGNING);
};

function isBoundTo(basic: BasicOCSPResponse, signature: string): boolean {
  const extension = basic.tbsResponseData.responseExtensions?.find((one) => one.extnID === NONCE);
  if (!extension) return false;
  const raw = Buffer.from(extension.extnValue.valueBlock.valueHexView);
  const inner = raw.length === NONCE_LENGTH ? raw : unwrapped(raw);
  const hash = createHash('sha1').update(signature, 'utf8').digest();
  return inner.length === NONCE_LENGTH && inner.subarray(0, SHA1_LENGTH).equals(hash);
}

function unwrapped(raw: Buffer): Buffer {
  const { result } = fromBER(new Uint8Array(raw));
  return result instanceof OctetString ? Buffer.from(result.valueBlock.valueHexView) : Buffer.alloc(0);
}
