import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OPENING_GROUNDS } from '#domain/disclosure/grounds.js';
import { groundWord, limitWithReason, wordsOfLimit } from './limit-words.js';

const read = (namespace: string): object =>
  JSON.parse(readFileSync(`apps/web/src/${namespace}/texts.sv.json`, 'utf8')) as object;
const texts: Readonly<Record<string, object>> = {
  organisation: read('organisation'),
  share: read('share'),
  elements: read('elements'),
};
/** As i18next looks a key up: in the first namespace where none is named. */
const t = ((key: string, { defaultValue }: { defaultValue: string }): string => {
  const [namespace = '', path = ''] = key.includes(':') ? key.split(':') : ['organisation', key];
  const found = path
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts[namespace]);
  return typeof found === 'string' ? found : defaultValue;
}) as unknown as Parameters<typeof wordsOfLimit>[0];

describe('a limit in words', () => {
  it('says what is switched off, and for what alone a narrowed ground opens', () => {
    expect(wordsOfLimit(t, { how: 'off' })).toBe('Avstängd: öppnar inget här');
    expect(
      wordsOfLimit(t, { how: 'narrowed', purposes: ['support'], receivers: ['police', 'school'], categories: null }),
    ).toBe('Öppnar bara för syften: ge stöd och hjälp; mottagare: polisen, skolan');
    expect(wordsOfLimit(t, { how: 'narrowed', categories: [] })).toBe('Öppnar bara för uppgifter: inget');
  });

  it('keeps the municipality’s own words after it, as the import tells them', () => {
    expect(limitWithReason(t, 'off – Vi väntar – länge (A. Berg)')).toBe(
      'Avstängd: öppnar inget här – Vi väntar – länge (A. Berg)',
    );
    expect(limitWithReason(t, 'open')).toBe('Öppen igen');
  });

  it('has a word for every ground', () => {
    for (const ground of OPENING_GROUNDS) expect(groundWord(ground, 'sv')).not.toBe('');
    expect(groundWord('OSL 10:15a', 'sv')).toBe('OSL 10:15 a');
    expect(groundWord('OSL 99:1', 'sv')).toBe('OSL 99:1');
  });
});
