/** What every page of a visit stands in: its texts, its town, where one is, and what is known of the person's consents. */
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import type { NoticeWords } from '#domain/consent/notice-words/notice-words.js';
import type { Language } from './language.js';
import type { Travel } from './places.js';
import type { Answer, Consent, Home, How, Refusal, Service, TakenAway, Town } from './shapes.js';

export interface Visit extends Travel {
  readonly service: Service;
  readonly notice: NoticeWords;
  /** The Swedish words, where another language is read; the text that decides is shown beside. */
  readonly town: Town;
  readonly home: Home | null;
  /** Rises when all that stands on the page is to be asked for anew. */
  readonly reading: number;
  /** Rises when there is something new: what stands on the page stays until it has been read. */
  readonly news: number;
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

/** An act that cannot be pressed twice, and leaves everything that one has written where it is when it fails. */
export function useAct<Arguments extends readonly unknown[], Data>(
  act: (...args: Arguments) => Promise<Answer<Data>>,
  done: (data: Data) => void,
): Act<Arguments> {
  const [{ isWaiting, refusal }, setState] = useState<{ isWaiting: boolean; refusal: Refusal | null }>({
    isWaiting: false,
    refusal: null,
  });
  const { home, refreshHome } = useVisit();
  const isKnown = home !== null;
  const latest = useRef({ act, done, isWaiting, isKnown, refreshHome });
  useEffect(() => {
    latest.current = { act, done, isWaiting, isKnown, refreshHome };
  });
  const run = useCallback((...args: Arguments) => {
    if (latest.current.isWaiting) return;
    setState({ isWaiting: true, refusal: null });
    void latest.current.act(...args).then((answer) => {
      setState({ isWaiting: false, refusal: answer.refusal ?? null });
      if (answer.data !== undefined) latest.current.done(answer.data);
      // What was refused stands otherwise than the page shows it: the page is read before it says so.
      else if (answer.refusal?.code !== 'NETWORK' && latest.current.isKnown) void latest.current.refreshHome();
    });
  }, []);
  return { run, isWaiting, refusal };
}

export type Loaded<Data> =
  | { readonly state: 'waiting' }
  | { readonly state: 'there'; readonly data: Data }
  | { readonly state: 'refused'; readonly refusal: Refusal };

const WAITING = { state: 'waiting' } as const;

/**
 * Asks when the page opens, and anew, with what stands there staying, whenever the page has heard that there is something new;
 * `again` asks after a failure, `refresh` after an own act. `load` must be stable.
 */
export function useLoaded<Data>(
  load: (how?: How) => Promise<Answer<Data>>,
): readonly [Loaded<Data>, () => void, () => Promise<Refusal | null>] {
  const { reading, news } = useVisit();
  const [{ loaded, of }, setLoaded] = useState<{ readonly loaded: Loaded<Data>; readonly of: number }>({
    loaded: WAITING,
    of: reading,
  });
  const [times, setTimes] = useState(0);
  /** The latest question; an earlier one's answer is older than what stands there. */
  const round = useRef(0);
  const ask = useCallback(
    async (how?: How): Promise<Refusal | null> => {
      const own = ++round.current;
      const { data, refusal } = await load(how);
      if (own !== round.current) return null;
      setLoaded((before) => {
        const isNew = before.of !== reading;
        // Without the town what stands there stays: how long, the whole page decides.
        if (refusal?.code === 'NETWORK' && !isNew && before.loaded.state === 'there') return before;
        return {
          loaded: refusal ? { state: 'refused', refusal } : { state: 'there', data: data as Data },
          of: reading,
        };
      });
      return refusal ?? null;
    },
    [load, reading],
  );
  useEffect(() => {
    setLoaded({ loaded: WAITING, of: reading });
    void ask();
    return () => {
      round.current += 1;
    };
  }, [ask, times, reading]);
  const heard = useRef(news);
  useEffect(() => {
    if (heard.current === news) return;
    heard.current = news;
    void ask({ isPassive: true });
  }, [ask, news]);
  // What was read before is not shown for a single frame.
  return [of === reading ? loaded : WAITING, useCallback(() => setTimes((count) => count + 1), []), ask];
}

export interface WithChildren {
  readonly children: ReactNode;
}
