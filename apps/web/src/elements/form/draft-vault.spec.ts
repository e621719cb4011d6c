/** What lies on a device, who can open it again, and when nobody can. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DraftVault, type DraftShelf, type DraftWriter, type LyingDraft } from './draft-vault.js';
import type { KeptDraft } from './drafts.js';

const DAY = 24 * 3_600_000;
const MARIA: DraftWriter = { staffId: 'maria', membershipId: 'intake' };
const draft = (name: string, text: string): KeptDraft => ({
  name,
  begun: { values: { text }, start: { text: '' }, later: [] },
  sentUnder: `key of ${name}`,
});

/** A device: what lies there, which of its pages stand open, and what day and key the api gives. */
class Device implements DraftShelf {
  readonly lying = new Map<string, LyingDraft>();
  readonly open = new Set<string>();
  days = ['2026-11-29', '2026-11-28', '2026-11-27'];
  now = Date.UTC(2026, 10, 29);
  asked = 0;
  reachable = true;

  readonly all = () => Promise.resolve([...this.lying.values()]);
  readonly put = (drafts: readonly LyingDraft[]) => {
    drafts.forEach((one) => this.lying.set(one.id, structuredClone(one)));
    return Promise.resolve();
  };
  readonly remove = (ids: readonly string[]) => {
    ids.forEach((id) => this.lying.delete(id));
    return Promise.resolve();
  };

  page(page: string, writer = MARIA): DraftVault {
    this.open.add(page);
    return new DraftVault(writer, {
      shelf: this,
      page,
      isOpen: (one) => Promise.resolve(this.open.has(one)),
      keys: () => {
        this.asked += 1;
        if (!this.reachable) return Promise.reject(new Error('no network'));
        return Promise.resolve(this.days.map((day) => ({ day, key: keyOf(`${writer.membershipId} ${day}`) })));
      },
      now: () => this.now,
    });
  }
}

/** As the api does it: for each post and day another. */
const keyOf = (text: string): string => btoa(text.padEnd(32, '.').slice(0, 32));

const words = (all: readonly KeptDraft[]): unknown[] =>
  all.map(({ name, begun: { values } }) => [name, (values as { text: string }).text]);

let device: Device;
beforeEach(() => {
  device = new Device();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a draft on the device', () => {
  it('is taken over by the next page with the key that it is sent under, and lies there sealed', async () => {
    const first = device.page('one');
    const kept = jest.fn();
    first.keep(draft('report', 'Hotad i skolan'), kept);
    await first.write();
    expect(kept).toHaveBeenCalledTimes(1);
    const [lying] = device.lying.values();
    expect(Buffer.from(lying!.sealed).toString('latin1')).not.toMatch(/Hotad|report/);
    device.open.delete('one');
    const second = device.page('two');
    expect(await second.takeOver()).toEqual([draft('report', 'Hotad i skolan')]);
    await second.write();
    expect([...device.lying.values()].map(({ page }) => page)).toEqual(['two']);
  });

  it('stays with a page that stands open, and of two that are gone the newest comes back', async () => {
    const [one, two, open] = [device.page('one'), device.page('two'), device.page('open')];
    one.keep(draft('report', 'Äldre'), jest.fn());
    await one.write();
    device.now += 1;
    two.keep(draft('report', 'Nyare'), jest.fn());
    await two.write();
    open.keep(draft('plan', 'Skrivs just nu'), jest.fn());
    await open.write();
    device.open.delete('one');
    device.open.delete('two');
    const next = device.page('next');
    expect(words(await next.takeOver())).toEqual([['report', 'Nyare']]);
    await next.write();
    expect([...device.lying.values()].map(({ page }) => page).sort()).toEqual(['next', 'open']);
  });

  it('opens in no other post, for nobody else and on no day whose key is not given', async () => {
    const first = device.page('one');
    first.keep(draft('report', 'Hotad'), jest.fn());
    await first.write();
    device.open.delete('one');
    expect(await device.page('two', { ...MARIA, membershipId: 'coordinator' }).takeOver()).toEqual([]);
    expect(await device.page('three', { staffId: 'nils', membershipId: 'intake' }).takeOver()).toEqual([]);
    expect(device.lying.size).toBe(1);
    device.days = ['2026-12-02', '2026-12-01', '2026-11-30'];
    device.now += 3 * DAY;
    expect(await device.page('four').takeOver()).toEqual([]);
    expect(device.lying.size).toBe(0);
  });

  it('of somebody who never came back is cleared away by whoever comes', async () => {
    const first = device.page('one', { staffId: 'nils', membershipId: 'intake' });
    first.keep(draft('report', 'Hotad'), jest.fn());
    await first.write();
    device.now += 6 * DAY;
    await device.page('two').takeOver();
    expect(device.lying.size).toBe(0);
  });

  it('that somebody has changed does not come back', async () => {
    const first = device.page('one');
    first.keep(draft('report', 'Hotad'), jest.fn());
    await first.write();
    for (const one of device.lying.values()) new Uint8Array(one.sealed)[3]! ^= 1;
    device.open.delete('one');
    expect(await device.page('two').takeOver()).toEqual([]);
  });

  it('goes when it is sent, also while it is being written down', async () => {
    const page = device.page('one');
    page.keep(draft('report', 'Hotad'), jest.fn());
    await page.write();
    page.drop('report');
    await page.write();
    expect(device.lying.size).toBe(0);
    page.keep(draft('plan', 'Skola'), jest.fn());
    const writing = page.write();
    page.drop('plan');
    await writing;
    await page.write();
    expect(device.lying.size).toBe(0);
  });

  it('of a writer goes at sign-out with all their posts and tabs, and nobody else’s', async () => {
    const pages = [
      device.page('one'),
      device.page('two', { ...MARIA, membershipId: 'coordinator' }),
      device.page('three', { staffId: 'nils', membershipId: 'intake' }),
    ];
    for (const page of pages) {
      page.keep(draft('report', 'Hotad'), jest.fn());
      await page.write();
    }
    await pages[0]!.wipe();
    expect([...device.lying.values()].map(({ staffId }) => staffId)).toEqual(['nils']);
  });

  it('is written once typing rests, and its keys are asked for once', async () => {
    jest.useFakeTimers();
    const page = device.page('one');
    for (const text of ['H', 'Ho', 'Hot']) page.keep(draft('report', text), jest.fn());
    expect(device.asked).toBe(0);
    await jest.advanceTimersByTimeAsync(300);
    jest.useRealTimers();
    await page.write();
    page.keep(draft('report', 'Hotad'), jest.fn());
    await page.write();
    expect([device.asked, device.lying.size]).toEqual([1, 1]);
    device.open.delete('one');
    expect(words(await device.page('two').takeOver())).toEqual([['report', 'Hotad']]);
  });

  it('is not called kept without a network, and is kept when there is one', async () => {
    const page = device.page('one');
    device.reachable = false;
    const kept = jest.fn();
    page.keep(draft('report', 'Hotad'), kept);
    await page.write();
    expect([kept.mock.calls.length, device.lying.size]).toEqual([0, 0]);
    device.reachable = true;
    await page.write();
    expect([kept.mock.calls.length, device.lying.size]).toEqual([1, 1]);
  });
});
