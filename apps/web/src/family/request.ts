/**
 * The family's one way to the api: always a POST, so that nothing stands in an address; a request that takes too long is
 * given up and said to be the network's; nothing is kept.
 */
import { refusalOf } from '../graphql/refusal.js';
import { inPageLanguage } from '../graphql/page-language.js';
import { tellSignedOut } from './signed-out.js';
import { tellUnreached } from './unreached.js';
import type { Answer, FetchedFile } from './shapes.js';

/** Longer than a slow telephone network needs, shorter than a person's patience. */
const GIVE_UP_AFTER = 20_000;

interface Document<Data, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Data;
}

interface Said<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

interface Asking {
  /** Does not count as something that the person does. */
  readonly isPassive?: boolean;
}

function post(body: string, options: RequestInit, { isPassive = false }: Asking = {}): Promise<Response> {
  return fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'apollo-require-preflight': 'true',
      ...inPageLanguage(),
      ...(isPassive ? { 'samnav-passive': '1' } : {}),
    },
    body,
    ...options,
  });
}

const unreached = () => {
  tellUnreached();
  return { refusal: { code: 'NETWORK' } };
};

export async function ask<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  asking: Asking = {},
): Promise<Answer<Data>> {
  try {
    const body = JSON.stringify({ query: document.toString(), variables });
    const response = await post(body, { signal: AbortSignal.timeout(GIVE_UP_AFTER) }, asking);
    const { data, errors } = (await response.json()) as Said<Data>;
    if (!errors && data != null) return { data };
    const { code } = refusalOf({ graphQLErrors: errors });
    if (code === 'FAMILY_SIGN_IN_REQUIRED') tellSignedOut();
    return { refusal: { code } };
  } catch {
    return unreached();
  }
}

/** A paper or a file, asked for here so that a refusal is said on the page and not by the browser. */
export async function fetchFile(address: string): Promise<Answer<FetchedFile>> {
  try {
    const response = await fetch(address, { credentials: 'same-origin', signal: AbortSignal.timeout(GIVE_UP_AFTER) });
    if (!response.ok) {
      const { code = 'UNKNOWN' } = (await response.json()) as { readonly code?: string };
      if (code === 'FAMILY_SIGN_IN_REQUIRED') tellSignedOut();
      return { refusal: { code } };
    }
    const [, name = 'fil'] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { data: { name, bytes: await response.blob() } };
  } catch {
    return unreached();
  }
}

/** Sent although the page goes away; nobody waits for the answer. */
export function send<Data>(document: Document<Data, Record<string, never>>): void {
  void post(JSON.stringify({ query: document.toString() }), { keepalive: true }).catch(() => undefined);
}
