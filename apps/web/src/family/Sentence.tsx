/**
 * The whole consent as one sentence, and it shrinks while parts are taken away: what stands there is what would be
 * signed, made by the rules that write what is signed.
 */
import { Fragment, type ReactNode } from 'react';
import { listed, noticeParts } from '#domain/consent/notice-words/fill-notice.js';
import type { NoticeWords } from '#domain/consent/notice-words/notice-words.js';
import { useHouseWord } from './house-words.js';
import { noticeAsked } from './reach.js';
import type { Consent, TakenAway } from './shapes.js';
import { fill } from './texts.js';
import { useVisit } from './visit.js';
import { capital } from './words.js';

interface SentenceProps {
  readonly consent: Consent;
  readonly away: TakenAway;
  /** Says its changes to whoever listens. */
  readonly isLive?: boolean;
  readonly label: string;
  readonly isQuiet?: boolean;
}

export function Sentence({ consent, away, isLive, label, isQuiet }: SentenceProps) {
  const { notice } = useVisit();
  const houseWord = useHouseWord();
  const parts = noticeParts(noticeAsked(consent, away, houseWord), notice);
  const [first = '', ...others] = parts.from;
  return (
    <figure className="sentence" data-quiet={isQuiet || undefined}>
      <figcaption className="sentence-label">{label}</figcaption>
      <p aria-live={isLive ? 'polite' : undefined} aria-atomic={isLive || undefined}>
        {fill(notice.sentence, {
          from: <List words={[capital(first), ...others]} notice={notice} />,
          to: parts.to === null ? notice.eachOther : <List words={parts.to} notice={notice} />,
          person: <strong>{parts.person}</strong>,
          categories: <List words={parts.categories} notice={notice} isLoose />,
          purposes: listed(parts.purposes, notice),
          until: <span className="unbroken">{parts.until}</span>,
        })}
      </p>
    </figure>
  );
}

interface ListProps {
  readonly words: readonly string[];
  readonly notice: NoticeWords;
  /** Commas alone: the words have an "and" of their own. */
  readonly isLoose?: boolean;
}

/** Each part of a list in a mark of its own, so that one sees which have gone. */
function List({ words, notice: { and, comma }, isLoose }: ListProps): ReactNode {
  return words.map((word, index) => (
    <Fragment key={word}>
      {index > 0 && (index === words.length - 1 && !isLoose ? ` ${and}${and === 'و' ? '' : ' '}` : comma)}
      <mark className="sentence-part">{word}</mark>
    </Fragment>
  ));
}
