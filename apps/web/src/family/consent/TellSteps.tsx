/** The steps that tell and ask nothing: what the question is, that a no is free, what the law does not leave to anyone, how long. */
import { Button } from '../controls.js';
import { Scene } from '../drawings/Scene.js';
import { Table } from '../drawings/Table.js';
import { longerWords, noticeParts } from '#domain/consent/notice-words/fill-notice.js';
import { noticeAsked, reachOf, signedNotice } from '../reach.js';
import { Screen } from '../Screen.js';
import { Sentence } from '../Sentence.js';
import type { Consent, TakenAway } from '../shapes.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import type { StepProps } from './ConsentSteps.js';

export function ConsentTable({ consent, away }: { readonly consent: Consent; readonly away: TakenAway }) {
  const { houses, kinds } = reachOf(consent, away);
  return (
    <Table
      seats={houses.map(({ part, isIn }) => ({ id: part.house, kind: part.kind, isEmpty: !isIn }))}
      papers={kinds.map(({ isIn }) => !isIn)}
    />
  );
}

export function AboutStep({ consent, at, next }: StepProps) {
  const { t, shown } = useTexts();
  const { go, settle, town, awayOf } = useVisit();
  const away = awayOf(consent.id);
  return (
    <Screen
      title={consent.isRenewal ? t('about.titleAgain') : t('about.title')}
      step={at}
      drawing={<ConsentTable consent={consent} away={away} />}
      lead={shown('about.lead', { office: town.office ?? town.name })}
      actions={
        <>
          <Button kind="primary" onPress={() => go({ at: 'consent', id: consent.id, step: next })}>
            {t('step.next')}
          </Button>
          <Button onPress={() => settle({ at: 'home' })}>{t('step.later')}</Button>
          <Button kind="quiet" onPress={() => go({ at: 'decline', id: consent.id })}>
            {t('step.no')}
          </Button>
        </>
      }
    >
      <Sentence consent={consent} away={away} label={t('sentence.label')} />
      {consent.why !== null && (
        <>
          <h2>{t('about.why')}</h2>
          <blockquote className="said" dir="auto">
            <p>{consent.why}</p>
          </blockquote>
        </>
      )}
      <p>{t('about.free')}</p>
    </Screen>
  );
}

export function FreeStep({ consent, at, next }: StepProps) {
  const { t } = useTexts();
  const { go, notice } = useVisit();
  return (
    <Screen
      title={t('free.title')}
      step={at}
      drawing={<Scene name="door" />}
      actions={
        <>
          <Button kind="primary" onPress={() => go({ at: 'consent', id: consent.id, step: next })}>
            {t('step.next')}
          </Button>
          <Button kind="quiet" onPress={() => go({ at: 'decline', id: consent.id })}>
            {t('step.no')}
          </Button>
        </>
      }
    >
      <p className="big-answer">{t('free.answer')}</p>
      <p>{notice.no}</p>
      <h2>{t('free.regret')}</h2>
      <p>{notice.withdraw}</p>
    </Screen>
  );
}

export function DutiesStep({ consent, at, next }: StepProps) {
  const { t } = useTexts();
  const { go, notice } = useVisit();
  return (
    <Screen
      title={t('duties.title')}
      step={at}
      drawing={<Scene name="lifebuoy" />}
      actions={
        <Button kind="primary" onPress={() => go({ at: 'consent', id: consent.id, step: next })}>
          {t('step.next')}
        </Button>
      }
    >
      <p>{notice.duties}</p>
      <p>{t('duties.else')}</p>
    </Screen>
  );
}

export function UntilStep({ consent, at, next }: StepProps) {
  const { t, shown } = useTexts();
  const { go, notice, awayOf } = useVisit();
  const away = awayOf(consent.id);
  const asked = noticeAsked(consent, away, ({ name }) => name);
  const { until } = noticeParts(asked, notice);
  const longer = longerWords(asked, notice);
  return (
    <Screen
      title={t('until.title')}
      step={at}
      drawing={<Scene name="calendar" />}
      actions={
        <Button kind="primary" onPress={() => go({ at: 'consent', id: consent.id, step: next })}>
          {t('step.next')}
        </Button>
      }
    >
      <p className="big-answer">{shown('days.until', { day: until })}</p>
      {longer !== null && <p>{longer}</p>}
      <p>{t('until.ends')}</p>
      <h2>{t('until.situations')}</h2>
      <p>{signedNotice(notice, consent, away).situations}</p>
      <h2>{t('until.seen')}</h2>
      <p>{notice.seen}</p>
    </Screen>
  );
}
