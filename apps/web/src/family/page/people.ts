/** What the people whom one's consents are about are called, also where their names may not be told. */
import { useCallback } from 'react';
import { dayWords } from '../dates.js';
import { useTexts } from '../texts.js';
import { useVisit } from '../visit.js';
import { peopleOf, type AboutOne } from './people-of.js';

/** What each is called beside the others: two whose names may not be told are told apart by when one was asked about them. */
export function usePersonName(): (one: AboutOne) => string {
  const texts = useTexts();
  const { home } = useVisit();
  const people = peopleOf(home?.consents ?? []);
  const isOneOfSeveral = people.filter(({ consent: { about } }) => !about.isMe && about.givenName === null).length > 1;
  return useCallback(
    ({ consent: { about, offeredAt } }) => {
      if (about.isMe) return texts.t('names.me');
      if (about.givenName !== null) return about.givenName;
      if (!isOneOfSeveral || offeredAt === null) return texts.t('person.child');
      return texts.t('person.childAsked', { day: dayWords(offeredAt, texts) });
    },
    [texts, isOneOfSeveral],
  );
}
