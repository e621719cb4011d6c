/**
 * Who looks, and as what: a person may hold several roles in several organisations and acts as one of them at a time.
 * The frame shows it; the api decides by the session, never by what stands here.
 */
import { useSyncExternalStore } from 'react';
import type { Role } from './page-route.js';

export interface ActingRole {
  readonly id: string;
  readonly role: Role;
  /** "Mottagningen" */
  readonly unit: string;
  /** "Socialtjänsten, Björkinge" */
  readonly organisation: string;
}

export interface Viewer {
  readonly name: string;
  readonly acting: ActingRole;
  readonly others: readonly ActingRole[];
}

let viewer: Viewer | null = null;
const listeners = new Set<() => void>();

/** Called by the sign-in folder when the session is known, and with null when it ends. */
export function setViewer(next: Viewer | null): void {
  viewer = next;
  listeners.forEach((listener) => listener());
}

export function useViewer(): Viewer | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => viewer,
  );
}
