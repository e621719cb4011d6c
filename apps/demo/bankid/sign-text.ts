/**
 * Signs as the app does: an XML signature that wraps what was read, what was not shown and the certificates (BankID
 * Signature Profile, XMLDSig). Written letter by letter in its canonical form, so that it owes nothing to what checks it.
 */
import { createHash, webcrypto } from 'node:crypto';
import { derOf, type Issued } from './issue-certificate.js';

export interface TextToSign {
  /** Base64, as the relying party sent it. */
  readonly userVisibleData: string;
  readonly userVisibleDataFormat: string | undefined;
  readonly userNonVisibleData: string | undefined;
  readonly act: 'Signing' | 'Identification';
  /** Who asked, for the certificate's reader. */
  readonly askedBy: string;
}

export interface Signers {
  readonly person: Issued;
  /** The authorities up to the root, the nearest first. */
  readonly authorities: readonly Issued[];
}

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const TYPES = 'http://www.bankid.com/signature/v1.0.0/types';

const inBase64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');

/** The whole document in base64, as `completionData.signature` carries it. */
export async function signText(text: TextToSign, signers: Signers): Promise<string> {
  const data = signedData(text);
  const keys = keyInfo(signers);
  const info = signedInfo(data, keys);
  const signature = await webcrypto.subtle.sign(
    'RSASSA-PKCS1-v1_5',
    signers.person.keys.privateKey,
    Buffer.from(info, 'utf8'),
  );
  return inBase64(
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?><Signature xmlns="${DSIG}">${info}<SignatureValue>${inBase64(
      Buffer.from(signature),
    )}</SignatureValue>${keys}<Object>${data}</Object></Signature>`,
  );
}

function signedData({ userVisibleData, userVisibleDataFormat, userNonVisibleData, act, askedBy }: TextToSign): string {
  // Attributes in canonical order: without a namespace, by name.
  const format = userVisibleDataFormat ? ` format="${userVisibleDataFormat}"` : '';
  const hidden = userNonVisibleData ? `<usrNonVisibleData>${userNonVisibleData}</usrNonVisibleData>` : '';
  return (
    `<bankIdSignedData xmlns="${TYPES}" Id="bidSignedData">` +
    `<usrVisibleData charset="UTF-8"${format} visible="wysiwys">${userVisibleData}</usrVisibleData>${hidden}` +
    `<srvInfo><name>${inBase64(`cn=${askedBy}`)}</name><nonce>${inBase64(
      Buffer.from(webcrypto.getRandomValues(new Uint8Array(20))),
    )}</nonce><displayName>${inBase64(askedBy)}</displayName></srvInfo>` +
    `<clientInfo><funcId>${act}</funcId><version>${inBase64('7.50.0')}</version><env><ai><type>${inBase64(
      'TEST',
    )}</type><uauth>pw</uauth></ai></env></clientInfo></bankIdSignedData>`
  );
}

const keyInfo = ({ person, authorities }: Signers): string =>
  `<KeyInfo xmlns="${DSIG}" Id="bidKeyInfo"><X509Data>${[person, ...authorities]
    .map(({ certificate }) => `<X509Certificate>${inBase64(derOf(certificate))}</X509Certificate>`)
    .join('')}</X509Data></KeyInfo>`;

const reference = (id: string, type: string, text: string): string =>
  `<Reference${type} URI="#${id}"><Transforms><Transform Algorithm="${C14N}"></Transform></Transforms><DigestMethod Algorithm="${SHA256}"></DigestMethod><DigestValue>${digest(
    text,
  )}</DigestValue></Reference>`;

const signedInfo = (data: string, keys: string): string =>
  `<SignedInfo xmlns="${DSIG}"><CanonicalizationMethod Algorithm="${C14N}"></CanonicalizationMethod><SignatureMethod Algorithm="${RSA_SHA256}"></SignatureMethod>${reference(
    'bidSignedData',
    ` Type="${TYPES}"`,
    data,
  )}${reference('bidKeyInfo', '', keys)}</SignedInfo>`;
