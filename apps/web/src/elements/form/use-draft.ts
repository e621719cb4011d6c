/** Fields that stay as they were typed when a dialog is closed or a page is left, until they are sent. */
import { useRef, useState } from 'react';
import { beginWritten, dropDraft, findDraft, keepDraft, keepWritten } from './drafts.js';
import { layTogether, type Laid, type Standing } from './lay-together.js';

export interface Draft<Values> {
  readonly value: Values;
  readonly set: (part: Partial<Values>) => void;
  /** When it has been sent. */
  readonly drop: () => void;
}

/** Why a meeting is called off, from whichever page it is done. */
export const callOffDraft = (hubId: string): string => `call-off:${hubId}`;

/** `name` says what is being written and about what, so that two things never share a draft. */
export function useDraft<Values extends object>(name: string, empty: Values): Draft<Values> {
  const [value, setValue] = useState<Values>(() => ({ ...empty, ...findDraft<Values>(name) }));
  // Two fields may be set before either is drawn.
  const latest = useRef(value);
  const set = (part: Partial<Values>) => {
    latest.current = { ...latest.current, ...part };
    setValue(latest.current);
    keepDraft(name, latest.current, empty);
  };
  return { value, set, drop: () => dropDraft(name) };
}

export interface DraftOver<Values> extends Draft<Values>, Laid<Values> {
  /** What a person has chosen, or put together, with both before them. */
  readonly settle: (chosen: Values) => void;
}

/** The same for what others may change meanwhile: what they made of it comes in, and where both wrote the person chooses. */
export function useDraftOver<Values extends object>(name: string, stands: Standing<Values>): DraftOver<Values> {
  const [written, setWritten] = useState(() => beginWritten(name, stands));
  const latest = useRef(written);
  const become = (mine: Values, base: Standing<Values>) => {
    latest.current = { mine, base };
    setWritten(latest.current);
    keepWritten(name, latest.current);
  };
  return {
    ...layTogether(written, stands),
    set: (part) => {
      const { value, base } = layTogether(latest.current, stands);
      become({ ...value, ...part }, base);
    },
    settle: (chosen) => become(chosen, stands),
    drop: () => dropDraft(name),
  };
}
