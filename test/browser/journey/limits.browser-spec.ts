/** An administrator takes in what the lawyer has decided of the grounds: seen in words before it is done, and afterwards why and since when. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, sidewaysScroll } from '../../support/browser.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const WHY = { reason: 'Tills nämnden har beslutat om rutinen.', decidedBy: 'Ada Berg, kommunjurist' };

describeInBrowser('what the lawyer has limited', () => {
  let town: RunningTown;
  beforeAll(async () => {
    town = await startRunningTown();
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is read before it is done, and stands with its reasons from then on, also on a telephone', async () => {
    const { page, faults } = await town.openAs('tove', { at: '/installningar/import' });
    const file = {
      ...JSON.parse(readFileSync('config/towns/ekvalla.json', 'utf8')),
      disclosure: {
        switchedOff: { 'OSL 10:15a': WHY },
        narrowed: { 'OSL 10:27': { receivers: ['police'], purposes: ['report-crime'], ...WHY } },
      },
      childSignsFrom: { age: 14, ...WHY },
      consentMonths: { months: 9, ...WHY },
    };
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Välj fil' }).click(),
    ]);
    await chooser.setFiles({
      name: 'ekvalla.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await page.getByText('Avstängd: öppnar inget här – Tills nämnden har beslutat om rutinen.').waitFor();
    await page.getByText('Öppnar bara för syften: anmäla brott; mottagare: polisen – Tills nämnden').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Importera' }).click();
    await page.getByText('Filen är importerad').first().waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('link', { name: 'Inställningar' }).first().click();
    await page.getByRole('link', { name: /Grunder i vår kommun/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Grunder i vår kommun' }).waitFor();
    await page.getByText('OSL 10:15 a').first().waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['OSL 10:15 a', 'Avstängd: öppnar inget här', 'mottagare: polisen', 'från 14 år', '9 månader'])
      expect(text).toContain(words);
    expect(text.split(WHY.decidedBy).length).toBeGreaterThan(4);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
