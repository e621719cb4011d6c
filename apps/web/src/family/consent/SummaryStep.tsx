/** Everything that is signed, once more and whole: the sentence, the terms, what was taken away, and the Swedish text that decides. */
import { useEffect, useState } from 'react';
import type { NoticeWords } from '#domain/consent/notice-words/notice-words.js';
import { Button } from '../controls.js';
import { noticeWordsOf } from '../notice.js';
import { useHouseWord } from '../house-words.js';
import { reachOf, signedNotice } from '../reach.js';
import { Screen } from '../Screen.js';
import { Sentence } from '../Sentence.js';
import type { Consent } from '../shapes.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import type { StepProps } from './ConsentSteps.js';
import { ConsentTable } from './TellSteps.js';

export function SummaryStep({ consent, at }: StepProps) {
  const { t } = useTexts();
  const { go, awayOf } = useVisit();
  const away = awayOf(consent.id);
  return (
    <Screen
      title={t('summary.title')}
      lead={t('summary.lead')}
      step={at}
      drawing={<ConsentTable consent={consent} away={away} />}
      actions={
        <>
          <Button kind="primary" onPress={() => go({ at: 'sign', id: consent.id })}>
            {t('summary.sign')}
          </Button>
          <Button onPress={() => go({ at: 'consent', id: consent.id, step: 'houses' })}>{t('summary.change')}</Button>
          <Button kind="quiet" onPress={() => go({ at: 'decline', id: consent.id })}>
            {t('step.no')}
          </Button>
        </>
      }
    >
      <Sentence consent={consent} away={away} label={t('sentence.label')} />
      <TakenAwayList consent={consent} />
      <h2>{t('summary.terms')}</h2>
      <Terms consent={consent} />
      <SwedishText consent={consent} />
    </Screen>
  );
}

function TakenAwayList({ consent }: { readonly consent: Consent }) {
  const { t } = useTexts();
  const { notice, awayOf } = useVisit();
  const houseWord = useHouseWord();
  const { houses, kinds } = reachOf(consent, awayOf(consent.id));
  const out = [
    ...houses.filter(({ isIn }) => !isIn).map(({ part }) => houseWord(part)),
    ...kinds.filter(({ isIn }) => !isIn).map(({ part }) => notice.categories[part.category]),
  ];
  if (out.length === 0) return <p className="muted">{t('summary.nothingOut')}</p>;
  return (
    <>
      <h2>{t('summary.out')}</h2>
      <ul className="out-list">
        {out.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </>
  );
}

export function Terms({ consent }: { readonly consent: Consent }) {
  const { notice, awayOf } = useVisit();
  const written = signedNotice(notice, consent, awayOf(consent.id));
  return (
    <ul className="terms">
      {(['situations', 'no', 'withdraw', 'duties', 'seen'] as const).map((term) => (
        <li key={term}>{written[term]}</li>
      ))}
    </ul>
  );
}

/** Where one reads a translation, the text that decides is one press away. */
export function SwedishText({ consent }: { readonly consent: Consent }) {
  const texts = useTexts();
  const { awayOf } = useVisit();
  const [words, setWords] = useState<NoticeWords | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (texts.language !== 'sv') void noticeWordsOf('sv').then((swedish) => isWanted && setWords(swedish));
    return () => {
      isWanted = false;
    };
  }, [texts.language]);
  if (texts.language === 'sv' || words === null) return null;
  const written = signedNotice(words, consent, awayOf(consent.id));
  return (
    <details className="swedish">
      <summary>{texts.t('summary.swedish')}</summary>
      <div lang="sv" dir="ltr">
        {(['sentence', 'situations', 'no', 'withdraw', 'duties', 'seen'] as const).map((term) => (
          <p key={term}>{written[term]}</p>
        ))}
      </div>
    </details>
  );
}
