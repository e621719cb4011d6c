import { describe, expect, it } from '@jest/globals';
import { parseCursor, type Cursor } from '#domain/live/cursor.js';
import { knownUpTo, laidOn, lay, namesNobodyKnown, type Laid, type PlanRead } from './laid.js';

type Page = PlanRead['plan'];
type Entry = Page['entries'][number];

const at = (next: number): Cursor => parseCursor(`${next}:${next}:`)!;
const entry = (id: string, text: string, more: Partial<Entry> = {}): Entry =>
  ({
    id,
    kind: 'strength',
    state: 'standing',
    needArea: null,
    house: 'soc',
    madeAt: `2026-11-29T08:00:0${id}.000Z`,
    said: { text },
    ...more,
  }) as Entry;
const page = (entries: readonly Entry[], more: Partial<Page> = {}): Page =>
  ({ own: true, level: null, questions: [], family: [], entries, ...more }) as unknown as Page;
const told = (read: PlanRead, next: number, ...entries: readonly Entry[]): Laid => ({
  change: entries.length === 1 ? { kind: 'entry', entry: entries[0]! } : { kind: 'entries', entries },
  cursor: at(next),
  more: false,
  on: read.plan,
});
const texts = (plan: Page): string[] => plan.entries.map(({ said }) => said.text);

describe('what has been told of a plan', () => {
  const read: PlanRead = { plan: page([entry('1', 'ett'), entry('3', 'tre')]), mark: at(10) };

  it('lies in its place in what was read, in the order of the page', () => {
    const laid = [told(read, 11, entry('2', 'två')), told(read, 12, entry('1', 'ett om'))];
    expect(texts(lay(read.plan, laidOn(read, laid)))).toEqual(['ett om', 'två', 'tre']);
    expect(lay(read.plan, [])).toBe(read.plan);
  });

  it('takes away what is no longer the reader’s where all that are left are told', () => {
    expect(texts(lay(read.plan, [told(read, 11, entry('2', 'två')), told(read, 12)]))).toEqual([]);
  });

  it('stays on a reading that may not have seen it, and is let go when one has', () => {
    const laid = [told(read, 11, entry('1', 'ett om')), told(read, 14, entry('3', 'tre om'))];
    const again: PlanRead = { plan: page([entry('1', 'ett nu'), entry('3', 'tre')]), mark: at(12) };
    expect(texts(lay(again.plan, laidOn(again, laid)))).toEqual(['ett nu', 'tre om']);
    const unmarked: PlanRead = { ...again, mark: undefined };
    expect(texts(lay(unmarked.plan, laidOn(unmarked, laid)))).toEqual(['ett nu', 'tre']);
  });

  it('says how far the page is known, and nothing where the reading does not', () => {
    expect(knownUpTo(read, [told(read, 14), told(read, 12)])?.next).toBe(14);
    expect(knownUpTo(read, [])?.next).toBe(10);
    // The line may break before the rest of that moment has come.
    expect(knownUpTo(read, [told(read, 12), { ...told(read, 14), more: true }])?.next).toBe(12);
    expect(knownUpTo({ ...read, mark: undefined }, [told(read, 14)])).toBeUndefined();
  });

  it('is read anew where somebody stands in it whom the house that leads does not know by name yet, and not otherwise', () => {
    const by = (key: string) => ({ key, family: 'guardian', name: null });
    const family = [{ key: 'mor', family: 'guardian', name: 'Samira' }] as Page['family'];
    const change = (key: string) => told(read, 11, entry('1', 'ett', { promisedBy: by(key) })).change;
    const plan = page([entry('1', 'ett', { promisedBy: by('far') })], { family });
    expect(['mor', 'far', 'faster'].map((key) => namesNobodyKnown(plan, change(key)))).toEqual([false, false, true]);
    expect(namesNobodyKnown(plan, told(read, 11, entry('1', 'ett')).change)).toBe(false);
    expect(namesNobodyKnown({ ...plan, own: false }, change('faster'))).toBe(false);
  });

  it('asks whoever leads about the gaps as they are now, and nobody else', () => {
    const risk = entry('2', 'Äldre killar.', { kind: 'risk', needArea: 'relations' });
    expect(lay(read.plan, [told(read, 11, risk)]).questions).toEqual([
      { asks: 'need-without-measure', needArea: 'relations', houses: [], measures: null },
    ]);
    expect(lay(page([], { own: false }), [told(read, 11, risk)]).questions).toEqual([]);
  });

  it('keeps what the family is called and has said, and asks for it again with all that are left', () => {
    const anna = { key: 'subject', family: 'subject', name: 'Alva Berg' };
    const said = [{ id: 'v' }] as unknown as Entry['voices'];
    const before = entry('1', 'ett', { promisedBy: anna, proposedBy: anna, voices: said });
    const ofLeading: PlanRead = { plan: page([before], { family: [anna] }), mark: at(10) };
    const now = entry('1', 'ett om', { promisedBy: { ...anna, name: null } });
    const [one] = lay(ofLeading.plan, [told(ofLeading, 11, now)]).entries;
    expect(one).toMatchObject({ promisedBy: anna, proposedBy: anna, voices: said });
    const [left] = lay(ofLeading.plan, [told(ofLeading, 11, now, entry('2', 'två'))]).entries;
    expect(left).toMatchObject({ promisedBy: anna, proposedBy: null, voices: [] });
  });
});
