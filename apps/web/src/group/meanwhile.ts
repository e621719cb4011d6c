/** What others have done to a group while one had a dialog of it open: said where one was late, so that one need not look for it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { useLanguage } from '../texts/start-texts.js';
import { useNamed } from './named.js';

type Group = Pick<ShownGroupFragment, 'coordinatorName' | 'members' | 'guests'> & {
  readonly acts: readonly Pick<ShownGroupFragment['acts'][number], 'id' | 'act' | 'word' | 'name' | 'byName'>[];
};
type Act = Group['acts'][number];

type Change =
  | { readonly what: 'act'; readonly act: Act }
  | { readonly what: 'came' | 'gone' | 'leads'; readonly name: string }
  | { readonly what: 'guests' };

const seated = (group: Group): ReadonlyMap<string, string> =>
  new Map(group.members.flatMap(({ id, name, endsAt, hasLeft }) => (endsAt === null && !hasLeft ? [[id, name]] : [])));

/** As this reader may see both; what they may not see of it is not in either. */
export function changedSince(before: Group, now: Group): readonly Change[] {
  const [sat, sits] = [seated(before), seated(now)];
  const known = new Set(before.acts.map(({ id }) => id));
  const guests = (group: Group): string => JSON.stringify(group.guests.map(({ id }) => id).sort());
  return [
    ...now.acts.filter(({ id }) => !known.has(id)).map((act) => ({ what: 'act', act }) as const),
    ...(before.coordinatorName === now.coordinatorName ? [] : [{ what: 'leads', name: now.coordinatorName } as const]),
    ...[...sits].flatMap(([id, name]) => (sat.has(id) ? [] : [{ what: 'came', name } as const])),
    ...[...sat].flatMap(([id, name]) => (sits.has(id) ? [] : [{ what: 'gone', name } as const])),
    ...(guests(before) === guests(now) ? [] : [{ what: 'guests' } as const]),
  ];
}

/** What is said at the place where one was late, once the group has been read anew; `group` as it stands now. */
export function useChangedMeanwhile(group: ShownGroupFragment): string {
  const { t } = useTranslation('group');
  const named = useNamed();
  const language = useLanguage();
  const [before] = useState(group);
  const sayAct = ({ act, word, name, byName }: Act): string => {
    const what = name ? named(name) : t(`${WORDS[act] ?? 'move'}.${word}` as never);
    return t('meanwhile.act', { what, name: byName });
  };
  const changes = changedSince(before, group).map((one) =>
    one.what === 'act'
      ? sayAct(one.act)
      : one.what === 'guests'
        ? t('meanwhile.guests')
        : t(`meanwhile.${one.what}`, { name: one.name }),
  );
  if (changes.length === 0) return t('form.changedMeanwhile');
  return t('meanwhile.said', { changes: new Intl.ListFormat(language).format(changes) });
}

/** As the group’s history names what was done beside the steps. */
export const WORDS: Readonly<Record<string, string>> = { look: 'look.finding', lead: 'lead', contact: 'contact' };
