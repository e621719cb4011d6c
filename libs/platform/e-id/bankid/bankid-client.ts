/**
 * The relying party API v6.0 and nothing else: mutual TLS against a pinned authority, a time-out on every call, and every
 * answer but a good one turned into one word. What was asked and what came back is never logged: it is about a person.
 */
import { Agent, request, type RequestOptions } from 'node:https';
import { z } from 'zod';
import { EIdRefused } from '#use-cases/e-id/e-id.port.js';
import type { EIdCallFault } from '#domain/e-id/call-fault.js';
import type { TextFormat } from '#domain/e-id/signing-text.js';

export interface BankidIdentity {
  /** PEM: our certificate with its chain, its private key, and the authority of the service's own certificate. */
  readonly certificate: string;
  readonly key: string;
  readonly serverAuthority: string;
}

export interface BankidClientOptions {
  /** Such as `https://appapi2.bankid.com`. */
  readonly url: string;
  readonly identity: () => BankidIdentity;
  /** Milliseconds for one call. */
  readonly patience: number;
  /** What could not be done, for the process log: the call and a code, never what was in it. */
  readonly tell: (call: string, code: string) => void;
}

export interface BankidStart {
  readonly endUserIp: string;
  /** Base64 of UTF-8. */
  readonly userVisibleData: string;
  readonly userVisibleDataFormat?: Extract<TextFormat, 'simpleMarkdownV1'>;
  readonly userNonVisibleData: string;
  readonly returnUrl: string;
  readonly requirement?: { readonly personalNumber: string };
}

const started = z.object({
  orderRef: z.string().min(1),
  autoStartToken: z.string().min(1),
  qrStartToken: z.string().min(1),
  qrStartSecret: z.string().min(1),
});

const completion = z.looseObject({
  user: z.looseObject({
    personalNumber: z.string(),
    name: z.string().default(''),
    givenName: z.string().default(''),
    surname: z.string().default(''),
  }),
  signature: z.string(),
  ocspResponse: z.string().default(''),
});

const collected = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending'), orderRef: z.string(), hintCode: z.string().default('') }),
  z.object({ status: z.literal('failed'), orderRef: z.string(), hintCode: z.string().default('') }),
  z.object({ status: z.literal('complete'), orderRef: z.string(), completionData: completion }),
]);

export type BankidStarted = z.infer<typeof started>;
export type BankidCompletion = z.infer<typeof completion>;
export type BankidCollected = z.infer<typeof collected> & { readonly raw: string };

/** Reads a whole answer that was kept, letter by letter; null for what is none. */
export function readKeptAnswer(raw: string): z.infer<typeof collected> | null {
  try {
    return collected.safeParse(JSON.parse(raw)).data ?? null;
  } catch {
    return null;
  }
}

/** More than the largest signature with its status; whoever sends more is not the service. */
const LONGEST_ANSWER = 4_000_000;

const CERTIFICATE_TROUBLE = /^(ERR_SSL|ERR_TLS|ERR_OSSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

interface Answer {
  readonly status: number;
  readonly body: string;
}

export class BankidClient {
  private agent: Agent | undefined;

  constructor(private readonly options: BankidClientOptions) {}

  auth(order: BankidStart): Promise<BankidStarted> {
    return this.call('auth', order, started);
  }

  sign(order: BankidStart): Promise<BankidStarted> {
    return this.call('sign', order, started);
  }

  async collect(orderRef: string): Promise<BankidCollected> {
    const answer = await this.post('collect', { orderRef });
    return { ...this.parsed('collect', answer.body, collected), raw: answer.body };
  }

  async cancel(orderRef: string): Promise<void> {
    await this.post('cancel', { orderRef });
  }

  close(): void {
    this.agent?.destroy();
    this.agent = undefined;
  }

  private async call<T>(name: string, body: object, form: z.ZodType<T>): Promise<T> {
    return this.parsed(name, (await this.post(name, body)).body, form);
  }

  private parsed<T>(call: string, body: string, form: z.ZodType<T>): T {
    try {
      return form.parse(JSON.parse(body));
    } catch {
      throw this.refused(call, 'unavailable', 'answer-not-understood');
    }
  }

  private async post(call: string, body: object): Promise<Answer> {
    const answer = await this.send(call, JSON.stringify(body)).catch((error: unknown) => {
      if (error instanceof EIdRefused) throw error;
      const code = String((error as { code?: unknown } | null)?.code ?? 'unknown');
      throw this.refused(call, CERTIFICATE_TROUBLE.test(code) ? 'misconfigured' : 'unavailable', code);
    });
    if (answer.status === 200) return answer;
    const code = errorCodeOf(answer.body);
    throw this.refused(call, faultOf(call, answer.status, code), `${answer.status} ${code}`);
  }

  private refused(call: string, why: EIdCallFault, code: string): EIdRefused {
    this.options.tell(call, code);
    return new EIdRefused(why);
  }

  private send(call: string, body: string): Promise<Answer> {
    const { url, patience } = this.options;
    const address = new URL(`/rp/v6.0/${call}`, url);
    const how: RequestOptions = {
      method: 'POST',
      agent: this.connection(),
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    };
    return new Promise((resolve, reject) => {
      const asking = request(address, how, (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        response.on('data', (part: Buffer) => {
          parts.push(part);
          length += part.length;
          if (length > LONGEST_ANSWER) asking.destroy(new Error('the answer is too long'));
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
      });
      const timer = setTimeout(() => asking.destroy(this.refused(call, 'timed-out', 'no answer in time')), patience);
      asking.on('close', () => clearTimeout(timer));
      asking.on('error', reject);
      asking.end(body);
    });
  }

  /** The certificate is read at the first call, so that an installation without one starts all the same. */
  private connection(): Agent {
    if (this.agent) return this.agent;
    let identity: BankidIdentity;
    try {
      identity = this.options.identity();
    } catch {
      throw this.refused('connect', 'misconfigured', 'certificate files cannot be read');
    }
    const { certificate, key, serverAuthority } = identity;
    this.agent = new Agent({
      cert: certificate,
      key,
      ca: serverAuthority,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      keepAlive: true,
      maxSockets: 32,
    });
    return this.agent;
  }
}

function errorCodeOf(body: string): string {
  try {
    const { errorCode } = JSON.parse(body) as { errorCode?: unknown };
    return typeof errorCode === 'string' && /^[A-Za-z]{1,40}$/.test(errorCode) ? errorCode : 'unknown';
  } catch {
    return 'unknown';
  }
}

function faultOf(call: string, status: number, code: string): EIdCallFault {
  if (code === 'alreadyInProgress') return 'already-in-progress';
  if (status === 503 || code.toLowerCase() === 'maintenance') return 'maintenance';
  if (status === 408 || code === 'requestTimeout') return 'timed-out';
  if (status >= 500 || status === 429) return 'unavailable';
  // The service forgets an order some minutes after its end, and says that the order is no valid parameter.
  if (code === 'invalidParameters' && (call === 'collect' || call === 'cancel')) return 'unknown-order';
  return 'misconfigured';
}
