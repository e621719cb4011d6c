/**
 * What a municipality's lawyer has decided of the grounds, as its file says it and as its settings keep it: which open nothing
 * there, which open for some cases alone, from what age a child signs; why, and who decided. It can only take away.
 */
import type { NarrowedTo, TownLimits } from './decision.js';
import { OPENING_GROUNDS, type OpeningGround } from './grounds.js';
import { CHILD_SIGNS_FROM } from './who-must-sign.js';

/**
 * Within a house nothing is disclosed and so there is nothing to switch off: who works on a case says who reads it there
 * (OSL 8:1–2). Switched off, nobody of the house would see what they have written themselves.
 */
export const LIMITABLE_GROUNDS: readonly OpeningGround[] = OPENING_GROUNDS.filter((ground) => ground !== 'internal');

export interface LawyersDecision {
  readonly reason: string;
  /** Name and title, as the municipality writes them. */
  readonly decidedBy: string;
}

type ByGround<T> = Readonly<Partial<Record<OpeningGround, T>>>;

/** As a town's file has it. What it leaves out stays as it is set; an empty `disclosure` opens every ground again. */
export interface WrittenLimits {
  readonly disclosure?: {
    readonly switchedOff?: ByGround<LawyersDecision>;
    readonly narrowed?: ByGround<NarrowedTo & LawyersDecision>;
  };
  readonly childSignsFrom?: LawyersDecision & { readonly age: number };
}

/** As the settings have it: what the rule and the second lock read, and beside it why, by whom and since when. */
export interface KeptLimits {
  readonly disclosure?: TownLimits;
  readonly childSignsFrom?: number;
  /** By ground, and `childSignsFrom`; `since` is an ISO instant. */
  readonly limitReasons?: Readonly<Record<string, LawyersDecision & { readonly since: string }>>;
}

/** One limit in force. What the settings hold without a word of why has null there. */
export interface Limit extends NarrowedTo {
  readonly ground: OpeningGround;
  readonly how: 'off' | 'narrowed';
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly since: string | null;
}

/** In the order of the grounds. */
export function limitsOf({ disclosure = {}, limitReasons = {} }: KeptLimits): readonly Limit[] {
  return OPENING_GROUNDS.flatMap((ground): Limit[] => {
    const { reason = null, decidedBy = null, since = null } = limitReasons[ground] ?? {};
    const why = { ground, reason, decidedBy, since };
    if (disclosure.switchedOff?.includes(ground)) return [{ ...why, how: 'off' }];
    const narrowed = disclosure.narrowed?.[ground];
    return narrowed ? [{ ...why, ...narrowed, how: 'narrowed' }] : [];
  });
}

export const childSignsFromOf = ({ childSignsFrom, limitReasons = {} }: KeptLimits) => ({
  age: childSignsFrom ?? CHILD_SIGNS_FROM,
  reason: limitReasons['childSignsFrom']?.reason ?? null,
  decidedBy: limitReasons['childSignsFrom']?.decidedBy ?? null,
  since: limitReasons['childSignsFrom']?.since ?? null,
});

export interface LimitFault {
  readonly path: readonly string[];
  readonly fault: string;
}

/** What cannot be meant. */
export function limitFaults({ disclosure = {} }: WrittenLimits): readonly LimitFault[] {
  const { switchedOff = {}, narrowed = {} } = disclosure;
  return OPENING_GROUNDS.flatMap((ground): LimitFault[] => {
    const to = narrowed[ground];
    if (!to) return [];
    const path = ['disclosure', 'narrowed', ground];
    if (switchedOff[ground]) return [{ path, fault: 'is switched off as well; it is one or the other' }];
    if (!to.categories && !to.purposes && !to.receivers)
      return [{ path, fault: 'must say to which categories, purposes or receivers it is narrowed' }];
    return [];
  });
}

