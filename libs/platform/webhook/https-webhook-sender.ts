/**
 * Calls a house's own system over TLS, signed as Standard Webhooks 1.0 says: HMAC-SHA256 over id, time and body, so that the
 * receiver knows who called, that nothing was changed, and that no old call is played back.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { bodyOf, type CallFault } from '#domain/webhook/webhook.js';
import { WebhookSender, type CallToSend } from '#use-cases/webhook/webhook-sender.port.js';
import { guardedLookup, isPublicAddress, OutOfReach } from '../outside/guarded-lookup.js';

const PREFIX = 'whsec_';
const HTTPS = 443;

export interface WebhookReach {
  /** Where people open Samnav: calls lead there. */
  readonly publicUrl: string;
  /** Networks that the installation has named, beside the internet: houses' own systems may stand in their own halls. */
  readonly networks: readonly string[];
  readonly milliseconds: number;
  /** Authorities beside the system's. */
  readonly ca?: string;
}

export class HttpsWebhookSender extends WebhookSender {
  constructor(private readonly reach: WebhookReach) {
    super();
  }

  makeSecret(): string {
    return `${PREFIX}${randomBytes(32).toString('base64')}`;
  }

  async send(call: CallToSend): Promise<CallFault | null> {
    try {
      const response = await this.post(new URL(call.address), call);
      // What a receiver says beside its status is nothing that we would keep.
      response.destroy();
      return faultOfStatus(response.statusCode ?? 0);
    } catch (error) {
      return faultOf(error);
    }
  }

  private post(url: URL, call: CallToSend): Promise<IncomingMessage> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const isAllowed = (address: string): boolean => this.mayReach(address, Number(url.port || HTTPS));
    // A name is looked up below; an address that is written out would pass by that.
    if (url.protocol !== 'https:' || (isIP(host) !== 0 && !isAllowed(host)))
      return Promise.reject(new OutOfReach('not-allowed'));
    const body = bodyOf(call.about, call.happenedAt, this.reach.publicUrl);
    return new Promise((resolve, reject) => {
      request(
        url,
        {
          method: 'POST',
          signal: AbortSignal.timeout(this.reach.milliseconds),
          headers: { ...headersOf(call, body), 'Content-Length': Buffer.byteLength(body), 'User-Agent': 'Samnav' },
          // Never a connection that was made before: each is asked about anew.
          agent: false,
          ...(this.reach.ca ? { ca: this.reach.ca } : {}),
          lookup: guardedLookup(isAllowed),
        },
        resolve,
      )
        .on('error', reject)
        .end(body);
    });
  }

  /** On the internet the one port of the web; others are where machines talk among themselves. */
  private mayReach(address: string, port: number): boolean {
    if (isPublicAddress(address)) return port === HTTPS;
    if (!ipaddr.isValid(address)) return false;
    const one = ipaddr.process(address);
    return this.reach.networks.some((network) => {
      const [base, bits] = ipaddr.parseCIDR(network);
      return base.kind() === one.kind() && one.match(base, bits);
    });
  }
}

/** Every secret in force signs, with a space between: whoever has either can check it. */
export function headersOf({ id, at, secrets }: Pick<CallToSend, 'id' | 'at' | 'secrets'>, body: string) {
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}

function faultOfStatus(status: number): CallFault | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'moved';
  if (status === 401 || status === 403) return 'refused';
  return status === 404 || status === 410 ? 'not-found' : 'failed';
}

function faultOf(error: unknown): CallFault {
  if (error instanceof OutOfReach) return error.fault;
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  if (code === 'ERR_INVALID_URL') return 'not-allowed';
  if (name === 'AbortError' || name === 'TimeoutError') return 'too-slow';
  return /CERT|SSL|TLS|EPROTO|SELF_SIGNED|UNABLE_TO/.test(String(code ?? '')) ? 'not-secure' : 'unreachable';
}
