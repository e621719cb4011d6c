import { describe, expect, it } from '@jest/globals';
import { parseCursor, type Cursor } from '#domain/live/cursor.js';
import { LastHeard } from './last-heard.js';

const at = (text: string): Cursor => parseCursor(text)!;
const begun = (): LastHeard => {
  const heard = new LastHeard();
  heard.begin(at('100:100:'));
  return heard;
};

describe('what a node has last heard', () => {
  it('says that what was read stands, until something is heard of its address', () => {
    const heard = begun();
    const mark = heard.mark();
    expect(mark).toBe('100:100:');
    heard.note(['sight:b'], at('104:104:'));
    expect(heard.isUnchanged('sight:a', at(mark!))).toBe(true);
    heard.note(['sight:a'], at('105:105:'));
    expect(heard.isUnchanged('sight:a', at(mark!))).toBe(false);
    expect(heard.isUnchanged('sight:a', at(heard.mark()!))).toBe(true);
  });

  it('knows by the database’s moment what another node has read, earlier and later than itself', () => {
    const heard = begun();
    heard.note(['sight:a'], at('104:106:105'));
    expect(heard.isUnchanged('sight:a', at('103:106:103,105'))).toBe(false);
    expect(heard.isUnchanged('sight:a', at('106:106:'))).toBe(true);
    expect(heard.isUnchanged('sight:a', at('190:200:'))).toBe(true);
    expect(heard.isUnchanged('sight:a', undefined)).toBe(false);
  });

  it('believes no reading from before it began to hear, or may have missed something', () => {
    expect(new LastHeard().mark()).toBeNull();
    expect(new LastHeard().isUnchanged('sight:a', at('100:100:'))).toBe(false);
    const heard = begun();
    expect(heard.isUnchanged('sight:a', at('99:99:'))).toBe(false);
    heard.begin(at('120:120:'));
    expect(heard.isUnchanged('sight:a', at('110:110:'))).toBe(false);
    expect(heard.isUnchanged('sight:a', at(heard.mark()!))).toBe(true);
  });

  it('takes what it has forgotten for changed', () => {
    const heard = begun();
    for (let address = 0; address <= 20_000; address += 1)
      heard.note([`sight:${address}`], at(`${200 + address}:${200 + address}:`));
    expect(heard.isUnchanged('sight:0', at('150:150:'))).toBe(false);
    expect(heard.isUnchanged('never:heard', at('150:150:'))).toBe(false);
    expect(heard.isUnchanged('never:heard', at(heard.mark()!))).toBe(true);
  });
});
