/**
 * What was begun stays while the page is left and come back to; in memory only, since content never lies on a device. So the
 * browser asks before the tab is closed over it.
 */
import type { Standing, Written } from './lay-together.js';
import { leaveGuard } from './leave-guard.js';

interface Begun {
  readonly values: unknown;
  /** What stood there before anything was written: others' words, if any. */
  readonly start: unknown;
  /** Others' words that came into it since, when a conflict was settled. */
  readonly later: readonly unknown[];
  /** What it is written over now, where others may change that meanwhile. */
  readonly over?: Standing<unknown>;
}

const drafts = new Map<string, Begun>();
const keys = new Map<string, string>();
const forgetting = new Set<() => void>();

/** `start` is what stood there before anything was written: back at it there is nothing to lose. */
export function keepDraft(name: string, values: unknown, start?: unknown): void {
  const isNothing = start === undefined ? !saysSomething(values) : JSON.stringify(values) === JSON.stringify(start);
  const begun = drafts.get(name);
  drafts.set(name, { ...begun, values, start: begun?.start ?? start, later: begun?.later ?? [] });
  if (isNothing) leaveGuard.release(heldAs(name));
  else leaveGuard.hold(heldAs(name));
}

/**
 * What is written over something that others may change meanwhile. What they have made of it and one has read comes with `base`:
 * what of it is in the draft is none of one's own words.
 */
export function keepWritten<Values>(name: string, { mine, base }: Written<Values>): void {
  if (JSON.stringify(mine) === JSON.stringify(base.values)) return dropDraft(name);
  const begun = drafts.get(name);
  keepDraft(name, mine, base.values);
  const kept = drafts.get(name)!;
  // Not told by its version: while one field clashes, the others bring another's words in over the same one.
  const isNew = begun?.over !== undefined && JSON.stringify(begun.over.values) !== JSON.stringify(base.values);
  drafts.set(name, { ...kept, over: base, later: isNew ? [...kept.later, base.values] : kept.later });
}

/** Goes on with what was kept, over what stood then; or begins with what stands. */
export function beginWritten<Values extends object>(name: string, stands: Standing<Values>): Written<Values> {
  const begun = drafts.get(name);
  if (begun?.over === undefined) return { mine: stands.values, base: stands };
  return { mine: { ...stands.values, ...(begun.values as Values) }, base: begun.over as Standing<Values> };
}

export function findDraft<Values>(name: string | undefined): Values | undefined {
  return name === undefined ? undefined : (drafts.get(name)?.values as Values | undefined);
}

/**
 * What the thing that is being written is sent under, however often and from however many visits to its page: an answer that was
 * lost on its way makes no second report. Renewed when the draft is sent or thrown away.
 */
export function keyOfDraft(name: string): string {
  const key = keys.get(name) ?? crypto.randomUUID();
  keys.set(name, key);
  return key;
}

/** What stands in the draft is another thing from now on than what was sent: it goes under a key of its own. */
export const renewKeyOfDraft = (name: string): void => void keys.delete(name);

export function dropDraft(name: string): void {
  drafts.delete(name);
  keys.delete(name);
  leaveGuard.release(heldAs(name));
}

/** What is being written under names that begin so. */
export const draftsUnder = (prefix: string): { readonly rest: string; readonly values: unknown }[] =>
  [...drafts]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, { values }]) => ({ rest: name.slice(prefix.length), values }));

/** All that is being written about one thing, found by its id in their names; not what has been taken along from it. */
export const draftsAbout = (id: string): Begun[] =>
  id === ''
    ? []
    : [...drafts].filter(([name]) => name.includes(id) && !name.startsWith('left:')).map(([, begun]) => begun);

/** At sign-out: the next person at this desk must find nothing, and is asked nothing. */
export function dropAllDrafts(): void {
  drafts.clear();
  keys.clear();
  forgetting.forEach((forget) => forget());
  leaveGuard.releaseAll();
}

/** For what is kept elsewhere than in a draft and must go with the drafts. */
export function onDropAll(forget: () => void): void {
  forgetting.add(forget);
}

const heldAs = (name: string): string => `draft ${name}`;

/** Any words at all, however deep. */
function saysSomething(values: unknown): boolean {
  if (typeof values === 'string') return values.trim() !== '';
  return typeof values === 'object' && values !== null && Object.values(values).some(saysSomething);
}
