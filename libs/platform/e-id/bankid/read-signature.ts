/**
 * Reads the XML signature of the app in the one form that it has, and refuses every other: what is shown as signed must be
 * the very element that the signature covers, not one that was put beside it (XML signature wrapping; XMLDSig 8; BankID
 * Signature Profile). Everything is read out of what the signature was computed over, never out of the document.
 */
import { X509Certificate } from 'node:crypto';
import { DOMParser, onErrorStopParsing, type Document, type Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';

export interface SignatureRead {
  readonly form: 'sound' | 'wrapped' | 'unreadable';
  /** DER, the signer's first. */
  readonly certificates: readonly Uint8Array[];
  /** Whether the first certificate's key made the signature. */
  readonly holds: boolean;
  readonly text: string | null;
  readonly textFormat: string | null;
  readonly data: string | null;
  /** `Signing` or `Identification`. */
  readonly act: string | null;
}

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const TYPES = 'http://www.bankid.com/signature/v1.0.0/types';
const PARTS = ['SignedInfo', 'SignatureValue', 'KeyInfo', 'Object'];
const DATA_ID = 'bidSignedData';
const KEY_ID = 'bidKeyInfo';
const CANONICAL = new Set([
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
]);
const SIGNING = new Set([
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
]);
const DIGEST = new Set(['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512']);

/** Document types, entities, comments, character data and instructions are how one text is made to look like two. */
const TRICKS = /<!|<\?(?!xml\s)/;

const unread = (form: 'wrapped' | 'unreadable'): SignatureRead => ({
  form,
  certificates: [],
  holds: false,
  text: null,
  textFormat: null,
  data: null,
  act: null,
});

/** `signature` is base64, as the service gives it. */
export function readSignature(signature: string): SignatureRead {
  const xml = decode(signature);
  const document = xml === null ? null : parse(xml);
  if (xml === null || document === null) return unread('unreadable');
  const root = document.documentElement;
  if (root === null || TRICKS.test(xml) || !hasOneForm(root)) return unread('wrapped');
  const certificates = namedBelow(root, DSIG, 'X509Certificate').map((one) => bytesOf(one.textContent ?? ''));
  const signed = coveredBy(xml, certificates[0]);
  return {
    form: 'sound',
    certificates,
    holds: signed !== null,
    text: signed && textOf(signed, 'usrVisibleData'),
    textFormat: signed && (childOf(signed, 'usrVisibleData')?.getAttribute('format') ?? null),
    data: signed && textOf(signed, 'usrNonVisibleData'),
    act: signed && (namedBelow(signed, TYPES, 'funcId')[0]?.textContent ?? null),
  };
}

/** The canonical text that the signature was computed over, read anew; null when the signature does not hold. */
function coveredBy(xml: string, signer: Uint8Array | undefined): Element | null {
  if (!signer) return null;
  try {
    const checker = new SignedXml({
      publicCert: new X509Certificate(signer).toString(),
      // Only the certificate that the chain is checked for may speak, never a key that the document brings.
      getCertFromKeyInfo: () => null,
    });
    checker.loadSignature(xml);
    if (!checker.checkSignature(xml)) return null;
    const covered = checker.getSignedReferences().map((reference) => parse(reference)?.documentElement ?? null);
    const data = covered.filter((one) => one?.localName === 'bankIdSignedData' && one.namespaceURI === TYPES);
    return data.length === 1 ? (data[0] ?? null) : null;
  } catch {
    return null;
  }
}

function hasOneForm(root: Element): boolean {
  if (root.namespaceURI !== DSIG || root.localName !== 'Signature') return false;
  const parts = elementsIn(root);
  if (parts.length !== PARTS.length || !parts.every((part, at) => isNamed(part, DSIG, PARTS[at]!))) return false;
  const all = [root, ...Array.from(root.getElementsByTagName('*'))];
  for (const name of ['Signature', ...PARTS, 'bankIdSignedData'])
    if (all.filter((one) => one.localName === name).length !== 1) return false;
  for (const name of ['usrVisibleData', 'usrNonVisibleData', 'funcId'])
    if (all.filter((one) => one.localName === name).length > 1) return false;
  const [info, , keys, object] = parts;
  const [data, ...others] = elementsIn(object!);
  if (others.length > 0 || !data || !isNamed(data, TYPES, 'bankIdSignedData')) return false;
  return idsAreApart(all, data, keys!) && referencesAreKnown(info!);
}

/** An id that two elements carry lets the signature cover one and the reader read the other. */
function idsAreApart(all: readonly Element[], data: Element, keys: Element): boolean {
  const carried = all.flatMap((element) =>
    Array.from(element.attributes)
      .filter((attribute) => (attribute.localName ?? attribute.name).toLowerCase() === 'id')
      .map((attribute) => ({ element, id: attribute.value })),
  );
  if (new Set(carried.map(({ id }) => id)).size !== carried.length) return false;
  return carried.every(({ element, id }) =>
    id === DATA_ID ? element === data : id === KEY_ID ? element === keys : !id.startsWith('bid'),
  );
}

function referencesAreKnown(info: Element): boolean {
  const [method, ...moreMethods] = namedBelow(info, DSIG, 'SignatureMethod');
  const [canonical, ...moreCanonical] = namedBelow(info, DSIG, 'CanonicalizationMethod');
  if (moreMethods.length + moreCanonical.length > 0) return false;
  if (!SIGNING.has(algorithmOf(method)) || !CANONICAL.has(algorithmOf(canonical))) return false;
  const references = namedBelow(info, DSIG, 'Reference');
  const uris = references.map((reference) => reference.getAttribute('URI') ?? '');
  const known = uris.every((uri) => uri === `#${DATA_ID}` || uri === `#${KEY_ID}`);
  if (!known || new Set(uris).size !== uris.length || !uris.includes(`#${DATA_ID}`)) return false;
  return references.every((reference) => {
    const transforms = namedBelow(reference, DSIG, 'Transform');
    const digests = namedBelow(reference, DSIG, 'DigestMethod');
    return (
      transforms.length === 1 &&
      transforms.every((one) => CANONICAL.has(algorithmOf(one)) && elementsIn(one).length === 0) &&
      digests.length === 1 &&
      digests.every((one) => DIGEST.has(algorithmOf(one)))
    );
  });
}

const algorithmOf = (element: Element | undefined): string => element?.getAttribute('Algorithm') ?? '';

const isNamed = (element: Element, namespace: string, name: string): boolean =>
  element.namespaceURI === namespace && element.localName === name;

const elementsIn = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);

const namedBelow = (parent: Element, namespace: string, name: string): Element[] =>
  Array.from(parent.getElementsByTagNameNS(namespace, name));

const childOf = (parent: Element, name: string): Element | undefined =>
  elementsIn(parent).find((one) => isNamed(one, TYPES, name));

function textOf(parent: Element, name: string): string | null {
  const element = childOf(parent, name);
  return element ? decode(element.textContent ?? '') : null;
}

function parse(xml: string): Document | null {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  } catch {
    return null;
  }
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64.replace(/\s+/g, ''), 'base64'));

/** Base64 of UTF-8, strictly: a letter that cannot be read makes the whole unreadable. */
function decode(base64: string): string | null {
  if (base64 === '' || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(base64)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(base64));
  } catch {
    return null;
  }
}
