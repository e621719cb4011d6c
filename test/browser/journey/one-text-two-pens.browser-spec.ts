/** Two change the same words of the joint assessment while the line is slow: every word of both is there to choose from. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { openGradedCase } from '../../support/case.js';
import { until } from '../../support/deadlines.js';
import { conveneHub, type HubUnderTest } from '../../support/hub.js';
import { jointText } from '../../support/journey.js';
import { LOOKS, picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const TEXT = 'joint-assessment';

describeInBrowser('one text under two pens on a slow line', () => {
  let town: RunningTown;
  let hub: HubUnderTest;
  let maria: Visitor;
  const saveAsSara = (baseVersion: number | null, value: string) =>
    hub.act('sara', 'saveBoardText', 'SaveBoardTextInput', { text: TEXT, baseVersion, value });
  const stored = async (): Promise<string> => {
    const { items, events } = await hub.board('sara');
    const item = events.findLast((event) => event.kind === 'TextSaved').item;
    return items.find(({ id }) => id === item).text;
  };

  beforeAll(async () => {
    town = await startRunningTown();
    const red = await openGradedCase(town.world, { grade: 'red' });
    hub = await conveneHub(town.world, town.house.api, red);
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    await saveAsSara(null, 'Risken är hög i natt.');
    maria = await town.openAs('maria', { at: `/hubb/${hub.hubId}/tavla` });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  /** Until it is let go, what is saved on Maria's page is on its way and no news comes. */
  const slowLine = async () => {
    let reached: () => void = () => undefined;
    let letGo: () => void = () => undefined;
    const asked = new Promise<void>((done) => (reached = done));
    const held = new Promise<void>((done) => (letGo = done));
    await maria.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('mutation SaveBoardText')) {
        reached();
        await held;
      }
      await route.continue();
    });
    return { asked, letGo };
  };

  it('shows all that was typed until the answer came, beside theirs with its own time, and loses no word of either', async () => {
    const { page } = maria;
    const field = jointText(page);
    await page.getByText('Risken är hög i natt.').waitFor();
    const line = await slowLine();
    await field.fill('Risken är låg i natt.');
    await line.asked;
    await saveAsSara(1, 'Risken är mycket hög i natt.');
    const { events } = await hub.board('sara');
    await town.moveClock(9);
    await field.pressSequentially(' Han sover hos farmor.');
    // The pen rests while the first words are still on their way.
    await page.waitForTimeout(1_000);
    line.letGo();
    const conflict = page.getByRole('group', { name: 'Ni skrev samtidigt' });
    await conflict.waitFor();
    const [mine, theirs] = [conflict.locator('.conflict-side').nth(0), conflict.locator('.conflict-side').nth(1)];
    expect(await mine.innerText()).toContain('Han sover hos farmor.');
    expect(await theirs.innerText()).toContain('mycket hög');
    expect(await mine.innerText()).toContain('inte sparad än');
    expect(await theirs.locator('time').getAttribute('datetime')).toBe(
      new Date(events.findLast((event) => event.kind === 'TextSaved').at).toISOString(),
    );
    // The pen has not been taken out of the hand.
    await page.keyboard.type(' Farmor är hemma.');
    expect(await field.inputValue()).toBe('Risken är låg i natt. Han sover hos farmor. Farmor är hemma.');
    expect(await mine.innerText()).toContain('Farmor är hemma.');
    expect(await axe(page)).toEqual([]);
    for (const look of LOOKS) {
      await page.setViewportSize(look);
      await page.emulateMedia({ colorScheme: look.night ? 'dark' : 'light' });
      expect(await sidewaysScroll(page)).toBe(0);
      await picture(page, look, `two-pens-${look.name}`);
    }
    await conflict.getByRole('button', { name: 'Sätt ihop själv' }).click();
    await conflict.waitFor({ state: 'detached' });
    expect(await field.evaluate((area) => area === area.ownerDocument.activeElement)).toBe(true);
    const both = 'Risken är mycket hög i natt.\n\nRisken är låg i natt. Han sover hos farmor. Farmor är hemma.';
    expect(await until(stored, (text) => text === both)).toBe(both);
  }, 120_000);

  it('saves what was typed a moment before one left for another page', async () => {
    const { page } = maria;
    await page.unroute('**/graphql');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await jointText(page).press('Control+End');
    await page.keyboard.type(' Mormor också.');
    // Inside the client, before the pen has rested.
    await page.locator('.board-back').click();
    await page.getByRole('heading', { name: /Hubben om/ }).waitFor();
    expect(await until(stored, (text) => text.endsWith('Mormor också.'))).toMatch(/Mormor också\.$/);
    await page.getByRole('link', { name: 'Till tavlan' }).first().click();
    await jointText(page).waitFor();
    await page.waitForFunction(`document.querySelector('.board-text textarea').value.endsWith('Mormor också.')`);
  }, 60_000);

  it('says under each field who gets what is written there', async () => {
    const birgitta = await town.openAs('birgitta', { at: `/hubb/${hub.hubId}/tavla` });
    const { page } = birgitta;
    await page.getByLabel('Skäl').waitFor();
    const seen = page.locator('.board-decision .who-sees');
    expect(await seen.innerText()).toContain('Hubbens deltagare och utredaren');
    await page.locator('.board-map').getByRole('button', { name: 'Lägg till' }).click();
    expect(await page.locator('.map-add .who-sees').innerText()).toContain('Hubbens deltagare och utredaren');
    expect(await axe(page)).toEqual([]);
    for (const look of LOOKS) {
      await page.setViewportSize(look);
      expect(await sidewaysScroll(page)).toBe(0);
    }
  }, 60_000);

  it('asks before the tab is closed over what waits for the network, and sends it when that is back', async () => {
    const { page, context } = maria;
    maria.expect(/ERR_INTERNET_DISCONNECTED|WebSocket connection/);
    await page.locator('.board-map').getByRole('button', { name: 'Lägg till' }).click();
    await page.getByRole('textbox', { name: /lägger till/ }).fill('Sedd vid stationen');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Sätt på kartan' }).click();
    await page.getByText('1 väntar på nätet. Stäng inte fliken.').waitFor();
    const asked = page.waitForEvent('dialog');
    void page.evaluate('location.reload()').catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await context.setOffline(false);
    await page.locator('.map-entry', { hasText: 'Sedd vid stationen' }).waitFor({ timeout: 30_000 });
    const { items } = await hub.board('sara');
    expect(items.map(({ text }) => text)).toContain('Sedd vid stationen');
  }, 90_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
