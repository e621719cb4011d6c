/** The bank's word on whether a certificate holds, made for one signature and signed by its responder (RFC 6960). */
import { createHash, randomBytes } from 'node:crypto';
import { Constructed, Enumerated, GeneralizedTime, OctetString, Primitive } from 'asn1js';
import {
  BasicOCSPResponse,
  CertID,
  Extension,
  OCSPResponse,
  ResponseBytes,
  ResponseData,
  SingleResponse,
  type Certificate,
} from 'pkijs';
import type { Issued } from './issue-certificate.js';

const BASIC = '1.3.6.1.5.5.7.48.1.1';
const NONCE = '1.3.6.1.5.5.7.48.1.2';
const GOOD = 0;
const REVOKED = 1;

export interface StatusQuestion {
  readonly about: Certificate;
  readonly bank: Issued;
  readonly responder: Issued;
  /** Base64; the answer is bound to its letters. */
  readonly signature: string;
  readonly at: Date;
  readonly revoked?: boolean;
}

/** Base64, as `completionData.ocspResponse` carries it. */
export async function answerStatus(question: StatusQuestion): Promise<string> {
  const { about, bank, responder, signature, at } = question;
  const certID = new CertID();
  await certID.createForCertificate(about, { hashAlgorithm: 'SHA-1', issuerCertificate: bank.certificate });
  const single = new SingleResponse({ certID });
  single.certStatus = question.revoked ? revokedAt(at) : new Primitive({ idBlock: { tagClass: 3, tagNumber: GOOD } });
  single.thisUpdate = at;
  const basic = new BasicOCSPResponse();
  basic.tbsResponseData = new ResponseData({
    responderID: responder.certificate.subject,
    producedAt: at,
    responses: [single],
    responseExtensions: [new Extension({ extnID: NONCE, extnValue: nonceFor(signature) })],
  });
  basic.certs = [responder.certificate];
  await basic.sign(responder.keys.privateKey, 'SHA-256');
  const response = new OCSPResponse({
    responseStatus: new Enumerated({ value: 0 }),
    responseBytes: new ResponseBytes({
      responseType: BASIC,
      response: new OctetString({ valueHex: basic.toSchema().toBER() }),
    }),
  });
  return Buffer.from(response.toSchema().toBER()).toString('base64');
}

/** SHA-1 of the signature's letters and twelve that nobody can guess. */
function nonceFor(signature: string): ArrayBuffer {
  const hash = createHash('sha1').update(signature, 'utf8').digest();
  const nonce = new Uint8Array(Buffer.concat([hash, randomBytes(12)]));
  return new OctetString({ valueHex: nonce.buffer }).toBER();
}

const revokedAt = (at: Date): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: REVOKED }, value: [new GeneralizedTime({ valueDate: at })] });
