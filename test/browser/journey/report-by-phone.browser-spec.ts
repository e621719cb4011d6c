/** Someone rings the intake: the child is searched for, chosen, or said not to be there, and what is typed stays. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import * as journey from '../../support/journey.js';
import { makeReport, reportedChild } from '../../support/reports.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';
import { LOOKS, picture } from '../../support/pages.js';

const TOLD = 'Har setts i tunneln sent på kvällen.';

describeInBrowser('a report by telephone', () => {
  let town: RunningTown;
  let jonas: Visitor;

  beforeAll(async () => {
    town = await startRunningTown();
    const marcus = await town.house.api.as({ id: town.world.town.staff.get('marcus')! });
    await makeReport(marcus, { children: [reportedChild({ givenName: 'Tilda', familyName: 'Provdal' })] });
    jonas = await town.openAs('jonas', { at: '/inkorg/ny', width: 1280 });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const search = async (page: Page, asked: string) => {
    await page.getByRole('search').getByRole('textbox').fill(asked);
    await page.getByRole('button', { name: 'Sök', exact: true }).click();
  };
  const people = () =>
    town.world
      .behindTheLocks<{ n: number }>(`select count(*)::int as n from person where merged_into is null`)
      .then(([row]) => row?.n);

  it('begins with a search, and says so at the search when it is sent without', async () => {
    const { page } = jonas;
    await journey.choose(page, 'Hur kom den in?', 'Telefon');
    await journey.pick(page, /Vem anmäler/, /Privatperson/);
    await journey.choose(page, 'Vill anmälaren ha återkoppling?', 'Nej');
    await journey.choose(page, 'Är något barn i fara just nu?', /^Nej/);
    await journey.choose(page, 'Vet familjen om att du anmäler?', 'Nej');
    await page.getByLabel(/Vad har hänt/).fill(TOLD);
    expect(await page.getByLabel('Förnamn').count()).toBe(0);
    await page.getByRole('button', { name: 'Spara anmälan' }).click();
    const summary = page.locator('.error-summary');
    await summary.getByText('Sök på barnet först. Välj sedan barnet, eller säg att ingen passar.').click();
    // The form gives the focus a turn later than the press.
    await page.getByRole('search').locator(':focus').waitFor();
    expect(await axe(page)).toEqual([]);
  }, 60_000);

  it('is led back to the search when the name that was typed is known, and loses nothing', async () => {
    const { page } = jonas;
    await search(page, 'Sigvard Provlund');
    await page.getByRole('button', { name: 'Fyll i barnet själv' }).click();
    await page.getByText('Du har sökt, och ingen passade.').waitFor();
    expect(await page.getByLabel('Förnamn').inputValue()).toBe('Sigvard');
    await page.getByLabel('Förnamn').fill('Tilda');
    await page.getByLabel(/^Efternamn/).fill('Provdal');
    await journey.pick(page, /Varför saknas numret/, 'Jag vet inte numret');
    await page.getByLabel('Född ungefär år').fill('2012');
    jonas.expect(/400 \(Bad Request\)/);
    await page.getByRole('button', { name: 'Spara anmälan' }).click();
    const sentence = 'Sök på personen först, så att samma person inte läggs upp två gånger.';
    await page.getByRole('search').getByText(sentence).waitFor();
    expect(await page.getByRole('search').getByRole('textbox').inputValue()).toBe('Tilda Provdal');
    expect(await page.getByLabel('Förnamn').inputValue()).toBe('Tilda');
    expect(await page.getByLabel(/Vad har hänt/).inputValue()).toBe(TOLD);
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    for (const look of LOOKS) await picture(page, look, `queue-register-search-${look.name}`);
  }, 60_000);

  it('puts the report on the child who is chosen', async () => {
    const { page } = jonas;
    const before = await people();
    await page.getByRole('button', { name: 'Sök', exact: true }).click();
    await page.getByRole('button', { name: 'Välj Tilda Provdal' }).click();
    await page.getByText('finns registrerad').waitFor();
    await page.getByRole('button', { name: 'Spara anmälan' }).click();
    await page.getByRole('heading', { name: 'Din anmälan är mottagen' }).waitFor();
    expect(await people()).toBe(before);
    expect(town.faults()).toEqual([]);
  }, 60_000);

  it('makes a new record where one has looked and says that none of them is the child', async () => {
    const { page } = jonas;
    const before = (await people()) ?? 0;
    await page.getByRole('button', { name: 'Gör en anmälan till' }).click();
    await journey.choose(page, 'Hur kom den in?', 'Telefon');
    await journey.pick(page, /Vem anmäler/, /Privatperson/);
    await journey.choose(page, 'Vill anmälaren ha återkoppling?', 'Nej');
    await journey.choose(page, 'Är något barn i fara just nu?', /^Nej/);
    await journey.choose(page, 'Vet familjen om att du anmäler?', 'Nej');
    await page.getByLabel(/Vad har hänt/).fill(TOLD);
    await search(page, 'Tilda Provdal');
    await page.getByRole('button', { name: 'Ingen av dem är barnet' }).click();
    await journey.pick(page, /Varför saknas numret/, 'Jag vet inte numret');
    await page.getByLabel('Född ungefär år').fill('2013');
    await page.getByRole('button', { name: 'Spara anmälan' }).click();
    await page.getByRole('heading', { name: 'Din anmälan är mottagen' }).waitFor();
    expect(await people()).toBe(before + 1);
    expect(town.faults()).toEqual([]);
  }, 60_000);
});
