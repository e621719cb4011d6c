/** What can be said of a place: closed words that a municipality sets for itself, and how many times, never how many people. */

export interface Named {
  readonly sv: string;
  readonly en: string;
}

/** What is seen at a place. */
export interface Phenomenon {
  readonly id: string;
  readonly name: Named;
  /** Told no more; what was told before keeps its name. */
  readonly retired?: boolean;
}

/** A part of the week, as coarse as it needs to be to plan a walk by, and no finer. */
export interface TimeBand {
  readonly id: string;
  readonly name: Named;
}

export interface AreaTerms {
  readonly phenomena: readonly Phenomenon[];
  readonly bands: readonly TimeBand[];
}

const named = (id: string, sv: string, en: string): { id: string; name: Named } => ({ id, name: { sv, en } });

/** Where a municipality has none of its own. */
export const BUILT_IN_TERMS: AreaTerms = {
  phenomena: [
    named('gathering', 'Stora samlingar', 'Large gatherings'),
    named('threat', 'Hot och bråk', 'Threats and fights'),
    named('robbery', 'Rån av unga', 'Robberies of young people'),
    named('drugs', 'Narkotika, försäljning eller bruk', 'Drugs, sold or used'),
    named('vandalism', 'Skadegörelse och klotter', 'Vandalism and graffiti'),
    named('fire', 'Bränder och smällare', 'Fires and fireworks'),
    named('traffic', 'Buskörning', 'Reckless driving'),
    named('absence', 'Unga ute på skoltid', 'Young people out during school hours'),
    named('recruitment', 'Rekrytering av yngre', 'Recruitment of younger ones'),
    named('unease', 'Platsen känns otrygg', 'The place feels unsafe'),
    named('calm', 'Lugnare än vanligt', 'Calmer than usual'),
  ],
  bands: [
    named('school-day', 'Vardag på skoltid', 'Weekday, school hours'),
    named('afternoon', 'Vardag eftermiddag', 'Weekday afternoon'),
    named('evening', 'Vardag kväll', 'Weekday evening'),
    named('night', 'Vardag natt', 'Weekday night'),
    named('weekend-day', 'Helg, dag', 'Weekend day'),
    named('weekend-night', 'Helg, kväll och natt', 'Weekend evening and night'),
  ],
};
