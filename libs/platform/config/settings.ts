import { readFileSync } from 'node:fs';
import path from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { leavesRoomForReplies, LONGEST_SENDER, senderOf } from '#domain/invitation/reply-address.js';

const NO_SENDER = { local: '', host: '' };
const listOf = (text: string | undefined): string[] => (text ?? '').split(',').flatMap((one) => one.trim() || []);

/** Where the process finds its servers and keys; read once at boot, so that a fault is told before anything runs. */
const environment = z.object({
  DATABASE_URL: z.string().min(1, 'DATABASE_URL is missing: start with `npm start`, or point it at your PostgreSQL'),
  LEDGER_DATABASE_URL: z.string().optional(),
  MIGRATE_DATABASE_URL: z.string().optional(),
  SEALER_DATABASE_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  SAMNAV_KEY_FILE: z.string().min(1, 'SAMNAV_KEY_FILE is missing: the path of the file with the key-encryption key'),
  SAMNAV_LEDGER_KEY_FILE: z.string().optional(),
  SAMNAV_DEMONSTRATION: z.string().optional(),
  SAMNAV_PUBLIC_URL: z.string().default('http://localhost:8080'),
  SAMNAV_IDENTITY_URL: z.string().default('http://localhost:8081'),
  SAMNAV_IDENTITY_CLIENT: z.string().default('samnav'),
  SAMNAV_IDENTITY_KEY_FILE: z.string().optional(),
  SAMNAV_IDENTITY_ACR: z
    .string()
    .default('http://id.elegnamnden.se/loa/1.0/loa3 http://id.elegnamnden.se/loa/1.0/loa4'),
  SAMNAV_TRUSTED_PROXIES: z.string().optional(),
  SAMNAV_MAIL_URL: z.string().default('smtp://localhost:8025'),
  SAMNAV_MAIL_FROM: z
    .string()
    .refine(
      (from) => senderOf(from) !== null,
      'SAMNAV_MAIL_FROM is not a sender: write it as `Samnav <samnav@your-domain>`',
    )
    .refine(
      (from) => leavesRoomForReplies(senderOf(from) ?? NO_SENDER),
      `SAMNAV_MAIL_FROM is too long: invitations add a secret to it, so choose an address with at most ${LONGEST_SENDER} characters before the @`,
    )
    .default('Samnav <samnav@samnav.example>'),
  SAMNAV_MAIL_IN_SECRET: z
    .string()
    .min(32, 'SAMNAV_MAIL_IN_SECRET is shorter than 32 characters: make one with `openssl rand -hex 32`')
    .optional(),
  SAMNAV_SMS_URL: z.string().optional(),
  SAMNAV_BANKID_URL: z.url('SAMNAV_BANKID_URL is not an address').optional(),
  SAMNAV_BANKID_APP_URL: z.string().default('bankid:///'),
  SAMNAV_BANKID_CERTIFICATE_FILE: z.string().optional(),
  SAMNAV_BANKID_KEY_FILE: z.string().optional(),
  SAMNAV_BANKID_SERVER_AUTHORITY_FILE: z.string().optional(),
  SAMNAV_BANKID_ROOT_FILE: z.string().optional(),
  SAMNAV_BROKER_URL: z.url('SAMNAV_BROKER_URL is not an address').optional(),
  SAMNAV_BROKER_CLIENT: z.string().default('samnav'),
  SAMNAV_BROKER_KEY_FILE: z.string().optional(),
  SAMNAV_BROKER_JWKS_FILE: z.string().optional(),
  SAMNAV_BROKER_ACR: z.string().default('http://id.elegnamnden.se/loa/1.0/loa3 http://id.elegnamnden.se/loa/1.0/loa4'),
  SAMNAV_BROKER_SCOPE: z.string().default('openid'),
  SAMNAV_BROKER_NUMBER_CLAIM: z.string().default('https://id.oidc.se/claim/personalIdentityNumber'),
  SAMNAV_WEBHOOK_NETWORKS: z
    .string()
    .refine(
      (text) => listOf(text).every((network) => ipaddr.isValidCIDR(network)),
      'SAMNAV_WEBHOOK_NETWORKS is not a list of networks: write them as `10.20.0.0/16, fd00:20::/64`',
    )
    .optional(),
  SAMNAV_REQUESTS_PER_MINUTE: z.coerce.number().int().min(60).default(1_200),
  SAMNAV_FAMILY_ACCESS_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  SAMNAV_POOL: z.coerce.number().int().min(2).max(200).default(10),
  SAMNAV_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PORT: z.coerce.number().int().min(1).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
});

