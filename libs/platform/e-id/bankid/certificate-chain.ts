/** Whether a certificate was issued, through authorities that may issue, by a root that this installation has pinned (RFC 5280 6). */
import { fromBER } from 'asn1js';
import { Certificate, CertificateChainValidationEngine } from 'pkijs';

export interface ChainFound {
  readonly chain: 'trusted' | 'untrusted' | 'expired';
  readonly signer: Certificate | null;
  /** Who issued the signer's certificate. */
  readonly issuer: Certificate | null;
}

const NONE: ChainFound = { chain: 'untrusted', signer: null, issuer: null };

/** The signer's certificate comes first; roots that the answer brings along are worth nothing. */
export async function checkChain(
  certificates: readonly Uint8Array[],
  roots: readonly Certificate[],
  at: Date,
): Promise<ChainFound> {
  const [signer, ...between] = certificates.map(readCertificate);
  if (!signer || between.some((one) => one === null)) return NONE;
  const authorities = between.filter((one): one is Certificate => one !== null && !isSelfIssued(one));
  const issuer = [...authorities, ...roots].find((one) => one.subject.isEqual(signer.issuer)) ?? null;
  if (!issuer) return { ...NONE, signer };
  // Trust is judged as of when the signer's certificate began, so that an expired one is told from a strange one.
  const began = new Date(signer.notBefore.value.getTime() + 1000);
  const path = await validate([...authorities.toReversed(), signer], roots, began);
  if (path === null) return { chain: 'untrusted', signer, issuer };
  const expired = path.some((one) => at < one.notBefore.value || at > one.notAfter.value);
  return { chain: expired ? 'expired' : 'trusted', signer, issuer };
}

async function validate(
  certs: readonly Certificate[],
  roots: readonly Certificate[],
  checkDate: Date,
): Promise<readonly Certificate[] | null> {
  try {
    const engine = new CertificateChainValidationEngine({ certs: [...certs], trustedCerts: [...roots], checkDate });
    const { result, certificatePath } = await engine.verify();
    return result ? (certificatePath ?? []) : null;
  } catch {
    return null;
  }
}

const isSelfIssued = (certificate: Certificate): boolean => certificate.subject.isEqual(certificate.issuer);

/** Null for bytes that are no certificate. */
export function readCertificate(der: Uint8Array): Certificate | null {
  try {
    const { offset, result } = fromBER(new Uint8Array(der));
    // Whatever stands after the certificate was signed by nobody.
    return offset === der.length ? new Certificate({ schema: result }) : null;
  } catch {
    return null;
  }
}

/** The first value of a part of the subject's name, such as 2.5.4.5 for the personal number. */
export function subjectPart(certificate: Certificate, type: string): string | null {
  const values = certificate.subject.typesAndValues.filter((one) => one.type === type);
  const [value] = values;
  return values.length === 1 && value ? String(value.value.valueBlock.value) : null;
}
