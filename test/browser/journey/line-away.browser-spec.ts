/**
 * What a screen may show when nobody could tell it that a right has ended: between the reading of a page and its watching,
 * and while the network is away.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { withdrawAs } from '../../support/consents.js';
import { picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';
import { shareByConsent, type SharedCase } from '../../support/told-case.js';

const PLAN = 'Hemma klockan nio på vardagar';
const NETWORK = /ERR_INTERNET_DISCONNECTED|WebSocket connection/;

describeInBrowser('a screen that could not be told', () => {
  let town: RunningTown;
  const files: GradedCase[] = [];
  const shared: SharedCase[] = [];

  beforeAll(async () => {
    town = await startRunningTown({
      prepare: async (world) => {
        for (let made = 0; made < 2; made += 1) files.push(await openGradedCase(world, { grade: 'orange' }));
      },
    });
    const { world, url } = town;
    const client = await town.house.api.as({ id: world.town.staff.get('maria') ?? '' });
    for (const { caseId } of files) shared.push(await shareByConsent({ client, url, world }, caseId));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const withdraw = async ({ consentId }: SharedCase): Promise<void> => {
    const [signer] = await town.world.behindTheLocks<{ id: string }>(
      `select person_id as id from consent_signer where consent_id = $1 and stands_as = 'guardian'`,
      [consentId],
    );
    await withdrawAs(town.world, { id: consentId, asked: [] }, signer?.id ?? '');
  };

  it('reads afresh when the watch holds: what was taken back after the first reading leaves', async () => {
    const [one] = shared;
    const lena = await town.openAs('lena', { at: '/delat' });
    const { page } = lena;
    let reached: () => void = () => undefined;
    let letGo: () => void = () => undefined;
    const asked = new Promise<void>((done) => (reached = done));
    const held = new Promise<void>((done) => (letGo = done));
    await page.routeWebSocket(/socket\.io/, (near) => {
      const far = near.connectToServer();
      near.onMessage((message) => {
        if (!String(message).includes('"watch","sight:')) return far.send(message);
        reached();
        void held.then(() => far.send(message));
      });
    });
    await page.goto(`/delat/${one!.caseId}`);
    await page.getByText(PLAN).waitFor();
    await asked;
    // The page stands and nobody listens yet: the api has nobody to tell.
    await withdraw(one!);
    letGo();
    await page.getByText('Du kan inte längre se uppgiften').first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/klockan nio|Provberg/);
  }, 90_000);

  it('covers what it shows when the network has been away, and comes back read afresh with what was being written', async () => {
    const [, two] = shared;
    const marcus = await town.openAs('marcus', { at: `/delat/${two!.caseId}`, width: 390 });
    const { page } = marcus;
    await page.getByText(PLAN).waitFor();
    await page.getByLabel('Det du vill berätta').fill('Jag såg honom i går');
    marcus.expect(NETWORK);
    await goOffline(marcus);
    await page.getByText('Du är utan nät.').waitFor();
    const cover = page.getByRole('dialog', { name: 'Sidan är dold tills nätet är tillbaka' });
    await cover.waitFor({ timeout: 40_000 });
    expect(await page.getByText(PLAN).isVisible()).toBe(false);
    // Hidden from a search in the page and from a printer too, not only painted over.
    expect(await page.evaluate<string>('document.body.innerText')).not.toMatch(/klockan nio|Provberg/);
    expect(await cover.innerText()).toContain('Kontrollera nätet på din enhet');
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await picture(page, { width: 390, height: 844 }, 'line-away');
    await withdraw(two!);
    const seen = watchFor(page);
    await marcus.context.setOffline(false);
    await cover.waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByText('Du kan inte längre se uppgiften').first().waitFor();
    // Never for a moment: the cover went when the page had been read.
    expect(await seen()).toBe(false);
    expect(await page.locator('main').innerText()).not.toMatch(/klockan nio|Provberg/);
    expect(await page.getByLabel('Det du vill berätta').inputValue()).toBe('Jag såg honom i går');
  }, 120_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});

const goOffline = ({ context }: Visitor): Promise<void> => context.setOffline(true);

/** Whether the words are painted at any time from now on; asked of each frame. */
function watchFor(page: Page): () => Promise<boolean> {
  void page.evaluate(`(() => {
    window.wasSeen = false;
    const look = () => {
      if (document.body.innerText.includes(${JSON.stringify(PLAN)})) window.wasSeen = true;
      requestAnimationFrame(look);
    };
    look();
  })()`);
  return () => page.evaluate<boolean>('window.wasSeen');
}
