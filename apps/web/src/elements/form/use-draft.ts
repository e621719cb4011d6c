/** Fields that stay as they were typed when a dialog is closed or a page is left, until they are sent. */
import { useRef, useState } from 'react';
import { dropDraft, findDraft, keepDraft } from './drafts.js';

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
