/** Told when the town could not be reached, whichever page asked. */
const listeners = new Set<() => void>();

export function onUnreached(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellUnreached = (): void => listeners.forEach((listener) => listener());
