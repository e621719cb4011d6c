/**
 * Places in the frame that concept folders fill by exporting `slots` from `slots.tsx`: the demonstration's banner, the
 * switch between acting roles, and what must stand ready before any page (signing in).
 */
import type { ComponentType, ReactNode } from 'react';

export interface FrameSlots {
  /** Above everything: "Det här är en demonstration". */
  readonly banner?: ComponentType;
  /** In the header, in place of the plain words for the acting role. */
  readonly role?: ComponentType;
  /** At the end of the header: alarms, sign-out. */
  readonly end?: ComponentType;
  /** Wraps all pages: loads the session and sends who is not signed in to the first page. */
  readonly around?: ComponentType<{ readonly children: ReactNode }>;
}

const found = import.meta.glob<FrameSlots>('../*/slots.tsx', { eager: true, import: 'slots' });

/** All that fill one slot, in the order of their folders' names. */
export function slot<Name extends keyof FrameSlots>(name: Name): readonly NonNullable<FrameSlots[Name]>[] {
  return Object.values(found).flatMap((slots) => (slots[name] ? [slots[name]] : []));
}
