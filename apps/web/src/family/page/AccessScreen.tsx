/** Who has read or received what, when, and why they might: day by day, in plain words; the law's name is there for whoever asks. */
import { useCallback, useRef } from 'react';
import { Button } from '../controls.js';
import { dayWords, lastDay } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { HouseBadge } from '../HouseBadge.js';
import { Screen } from '../Screen.js';
import type { AccessLine, AccessPage, Answer, How, Service } from '../shapes.js';
import { CallLink, Failing, Waiting } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useLoaded, useVisit } from '../visit.js';
import { capital } from '../words.js';
import { useAboutName } from './about-name.js';
import { reasonOf } from './grounds.js';

export function AccessScreen({ id }: { readonly id: string }) {
  const { t, shown } = useTexts();
  const { service, home, town } = useVisit();
  /** So many pages stand there: read again, it is read as far. */
  const depth = useRef(1);
  const load = useCallback((how?: How) => readPages(service, id, { depth: depth.current, how }), [service, id]);
  const [first, again, refresh] = useLoaded(load);
  const more = async (): Promise<Answer<boolean>> => {
    depth.current += 1;
    const refusal = await refresh();
    if (refusal) depth.current -= 1;
    return refusal ? { refusal } : { data: true };
  };
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
      {first.state === 'there' && first.data.lines.length > 0 && <Lines page={first.data} more={more} />}
      <h2>{t('access.wrong')}</h2>
      <p>{t('access.wrongWords')}</p>
    </Screen>
  );
}

interface Reading {
  readonly depth: number;
  readonly how: How | undefined;
}

async function readPages(service: Service, id: string, { depth, how }: Reading): Promise<Answer<AccessPage>> {
  let read: AccessPage = { lines: [], before: null };
  for (let page = 0; page < depth && (page === 0 || read.before !== null); page += 1) {
    const { data, refusal } = await service.access(id, read.before, how);
    if (refusal) return { refusal };
    read = { lines: [...read.lines, ...data.lines], before: data.before };
  }
  return { data: read };
}

function Lines({ page, more }: { readonly page: AccessPage; readonly more: () => Promise<Answer<boolean>> }) {
  const texts = useTexts();
  const { t } = texts;
  const { lines, before } = page;
  const act = useAct(more, () => undefined);
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
