/** What every page of a visit stands in: its texts, its town, where one is, and what is known of the person's consents. */
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { NoticeWords } from '#domain/consent/notice-words/notice-words.js';
import type { Language } from './language.js';
import type { Travel } from './places.js';
import type { Answer, Consent, Home, Refusal, Service, TakenAway, Town } from './shapes.js';

export interface Visit extends Travel {
  readonly service: Service;
  readonly notice: NoticeWords;
  /** The Swedish words, where another language is read; the text that decides is shown beside. */
  readonly town: Town;
  readonly home: Home | null;
  /** Rises when all that stands on the page is to be asked for anew. */
  readonly reading: number;
  readonly refreshHome: () => Promise<Refusal | null>;
  readonly speak: (language: Language) => Promise<void>;
  readonly leave: () => void;
  /** What is taken away before it is signed; stays until the name is given, also over the app of the e-identification. */
  readonly awayOf: (consentId: string) => TakenAway;
  readonly setAway: (consentId: string, away: TakenAway) => void;
}

const Visiting = createContext<Visit | null>(null);

export const VisitProvider = Visiting.Provider;

export function useVisit(): Visit {
  const visit = useContext(Visiting);
  if (!visit) throw new Error('A page of the family stands outside a visit.');
  return visit;
}

export function useConsent(id: string): Consent | null {
  return useVisit().home?.consents.find((consent) => consent.id === id) ?? null;
}

export interface Act<Arguments extends readonly unknown[]> {
  readonly run: (...args: Arguments) => void;
  readonly isWaiting: boolean;
  readonly refusal: Refusal | null;
}

/** An act that cannot be pressed twice, and leaves everything where it is when it fails. */
export function useAct<Arguments extends readonly unknown[], Data>(
  act: (...args: Arguments) => Promise<Answer<Data>>,
  done: (data: Data) => void,
): Act<Arguments> {
  const [{ isWaiting, refusal }, setState] = useState<{ isWaiting: boolean; refusal: Refusal | null }>({
    isWaiting: false,
    refusal: null,
  });
  const latest = useRef({ act, done, isWaiting });
  useEffect(() => {
    latest.current = { act, done, isWaiting };
  });
  const run = useCallback((...args: Arguments) => {
    if (latest.current.isWaiting) return;
    setState({ isWaiting: true, refusal: null });
    void latest.current.act(...args).then((answer) => {
      setState({ isWaiting: false, refusal: answer.refusal ?? null });
      if (answer.data !== undefined) latest.current.done(answer.data);
    });
  }, []);
  return { run, isWaiting, refusal };
}

export type Loaded<Data> =
  | { readonly state: 'waiting' }
  | { readonly state: 'there'; readonly data: Data }
  | { readonly state: 'refused'; readonly refusal: Refusal };

const WAITING = { state: 'waiting' } as const;

/** Asks when the page opens; `again` asks anew. `load` must be stable. */
export function useLoaded<Data>(load: () => Promise<Answer<Data>>): readonly [Loaded<Data>, () => void] {
  const { reading } = useVisit();
  const [{ loaded, of }, setLoaded] = useState<{ readonly loaded: Loaded<Data>; readonly of: number }>({
    loaded: WAITING,
    of: reading,
  });
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setLoaded({ loaded: WAITING, of: reading });
    void load().then((answer) => {
      if (!isWanted) return;
      setLoaded({
        loaded: answer.refusal ? { state: 'refused', refusal: answer.refusal } : { state: 'there', data: answer.data },
        of: reading,
      });
    });
    return () => {
      isWanted = false;
    };
  }, [load, times, reading]);
  // What was read before is not shown for a single frame.
  return [of === reading ? loaded : WAITING, useCallback(() => setTimes((count) => count + 1), [])];
}

export interface WithChildren {
  readonly children: ReactNode;
}
