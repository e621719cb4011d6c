/** A manager connects the house's own system: nothing typed is lost, the secret is seen once, and a trial says what stands in its way. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser } from '../../support/browser.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const ADDRESS = 'https://127.0.0.1/samnav';

describeInBrowser('a house’s own system', () => {
  let town: RunningTown;
  beforeAll(async () => {
    town = await startRunningTown();
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is set on a telephone, tried, and found to stand where nothing may be reached', async () => {
    const { page, faults } = await town.openAs('gunvor', { at: '/installningar', width: 390 });
    await page.getByRole('link', { name: /Ert eget system/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ert eget system' }).waitFor();
    const address = page.getByLabel('Adress', { exact: true });
    await address.fill('http://127.0.0.1/samnav');
    await page.getByRole('button', { name: 'Spara och visa hemligheten' }).click();
    await page.getByText('Adressen måste börja med https').waitFor();
    expect(await address.inputValue()).toBe('http://127.0.0.1/samnav');
    await address.fill(ADDRESS);
    // Left by mistake, it stands there still.
    await page.getByRole('link', { name: 'Inställningar' }).first().click();
    await page.goBack();
    expect(await address.inputValue()).toBe(ADDRESS);
    await page.getByText('Ett gruppmöte är nytt, ändrat eller klart').click();
    await page.getByRole('button', { name: 'Spara och visa hemligheten' }).click();
    const secret = await page.locator('.webhook-secret').innerText();
    expect(secret).toMatch(/^whsec_/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Den är sparad hos oss' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Skicka ett prov' }).waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await page.getByLabel('Ett gruppmöte är nytt, ändrat eller klart').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Skicka ett prov' }).click();
    const why = page.getByText('adressen leder in i ett nät som Samnav inte får nå');
    for (let looks = 0; looks < 40 && !(await why.isVisible()); looks += 1) {
      await page.getByRole('button', { name: 'Titta igen' }).click();
      await page.waitForTimeout(500);
    }
    expect(await why.isVisible()).toBe(true);
    expect(await axe(page)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
