import { describe, expect, it } from '@jest/globals';
import { LastHeard } from './last-heard.js';

/** Longer than the clock's smallest step. */
const moment = () => new Promise((done) => setTimeout(done, 2));

describe('what a node has last heard', () => {
  it('says that what was read stands, until something is heard of its address', async () => {
    const heard = new LastHeard();
    await moment();
    const mark = heard.mark();
    await moment();
    heard.note('sight:b');
    expect(heard.isUnchanged('sight:a', mark)).toBe(true);
    heard.note('sight:a');
    expect(heard.isUnchanged('sight:a', mark)).toBe(false);
    await moment();
    expect(heard.isUnchanged('sight:a', heard.mark())).toBe(true);
  });

  it('knows nothing of what another node has read, nor of a mark that is none', async () => {
    const heard = new LastHeard();
    await moment();
    const other = new LastHeard().mark();
    for (const mark of [other, '', undefined, null, 7, 'x 1', heard.mark().replace(/ .*/, ' NaN')])
      expect(heard.isUnchanged('sight:a', mark)).toBe(false);
  });

  it('believes no reading from before its line to the database was down', async () => {
    const heard = new LastHeard();
    await moment();
    const mark = heard.mark();
    await moment();
    heard.gap();
    expect(heard.isUnchanged('sight:a', mark)).toBe(false);
    await moment();
    expect(heard.isUnchanged('sight:a', heard.mark())).toBe(true);
  });

  it('takes what it has forgotten for changed', async () => {
    const heard = new LastHeard();
    await moment();
    const mark = heard.mark();
    await moment();
    for (let address = 0; address <= 20_000; address += 1) heard.note(`sight:${address}`);
    expect(heard.isUnchanged('sight:0', mark)).toBe(false);
    expect(heard.isUnchanged('never:heard', mark)).toBe(false);
    await moment();
    expect(heard.isUnchanged('never:heard', heard.mark())).toBe(true);
  });
});
