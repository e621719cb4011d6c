/** Elin asks the police on her screen, Marcus answers on his telephone, and what he said stands with her the next moment. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import type { GradedCase } from '../../support/case.js';
import { openInvestigation } from '../../support/inquiry.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const SAID = 'Sedd tre kvällar i veckan med äldre vid stationen.';

describeInBrowser('a question to another house', () => {
  let town: RunningTown;
  let file: GradedCase;
  let elin: Visitor;
  let marcus: Visitor;

  beforeAll(async () => {
    town = await startRunningTown({
      prepare: async (world) => {
        file = await openInvestigation(world);
      },
    });
    elin = await town.openAs('elin', { at: `/arende/${file.caseId}`, width: 1280 });
    marcus = await town.openAs('marcus', { at: '/nu', width: 390 });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('says what is seen before it is sent, and what is missing', async () => {
    const { page } = elin;
    await page.getByText('Ingen är tillfrågad än').waitFor();
    // From the page where her day begins as well as from the case.
    await page.goto(`${town.url}/nu`);
    await page.getByRole('heading', { name: 'Ingen är tillfrågad än' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Fråga andra' }).click();
    await page.getByText('De ser inte ärendet').waitFor();
    await page.getByRole('button', { name: 'Skicka frågan' }).click();
    await page.getByText('Välj minst en som ska få frågan.').waitFor();
    await page.getByText('Områdespolisen', { exact: false }).first().click();
    await page.getByRole('button', { name: 'Skicka frågan till en' }).click();
    await page.getByRole('heading', { name: 'Vad andra vet' }).waitFor();
    await page.getByText('Svar väntas').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.goto(`${town.url}/nu`);
    await page.getByRole('link', { name: 'Se svaren' }).first().waitFor();
    expect(await page.getByRole('heading', { name: 'Ingen är tillfrågad än' }).count()).toBe(0);
    await page.goto(`${town.url}/arende/${file.caseId}`);
  }, 60_000);

  it('is answered on a telephone, without a word of the case', async () => {
    const { page } = marcus;
    await page.reload();
    await page.getByRole('link', { name: 'Svara', exact: true }).click();
    await page.getByText('Vad vet ni om').waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Elliot Provberg');
    expect(shown).not.toMatch(/20\d\d-\d{5}/);
    expect(shown).not.toMatch(/hubb|gul|orange|röd|Provberg Mona|Mona/i);
    await page.getByText('Ja, nu').click();
    await page.getByLabel('Vad vet ni?').fill(SAID);
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await page.getByText('Tack, svaret är inne').waitFor();
  }, 60_000);

  it('comes to the investigator’s screen by itself, with its ground', async () => {
    const { page } = elin;
    await page.getByText(SAID).waitFor();
    await page.getByText('SoL 20:6').first().waitFor();
    await page.getByRole('button', { name: 'Avsluta frågan' }).click();
    await page.getByText('Frågan avslutades').waitFor();
    await marcus.page.goto(`${town.url}/nu`);
    await marcus.page.locator('main h1').first().waitFor();
    expect(await marcus.page.getByText('Andra frågar er').count()).toBe(0);
    expect(town.faults()).toEqual([]);
  }, 60_000);
});
