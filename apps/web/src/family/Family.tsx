/** A whole visit: from the link, over the e-identification, to one's own page, with the way out in reach on every page of it. */
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoticeWords } from '#domain/consent/notice-words/notice-words.js';
import { useAwayWatch } from './away-watch.js';
import { DEMONSTRATION } from '../demonstration/demonstration.js';
import { PATIENCE } from '../live/patience.js';
import { Bar } from './Bar.js';
import { catalogueOf } from './catalogues.js';
import { SPEECH, type Language } from './language.js';
import { leaveNow, onEscapeTwice } from './leave.js';
import { noticeWordsOf } from './notice.js';
import { keepAway, keptAway } from './kept-away.js';
import Pages from './Pages.js';
import { forgetWords } from './plan/kept-words.js';
import { useTravel, type Stack } from './places.js';
import { onSignedOut } from './signed-out.js';
import type { Door, Home, Order, Refusal, Service, TakenAway } from './shapes.js';
import { useNews } from './news-watch.js';
import { useSessionWatch } from './session-watch.js';
import { EndingLine, OfflineLine, Waiting } from './states.js';
import { textsOf, TextsProvider, type Texts } from './texts.js';
import { NOTHING_AWAY } from './reach.js';
import { VisitProvider, type Visit } from './visit.js';
import type { LinkRefusal } from './door/DoorScreens.js';

export interface Spoken {
  readonly texts: Texts;
  readonly notice: NoticeWords;
}

export async function speakIn(language: Language): Promise<Spoken> {
  const [catalogues, notice] = await Promise.all([catalogueOf(language), noticeWordsOf(language)]);
  return { texts: textsOf(language, catalogues), notice };
}

/** What the link, or the session that is there already, came to. */
export interface Beginning {
  readonly door: Door;
  readonly link: { readonly refusal: LinkRefusal; readonly token: string } | null;
  readonly home: Home | null;
  readonly stack: Stack;
  /** The town could not be reached at all. */
  readonly refusal: Refusal | null;
}

export interface FamilyProps {
  readonly service: Service;
  readonly spoken: Spoken;
  readonly beginning: Beginning;
  /** Milliseconds without the town until the page is covered. */
  readonly patience?: number;
}

export function Family({ service, spoken: first, beginning, patience = PATIENCE }: FamilyProps) {
  const [spoken, setSpoken] = useState(first);
  const [door, setDoor] = useState(beginning.door);
  const [link, setLink] = useState(beginning.link);
  const [home, setHome] = useState(beginning.home);
  const [away, setAways] = useState<Readonly<Record<string, TakenAway>>>(keptAway);
  const [isOver, setOver] = useState(false);
  const travel = useTravel(beginning.stack);
  const running = useRef<Order | null>(beginning.door.order);

  const leave = useCallback(() => {
    forgetWords();
    leaveNow(() => service.leave());
  }, [service]);
  useEffect(() => onEscapeTwice(leave), [leave]);
  const [cover] = useState(() => () => setOver(true));
  const isEnding = useSessionWatch(service, isOver ? null : (home?.sessionEndsAt ?? null), cover);
  const isKnown = home !== null;
  useEffect(() => (isKnown ? onSignedOut(cover) : undefined), [isKnown, cover]);
  useEffect(() => {
    const { tag, direction } = SPEECH[spoken.texts.language];
    document.documentElement.lang = tag;
    document.documentElement.dir = direction;
  }, [spoken]);

  const speak = useCallback(
    async (language: Language) => {
      setSpoken(await speakIn(language));
      if (isKnown || door.state !== 'closed') void service.speak(language, isKnown);
    },
    [service, isKnown, door.state],
  );
  const refreshHome = useCallback(async () => {
    const { data, refusal } = await service.home();
    if (data) setHome(data);
    return refusal ?? null;
  }, [service]);
  const [reading, setReading] = useState(0);
  const isAway = useAwayWatch({
    service,
    isWatched: isKnown && !isOver,
    patience,
    readAfresh: async () => {
      const { data, refusal } = await service.home({ isPassive: true });
      if (data) setHome(data);
      return refusal ?? null;
    },
    onAfresh: () => setReading((count) => count + 1),
  });
  const [news, setNews] = useState(0);
  const isUnheard = useNews({
    service,
    isWatched: isKnown && !isOver,
    mark: home?.mark ?? null,
    read: async (isDark) => {
      const { data, refusal } = await service.home({ isPassive: true });
      if (!data) return refusal ?? null;
      setHome(data);
      if (isDark) setReading((count) => count + 1);
      else setNews((count) => count + 1);
      return null;
    },
    onOver: cover,
  });
  const isCovered = isAway || isUnheard;
  const setAway = useCallback((id: string, taken: TakenAway) => {
    setAways((now) => {
      const next = { ...now, [id]: taken };
      keepAway(next);
      return next;
    });
  }, []);

  const town = home?.town ?? door.town;
  const visit = useMemo<Visit>(
    () => ({
      ...travel,
      service,
      notice: spoken.notice,
      town,
      home,
      reading,
      news,
      refreshHome,
      speak,
      leave,
      awayOf: (id) => away[id] ?? NOTHING_AWAY,
      setAway,
    }),
    [travel, service, spoken, town, home, reading, news, refreshHome, speak, leave, away, setAway],
  );
  return (
    <TextsProvider value={spoken.texts}>
      <VisitProvider value={visit}>
        <a className="skip" href="#page">
          {spoken.texts.t('bar.skip')}
        </a>
        {DEMONSTRATION && (
          <aside className="demonstration-line" aria-label={spoken.texts.t('demonstration')} data-unread>
            {spoken.texts.t('demonstration')}
          </aside>
        )}
        <Bar />
        {!isCovered && <OfflineLine />}
        <EndingLine isEnding={isEnding && !isOver} />
        <main id="page" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Pages
              refusal={beginning.refusal}
              link={link}
              isOver={isOver}
              isCovered={isCovered}
              isIdentified={door.state === 'identified'}
              running={running.current}
              onDoor={(opened) => {
                setDoor(opened);
                setLink(null);
              }}
              onIdentified={() => {
                setOver(false);
                setReading((count) => count + 1);
                setDoor((now) => ({ ...now, state: 'identified' }));
              }}
              onCode={() => setLink(null)}
            />
          </Suspense>
        </main>
      </VisitProvider>
    </TextsProvider>
  );
}
