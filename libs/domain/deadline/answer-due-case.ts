/** Answers one case from outside with the same functions that the running system uses. */
import { formatInstant, parseInstant } from '../kernel/instant.js';
import { dueAt } from './due-at.js';
import { parseDeadlineRule } from './parse-deadline-rule.js';

export type DueAnswer =
  { readonly id: string; readonly due: string } | { readonly id: string | null; readonly error: string };

/** `{"id","rule","from"}` → `{"id","due"}`; further fields are ignored. */
export function answerDueCase(value: unknown): DueAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: 'a case is an object' };
  }
  const { id, rule, from } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string') return { id: null, error: 'id: a case has an id that is a text' };
  const start = typeof from === 'string' ? parseInstant(from) : undefined;
  if (start === undefined) return { id, error: 'from: the start is an instant that exists, with its offset' };
  const parsed = parseDeadlineRule(rule);
  if (!parsed.ok) return { id, error: `${parsed.error.path}: ${parsed.error.sentence}` };
  const due = dueAt(parsed.value, start);
  if (!due.ok) return { id, error: `${due.error.path}: ${due.error.sentence}` };
  return { id, due: formatInstant(due.value) };
}
