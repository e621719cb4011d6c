/**
 * The one way to the api. Never a GET: a query with a personal number must not end up in an address or a log. The
 * header makes every request one that a foreign page cannot send without asking first.
 */
import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { marksBy, readAfreshBy } from '../live/connection.js';
import { inPageLanguage } from './page-language.js';
import { refusalOf } from './refusal.js';
import { StandingQueries } from './standing-queries.js';

const signedOut = new Set<() => void>();

/** Told when the server says that the session is over, so that the frame can ask for a new sign-in. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

const postOver = new Set<() => void>();

/** Told when the server says that the post that one acts in is no longer in force. */
export function onPostOver(listener: () => void): () => void {
  postOver.add(listener);
  return () => postOver.delete(listener);
}

export function createClient(): Client {
  const standing = new StandingQueries();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    // What has been revoked since must not flash by from a cache: content is asked for anew each time, and the cache
    // exchange only re-asks what stands on the screen after a mutation.
    requestPolicy: 'network-only',
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'apollo-require-preflight': 'true', ...inPageLanguage() },
    }),
    exchanges: [
      standing.exchange,
      cacheExchange,
      mapExchange({
        onOperation: standing.marked,
        onError: (error) => {
          const { code } = refusalOf(error);
          if (code === 'SIGN_IN_REQUIRED') signedOut.forEach((listener) => listener());
          if (code === 'NO_MEMBERSHIP') postOver.forEach((listener) => listener());
        },
      }),
      fetchExchange,
    ],
  });
  readAfreshBy(() => standing.readAfresh(client));
  marksBy(standing.markOf);
  return client;
}
