/** Who has read or received what, when, and why they might: day by day, in plain words; the law's name is there for whoever asks. */
import { useCallback, useState } from 'react';
import { Button } from '../controls.js';
import { dayWords, lastDay } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { HouseBadge } from '../HouseBadge.js';
import { Screen } from '../Screen.js';
import type { AccessLine } from '../shapes.js';
import { CallLink, Failing, Waiting } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useLoaded, useVisit } from '../visit.js';
import { capital } from '../words.js';
import { useAboutName } from './about-name.js';
import { reasonOf } from './grounds.js';

export function AccessScreen({ id }: { readonly id: string }) {
  const { t, shown } = useTexts();
  const { service, home, town } = useVisit();
  const load = useCallback(() => service.access(id, null), [service, id]);
  const [first, again] = useLoaded(load);
  const named = useAboutName();
  const consent = home?.consents.find((one) => one.id === id);
  return (
    <Screen
      title={t('access.title')}
      drawing={<Scene name="book" />}
      lead={shown('access.lead', { person: consent ? named(consent) : t('person.you') })}
      actions={town.phone !== '' && first.state !== 'refused' && <CallLink phone={town.phone} />}
    >
      {first.state === 'waiting' && <Waiting onRetry={again} />}
      {first.state === 'refused' && <Failing refusal={first.refusal} onRetry={again} />}
      {first.state === 'there' && first.data.lines.length === 0 && (
        <div className="nothing">
          <h2>{t('access.none')}</h2>
          <p>{t('access.noneWords')}</p>
        </div>
      )}
      {first.state === 'there' && first.data.lines.length > 0 && (
        <Lines id={id} lines={first.data.lines} before={first.data.before} />
      )}
      <h2>{t('access.wrong')}</h2>
      <p>{t('access.wrongWords')}</p>
    </Screen>
  );
}

function Lines({
  id,
  lines: first,
  before: start,
}: {
  readonly id: string;
  readonly lines: readonly AccessLine[];
  readonly before: string | null;
}) {
  const texts = useTexts();
  const { t } = texts;
  const { service } = useVisit();
  const [{ lines, before }, setShown] = useState({ lines: first, before: start });
  const act = useAct(
    () => service.access(id, before),
    (page) => setShown({ lines: [...lines, ...page.lines], before: page.before }),
  );
  const days = [...new Set(lines.map(({ day }) => day))];
  return (
    <>
      {days.map((day) => (
        <section key={day} className="day" aria-label={dayWords(`${day}T12:00:00Z`, texts)}>
          <h2 className="day-name">{dayWords(`${day}T12:00:00Z`, texts, 'weekday')}</h2>
          <ul className="lines">
            {lines
              .filter((line) => line.day === day)
              .map((line, index) => (
                <Line key={index} line={line} />
              ))}
          </ul>
        </section>
      ))}
      {act.refusal && <Failing refusal={act.refusal} />}
      {before !== null && (
        <Button isWaiting={act.isWaiting} onPress={() => act.run()}>
          {t('access.more')}
        </Button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: AccessLine }) {
  const texts = useTexts();
  const { t, shown, counted } = texts;
  const { reader, act, topic, ground, times, until } = line;
  const who = reader === null ? t('access.you') : capital(t(`house.${reader.kind}`));
  return (
    <li className="line">
      {reader ? (
        <HouseBadge kind={reader.kind} />
      ) : (
        <span className="house-badge" data-colour="family" aria-hidden>
          ♥
        </span>
      )}
      <div>
        <p className="line-what">
          {reader === null
            ? shown('access.act.own', { topic: t(`access.topic.${topic}`) })
            : shown(`access.act.${act}`, { who: <strong>{who}</strong>, topic: t(`access.topic.${topic}`) })}
          {times > 1 && <span className="muted"> · {counted('access.times', times)}</span>}
        </p>
        {reader?.houseName != null &&
          (reader.staffName !== null || reader.houseName.toLowerCase() !== who.toLowerCase()) && (
            <p className="line-house">
              <bdi lang="sv">{reader.houseName}</bdi>
              {reader.staffName !== null && (
                <>
                  {' · '}
                  <bdi lang="sv">{reader.staffName}</bdi>
                </>
              )}
            </p>
          )}
        {reader !== null && ground !== null && (
          <p className="line-why">
            {shown('access.because', { reason: t(`access.ground.${reasonOf(ground)}`) })}
            {/\d/.test(ground) && (
              <span className="line-law"> {shown('access.law', { ground: <span lang="sv">{ground}</span> })}</span>
            )}
          </p>
        )}
        {until !== null && (
          <p className="line-why">{shown('access.until', { day: dayWords(lastDay(until), texts) })}</p>
        )}
      </div>
    </li>
  );
}
