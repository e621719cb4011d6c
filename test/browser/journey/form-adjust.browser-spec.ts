/**
 * A coordinator's colleague without any training adjusts a form: every change is seen at once as a group would have it, what is
 * wrong stands at its field, nothing typed is lost, and nothing applies until it is saved ([S1], seven towns by data alone).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll } from '../../support/browser.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];

describeInBrowser('a form that is adjusted', () => {
  let town: RunningTown;
  let page: Page;
  const picture = async (name: string): Promise<void> => {
    expect([name, await axe(page)]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };
  const part = (title: string) =>
    page.locator('.form-part').filter({ has: page.locator('summary', { hasText: title }) });
  const open = (title: string) => part(title).locator('> summary').click();
  const preview = () => page.locator('.form-preview');

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown({});
    page = (await town.openAs('tove', { at: '/installningar/former/sig' })).page;
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('shows every change as a group would have it, with the clock at every point', async () => {
    await preview().getByRole('heading', { name: 'Så är formen nu' }).waitFor();
    await preview().getByText('15:00–15:30').waitFor();
    await open('Mötestakt och fast tid');
    await part('Mötestakt').getByLabel('Antal veckor mellan gångerna').fill('2');
    await part('Mötestakt').getByLabel('Längsta tid mellan möten').fill('3');
    await part('Mötestakt').getByLabel('Klockslag').fill('13:15');
    await preview().getByText('13:15–13:45').waitFor();
    await preview().getByText('varannan vecka', { exact: false }).first().waitFor();
    await open('Möten och dagordning');
    await part('Möten').getByLabel('Minuter').first().fill('20');
    await preview().getByText('13:15–13:35').waitFor();
    expect(await preview().locator('.form-changed').count()).toBeGreaterThan(2);
  }, 60_000);

  it('tells what is wrong at its field, saves nothing, and keeps what was typed when one goes away', async () => {
    await part('Mötestakt').getByLabel('Klockslag').fill('kvart över');
    await part('Mötestakt').getByText('Skriv klockslaget som 15:00.').waitFor();
    expect(await page.getByRole('button', { name: 'Låt det gälla' }).isDisabled()).toBe(true);
    await part('Mötestakt').getByLabel('Klockslag').fill('13:15');
    await part('Mötestakt').getByLabel('Längsta tid mellan möten').fill('1');
    await part('Mötestakt')
      .getByText('Den längsta tiden är kortare än tiden mellan mötena.', { exact: false })
      .waitFor();
    await picture('form-adjust-wrong');
    await page.getByRole('link', { name: 'Samverkansformer' }).first().click();
    await page.getByRole('link', { name: 'Social insatsgrupp' }).click();
    // Open by itself where something is wrong.
    await part('Mötestakt')
      .getByText('Den längsta tiden är kortare än tiden mellan mötena.', { exact: false })
      .waitFor();
    await part('Mötestakt').getByLabel('Längsta tid mellan möten').fill('3');
    await page.getByText('Ändringarna gäller inte förrän du sparar.', { exact: false }).waitFor();
  }, 60_000);

  it('takes steps, parties and papers as the town wants them, and never the law’s own away', async () => {
    await open('Steg');
    await part('Steg').locator('summary', { hasText: 'Planen antas' }).click();
    const plan = part('Steg').locator('.form-step-list > li').filter({ hasText: 'Planen antas' });
    await plan.locator('label', { hasText: 'kontaktperson' }).click();
    await part('Steg').locator('summary', { hasText: 'Möten' }).click();
    const meet = part('Steg')
      .locator('.form-step-list > li')
      .last()
      .locator('xpath=preceding-sibling::li')
      .filter({ hasText: 'Möten' });
    expect(await meet.getByRole('checkbox', { name: /^grund/ }).isDisabled()).toBe(true);
    await open('Parter');
    // Each party says in a line who may be it, and none is open before somebody opens it.
    expect(await part('Parter').locator('.form-party > summary').allInnerTexts()).toEqual([
      expect.stringMatching(/part 1\s+socialtjänst/i),
      expect.stringMatching(/part 2\s+polis/i),
      expect.stringMatching(/part 3\s+.*skola.* eller /i),
      expect.stringMatching(/Kan vara med\s+.*tolk/i),
    ]);
    expect(await part('Parter').locator('.form-party[open]').count()).toBe(0);
    await part('Parter').getByRole('button', { name: 'Lägg till part som måste vara med' }).click();
    await part('Parter').getByText('Välj vilka som kan vara den här parten.').waitFor();
    await part('Parter').locator('fieldset').nth(3).locator('label', { hasText: 'Fritid' }).click();
    expect(await part('Parter').locator('.form-party[open]').count()).toBe(1);
    await open('Handlingar');
    await part('Handlingar').locator('label', { hasText: 'Kontrakt' }).click();
    await preview().getByText('kräver skäl, kontaktperson').waitFor();
    await preview()
      .getByText(/fritid/)
      .first()
      .waitFor();
    await picture('form-adjust');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture('form-adjust-phone');
    await page.setViewportSize({ width: 1280, height: 900 });
  }, 60_000);

  it('applies when it is saved, says who saved it, and goes back to how it was from the beginning', async () => {
    await page.getByRole('button', { name: 'Låt det gälla' }).click();
    await page.getByText(/Version 1, ändrad av Tove/).waitFor();
    await preview().getByRole('heading', { name: 'Så är formen nu' }).waitFor();
    await preview().getByText('13:15–13:35').waitFor();
    await page.getByRole('button', { name: 'Fyll i formen som den är från början' }).click();
    await preview().getByText('om det börjar 09:00', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Ångra ändringarna' }).click();
    await preview().getByText('13:15–13:35').waitFor();
    await page.getByRole('button', { name: 'Tillbaka till kommunens fil' }).click();
    await preview().getByText('15:00–15:30').waitFor();
    expect(await preview().getByText('13:15–13:35').count()).toBe(0);
  }, 60_000);
});
