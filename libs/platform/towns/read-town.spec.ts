import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseTown, readTown, TownFileError } from './read-town.js';

const file = 'config/towns/ekvalla.json';
const ekvalla = (): Record<string, never> & {
  authorities: { kind: string; branches: { units: object[] }[] }[];
  hubSlots: { branch: string; startsLocal: string }[];
  forms: { kind?: string; steps?: object }[];
} => JSON.parse(readFileSync(file, 'utf8')) as never;

const faultsOf = (change: (town: ReturnType<typeof ekvalla>) => void): string => {
  const town = ekvalla();
  change(town);
  try {
    parseTown(JSON.stringify(town), file);
  } catch (error) {
    if (error instanceof TownFileError) return error.message;
    throw error;
  }
  return '';
};

describe('a town’s file', () => {
  it.each(readdirSync('config/towns').filter((name) => name.endsWith('.json')))('%s can be imported', (name) => {
    const town = readTown(`config/towns/${name}`);
    expect(`${town.slug}.json`).toBe(name);
    expect(town.authorities.some((a) => a.kind === 'social-services')).toBe(true);
  });

  it('tells file, path and fault', () => {
    expect(faultsOf((t) => (t.authorities[0]!.kind = 'scouts'))).toMatch(
      /^config\/towns\/ekvalla\.json: authorities\.0\.kind: /,
    );
    expect(faultsOf((t) => (t.hubSlots[0]!.startsLocal = '25:00'))).toBe(
      `${file}: hubSlots.0.startsLocal: must be a time written HH:MM`,
    );
    expect(faultsOf((t) => (t.hubSlots[0]!.branch = 'a/b'))).toBe(
      `${file}: hubSlots.0.branch: no branch a/b is defined in this file`,
    );
    expect(
      faultsOf((t) => t.authorities[0]!.branches[0]!.units.push({ slug: 'barn', name: 'Barn igen', kind: 'child' })),
    ).toBe(`${file}: authorities.0.branches.0.units: two units are called barn`);
    expect(faultsOf((t) => (t.forms[0]!.kind = 'sip'))).toBe(
      `${file}: forms.0.kind: no form sip is defined under config/forms`,
    );
    expect(faultsOf((t) => (t.forms[0]!.steps = { without: ['dance'] }))).toBe(
      `${file}: forms.0.steps: the form sig has no step dance`,
    );
    expect(faultsOf((t) => Object.assign(t, { nonsense: 1 }))).toMatch(/nonsense/);
    const bare = { id: 'first-look', version: 1, label: { sv: 'Blick', en: 'Look' }, source: 'x', factors: [] };
    expect(faultsOf((t) => Object.assign(t, { instruments: [bare] }))).toBe(
      `${file}: instruments.0.factors: has no factor to answer`,
    );
    expect(faultsOf((t) => Object.assign(t, { instruments: [{ ...bare, version: 0 }] }))).toMatch(
      /^config\/towns\/ekvalla\.json: instruments\.0\.version: /,
    );
    expect(faultsOf((t) => Object.assign(t, { deadlines: { 'grade-red': { hours: -1 } } }))).toMatch(/deadlines/);
  });

  it('says of a ground that it is switched off or narrowed, by whom and why, and nothing that cannot be meant', () => {
    const why = { reason: 'Vi väntar på en dom.', decidedBy: 'Ada Berg, kommunjurist' };
    const limited = (disclosure: object) => faultsOf((t) => Object.assign(t, { disclosure }));
    expect(
      limited({ switchedOff: { 'OSL 10:15a': why }, narrowed: { consent: { purposes: ['support'], ...why } } }),
    ).toBe('');
    expect(limited({ switchedOff: { 'OSL 10:15a': { reason: 'x' } } })).toMatch(
      /disclosure\.switchedOff\.OSL 10:15a\.decidedBy: /,
    );
    expect(limited({ switchedOff: { internal: why } })).toMatch(/disclosure\.switchedOff.*: /);
    expect(limited({ switchedOff: { 'OSL 99:1': why } })).toMatch(/disclosure\.switchedOff.*: /);
    expect(limited({ narrowed: { consent: { receivers: ['scouts'], ...why } } })).toMatch(/consent\.receivers\.0: /);
    expect(limited({ narrowed: { consent: why } })).toBe(
      `${file}: disclosure.narrowed.consent: must say to which categories, purposes or receivers it is narrowed`,
    );
    expect(faultsOf((t) => Object.assign(t, { childSignsFrom: { age: 14, ...why } }))).toBe('');
    expect(faultsOf((t) => Object.assign(t, { childSignsFrom: { age: 19, ...why } }))).toMatch(/childSignsFrom\.age: /);
    expect(faultsOf((t) => Object.assign(t, { childSignsFrom: 14 }))).toMatch(/childSignsFrom: /);
  });

  it('tells every fault at once', () => {
    const message = faultsOf((t) => {
      t.authorities[0]!.kind = 'scouts';
      t.hubSlots[0]!.startsLocal = 'noon';
    });
    expect(message.split('\n')).toHaveLength(2);
  });

  it('says so when it is no JSON or not there', () => {
    expect(() => parseTown('{', 'x.json')).toThrow(/^x\.json: is not JSON/);
    expect(() => readTown('config/towns/atlantis.json')).toThrow(
      'config/towns/atlantis.json: cannot be read; is the path right?',
    );
  });
});
