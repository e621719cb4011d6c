/**
 * What the server answers when it will not: a stable code, a sentence for the person, and the field concerned. Nothing
 * here ever empties a form: what was typed stays.
 */
export interface Refusal {
  /** Stable code of the server (`INVALID_INPUT`, `NOT_ALLOWED`, `CONFLICT` …), or `NETWORK`. */
  readonly code: string;
  /** A sentence to show; empty for `NETWORK`, whose words are in the catalogue. */
  readonly sentence: string;
  /** The fields concerned, by their path in the input: `child.personalNumber`. */
  readonly fields: readonly { readonly field: string; readonly sentence: string }[];
  /** Further facts of the first error, for example both sides of a conflict. */
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Fault {
  readonly networkError?: Error;
  readonly graphQLErrors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** `INVALID_INPUT` names several fields at once, each with its own sentence. */
function faultsOf(faults: unknown): Refusal['fields'] {
  if (!Array.isArray(faults)) return [];
  return faults.flatMap((fault: { field?: unknown; message?: unknown }) =>
    typeof fault?.field === 'string' && typeof fault.message === 'string'
      ? [{ field: fault.field, sentence: fault.message }]
      : [],
  );
}

export function refusalOf(fault: Fault): Refusal {
  const [first, ...others] = fault.graphQLErrors ?? [];
  if (!first) return { code: 'NETWORK', sentence: '', fields: [], facts: {} };
  const fields = [first, ...others].flatMap((error) => {
    const field = error.extensions?.field;
    const own = typeof field === 'string' && field !== '' ? [{ field, sentence: error.message }] : [];
    return [...own, ...faultsOf(error.extensions?.faults)];
  });
  const code = first.extensions?.code;
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    sentence: first.message,
    fields,
    facts: first.extensions ?? {},
  };
}

/** Only what the network lost may be tried again unchanged. */
export function mayRetry(refusal: Refusal): boolean {
  return refusal.code === 'NETWORK';
}

/** Somebody else was first: what stands now is to be read before anything is sent over it. */
export function isConflict(refusal: Refusal | undefined): boolean {
  return refusal?.code === 'CONFLICT' || refusal?.code === 'CHANGED_MEANWHILE';
}
