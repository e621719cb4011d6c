import { compareLimits, type KeptLimits, type LawyersDecision } from '#domain/disclosure/town-limits.js';
import type { Parties } from './parties.port.js';
import type { AgreementFacts, HubSlotFacts } from './standing-arrangements.port.js';
import type { TownDefinition } from './town-definition.js';

export type TownChangeKind = 'add' | 'rename' | 'change' | 'kept' | 'only-here';
export type TownPart =
  | 'municipality'
  | 'authority'
  | 'branch'
  | 'unit'
  | 'slot'
  | 'agreement'
  | 'deadline'
  | 'forms'
  /** A ground on which something may be told, that the town's lawyer has switched off or narrowed. */
  | 'ground'
  /** From what age a child signs. */
  | 'child-signs';

export interface TownChange {
  /** `kept`: the file says otherwise, and what stands here stays. `only-here`: the file does not name it, and it stays. */
  readonly change: TownChangeKind;
  readonly part: TownPart;
  /** Where in the town: `authority/branch/unit` by their short names. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A municipality as it stands. */
export interface TownNow {
  readonly parties: Parties;
  readonly slots: readonly HubSlotFacts[];
  readonly agreements: readonly AgreementFacts[];
  readonly deadlines: readonly { readonly kind: string; readonly rule: unknown }[];
}

/**
 * What an import of the file would do to a town that is there already: it adds, it renames, and it says what it leaves
 * alone. It never removes: a unit that has left a file may still hold open cases.
 */
export function compareTown(now: TownNow, town: TownDefinition): readonly TownChange[] {
  return [
    ...compareMunicipality(now, town),
    ...compareGrounds(now, town),
    ...compareParties(now.parties, town),
    ...compareSlots(now, town),
    ...compareAgreements(now, town),
    ...compareDeadlines(now, town),
  ];
}

export const isDone = ({ change }: TownChange): boolean =>
  change === 'add' || change === 'rename' || change === 'change';

const add = (part: TownPart, path: string, after: string): TownChange => ({
  change: 'add',
  part,
  path,
  before: null,
  after,
});
const onlyHere = (part: TownPart, path: string, before: string): TownChange => ({
  change: 'only-here',
  part,
  path,
  before,
  after: null,
});
const renamed = (part: TownPart, path: string, before: string, after: string): TownChange[] =>
  before === after ? [] : [{ change: 'rename', part, path, before, after }];

function compareMunicipality({ parties }: TownNow, town: TownDefinition): TownChange[] {
  const { settings, name } = parties.municipality;
  const forms = canonical(town.forms ?? []);
  const asTold =
    forms === canonical(settings['forms'] ?? []) &&
    (town.population ?? null) === (settings['population'] ?? null) &&
    // A file that says nothing of families, of days, of places or of instruments leaves what is set.
    (town.family === undefined || canonical(town.family) === canonical(settings['family'] ?? null)) &&
    (town.calendar === undefined || canonical(town.calendar) === canonical(settings['calendar'] ?? null)) &&
    (town.area === undefined || canonical(town.area) === canonical(settings['area'] ?? null)) &&
    (town.instruments === undefined || canonical(town.instruments) === canonical(settings['instruments'] ?? null)) &&
    (town.consentMonths === undefined ||
      canonical(town.consentMonths) === canonical(settings['consentMonths'] ?? null));
  return [
    ...renamed('municipality', town.slug, name, town.name),
    ...(asTold
      ? []
      : [{ change: 'change' as const, part: 'forms' as const, path: town.slug, before: null, after: null }]),
  ];
}

/** A limit that has left the file's `disclosure` is gone: what is switched off stands in the file for as long as it is. */
function compareGrounds({ parties }: TownNow, town: TownDefinition): TownChange[] {
  const kept = parties.municipality.settings as KeptLimits;
  const next: Readonly<Record<string, LawyersDecision | undefined>> = {
    ...town.disclosure?.switchedOff,
    ...town.disclosure?.narrowed,
    childSignsFrom: town.childSignsFrom,
  };
  const words = (limit: string | null, why: LawyersDecision | undefined): string =>
    limit === null ? 'open' : [limit, ...(why ? [`${why.reason} (${why.decidedBy})`] : [])].join(' – ');
  return compareLimits(kept, town).map(({ what, before, after }) => ({
    change: before === null ? 'add' : 'change',
    part: what === 'childSignsFrom' ? 'child-signs' : 'ground',
    path: what,
    before: before === null ? null : words(before, kept.limitReasons?.[what]),
    after: words(after, next[what]),
  }));
}

function compareParties(now: Parties, town: TownDefinition): TownChange[] {
  const changes: TownChange[] = [];
  for (const authority of town.authorities) {
    const there = now.authorities.find((one) => one.slug === authority.slug);
    if (!there) changes.push(add('authority', authority.slug, authority.name));
    else {
      changes.push(...renamed('authority', authority.slug, there.name, authority.name));
      // Which rules of secrecy hold follows from the kind: it is never changed by a file.
      if (there.kind !== authority.kind)
        changes.push({
          change: 'kept',
          part: 'authority',
          path: authority.slug,
          before: there.kind,
          after: authority.kind,
        });
    }
    const branches = now.branches.filter((one) => one.authorityId === there?.id);
    for (const branch of authority.branches) {
      const path = `${authority.slug}/${branch.slug}`;
      const known = branches.find((one) => one.slug === branch.slug);
      changes.push(...(known ? renamed('branch', path, known.name, branch.name) : [add('branch', path, branch.name)]));
      const units = now.units.filter((one) => one.branchId === known?.id);
      for (const unit of branch.units) {
        const at = `${path}/${unit.slug}`;
        const found = units.find((one) => one.slug === unit.slug);
        if (!found) {
          changes.push(add('unit', at, unit.name));
          continue;
        }
        changes.push(...renamed('unit', at, found.name, unit.name));
        const [before, after] = [unitWords(found), unitWords({ ...unit, answersHub: unit.answersHub ?? false })];
        if (before !== after) changes.push({ change: 'change', part: 'unit', path: at, before, after });
      }
      const missing = units.filter((one) => !branch.units.some((unit) => unit.slug === one.slug));
      changes.push(...missing.map((one) => onlyHere('unit', `${path}/${one.slug}`, one.name)));
    }
    const missing = branches.filter((one) => !authority.branches.some((branch) => branch.slug === one.slug));
    changes.push(...missing.map((one) => onlyHere('branch', `${authority.slug}/${one.slug}`, one.name)));
  }
  const missing = now.authorities.filter((one) => !town.authorities.some((authority) => authority.slug === one.slug));
  return [...changes, ...missing.map((one) => onlyHere('authority', one.slug, one.name))];
}

const unitWords = (unit: { readonly kind: string; readonly answersHub: boolean }): string =>
  unit.answersHub ? `${unit.kind}, hub` : unit.kind;

/** `authority/branch` → id, of what stands. */
export function branchIdsOf(parties: Parties): ReadonlyMap<string, string> {
  return new Map(
    parties.branches.map((branch) => {
      const authority = parties.authorities.find((one) => one.id === branch.authorityId);
      return [`${authority?.slug ?? ''}/${branch.slug}`, branch.id];
    }),
  );
}

interface TownSlot {
  readonly branch: string;
  readonly weekday: number;
  readonly startsLocal: string;
  readonly minutes: number;
  readonly videoUrl?: string;
}

export const slotsOf = (town: TownDefinition): readonly TownSlot[] =>
  (town.hubSlots ?? []).flatMap(({ weekdays, ...slot }) => weekdays.map((weekday) => ({ ...slot, weekday })));

const slotPath = (slot: { branch: string; weekday: number; startsLocal: string }): string =>
  `${slot.branch} ${slot.weekday} ${slot.startsLocal}`;
const slotWords = (slot: { minutes: number; videoUrl?: string | null }): string =>
  [`${slot.minutes} min`, ...(slot.videoUrl ? [slot.videoUrl] : [])].join(', ');

function compareSlots({ parties, slots }: TownNow, town: TownDefinition): TownChange[] {
  const branches = new Map([...branchIdsOf(parties)].map(([path, id]) => [id, path]));
  const there = slots.map((slot) => ({ ...slot, branch: branches.get(slot.branchId) ?? '' }));
  const told = slotsOf(town);
  return [
    ...told.flatMap((slot): TownChange[] => {
      const known = there.find((one) => slotPath(one) === slotPath(slot));
      if (!known) return [add('slot', slotPath(slot), slotWords(slot))];
      const [before, after] = [slotWords(known), slotWords(slot)];
      return before === after ? [] : [{ change: 'change', part: 'slot', path: slotPath(slot), before, after }];
    }),
    ...there
      .filter((one) => !told.some((slot) => slotPath(slot) === slotPath(one)))
      .map((one) => onlyHere('slot', slotPath(one), slotWords(one))),
  ];
}

const agreementPath = (one: { form: string; startsOn: string }): string => `${one.form} ${one.startsOn}`;

function compareAgreements({ parties, agreements }: TownNow, town: TownDefinition): TownChange[] {
  const branches = new Map([...branchIdsOf(parties)].map(([path, id]) => [id, path]));
  const words = (
    one: { endsOn: string; signedBy: string },
    by: readonly { branch: string; resources: string }[],
  ): string => [one.endsOn, one.signedBy, ...by.map((p) => `${p.branch}: ${p.resources}`).sort()].join('; ');
  const told = town.agreements ?? [];
  return [
    ...told.flatMap((one): TownChange[] => {
      const known = agreements.find((other) => agreementPath(other) === agreementPath(one));
      const after = words(one, one.parties);
      if (!known) return [add('agreement', agreementPath(one), after)];
      const own = known.parties.map((p) => ({ branch: branches.get(p.branchId) ?? '', resources: p.resources }));
      const before = words(known, own);
      return before === after ? [] : [{ change: 'change', part: 'agreement', path: agreementPath(one), before, after }];
    }),
    ...agreements
      .filter((one) => !told.some((other) => agreementPath(other) === agreementPath(one)))
      .map((one) => onlyHere('agreement', agreementPath(one), `${one.endsOn}; ${one.signedBy}`)),
  ];
}

/** A deadline that the municipality has set for itself is kept: it is changed where its consequences are shown. */
function compareDeadlines({ deadlines }: TownNow, town: TownDefinition): TownChange[] {
  return Object.entries(town.deadlines ?? {}).flatMap(([kind, rule]): TownChange[] => {
    const known = deadlines.find((one) => one.kind === kind);
    const after = JSON.stringify(rule);
    if (!known) return [add('deadline', kind, after)];
    if (canonical(known.rule) === canonical(rule)) return [];
    return [{ change: 'kept', part: 'deadline', path: kind, before: JSON.stringify(known.rule), after }];
  });
}

/** JSON with its keys in order, since the database keeps them in one of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}
