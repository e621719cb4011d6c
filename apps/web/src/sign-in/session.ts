/**
 * Whether anyone is signed in here, told to every page and every tab. The server decides; this only remembers its last
 * word, so that a page can be covered the moment a session ends and uncovered when the same person is back.
 */
import { useSyncExternalStore } from 'react';
import type { Client } from 'urql';
import { closeLive } from '../live/connection.js';
import { dropAllDrafts } from '../elements/form/drafts.js';
import { WhoAmIDocument, type SignedFragment } from '../graphql/generated/sign-in/graphql.js';
import type { Role } from '../shell/page-route.js';
import { bringBackDrafts } from './kept-drafts.js';
import { setViewer, type ActingRole } from '../shell/viewer.js';

export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly me: SignedFragment }
  /** It ended while `me` was at work: what stands on the page is kept, but covered. */
  | { readonly state: 'over'; readonly me: SignedFragment };

let session: Session = { state: 'unknown' };
/** The post that one acted in last, also when it has ended since. */
let lastPost: string | null = null;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('samnav-session');

function become(next: Session): void {
  session = next;
  listeners.forEach((listener) => listener());
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

const roleOf = (post: SignedFragment['memberships'][number]): ActingRole => ({
  id: post.id,
  role: post.role as Role,
  unit: post.unitName,
  organisation: `${post.authorityName}, ${post.municipalityName}`,
});

function show(me: SignedFragment): void {
  const acting = me.acting;
  setViewer(
    acting
      ? {
          name: me.name,
          acting: roleOf(acting),
          others: me.memberships.filter((post) => post.id !== acting.id).map(roleOf),
        }
      : null,
  );
}

/** Takes in what the server says: someone, or no one. */
export function hear(me: SignedFragment | null | undefined): void {
  if (me) {
    const before = session.state === 'in' || session.state === 'over' ? session.me.staffId : me.staffId;
    const post = lastPost;
    lastPost = me.acting?.id ?? lastPost;
    // Another person at the same desk, or the same in another post, must not meet what stood there on the screen.
    if (before !== me.staffId || (post !== null && post !== lastPost)) {
      void dropAllDrafts();
      location.assign('/');
      return;
    }
    become({ state: 'in', me });
    show(me);
  } else if (session.state === 'in') {
    become({ state: 'over', me: session.me });
    // Without a viewer no navigation stands there to lead away from what is kept.
    setViewer(null);
    void closeLive();
  } else if (session.state !== 'over') {
    become({ state: 'out' });
    setViewer(null);
  }
}

/** Asks the server. `passive` does not count as a sign of life; the page asks so by itself. */
export async function askWhoIAm(client: Client, passive: boolean): Promise<void> {
  const headers = { 'apollo-require-preflight': 'true', ...(passive ? { 'samnav-passive': '1' } : {}) };
  const answer = await client
    .query(WhoAmIDocument, {}, { fetchOptions: { credentials: 'same-origin', headers }, requestPolicy: 'network-only' })
    .toPromise();
  if (answer.data) {
    const { me } = answer.data;
    // Before a form is drawn that they belong to.
    if (me?.acting) await bringBackDrafts({ staffId: me.staffId, membershipId: me.acting.id });
    hear(me);
  } else if (session.state === 'unknown') become({ state: 'unreachable' });
}

type Word = 'signed-in' | 'signed-out' | 'switched';

/** Person and post that one works as here now; null when nobody is in. */
export const whoIsIn = (): string | null =>
  session.state === 'in' ? `${session.me.staffId} ${session.me.acting?.id ?? ''}` : null;

/** Tells this browser's other tabs. */
export const tellTabs = (word: Word): void => channel?.postMessage(word);

/** Hears what other tabs did. Returns how to stop. */
export function onOtherTab(listener: (word: Word) => void): () => void {
  const hearWord = (event: MessageEvent<Word>) => listener(event.data);
  channel?.addEventListener('message', hearWord);
  return () => channel?.removeEventListener('message', hearWord);
}

/** The session ended: by the server's word, or in another tab. */
export const ended = (): void => hear(null);

/** Leaves this desk clean: no drafts, no socket; then to where the provider's own session is ended too. */
export async function signOut(): Promise<void> {
  const response = await fetch('/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error(String(response.status));
  const { next } = (await response.json()) as { next: string };
  await leave(next);
}

export async function leave(next: string): Promise<void> {
  await dropAllDrafts();
  await closeLive();
  tellTabs('signed-out');
  location.assign(next);
}

/** Where the browser goes to sign in and come back to this very page. */
export const signInAddress = (to: string, hint?: string): string =>
  `/sign-in?to=${encodeURIComponent(to)}${hint ? `&hint=${encodeURIComponent(hint)}` : ''}`;
