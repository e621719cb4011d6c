/**
 * What was begun stays while the page is left and come back to. Content never lies readable on a device: drafts are in memory, and
 * sealed on the device where there is a vault for them. Until that has them the browser asks before the tab is closed.
 */
import type { Standing, Written } from './lay-together.js';
import { leaveGuard } from './leave-guard.js';

export interface Begun {
  readonly values: unknown;
  /** What stood there before anything was written: others' words, if any. */
  readonly start: unknown;
  /** Others' words that came into it since, when a conflict was settled. */
  readonly later: readonly unknown[];
  /** What it is written over now, where others may change that meanwhile. */
  readonly over?: Standing<unknown>;
}

/** A draft with the key that it is sent under, as it is kept beyond its page. */
export interface KeptDraft {
  readonly name: string;
  readonly begun: Begun;
  readonly sentUnder?: string;
}

/** What keeps drafts beyond their page; `onKept` when it has the draft as it was then. */
export interface DraftKeeping {
  readonly keep: (draft: KeptDraft, onKept: () => void) => void;
  readonly drop: (name: string) => void;
  readonly wipe: () => Promise<void>;
}

const drafts = new Map<string, Begun>();
const keys = new Map<string, string>();
const forgetting = new Set<() => void>();
let keeping: DraftKeeping | undefined;

/** From now on drafts outlive the page, and those that lay there are back; nothing that was begun on this page gives way to one. */
export function keepDraftsIn(vault: DraftKeeping, lying: readonly KeptDraft[]): void {
  keeping = vault;
  for (const { name, begun, sentUnder } of lying) {
    if (drafts.has(name)) continue;
    drafts.set(name, begun);
    if (sentUnder !== undefined) keys.set(name, sentUnder);
  }
}

function handOver(name: string): void {
  const begun = drafts.get(name);
  if (!begun || isNothing(begun.values, begun.start)) return;
  keeping?.keep({ name, begun, sentUnder: keys.get(name) }, () => leaveGuard.release(heldAs(name)));
}

/** `start` is what stood there before anything was written: back at it there is nothing to lose. */
export function keepDraft(name: string, values: unknown, start?: unknown): void {
  const begun = drafts.get(name);
  drafts.set(name, { ...begun, values, start: begun?.start ?? start, later: begun?.later ?? [] });
  if (isNothing(values, start)) {
    leaveGuard.release(heldAs(name));
    keeping?.drop(name);
  } else {
    leaveGuard.hold(heldAs(name));
    handOver(name);
  }
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
  handOver(name);
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
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = crypto.randomUUID();
  keys.set(name, key);
  handOver(name);
  return key;
}

/** What stands in the draft is another thing from now on than what was sent: it goes under a key of its own. */
export function renewKeyOfDraft(name: string): void {
  keys.delete(name);
  handOver(name);
}

export function dropDraft(name: string): void {
  drafts.delete(name);
  keys.delete(name);
  keeping?.drop(name);
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

/** At sign-out: the next person at this desk must find nothing, and is asked nothing. Done when the device has none either. */
export async function dropAllDrafts(): Promise<void> {
  drafts.clear();
  keys.clear();
  forgetting.forEach((forget) => forget());
  leaveGuard.releaseAll();
  await keeping?.wipe();
}

/** For what is kept elsewhere than in a draft and must go with the drafts. */
export function onDropAll(forget: () => void): void {
  forgetting.add(forget);
}

const heldAs = (name: string): string => `draft ${name}`;

/** Back at what stood there, or without a word. */
const isNothing = (values: unknown, start: unknown): boolean =>
  start === undefined ? !saysSomething(values) : JSON.stringify(values) === JSON.stringify(start);

/** Any words at all, however deep. */
function saysSomething(values: unknown): boolean {
  if (typeof values === 'string') return values.trim() !== '';
  return typeof values === 'object' && values !== null && Object.values(values).some(saysSomething);
}
