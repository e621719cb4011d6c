/** Signs heads of the ledger as checkpoints that any transparency witness can read (C2SP signed-note, tlog-checkpoint). */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { HeadNotary, type SignedHead } from '#use-cases/ledger/ledger-seals.port.js';
import { SettingsError } from '../config/settings.js';

const ED25519 = 0x01;
/** What stands before the thirty-two bytes of an Ed25519 key in its usual encoding (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export class Ed25519HeadNotary extends HeadNotary {
  private readonly publicKey: KeyObject;
  private readonly keyId: Buffer;

  constructor(
    private readonly origin: string,
    private readonly key: KeyObject,
  ) {
    super();
    this.publicKey = createPublicKey(key);
    this.keyId = keyIdOf(origin, this.rawKey());
  }

  hash(bytes: Uint8Array): Uint8Array {
    return sha256(bytes);
  }

  sign(head: Omit<SignedHead, 'keyId' | 'signature' | 'origin'>): SignedHead {
    const named = { ...head, origin: this.origin };
    return { ...named, keyId: this.keyId, signature: sign(null, Buffer.from(bodyOf(named)), this.key) };
  }

  isSigned(head: SignedHead): boolean {
    if (head.origin !== this.origin || !this.keyId.equals(head.keyId)) return false;
    return verify(null, Buffer.from(bodyOf(head)), this.publicKey, head.signature);
  }

  /** What an outsider needs to check a signature: name, key id and public key. */
  verifierKey(): string {
    return `${this.origin}+${this.keyId.toString('hex')}+${base64(this.rawKey())}`;
  }

  private rawKey(): Buffer {
    const spki = this.publicKey.export({ type: 'spki', format: 'der' });
    return Buffer.concat([Buffer.of(ED25519), spki.subarray(-32)]);
  }
}

/** What an outsider has in hand: no database and no private key, only the text that `verifierKey` gave. */
export class Ed25519HeadWitness {
  private constructor(
    private readonly origin: string,
    private readonly keyId: Buffer,
    private readonly publicKey: KeyObject,
  ) {}

  /** Undefined when the text is no verifier key. */
  static of(verifierKey: string): Ed25519HeadWitness | undefined {
    const [, origin, id, key] = /^([^+\s]+)\+([0-9a-f]{8})\+([\w+/=]+)$/.exec(verifierKey.trim()) ?? [];
    const raw = Buffer.from(key ?? '', 'base64');
    if (origin === undefined || id === undefined || raw.length !== 33 || raw[0] !== ED25519) return undefined;
    const keyId = keyIdOf(origin, raw);
    if (keyId.toString('hex') !== id) return undefined;
    const spki = Buffer.concat([SPKI_HEAD, raw.subarray(1)]);
    return new Ed25519HeadWitness(origin, keyId, createPublicKey({ key: spki, format: 'der', type: 'spki' }));
  }

  isSigned(head: SignedHead): boolean {
    if (head.origin !== this.origin || !this.keyId.equals(head.keyId)) return false;
    return verify(null, Buffer.from(bodyOf(head)), this.publicKey, head.signature);
  }
}

const keyIdOf = (origin: string, rawKey: Buffer): Buffer =>
  createHash('sha256').update(`${origin}\n`).update(rawKey).digest().subarray(0, 4);

const bodyOf = ({ origin, size, root, number, realAt, whole }: Omit<SignedHead, 'keyId' | 'signature'>): string =>
  `${origin}\n${size}\n${base64(root)}\nseal ${number} ${realAt} ${whole ? 'whole' : 'part'}\n`;

export const writeNote = (head: SignedHead): string =>
  `${bodyOf(head)}\n— ${head.origin} ${base64(Buffer.concat([head.keyId, head.signature]))}\n`;

const NOTE =
  /^(?<origin>[^\n]+)\n(?<size>\d{1,15})\n(?<root>[\w+/=]+)\nseal (?<number>\d{1,15}) (?<realAt>\S+) (?<whole>whole|part)\n\n— (?<signer>\S+) (?<signature>[\w+/=]+)\n?$/;

/** Undefined when it is no head as `writeNote` writes it. */
export function readNote(text: string): SignedHead | undefined {
  const found = NOTE.exec(text.replaceAll('\r\n', '\n'))?.groups;
  const signed = Buffer.from(found?.['signature'] ?? '', 'base64');
  const root = Buffer.from(found?.['root'] ?? '', 'base64');
  if (!found || found['signer'] !== found['origin'] || signed.length !== 68 || root.length !== 32) return undefined;
  return {
    origin: found['origin'] ?? '',
    size: Number(found['size']),
    root,
    number: Number(found['number']),
    realAt: found['realAt'] ?? '',
    whole: found['whole'] === 'whole',
    keyId: signed.subarray(0, 4),
    signature: signed.subarray(4),
  };
}

/** The name in every head; the key tells installations apart. */
const ORIGIN = 'samnav/ledger';

export function readHeadNotary(file: string): Ed25519HeadNotary {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch {
    throw new SettingsError(`SAMNAV_LEDGER_KEY_FILE: ${file} cannot be read as a private key; see docs/operations.md`);
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new SettingsError(`SAMNAV_LEDGER_KEY_FILE: ${file} is no Ed25519 key; see docs/operations.md`);
  return new Ed25519HeadNotary(ORIGIN, key);
}

/** Of two processes that start at once the first one's key stands. A lost key is never replaced unseen: old seals then tell. */
export function makeLedgerKeyOnce(file: string): void {
  if (existsSync(file)) return;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
