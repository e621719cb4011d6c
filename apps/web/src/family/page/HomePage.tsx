/** My page: what waits for me first, then what holds now with its way back in reach, then the rest. */
import { BookOpen, CalendarDays, EyeOff, HelpCircle, ListChecks, LogOut, MessageSquareOff, Phone } from 'lucide-react';
import { Button, Way } from '../controls.js';
import { momentWords } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { forgetWords } from '../plan/kept-words.js';
import { Screen } from '../Screen.js';
import type { Consent } from '../shapes.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { ConsentCard, EndedCard } from './ConsentCard.js';
import { peopleOf } from './people-of.js';
import { usePersonName } from './people.js';

const STANDING: readonly Consent['state'][] = ['holds', 'begins-later'];

export default function HomePage() {
  const texts = useTexts();
  const { t, shown } = texts;
  const personName = usePersonName();
  const { home, go, settle, service } = useVisit();
  if (!home) return null;
  const asking = home.consents.filter(({ state }) => state === 'asks-you');
  const standing = home.consents.filter(({ state }) => STANDING.includes(state));
  const waiting = home.consents.filter(({ state }) => state === 'waits');
  const ended = home.consents.filter((one) => ![...asking, ...standing, ...waiting].includes(one));
  const next = home.meetings[0];
  const people = peopleOf(home.consents);
  return (
    <Screen
      title={t('home.title')}
      heading={home.me.givenName === null ? undefined : shown('home.hello', { name: home.me.givenName })}
      hasNoBack
    >
      {asking.map((consent) => (
        <section
          className="asking"
          key={consent.id}
          aria-label={t(consent.isRenewal ? 'home.askingAgain' : 'home.asking')}
        >
          <div className="asking-drawing">
            <Scene name="letter" />
          </div>
          <div>
            <h2>{t(consent.isRenewal ? 'home.askingAgain' : 'home.asking')}</h2>
            <Button kind="primary" onPress={() => go({ at: 'consent', id: consent.id, step: 'about' })}>
              {t('home.read')}
            </Button>
          </div>
        </section>
      ))}
      <Cards title={t('home.waiting')} consents={waiting} />
      <Cards title={t('home.yours')} consents={standing} />
      {[...asking, ...waiting, ...standing].length === 0 && (
        <section className="nothing" aria-label={t('home.none')}>
          <h2>{t('home.none')}</h2>
          <p>{t('home.noneWords')}</p>
        </section>
      )}
      <section aria-label={t('home.more')}>
        <h2>{t('home.more')}</h2>
        <ul className="ways">
          <Way
            icon={ListChecks}
            title={t('plan.title')}
            help={t('plan.linkHelp')}
            onPress={() => go({ at: 'plans' })}
          />
          {people.map((one) => (
            <Way
              key={one.id}
              icon={BookOpen}
              title={t('access.link')}
              help={people.length > 1 ? <bdi>{personName(one)}</bdi> : t('access.linkHelp')}
              onPress={() => go({ at: 'access', id: one.consent.id })}
            />
          ))}
          <Way
            icon={CalendarDays}
            title={t('meetings.title')}
            help={next ? <bdi>{momentWords(next.startsAt, texts)}</bdi> : t('meetings.linkHelp')}
            onPress={() => go({ at: 'meetings' })}
          />
          <Way
            icon={Phone}
            title={t('contacts.title')}
            help={t('contacts.linkHelp')}
            onPress={() => go({ at: 'contacts' })}
          />
          <Way
            icon={HelpCircle}
            title={t('question.title')}
            help={t('question.linkHelp')}
            onPress={() => go({ at: 'question' })}
          />
          {home.keepsPhone && (
            <Way
              icon={MessageSquareOff}
              title={t('number.link')}
              help={t('number.linkHelp')}
              onPress={() => go({ at: 'number' })}
            />
          )}
          <Way icon={EyeOff} title={t('trace.link')} onPress={() => go({ at: 'trace' })} />
          <Way
            icon={LogOut}
            title={t('home.out')}
            onPress={() => {
              service.leave();
              forgetWords();
              settle({ at: 'bye' });
            }}
          />
        </ul>
      </section>
      {ended.length > 0 && (
        <section aria-label={t('home.ended')}>
          <h2>{t('home.ended')}</h2>
          <ul className="ended">
            {ended.map((consent) => (
              <EndedCard key={consent.id} consent={consent} />
            ))}
          </ul>
        </section>
      )}
    </Screen>
  );
}

function Cards({ title, consents }: { readonly title: string; readonly consents: readonly Consent[] }) {
  if (consents.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {consents.map((consent) => (
        <ConsentCard key={consent.id} consent={consent} />
      ))}
    </section>
  );
}
