/**
 * Fetches a calendar from the address that somebody has pasted. Whoever pastes an address could try to make this server
 * look inside its own network: only public addresses are connected to, asked of the very address that the connection is
 * made to, at each redirect anew.
 */
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { SourceFault } from '#domain/calendar/busy-source.js';
import { CalendarFetcher, type Fetched } from '#use-cases/calendar/calendar-reading.port.js';
import { guardedLookup, isPublicAddress, OutOfReach } from '../outside/guarded-lookup.js';

const LARGEST_BYTES = 5_000_000;
const MOST_REDIRECTS = 3;

export interface Reach {
  readonly isAllowed: (address: string) => boolean;
  /** The only port; others are where machines talk among themselves. */
  readonly port: number;
  readonly milliseconds: number;
  /** Authorities beside the system's. */
  readonly ca?: string;
}

const INTERNET: Reach = { isAllowed: isPublicAddress, port: 443, milliseconds: 15_000 };

class Refused extends Error {
  constructor(readonly fault: SourceFault) {
    super(fault);
  }
}

export class HttpsCalendarFetcher extends CalendarFetcher {
  constructor(private readonly reach: Reach = INTERNET) {
    super();
  }

  async fetch(url: string): Promise<Fetched> {
    const signal = AbortSignal.timeout(this.reach.milliseconds);
    try {
      let next = new URL(url);
      for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
        const answer = await this.ask(next, signal);
        if ('text' in answer) return { outcome: 'text', text: answer.text };
        next = new URL(answer.location, next);
      }
      return { outcome: 'fault', fault: 'unreachable' };
    } catch (error) {
      return { outcome: 'fault', fault: faultOf(error) };
    }
  }

  private async ask(url: URL, signal: AbortSignal): Promise<{ text: string } | { location: string }> {
    const { hostname, protocol, port, username, password } = url;
    const host = hostname.replace(/^\[|\]$/g, '');
    const isRight = protocol === 'https:' && Number(port || 443) === this.reach.port && !username && !password;
    // A name is looked up below; an address that is written out would pass by that.
    if (!isRight || (isIP(host) !== 0 && !this.reach.isAllowed(host))) throw new Refused('not-allowed');
    const response = await this.send(url, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      return { location };
    }
    if (status !== 200) {
      response.destroy();
      throw new Refused(
        status === 404 || status === 410 ? 'not-found' : status === 401 || status === 403 ? 'refused' : 'unreachable',
      );
    }
    return { text: await readText(response) };
  }

  private send(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const { isAllowed, ca } = this.reach;
    const options: RequestOptions = {
      signal,
      headers: { Accept: 'text/calendar', 'Accept-Encoding': 'identity', 'User-Agent': 'Samnav' },
      // Never a connection that was made before: each is asked about anew.
      agent: false,
      ...(ca ? { ca } : {}),
      lookup: guardedLookup(isAllowed),
    };
    return new Promise((resolve, reject) => {
      request(url, options, resolve).on('error', reject).end();
    });
  }
}

async function readText(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BYTES) {
      response.destroy();
      throw new Refused('too-large');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function faultOf(error: unknown): SourceFault {
  if (error instanceof Refused || error instanceof OutOfReach) return error.fault;
  const code = String((error as { code?: unknown }).code ?? '');
  if (code === 'ERR_INVALID_URL') return 'not-allowed';
  return /CERT|SSL|TLS|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code) ? 'not-secure' : 'unreachable';
}
