/**
 * The family's one way to the api: always a POST, so that nothing stands in an address; a request that takes too long is
 * given up and said to be the network's; nothing is kept.
 */
import { refusalOf } from '../graphql/refusal.js';
import { tellSignedOut } from './signed-out.js';
import type { Answer } from './shapes.js';

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
      ...(isPassive ? { 'samnav-passive': '1' } : {}),
    },
    body,
    ...options,
  });
}

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
    return { refusal: { code: 'NETWORK' } };
  }
}

/** Sent although the page goes away; nobody waits for the answer. */
export function send<Data>(document: Document<Data, Record<string, never>>): void {
  void post(JSON.stringify({ query: document.toString() }), { keepalive: true }).catch(() => undefined);
}
