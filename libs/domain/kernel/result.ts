/** What a rule answers when it may find its input at fault: a rule never throws, so that no fault is ever overlooked. */
export type Result<T, E = Fault> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** One thing that is wrong: where it stands, a stable code for the catalogues, and a plain sentence for developers. */
export interface Fault {
  /** Such as `rule.open.mon[0]`; empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly sentence: string;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const failed = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** The usual way to answer that something is wrong. */
export const fault = (path: string, code: string, sentence: string): { readonly ok: false; readonly error: Fault } =>
  failed({ path, code, sentence });
