/**
 * `npm start` as a newcomer meets it, on a data folder of its own: the first address answers when it is printed, Ctrl-C
 * ends everything within eight seconds and leaves nothing behind, and it can be run again. `npm run seed` likewise.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Launching, prepareLaunch, STOPS_WITHIN } from '../../support/launcher.js';

let launching: Launching;

beforeAll(async () => {
  launching = await prepareLaunch();
});
afterAll(() => launching?.close(), 60_000);

const firstPage = async (): Promise<string> => (await fetch(`http://localhost:${launching.port}`)).text();

(process.platform === 'linux' ? describe : describe.skip)('npm start', () => {
  it.each(['the first time', 'again'])(
    'answers at the address that it prints, and Ctrl-C leaves nothing: %s',
    async () => {
      const launched = await launching.until('start', 'Samnav is running:');
      expect(launched.said()).toContain(`http://localhost:${launching.port}`);
      expect(await firstPage()).toContain('<div id="app">');
      const second = await launching.end('start');
      expect(second.said).toContain(`already running from this folder (process ${launched.child.pid})`);
      expect(second.code).toBe(1);
      const { code, took } = await launched.stop();
      expect(took).toBeLessThan(STOPS_WITHIN);
      expect(code).toBe(0);
      expect(launching.leftovers()).toEqual([]);
      await expect(firstPage()).rejects.toThrow();
    },
    300_000,
  );

  it.each([0, 15, 30, 60, 120, 240])(
    'leaves nothing either when Ctrl-C comes %d ms after the database has begun to start',
    async (ms) => {
      const launched = await launching.until('start', 'Starting the database');
      await sleep(ms);
      expect((await launched.stop()).took).toBeLessThan(STOPS_WITHIN);
      expect(launching.leftovers()).toEqual([]);
    },
    60_000,
  );
});

(process.platform === 'linux' ? describe : describe.skip)('npm run seed', () => {
  it('has the folder to itself while it fills, and Ctrl-C ends it with all that it started', async () => {
    const filling = await launching.until('seed', ' of 30000 cases', { words: ['--years', '10'] });
    const start = await launching.end('start');
    expect(start.said).toContain(`The town is being filled from this folder (process ${filling.child.pid})`);
    expect(start.code).toBe(1);
    const another = await launching.end('seed', { words: ['--years', '1'] });
    expect(another.said).toContain(`The town is being filled already (process ${filling.child.pid})`);
    const { code, took } = await filling.stop();
    expect(took).toBeLessThan(STOPS_WITHIN);
    expect(code).toBe(1);
    expect(launching.leftovers()).toEqual([]);
  }, 120_000);

  it('works beside a running start, whose database it leaves running', async () => {
    const launched = await launching.until('start', 'Samnav is running:');
    const seeded = await launching.end('seed');
    expect(seeded.said).toContain('The demonstration town is already there.');
    expect(seeded.code).toBe(0);
    const town = await launching.end('command', { words: ['town', 'config/towns/orebro.json', '--dry-run'] });
    expect(town.said).toMatch(/is not there yet; all of it would be added\.\n$/);
    expect(town.code).toBe(0);
    expect(await firstPage()).toContain('<div id="app">');
    expect((await launched.stop()).code).toBe(0);
    expect(launching.leftovers()).toEqual([]);
  }, 120_000);
});
