export const TRACE_KINDS = ['number', 'address', 'phone'] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

/** What a member of staff is known by outside work, as keyed hashes that only a reviewer's views compare. */
export abstract class StaffTraces {
  /** Which kinds are kept; never what they are. */
  abstract findKinds(staffId: string): Promise<TraceKind[]>;
  /** In place of everything that was kept. */
  abstract replace(
    staffId: string,
    traces: readonly { readonly kind: TraceKind; readonly trace: Buffer }[],
  ): Promise<void>;
}
