/**
 * What somebody else has made of the thing that a form stands over comes into it: at once where one has not touched the field,
 * and beside one's own where one has, until one chooses.
 */
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { beginWritten, keepWritten } from './drafts.js';
import { layTogether, type Standing, type Written } from './lay-together.js';

export interface Clashes {
  /** Names of the fields in which both have written. */
  readonly names: readonly string[];
  /** What stands there now by somebody else. */
  readonly theirs: (name: string) => unknown;
  readonly settle: (names: readonly string[], whose: 'mine' | 'theirs') => void;
}

const NONE: Clashes = { names: [], theirs: () => undefined, settle: () => undefined };

export const ClashContext = createContext<Clashes>(NONE);

export interface FieldClash {
  readonly theirs: unknown;
  readonly settle: (whose: 'mine' | 'theirs') => void;
}

export function useFieldClash(name: string): FieldClash | undefined {
  const { names, theirs, settle } = useContext(ClashContext);
  return names.includes(name) ? { theirs: theirs(name), settle: (whose) => settle([name], whose) } : undefined;
}

export const partAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], values);

/** The same values with another one at the path. */
export function withPart(values: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const group = values as Record<string, unknown>;
  return { ...group, [key]: rest.length === 0 ? value : withPart(group[key], rest.join('.'), value) };
}

/** What a form begins with: what was kept, over what stood then. */
export function beginLaid<Values extends object>(draft: string | undefined, stands: Standing<Values>) {
  const begun: Written<Values> =
    draft === undefined ? { mine: stands.values, base: stands } : beginWritten(draft, stands);
  return layTogether(begun, stands);
}

interface LaidForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly draft: string | undefined;
  readonly stands: Standing<Values>;
  readonly begun: ReturnType<typeof beginLaid<Values>>;
}

export interface LaidOver {
  readonly clashes: Clashes;
  /** Keeps what is typed now, over what one has read. */
  readonly keep: () => void;
  /** What stands in the form is what stands: it was sent, or one began anew. */
  readonly rest: () => void;
}

export function useLaid<Values extends FieldValues>({ form, draft, stands, begun }: LaidForm<Values>): LaidOver {
  const base = useRef(begun.base);
  const [clash, setClash] = useState({ names: begun.clashing as readonly string[], over: stands });
  const keep = () => {
    if (draft !== undefined) keepWritten(draft, { mine: structuredClone(form.getValues()), base: base.current });
  };
  const become = (next: Standing<Values>, names: readonly string[]) => {
    base.current = next;
    setClash({ names, over: stands });
    keep();
  };
  const isNews = clash.over.version !== stands.version;
  useEffect(() => {
    if (!isNews) return;
    const laid = layTogether({ mine: form.getValues(), base: base.current }, stands);
    form.reset(laid.value, { keepDefaultValues: true, keepErrors: true });
    form.clearErrors('root.server');
    become(laid.base, laid.clashing);
    // Only what somebody else has made of it is news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNews]);
  const settle: Clashes['settle'] = (settled, whose) => {
    for (const name of settled) {
      if (whose === 'theirs') form.setValue(name as never, partAt(stands.values, name) as never);
      form.clearErrors(name as never);
    }
    const left = clash.names.filter((name) => !settled.includes(name));
    const read = settled.reduce<unknown>(
      (values, name) => withPart(values, name, partAt(stands.values, name)),
      base.current.values,
    ) as Values;
    become(left.length === 0 ? stands : { version: base.current.version, values: read }, left);
  };
  const clashes: Clashes = { names: clash.names, theirs: (name) => partAt(clash.over.values, name), settle };
  return { clashes, keep, rest: () => become({ version: base.current.version, values: form.getValues() }, []) };
}