const keyFile = z.object({
  kek: z.record(z.string().regex(/^\d+$/), z.string()),
  lookup: z.string(),
  session: z.string(),
});

/** The keys that never reach the database: 32 bytes each. */
export interface Keys {
  readonly keyEncryption: ReadonlyMap<number, Buffer>;
  readonly currentKeyEncryption: number;
  readonly lookup: Buffer;
  readonly session: Buffer;
}

/** BankID by its relying party API; each file is PEM. */
export interface BankidSettings {
  readonly url: string;
  /** What opens the app on the same device. */
  readonly appUrl: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  /** The authority of the service's own certificate. */
  readonly serverAuthorityFile: string;
  /** The roots of the people's certificates; nobody else's signature counts. */
  readonly rootFile: string;
}

/** An OpenID Connect broker in front of one or several e-identifications. */
export interface BrokerSettings {
  readonly url: string;
  readonly client: string;
  readonly keyFile: string;
  readonly acr: readonly string[];
  readonly scope: string;
  readonly numberClaim: string;
}

export interface Settings {
  readonly databaseUrl: string;
  readonly ledgerDatabaseUrl: string;
  readonly migrateDatabaseUrl: string | undefined;
  readonly sealerDatabaseUrl: string | undefined;
  /** The private key that signs the ledger's seals; the worker makes it once. */
  readonly ledgerKeyFile: string;
  readonly redisUrl: string | undefined;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  readonly identityUrl: string;
  readonly identityClient: string;
  /** The private key of Samnav as the provider's client, as a JWK. */
  readonly identityKeyFile: string;
  /** Assurance levels that open a session. */
  readonly identityAcr: readonly string[];
  /** Addresses of proxies whose word about the sender is believed; none by default. */
  readonly trustedProxies: readonly string[];
  readonly mailUrl: string;
  readonly mailFrom: string;
  /** What the mail gateway proves itself by when it hands in answers; none are taken without it. */
  readonly mailInSecret: string | undefined;
  readonly smsUrl: string | undefined;
  /** Networks beside the internet in which houses' own systems stand; none by default. */
  readonly webhookNetworks: readonly string[];
  /** What families sign with; without both there is paper and the spoken word alone. BankID goes first. */
  readonly bankid: BankidSettings | undefined;
  readonly broker: BrokerSettings | undefined;
  /** The roots by which BankID signatures are checked again, also where families sign with something else by now. */
  readonly bankidRootFile: string;
  /** The broker's own keys as this installation was given them, by which its answers are checked; else it is asked, and its word kept. */
  readonly brokerJwksFile: string | null;
  /** How much one signed-in person may ask for. */
  readonly requestsPerMinute: number;
  /** How long a family's links, browsers and orders are kept after they are over. */
  readonly familyAccessDays: number;
  readonly pool: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly port: number;
  readonly host: string;
  readonly keys: Keys;
}

/** Thrown when the environment cannot be used; the message names the variable and what to do. */
export class SettingsError extends Error {}

