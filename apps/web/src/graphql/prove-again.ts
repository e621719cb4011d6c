/** A sensitive act asks who one is once more (ASVS 7.5.3): whoever shows the question answers here. */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;

/** The sign-in says how it is asked. Returns how to stop. */
export function proveAgainBy(how: Ask): () => void {
  ask = how;
  return () => {
    if (ask === how) ask = undefined;
  };
}

/** True once the same person has shown who they are; false when they would rather not, or there is nobody to ask. */
export const mayProveAgain = (): Promise<boolean> => ask?.() ?? Promise.resolve(false);
