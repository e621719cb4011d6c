/** What would be left when these parts are taken away, and whether it still says anything: the same rules that signing asks. */
import { reachesNothing, type ConsentScope } from '#domain/consent/consent.js';
import { fillNotice, type NoticeAsked, type WrittenNotice } from '#domain/consent/notice-words/fill-notice.js';
import type { NoticeWords } from '#domain/consent/notice-words/notice-words.js';
import type { Consent, House, Kind, TakenAway } from './shapes.js';

interface Part<What> {
  readonly part: What;
  readonly isIn: boolean;
}

export interface Reach {
  readonly houses: readonly Part<House>[];
  readonly kinds: readonly Part<Kind>[];
}

export const NOTHING_AWAY: TakenAway = { houses: [], categories: [] };

export const reachOf = ({ houses, kinds }: Pick<Consent, 'houses' | 'kinds'>, away: TakenAway): Reach => ({
  houses: houses.map((part) => ({ part, isIn: !part.isTakenAway && !away.houses.includes(part.house) })),
  kinds: kinds.map((part) => ({ part, isIn: !part.isTakenAway && !away.categories.includes(part.category) })),
});

const scopeOf = (consent: Pick<Consent, 'houses' | 'kinds' | 'purposes'>, away: TakenAway): ConsentScope => {
  const { houses, kinds } = reachOf(consent, away);
  const inside = houses.filter(({ isIn }) => isIn).map(({ part }) => part);
  return {
    from: inside.filter(({ tells }) => tells).map(({ house }) => house),
    to: inside.filter(({ isTold }) => isTold).map(({ house }) => house),
    categories: kinds.filter(({ isIn }) => isIn).map(({ part }) => part.category),
    purposes: consent.purposes,
  };
};

/** What there is too little of to sign; null when there is enough. */
export function lackOf(
  consent: Pick<Consent, 'houses' | 'kinds' | 'purposes'>,
  away: TakenAway,
): 'houses' | 'kinds' | null {
  const scope = scopeOf(consent, away);
  if (scope.categories.length === 0) return 'kinds';
  return reachesNothing(scope) ? 'houses' : null;
}

/** The consent as the notice asks for it; `named` says what each house is called here. */
export const noticeAsked = (consent: Consent, away: TakenAway, named: (house: House) => string): NoticeAsked => ({
  scope: scopeOf(consent, away),
  situations: consent.situations,
  validUntil: Date.parse(consent.validUntil),
  longerReason: consent.longerReason,
  houseNames: new Map(consent.houses.map((house) => [house.house, named(house)])),
  givenName: consent.about.givenName,
  isAboutReader: consent.about.isMe,
});

/** The whole of it as it is signed, each house by the name of the register. */
export const signedNotice = (words: NoticeWords, consent: Consent, away: TakenAway): WrittenNotice =>
  fillNotice(
    noticeAsked(consent, away, ({ name }) => name),
    words,
  );

interface Chosen {
  readonly house?: string;
  readonly category?: Kind['category'];
}

export const withPart = (away: TakenAway, { house, category }: Chosen, isIn: boolean): TakenAway => ({
  houses: house === undefined ? away.houses : changed(away.houses, house, isIn),
  categories: category === undefined ? away.categories : changed(away.categories, category, isIn),
});

const changed = <One>(list: readonly One[], one: One, isIn: boolean): readonly One[] => [
  ...list.filter((other) => other !== one),
  ...(isIn ? [] : [one]),
];