/** Reads and checks the environment. Throws SettingsError with every fault, a line each. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const read = environment.safeParse(env);
  if (!read.success)
    throw new SettingsError(read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n'));
  const e = read.data;
  return {
    databaseUrl: e.DATABASE_URL,
    ledgerDatabaseUrl: e.LEDGER_DATABASE_URL ?? e.DATABASE_URL,
    migrateDatabaseUrl: e.MIGRATE_DATABASE_URL,
    sealerDatabaseUrl: e.SEALER_DATABASE_URL,
    ledgerKeyFile: e.SAMNAV_LEDGER_KEY_FILE ?? path.join(path.dirname(e.SAMNAV_KEY_FILE), 'ledger-signing.pem'),
    redisUrl: e.REDIS_URL,
    demonstration: e.SAMNAV_DEMONSTRATION === '1',
    publicUrl: e.SAMNAV_PUBLIC_URL.replace(/\/$/, ''),
    identityUrl: e.SAMNAV_IDENTITY_URL,
    identityClient: e.SAMNAV_IDENTITY_CLIENT,
    identityKeyFile:
      e.SAMNAV_IDENTITY_KEY_FILE ?? path.join(path.dirname(e.SAMNAV_KEY_FILE), 'identity-client.jwk.json'),
    identityAcr: e.SAMNAV_IDENTITY_ACR.split(/\s+/).filter(Boolean),
    trustedProxies: listOf(e.SAMNAV_TRUSTED_PROXIES),
    mailUrl: e.SAMNAV_MAIL_URL,
    mailFrom: e.SAMNAV_MAIL_FROM,
    mailInSecret: e.SAMNAV_MAIL_IN_SECRET,
    smsUrl: e.SAMNAV_SMS_URL,
    webhookNetworks: listOf(e.SAMNAV_WEBHOOK_NETWORKS),
    bankid: bankidIn(e),
    broker: brokerIn(e),
    bankidRootFile: bankidRootIn(e),
    brokerJwksFile: e.SAMNAV_BROKER_JWKS_FILE ?? null,
    requestsPerMinute: e.SAMNAV_REQUESTS_PER_MINUTE,
    familyAccessDays: e.SAMNAV_FAMILY_ACCESS_DAYS,
    pool: e.SAMNAV_POOL,
    logLevel: e.SAMNAV_LOG,
    port: e.PORT,
    host: e.HOST,
    keys: readKeys(e.SAMNAV_KEY_FILE),
  };
}

type Environment = z.infer<typeof environment>;

function bankidIn(e: Environment): BankidSettings | undefined {
  if (e.SAMNAV_BANKID_URL === undefined) return undefined;
  const kept = (name: string): string => path.join(path.dirname(e.SAMNAV_KEY_FILE), 'bankid', name);
  return {
    url: e.SAMNAV_BANKID_URL,
    appUrl: e.SAMNAV_BANKID_APP_URL,
    certificateFile: e.SAMNAV_BANKID_CERTIFICATE_FILE ?? kept('client.pem'),
    keyFile: e.SAMNAV_BANKID_KEY_FILE ?? kept('client.key.pem'),
    serverAuthorityFile: e.SAMNAV_BANKID_SERVER_AUTHORITY_FILE ?? kept('server-authority.pem'),
    rootFile: bankidRootIn(e),
  };
}

const bankidRootIn = (e: Environment): string =>
  e.SAMNAV_BANKID_ROOT_FILE ?? path.join(path.dirname(e.SAMNAV_KEY_FILE), 'bankid', 'root.pem');

function brokerIn(e: Environment): BrokerSettings | undefined {
  if (e.SAMNAV_BROKER_URL === undefined) return undefined;
  return {
    url: e.SAMNAV_BROKER_URL,
    client: e.SAMNAV_BROKER_CLIENT,
    keyFile: e.SAMNAV_BROKER_KEY_FILE ?? path.join(path.dirname(e.SAMNAV_KEY_FILE), 'broker-client.jwk.json'),
    acr: e.SAMNAV_BROKER_ACR.split(/\s+/).filter(Boolean),
    scope: e.SAMNAV_BROKER_SCOPE,
    numberClaim: e.SAMNAV_BROKER_NUMBER_CLAIM,
  };
}

function readKeys(file: string): Keys {
  let parsed;
  try {
    parsed = keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new SettingsError(`SAMNAV_KEY_FILE: ${file} cannot be read as a key file; see docs/operations.md`);
  }
  const bytes = (name: string, text: string): Buffer => {
    const key = Buffer.from(text, 'base64');
    if (key.length !== 32) throw new SettingsError(`SAMNAV_KEY_FILE: ${name} is not 32 bytes in base64`);
    return key;
  };
  const keyEncryption = new Map(Object.entries(parsed.kek).map(([v, k]) => [Number(v), bytes(`kek ${v}`, k)]));
  if (keyEncryption.size === 0) throw new SettingsError('SAMNAV_KEY_FILE: no key-encryption key');
  return {
    keyEncryption,
    currentKeyEncryption: Math.max(...keyEncryption.keys()),
    lookup: bytes('lookup', parsed.lookup),
    session: bytes('session', parsed.session),
  };
}
