/**
 * A unit's answer from a telephone in one hand: by real touches of a 390 px screen, with no target smaller than a thumb, none out
 * of its reach and the button to send within it above the keyboard too, within the minute that it may take.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { describeInBrowser, sidewaysScroll } from '../support/browser.js';
import { openGradedCase } from '../support/case.js';
import { conveneHub, type HubUnderTest } from '../support/hub.js';
import { startRunningTown, type RunningTown } from '../support/running-town.js';

const SCREEN = { width: 390, height: 844 };
/** What a telephone of this size leaves above its keyboard. */
const ABOVE_KEYBOARD = 508;
/** From the screen's lower edge: further up the hand has to be moved. */
const REACH = 640;
const THUMB = 44;
/** Chromium takes a finger for still, and throws nothing, after less than half of this. */
const FINGER_RESTS = 150;
/** Of the minute half is left for thinking and typing. */
const MACHINE_SHARE = 30_000;

describeInBrowser('by touch, with one thumb', () => {
  let town: RunningTown;
  let hub: HubUnderTest;

  beforeAll(async () => {
    town = await startRunningTown();
    const file = await openGradedCase(town.world, { grade: 'red' });
    hub = await conveneHub(town.world, town.house.api, file, { isAnswered: false });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('a unit answers in four touches and three swipes, from the page Nu to the thanks', async () => {
    const { page } = await town.openAs('nils', { at: '/nu', ...SCREEN, touch: true });
    const thumb = await thumbOn(page);
    const from = performance.now();
    await thumb.touches(page.getByRole('main').getByRole('link', { name: 'Svara', exact: true }).first());
    await thumb.touches(page.locator('label.choice', { hasText: 'Ja, nu' }));
    const field = page.getByLabel('Vad vet ni?');
    await thumb.touches(field);
    expect(await page.locator(':focus').evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 200)))).toEqual([
      expect.stringContaining('<textarea'),
    ]);
    await page.setViewportSize({ ...SCREEN, height: ABOVE_KEYBOARD });
    await page.keyboard.type('Två nattliga samtal i höst.');
    await thumb.touches(page.getByRole('button', { name: 'Skicka svaret' }));
    await page.getByText('Tack, svaret är inne').waitFor();
    expect(performance.now() - from).toBeLessThan(MACHINE_SHARE);
    expect(thumb.met()).toEqual({ small: [], touches: 4 });
    expect(thumb.swipes()).toBeLessThanOrEqual(3);
    expect(await sidewaysScroll(page)).toBe(0);
    const [kept] = await town.world.behindTheLocks<{ answer: string }>(
      `select answer from hub_question where id = $1`,
      [hub.questions['nils']],
    );
    expect(kept).toEqual({ answer: 'knows' });
  }, 90_000);

  it('nothing knows is said in two touches and no keystroke', async () => {
    const { page } = await town.openAs('karin', { at: `/fraga/${hub.questions['karin']}`, ...SCREEN, touch: true });
    const thumb = await thumbOn(page);
    await thumb.touches(page.locator('label.choice', { hasText: /^Nej/ }));
    await thumb.touches(page.getByRole('button', { name: 'Skicka svaret' }));
    await page.getByText('Tack, svaret är inne').waitFor();
    expect(thumb.met()).toEqual({ small: [], touches: 2 });
    expect(thumb.swipes()).toBeLessThanOrEqual(2);
  }, 60_000);

  it('every other control on the way is as large as a thumb', async () => {
    const { page } = await town.openAs('sara', { at: `/fraga/${hub.questions['sara']}`, ...SCREEN, touch: true });
    const thumb = await thumbOn(page);
    await thumb.touches(page.locator('label.choice', { hasText: 'Ja, nu' }));
    await page.getByLabel('Vad vet ni?').waitFor();
    const small = await page.locator('main').evaluate(
      (main, least) =>
        [...main.querySelectorAll('button, a[href], label.choice, textarea, summary')]
          .filter((one) => one.checkVisibility() && !one.closest('p'))
          .map((one) => ({ words: one.textContent.trim().slice(0, 40), height: one.getBoundingClientRect().height }))
          .filter(({ height }) => height < least),
      THUMB,
    );
    expect(small).toEqual([]);
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Where it is once it moves no more: a thumb does not aim at what still scrolls. */
async function restingBox(target: Locator): Promise<Box> {
  let last = await target.boundingBox();
  for (;;) {
    await target.page().waitForTimeout(100);
    const now = await target.boundingBox();
    if (now && last && now.x === last.x && now.y === last.y && now.height === last.height) return now;
    last = now;
  }
}

/** Touches what it can reach, and swipes until it can; says what was too small. */
async function thumbOn(page: Page) {
  const chromium: CDPSession = await page.context().newCDPSession(page);
  const small: string[] = [];
  const count = { touches: 0, swipes: 0 };
  const swipe = async (by: number): Promise<void> => {
    count.swipes += 1;
    const { height } = page.viewportSize() ?? SCREEN;
    // A finger in the middle of what is seen, and no further than a thumb goes at once.
    const start = height / 2 - Math.sign(by) * (height / 4);
    const way = Math.sign(by) * Math.min(Math.abs(by), height / 2);
    const at = (y: number) => [{ x: SCREEN.width / 2, y }];
    await chromium.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(start) });
    for (let step = 1; step <= 10; step += 1)
      await chromium.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: at(start + (way * step) / 10),
      });
    // It rests before it is lifted, or the page flies on by as much as the machine was slow.
    await page.waitForTimeout(FINGER_RESTS);
    await chromium.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const touches = async (target: Locator): Promise<void> => {
    await target.waitFor();
    const name = String(target);
    const seen: string[] = [];
    for (let tries = 0; ; tries += 1) {
      const box = await restingBox(target);
      const height = (page.viewportSize() ?? SCREEN).height;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const top = Math.max(0, height - REACH);
      const free = await target.evaluate(
        (element, at) => element.contains(element.ownerDocument.elementFromPoint(at.x, at.y)),
        {
          x,
          y,
        },
      );
      if (y >= top && y + box.height / 2 <= height && free) {
        if (box.height < THUMB || box.width < THUMB) small.push(`${name}: ${box.width} × ${box.height}`);
        count.touches += 1;
        await page.touchscreen.tap(x, y);
        return;
      }
      seen.push(`${Math.round(y)} of ${height}, ${free ? 'free' : 'covered'}`);
      if (tries === 3) throw new Error(`${name} is out of the thumb’s reach: ${seen.join('; ')}`);
      await swipe(height * 0.55 - y);
    }
  };
  return { touches, met: () => ({ small, touches: count.touches }), swipes: () => count.swipes };
}
