/** Issues the certificates of the demonstration's own authorities: real ones, believed by nobody but this installation. */
import { webcrypto } from 'node:crypto';
import { BitString, Integer, OctetString, PrintableString, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
  type RelativeDistinguishedNames,
} from 'pkijs';

export type KeyPair = webcrypto.CryptoKeyPair;

export interface Issued {
  readonly certificate: Certificate;
  readonly keys: KeyPair;
}

/** Object identifier and value, in the order in which the name is written. */
export type NameParts = readonly (readonly [string, string])[];

export const NAME = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  givenName: '2.5.4.42',
  surname: '2.5.4.4',
} as const;

export const PURPOSE = {
  server: '1.3.6.1.5.5.7.3.1',
  client: '1.3.6.1.5.5.7.3.2',
  ocsp: '1.3.6.1.5.5.7.3.9',
} as const;

const DNS_NAME = 2;
const IP_ADDRESS = 7;
/** Bits of keyUsage, first bit first (RFC 5280 4.2.1.3). */
const MAY = { sign: 0xc0, certify: 0x06 } as const;

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

export interface CertificateWish {
  readonly name: NameParts;
  readonly from: Date;
  readonly until: Date;
  /** Undefined for a root, which issues itself. */
  readonly issuer?: Issued;
  readonly authority?: boolean;
  readonly purpose?: string;
  /** Reached under these names, for a server. */
  readonly hosts?: readonly string[];
  readonly keys?: KeyPair;
}

export const makeKeys = async (): Promise<KeyPair> =>
  (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as KeyPair;

export async function issueCertificate(wish: CertificateWish): Promise<Issued> {
  const keys = wish.keys ?? (await makeKeys());
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: serialNumber().buffer });
  writeName(certificate.subject, wish.name);
  certificate.issuer = wish.issuer ? wish.issuer.certificate.subject : certificate.subject;
  certificate.notBefore.value = wish.from;
  certificate.notAfter.value = wish.until;
  certificate.extensions = extensionsOf(wish);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((wish.issuer?.keys ?? keys).privateKey, 'SHA-256');
  return { certificate, keys };
}

function serialNumber(): Uint8Array<ArrayBuffer> {
  const bytes = webcrypto.getRandomValues(new Uint8Array(12));
  // Positive, and without a leading zero.
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes;
}

function writeName(name: RelativeDistinguishedNames, parts: NameParts): void {
  name.typesAndValues = parts.map(
    ([type, value]) =>
      new AttributeTypeAndValue({
        type,
        value:
          type === NAME.country || type === NAME.serialNumber
            ? new PrintableString({ value })
            : new Utf8String({ value }),
      }),
  );
}

function extensionsOf({ authority = false, purpose, hosts }: CertificateWish): Extension[] {
  const usage = new Uint8Array([authority ? MAY.certify : MAY.sign]);
  const extensions = [
    made('2.5.29.19', true, new BasicConstraints({ cA: authority }).toSchema()),
    made('2.5.29.15', true, new BitString({ valueHex: usage.buffer, unusedBits: authority ? 1 : 6 })),
  ];
  if (purpose) extensions.push(made('2.5.29.37', false, new ExtKeyUsage({ keyPurposes: [purpose] }).toSchema()));
  if (hosts) extensions.push(made('2.5.29.17', false, new GeneralNames({ names: hosts.map(hostName) }).toSchema()));
  return extensions;
}

const made = (extnID: string, critical: boolean, schema: { toBER(): ArrayBuffer }): Extension =>
  new Extension({ extnID, critical, extnValue: schema.toBER() });

function hostName(host: string): GeneralName {
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(host)) return new GeneralName({ type: DNS_NAME, value: host });
  const bytes = new Uint8Array(host.split('.').map(Number));
  return new GeneralName({ type: IP_ADDRESS, value: new OctetString({ valueHex: bytes.buffer }) });
}

export const derOf = (certificate: Certificate): Buffer => Buffer.from(certificate.toSchema(true).toBER());

const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END ${label}-----\n`;

export const pemOf = (certificate: Certificate): string => pem('CERTIFICATE', derOf(certificate));

export const keyPemOf = async ({ privateKey }: KeyPair): Promise<string> =>
  pem('PRIVATE KEY', Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)));

export async function readIssued(certificatePem: string, keyPem: string): Promise<Issued> {
  const certificate = Certificate.fromBER(bytesIn(certificatePem));
  const privateKey = await webcrypto.subtle.importKey('pkcs8', bytesIn(keyPem), ALGORITHM, true, ['sign']);
  const publicKey = (await certificate.getPublicKey()) as webcrypto.CryptoKey;
  return { certificate, keys: { privateKey, publicKey } };
}

const bytesIn = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text.replace(/-----[^-]+-----/g, '').replace(/\s+/g, ''), 'base64'));
