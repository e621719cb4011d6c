/** What is typed on the page for words and places, and what is sent of it: pure, so that it can be tested without a page. */
import type { AreaSettingsInput, KeptAreaSettingsFragment } from '../graphql/generated/area/graphql.js';

export interface PhenomenonValues {
  /** Of the row on the page. */
  readonly key: string;
  readonly id: string | null;
  readonly sv: string;
  readonly en: string;
  readonly retired: boolean;
}

export interface PlaceValues {
  readonly key: string;
  readonly slug: string | null;
  readonly name: string;
  readonly district: string;
  readonly x: string;
  readonly y: string;
  readonly retired: boolean;
}

export interface SettingsValues {
  readonly phenomena: readonly PhenomenonValues[];
  readonly places: readonly PlaceValues[];
}

export const valuesOf = ({ phenomena, places }: KeptAreaSettingsFragment): SettingsValues => ({
  phenomena: phenomena.map(({ id, name, retired }) => ({ key: id, id, sv: name.sv, en: name.en, retired })),
  places: places.map(({ slug, name, district, x, y, retired }) => ({
    key: slug,
    slug,
    name,
    district,
    x: String(x),
    y: String(y),
    retired,
  })),
});

const isNumber = (text: string): boolean => /^\d{1,4}$/.test(text.trim());

/** Fields that hold no whole number. */
export const numbersAtFault = ({ places }: SettingsValues): readonly string[] =>
  places.flatMap(({ x, y }, at) => [
    ...(isNumber(x) ? [] : [`places.${at}.x`]),
    ...(isNumber(y) ? [] : [`places.${at}.y`]),
  ]);

export const inputOf = ({ phenomena, places }: SettingsValues, version: number): AreaSettingsInput => ({
  version,
  phenomena: phenomena.map(({ id, sv, en, retired }) => ({ id, sv, en, retired })),
  places: places.map(({ slug, name, district, x, y, retired }) => ({
    slug,
    name,
    district,
    x: Number(x),
    y: Number(y),
    retired,
  })),
});
