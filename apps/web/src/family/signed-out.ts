/** Told when the town says that the session is over, whichever page asked. */
const listeners = new Set<() => void>();

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellSignedOut = (): void => listeners.forEach((listener) => listener());
