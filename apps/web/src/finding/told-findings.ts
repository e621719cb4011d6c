/** What the server found in a field, from its refusal: only it knows the people whom one's own house keeps. */
import type { Finding } from '#domain/finding/finding.js';
import type { Refusal } from '../graphql/refusal.js';

interface Fault {
  readonly field?: unknown;
  readonly spans?: readonly Omit<Finding, 'text'>[];
}

export function toldFindings(refusal: Refusal | undefined, field: string, text: string): readonly Finding[] {
  const faults = (refusal?.facts['faults'] ?? []) as readonly Fault[];
  const spans = faults.find((one) => one.field === field)?.spans ?? [];
  return spans.map((one) => ({ ...one, text: text.slice(one.from, one.to) }));
}
