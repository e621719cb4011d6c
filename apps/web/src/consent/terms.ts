/** What is asked of a family, as the page holds it: one sentence from which parts are removed, never a grid. [S1] */
import { SITUATIONS, type Situation } from '#domain/consent/consent.js';
import { isLonger } from '#domain/consent/consent-term.js';
import { longestUntil } from '#domain/consent/draft-consent.js';
import { writeNotice, type WrittenNotice } from '#domain/consent/notice-words/write-notice.js';
import {
  CATEGORIES,
  PURPOSES,
  type Category,
  type Form,
  type HouseKind,
  type Purpose,
} from '#domain/disclosure/vocabulary.js';
import { HOUSE_WORDS } from '#domain/family/shown-houses.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { endOfDay } from '#domain/kernel/stockholm.js';
import type { ConsentChoicesQuery, ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';

export type House = ConsentChoicesQuery['consentChoices']['houses'][number];

export interface Terms {
  /** Everyone may tell and be told; otherwise `from` tells and `to` is told. */
  readonly mutual: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
  readonly situations: readonly Situation[];
  readonly form: Form;
  /** The last day, or empty for the longest. */
  readonly until: string;
  readonly apart: boolean;
  readonly why: string;
}

/** Families say yes to school, social services and police together [S1 Växjö]. */
const USUAL_KINDS: readonly string[] = ['social-services', 'police', 'school'];

/** Kinds of information that can be asked for at all: what belongs to the agencies’ own work is not the family’s to lift. */
export const ASKABLE: readonly Category[] = CATEGORIES.filter(
  (one) => !['report-feedback', 'preliminary-investigation', 'situational-picture'].includes(one),
);
export const ASKABLE_PURPOSES: readonly Purpose[] = PURPOSES.filter(
  (one) => !['report-concern', 'feedback', 'report-crime', 'immediate-danger'].includes(one),
);
export const ASKABLE_FORMS: readonly Form[] = ['sig', 'sspf-individual', 'mash', 'bob', 'trefas', 'defector', 'none'];

/** The municipality's template: what most families are asked, to take parts away from. */
export function template(houses: readonly House[], ownHouse: string): Terms {
  const kinds = new Set<string>();
  const usual = houses.filter(({ kind, written }) => {
    if (written === ownHouse) return true;
    const first = USUAL_KINDS.includes(kind) && kind !== 'social-services' && !kinds.has(kind);
    kinds.add(kind);
    return first;
  });
  const parties = usual.map(({ written }) => written);
  return {
    mutual: true,
    from: parties,
    to: parties,
    categories: [
      'nomination',
      'school-attendance-and-results',
      'home-and-family',
      'leisure',
      'associates-and-network',
      'measures-and-plan',
    ],
    purposes: ['support'],
    situations: ['meeting', 'phone', 'plan'],
    form: 'sig',
    until: '',
    apart: false,
    why: '',
  };
}

export function termsOf(consent: ConsentWholeFragment): Terms {
  const { from, to } = consent.offered;
  return {
    mutual: from.length === to.length && from.every((house) => to.includes(house)),
    from,
    to,
    categories: consent.offered.categories as Category[],
    purposes: consent.offered.purposes as Purpose[],
    situations: consent.situations as Situation[],
    form: consent.form as Form,
    until: '',
    apart: consent.apart,
    why: consent.why ?? '',
  };
}

export const consentInput = (terms: Terms, kept?: { readonly validUntil: string }) => ({
  from: [...terms.from],
  to: [...(terms.mutual ? terms.from : terms.to)],
  categories: [...terms.categories],
  purposes: [...terms.purposes],
  situations: [...terms.situations],
  form: terms.form,
  validUntil: endOfLastDay(terms.until) ?? kept?.validUntil ?? null,
  apart: terms.apart,
  why: terms.why,
});

export function endOfLastDay(day: string): string | null {
  const civil = parseCivilDay(day);
  return civil === undefined ? null : new Date(endOfDay(civil)).toISOString();
}

/** The longest that may be asked for in a form. */
export type Longest = ConsentChoicesQuery['consentChoices']['longest'][number];

/** When it would end as it stands in the form, and the municipality's reason where that is longer than half a year. */
export function endOf(
  terms: Pick<Terms, 'until' | 'form'>,
  longest: readonly Longest[],
  validFrom: number,
): { readonly validUntil: string; readonly longerReason: string | null } {
  const most = longest.find(({ form }) => form === terms.form);
  const validUntil = endOfLastDay(terms.until) ?? most?.until ?? new Date(longestUntil(validFrom)).toISOString();
  const isLong = isLonger({ validFrom, validUntil: Date.parse(validUntil) });
  return { validUntil, longerReason: isLong ? (most?.reason ?? null) : null };
}

export interface Reading {
  readonly houses: readonly House[];
  readonly givenName: string | null;
  readonly validUntil: string;
  readonly longerReason: string | null;
  /** A guardian reads what the houses are, and not what they are called. */
  readonly isProtected: boolean;
}

/** A person of whom nothing is known to this reader is met as protected. */
export const isProtected = ({ protection }: { readonly protection: string | null }): boolean => protection !== 'none';

/** The very words that a guardian reads; the young person reads the same with “you”. */
export const noticeOf = (
  terms: Pick<Terms, 'from' | 'to' | 'categories' | 'purposes' | 'situations'> & { readonly mutual?: boolean },
  { houses, givenName, validUntil, longerReason, isProtected }: Reading,
): WrittenNotice =>
  writeNotice(
    {
      scope: { ...terms, to: terms.mutual ? terms.from : terms.to },
      situations: terms.situations,
      validUntil: Date.parse(validUntil),
      longerReason,
      houseNames: new Map(
        houses.map(({ written, kind, name }) => [written, isProtected ? HOUSE_WORDS[kind as HouseKind] : name]),
      ),
      givenName,
      isAboutReader: false,
    },
    'sv',
  );

export const ALL_SITUATIONS = SITUATIONS;
