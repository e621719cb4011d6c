/** Who is in, and what they may talk of: everything is in at first, each part is one press from being out. */
import type { ReactNode } from 'react';
import { Button, PartSwitch } from '../controls.js';
import { HouseBadge } from '../HouseBadge.js';
import { useHouseHelp, useHouseWord } from '../house-words.js';
import { lackOf, reachOf, withPart } from '../reach.js';
import { Screen } from '../Screen.js';
import { Sentence } from '../Sentence.js';
import { ICON_OF_CATEGORY } from '../drawings/kinds.js';
import type { House } from '../shapes.js';
import { capital } from '../words.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import type { StepProps } from './ConsentSteps.js';
import { ConsentTable } from './TellSteps.js';

export function HousesStep(props: StepProps) {
  const { consent } = props;
  const { t } = useTexts();
  const { awayOf, setAway } = useVisit();
  const houseWord = useHouseWord();
  const away = awayOf(consent.id);
  return (
    <PartStep {...props} title={t('houses.title')} lead={t('houses.lead')} lack="houses" few={t('houses.few')}>
      {reachOf(consent, away).houses.map(({ part, isIn }) => (
        <PartSwitch
          key={part.house}
          badge={<HouseBadge kind={part.kind} />}
          label={capital(houseWord(part))}
          help={<HouseHelp house={part} />}
          isIn={isIn}
          isFixed={part.isTakenAway}
          state={t(part.isTakenAway ? 'houses.gone' : isIn ? 'houses.in' : 'houses.out')}
          onChange={(wanted) => setAway(consent.id, withPart(away, { house: part.house }, wanted))}
        />
      ))}
    </PartStep>
  );
}

export function HouseHelp({ house }: { readonly house: House }) {
  const { t } = useTexts();
  const houseHelp = useHouseHelp();
  const what = houseHelp(house);
  const way = house.tells === house.isTold ? null : t(house.tells ? 'houses.tells' : 'houses.told');
  return (
    <>
      {what !== null && <bdi>{capital(what)}</bdi>}
      {what !== null && way !== null && ' ·\u00a0'}
      {way}
    </>
  );
}

export function KindsStep(props: StepProps) {
  const { consent } = props;
  const { t } = useTexts();
  const { notice, awayOf, setAway } = useVisit();
  const away = awayOf(consent.id);
  return (
    <PartStep {...props} title={t('kinds.title')} lead={t('kinds.lead')} lack="kinds" few={t('kinds.few')}>
      {reachOf(consent, away).kinds.map(({ part, isIn }) => {
        const Icon = ICON_OF_CATEGORY[part.category];
        return (
          <PartSwitch
            key={part.category}
            badge={
              <span className="kind-icon">
                <Icon className="icon" aria-hidden />
              </span>
            }
            label={capital(notice.categories[part.category])}
            isIn={isIn}
            isFixed={part.isTakenAway}
            state={t(part.isTakenAway ? 'houses.gone' : isIn ? 'houses.in' : 'houses.out')}
            onChange={(wanted) => setAway(consent.id, withPart(away, { category: part.category }, wanted))}
          />
        );
      })}
    </PartStep>
  );
}

interface PartStepProps extends StepProps {
  readonly title: string;
  readonly lead: string;
  readonly lack: 'houses' | 'kinds';
  readonly few: string;
  readonly children: ReactNode;
}

function PartStep({ consent, at, next, title, lead, lack, few, children }: PartStepProps) {
  const { t } = useTexts();
  const { go, awayOf } = useVisit();
  const away = awayOf(consent.id);
  const isTooLittle = lackOf(consent, away) === lack;
  return (
    <Screen
      title={title}
      lead={lead}
      step={at}
      drawing={<ConsentTable consent={consent} away={away} />}
      actions={
        <>
          {!isTooLittle && (
            <Button kind="primary" onPress={() => go({ at: 'consent', id: consent.id, step: next })}>
              {t('step.next')}
            </Button>
          )}
          <Button kind={isTooLittle ? 'secondary' : 'quiet'} onPress={() => go({ at: 'decline', id: consent.id })}>
            {t('step.no')}
          </Button>
        </>
      }
    >
      <ul className="parts">{children}</ul>
      <div role="status">{isTooLittle && <p className="note-line">{few}</p>}</div>
      {!isTooLittle && <Sentence consent={consent} away={away} isLive isQuiet label={t('sentence.now')} />}
    </Screen>
  );
}
