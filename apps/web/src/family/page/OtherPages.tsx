/** Meeting times, whom to call by day and by night, what a telephone remembers. */
import { LogOut, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '../controls.js';
import { clockTime, dayWords, isOfficeTime } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { Screen } from '../Screen.js';
import type { Contact, Meeting } from '../shapes.js';
import { CallLink } from '../states.js';
import { telephone } from '../telephone.js';
import { useTexts, type TextKey } from '../texts.js';
import { useConsent, useVisit } from '../visit.js';
import { useAboutName } from './about-name.js';

export function MeetingsScreen() {
  const { t } = useTexts();
  const { home, town } = useVisit();
  const meetings = home?.meetings ?? [];
  return (
    <Screen
      title={t('meetings.title')}
      drawing={<Scene name="chairs" />}
      actions={town.phone !== '' && <CallLink phone={town.phone} />}
    >
      {meetings.length === 0 && (
        <div className="nothing">
          <h2>{t('meetings.none')}</h2>
          <p>{t('meetings.noneWords')}</p>
        </div>
      )}
      {meetings.length > 0 && (
        <ul className="meetings">
          {meetings.map((meeting, index) => (
            <MeetingCard key={meeting.consentId + meeting.startsAt} meeting={meeting} isNext={index === 0} />
          ))}
        </ul>
      )}
      {meetings.length > 0 && <p className="muted">{t('meetings.where')}</p>}
      <h2>{t('meetings.cannot')}</h2>
      <p>{t('meetings.cannotWords')}</p>
    </Screen>
  );
}

function MeetingCard({ meeting, isNext }: { readonly meeting: Meeting; readonly isNext: boolean }) {
  const texts = useTexts();
  const { t, shown } = texts;
  const named = useAboutName();
  const consent = useConsent(meeting.consentId);
  return (
    <li className="meeting" data-next={isNext || undefined}>
      {isNext && <p className="meeting-next">{t('meetings.next')}</p>}
      <p className="meeting-day">
        <bdi>{dayWords(meeting.startsAt, texts, 'weekday')}</bdi>
      </p>
      <p className="meeting-time">
        <bdi dir="ltr">
          {clockTime(meeting.startsAt)}–{clockTime(meeting.endsAt)}
        </bdi>
      </p>
      {consent && <p className="meeting-about">{shown('meetings.about', { person: named(consent) })}</p>}
    </li>
  );
}

/** Numbers that hold in the whole country, whatever the municipality has set. */
const COUNTRY: readonly { readonly number: string; readonly words: TextKey }[] = [
  { number: '112', words: 'contacts.n112' },
  { number: '114 14', words: 'contacts.n11414' },
  { number: '116 111', words: 'contacts.n116111' },
  { number: '020-50 50 50', words: 'contacts.nPeace' },
  { number: '1177', words: 'contacts.n1177' },
];

export function ContactsScreen() {
  const { t } = useTexts();
  const { home } = useVisit();
  const contacts = home?.contacts ?? [];
  const isDay = home ? isOfficeTime(home.now) : true;
  const answers = (one: Contact) => one.isOnDuty ?? (one.isNight ? !isDay : isDay);
  const sorted = [...contacts].sort((one, other) => Number(answers(other)) - Number(answers(one)));
  return (
    <Screen title={t('contacts.title')} lead={t('contacts.lead')} drawing={<Scene name="night" />}>
      <ul className="contacts">
        {sorted.map((contact) => (
          <ContactCard
            key={contact.phone + contact.name}
            number={contact.phone}
            title={<bdi lang="sv">{contact.name}</bdi>}
            words={
              <>
                {contact.role !== 'other' && <>{t(`contacts.role.${contact.role}`)} · </>}
                <bdi lang="sv">{contact.hours}</bdi>
              </>
            }
            isNow={answers(contact)}
          />
        ))}
      </ul>
      <h2>{t('contacts.country')}</h2>
      <ul className="contacts">
        {COUNTRY.map(({ number, words }) => (
          <ContactCard key={number} number={number} title={t(words)} isNow={false} />
        ))}
      </ul>
    </Screen>
  );
}

interface ContactCardProps {
  readonly number: string;
  readonly title: ReactNode;
  readonly words?: ReactNode;
  readonly isNow: boolean;
}

function ContactCard({ number, title, words, isNow }: ContactCardProps) {
  const { t } = useTexts();
  return (
    <li className="contact">
      <div className="contact-words">
        <p className="contact-name">{title}</p>
        {words !== undefined && <p className="muted small">{words}</p>}
        {isNow && <p className="contact-now">{t('contacts.now')}</p>}
      </div>
      <ButtonLink kind={isNow ? 'primary' : 'secondary'} icon={Phone} href={telephone(number)}>
        <bdi dir="ltr">{number}</bdi>
      </ButtonLink>
    </li>
  );
}

export function TraceScreen() {
  const { t, shown } = useTexts();
  return (
    <Screen title={t('trace.title')} drawing={<Scene name="window" />}>
      <p>
        {shown('trace.leave', {
          leave: (
            <strong>
              <LogOut className="icon in-words" data-mirror aria-hidden /> {t('bar.leave')}
            </strong>
          ),
        })}
      </p>
      <p>{t('trace.browser')}</p>
      <p>{t('trace.private')}</p>
      <p>{t('trace.sms')}</p>
    </Screen>
  );
}