/** The settings with what the file says of limits; what is as it was keeps the day from which it holds. */
export function keepLimits(before: KeptLimits, written: WrittenLimits, now: string): KeptLimits {
  const limits = written.disclosure ? writtenLimits(written.disclosure) : (before.disclosure ?? {});
  const disclosure: KeptLimits = written.disclosure || before.disclosure ? { disclosure: limits } : {};
  const age = written.childSignsFrom?.age ?? before.childSignsFrom;
  const reasons = { ...written.disclosure?.switchedOff, ...written.disclosure?.narrowed };
  const kept = written.disclosure ? {} : { ...before.limitReasons };
  if (before.limitReasons?.['childSignsFrom']) kept['childSignsFrom'] = before.limitReasons['childSignsFrom'];
  const told = written.childSignsFrom ? { ...reasons, childSignsFrom: written.childSignsFrom } : reasons;
  const stands = new Map(limitWords(before));
  const stand = new Map(limitWords({ ...disclosure, ...(age === undefined ? {} : { childSignsFrom: age }) }));
  for (const [what, { reason, decidedBy }] of Object.entries(told)) {
    const since = stands.get(what) === stand.get(what) ? before.limitReasons?.[what]?.since : undefined;
    kept[what] = { reason, decidedBy, since: since ?? now };
  }
  return {
    ...disclosure,
    ...(age === undefined ? {} : { childSignsFrom: age }),
    ...(Object.keys(kept).length > 0 || before.limitReasons ? { limitReasons: kept } : {}),
  };
}

function writtenLimits({ switchedOff = {}, narrowed = {} }: NonNullable<WrittenLimits['disclosure']>): TownLimits {
  const off = OPENING_GROUNDS.filter((ground) => switchedOff[ground] !== undefined);
  const less = Object.entries(narrowed).map(([ground, { categories, purposes, receivers }]) => [
    ground,
    { ...(categories && { categories }), ...(purposes && { purposes }), ...(receivers && { receivers }) },
  ]);
  return {
    ...(off.length > 0 ? { switchedOff: off } : {}),
    ...(less.length > 0 ? { narrowed: Object.fromEntries(less) as NonNullable<TownLimits['narrowed']> } : {}),
  };
}

/** What a limit comes to in closed words: `off`, or `categories a, b; receivers c`; an age for the child. */
export function limitWords(kept: KeptLimits): readonly (readonly [what: string, words: string])[] {
  const parts = ['categories', 'purposes', 'receivers'] as const;
  const grounds = limitsOf(kept).map((limit): [string, string] => [
    limit.ground,
    limit.how === 'off'
      ? 'off'
      : parts.flatMap((part) => (limit[part] ? [`${part} ${[...limit[part]].sort().join(', ')}`] : [])).join('; '),
  ]);
  return [...grounds, ['childSignsFrom', String(kept.childSignsFrom ?? CHILD_SIGNS_FROM)]];
}

export interface LimitChange {
  /** A ground, or `childSignsFrom`. */
  readonly what: string;
  /** `limitWords` of it; null where nothing was limited, or is any more. */
  readonly before: string | null;
  readonly after: string | null;
  /** The same limit on other reasons. */
  readonly isReworded: boolean;
}

/** What a file would make of the limits in force. */
export function compareLimits(before: KeptLimits, written: WrittenLimits): readonly LimitChange[] {
  const after = keepLimits(before, written, '');
  const [was, becomes] = [new Map(limitWords(before)), new Map(limitWords(after))];
  return [...new Set([...was.keys(), ...becomes.keys()])].flatMap((what): LimitChange[] => {
    const words = { what, before: was.get(what) ?? null, after: becomes.get(what) ?? null };
    const [one, other] = [before.limitReasons?.[what], after.limitReasons?.[what]];
    const isReworded = one?.reason !== other?.reason || one?.decidedBy !== other?.decidedBy;
    return words.before === words.after && !isReworded ? [] : [{ ...words, isReworded: words.before === words.after }];
  });
}
