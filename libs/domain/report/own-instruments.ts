/**
 * A municipality's own instruments beside those that come with the house: another set of factors, or the house's in another
 * version. They come from the town's file and are looked through before anybody grades by them.
 */
import { BUILT_IN_INSTRUMENTS } from './instruments.js';
import { findInstrumentFaults, type Instrument, type InstrumentFaultCode } from './instrument.js';

export interface OwnInstrumentFault {
  /** Such as `0.factors.3.label.sv`. */
  readonly path: string;
  readonly fault: string;
}

const FAULTS: Readonly<Record<InstrumentFaultCode, string>> = {
  'no-factors': 'has no factor to answer',
  'same-id-twice': 'two factors have this id',
  'id-not-plain': 'must be lower-case letters, digits and hyphens, beginning with a letter',
  'label-missing': 'must be written in both languages',
};

/** Everything that is wrong; an empty list can be taken into use. */
export const ownInstrumentFaults = (own: readonly Instrument[]): readonly OwnInstrumentFault[] =>
  own.flatMap((instrument, at): OwnInstrumentFault[] => {
    const faults = findInstrumentFaults(instrument).map(({ field, code }) => ({
      path: `${at}.${field}`,
      fault: FAULTS[code],
    }));
    if (own.findIndex(({ id }) => id === instrument.id) !== at)
      faults.push({ path: `${at}.id`, fault: `two instruments are called ${instrument.id}` });
    const built = BUILT_IN_INSTRUMENTS.find(({ id }) => id === instrument.id);
    if (built && instrument.version <= built.version)
      faults.push({
        path: `${at}.version`,
        fault: `must be above ${built.version}, the version that comes with Samnav`,
      });
    return faults;
  });

/** What a municipality can grade by: the house's, each in the town's version where it has one, and then the town's own. */
export const instrumentsOfTown = (own: readonly Instrument[]): readonly Instrument[] => [
  ...BUILT_IN_INSTRUMENTS.map((built) => own.find(({ id }) => id === built.id) ?? built),
  ...own.filter(({ id }) => !BUILT_IN_INSTRUMENTS.some((built) => built.id === id)),
];

/** Those whose words or factors are others than before, under the version that they had: answers would change meaning. */
export const findUnraised = (before: readonly Instrument[], after: readonly Instrument[]): readonly Instrument[] =>
  after.filter((instrument) => {
    const known = before.find(({ id }) => id === instrument.id);
    if (!known || instrument.version > known.version) return false;
    return instrument.version < known.version || wordsOf(instrument) !== wordsOf(known);
  });

/** Key order is the database's own, so what is said is compared part by part. */
const wordsOf = ({ label, source, factors }: Instrument): string =>
  JSON.stringify([
    [label.sv, label.en, source],
    ...factors.map((factor) => [factor.id, factor.kind, factor.about, factor.label.sv, factor.label.en]),
  ]);
