/**
 * A first start that is killed outright while it fills the demonstration leaves half a story, which is never taken for a whole
 * one: the next start ends what was left, begins anew and comes to its first page.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Launching, prepareLaunch } from '../../support/launcher.js';

let launching: Launching;

beforeAll(async () => {
  launching = await prepareLaunch();
});
afterAll(() => launching?.close(), 60_000);

/** Everything but the database, which stays where its launcher was killed. */
const programs = () => launching.leftovers().filter(({ command }) => command.includes('dist/'));

/** What the step that fills the town has said so far; the launcher shows it only when it fails. */
function filled(): string {
  const [checkout = ''] = readdirSync(launching.data);
  const log = path.join(launching.data, checkout, 'logs', 'seed.cli.log');
  return existsSync(log) ? readFileSync(log, 'utf8') : '';
}

(process.platform === 'linux' ? describe : describe.skip)('a first start that is killed', () => {
  it('while it migrates, and again while it fills the town, is begun anew by the third', async () => {
    const first = await launching.until('start', 'Bringing the database up to date');
    await first.kill();
    const second = await launching.until('start', 'Filling the demonstration town');
    while (!filled().includes('The demonstration town is built.')) await sleep(20);
    expect(programs()).toHaveLength(1);
    await second.kill();
    for (let waited = 0; waited < 3_000 && programs().length > 0; waited += 50) await sleep(50);
    expect(programs()).toEqual([]);
    // The database has stayed, as it does when nobody stops it.
    expect(launching.leftovers()).not.toEqual([]);

    const third = await launching.until('start', 'Samnav is running:');
    expect(third.said()).toContain('was broken off while the demonstration was being filled, so it begins anew');
    expect((await third.stop()).code).toBe(0);
    expect(launching.leftovers()).toEqual([]);

    const fourth = await launching.until('start', 'Samnav is running:');
    expect(fourth.said()).not.toContain('begins anew');
    expect((await fourth.stop()).code).toBe(0);
    const [checkout = ''] = readdirSync(launching.data);
    expect(existsSync(path.join(launching.data, checkout, 'keys.json'))).toBe(true);
  }, 300_000);
});
