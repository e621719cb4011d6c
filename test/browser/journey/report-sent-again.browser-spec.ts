/** A report arrives and its answer is lost: whoever changes words before sending again learns which words arrived. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import * as journey from '../../support/journey.js';
import { LOOKS, picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const FIRST = 'Satt i trapphuset hela natten.';
const ADDED = 'Satt i trapphuset hela natten. Hade blåmärken.';

describeInBrowser('a report that is sent again with other words', () => {
  let town: RunningTown;
  let marcus: Visitor;

  beforeAll(async () => {
    town = await startRunningTown();
    marcus = await town.openAs('marcus', { at: '/anmal', width: 1280 });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  /** The report reaches the server, and the answer does not reach the page. */
  const loseAnswer = async (page: Page, to = 'SubmitReport'): Promise<void> => {
    marcus.expect(/ERR_FAILED/);
    let lost = false;
    await page.route('**/graphql', async (route) => {
      if (lost || !route.request().postData()?.includes(to)) return route.fallback();
      lost = true;
      await route.fetch();
      await route.abort('failed');
    });
  };
  const fill = async (page: Page, givenName: string): Promise<void> => {
    await journey.choose(page, 'Är något barn i fara just nu?', /^Nej/);
    await page.getByLabel('Förnamn').fill(givenName);
    await journey.pick(page, /Varför saknas numret/, 'Jag vet inte numret');
    await page.getByLabel('Född ungefär år').fill('2011');
    await page.getByLabel(/Vad har hänt/).fill(FIRST);
    await journey.choose(page, 'Vet familjen om att du anmäler?', 'Nej');
  };
  const send = (page: Page) => page.getByRole('button', { name: 'Skicka anmälan' }).click();
  const reports = () =>
    town.world.behindTheLocks<{ n: number }>('select count(*)::int as n from report').then(([row]) => row?.n);

  const sendTwice = async (page: Page, givenName: string): Promise<void> => {
    await loseAnswer(page);
    await fill(page, givenName);
    await send(page);
    await page.locator('.error-summary').waitFor();
    await page.getByLabel(/Vad har hänt/).fill(ADDED);
    await send(page);
    await page.locator('.error-summary').getByText('Anmälan kom fram redan första gången').waitFor();
  };

  it('says that the first arrived and the changes did not, and keeps what was written', async () => {
    const { page } = marcus;
    await sendTwice(page, 'Provine');
    expect(await reports()).toBe(1);
    await page.getByRole('heading', { name: 'Det du har ändrat är inte skickat' }).waitFor();
    expect(await page.getByLabel(/Vad har hänt/).inputValue()).toBe(ADDED);
    expect(await page.getByRole('heading', { name: 'Din anmälan är mottagen' }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    for (const look of LOOKS) {
      await page.setViewportSize(look);
      await picture(page, look, `report-sent-before-${look.name}`);
    }
  }, 90_000);

  it('takes the changes along as an addition, and shows the receipt of both', async () => {
    const { page } = marcus;
    await page.getByRole('button', { name: 'Skicka det som en komplettering' }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Vad vill du lägga till?');
    expect(await field.inputValue()).toBe(ADDED);
    await field.fill('Hade blåmärken.');
    await dialog.getByRole('button', { name: 'Skicka kompletteringen' }).click();
    await page.getByRole('heading', { name: 'Din anmälan är mottagen' }).waitFor();
    expect(await reports()).toBe(1);
    await page.getByRole('link', { name: 'Mina anmälningar' }).last().click();
    await page.getByText('Hade blåmärken.', { exact: true }).waitFor();
    await page.getByText(FIRST, { exact: true }).waitFor();
  }, 90_000);

  it('goes as a report of its own where that is chosen', async () => {
    const { page } = marcus;
    await page.goto(`${town.url}/anmal`);
    await page.getByLabel('Förnamn').waitFor();
    await sendTwice(page, 'Provander');
    expect(await reports()).toBe(2);
    await page.getByRole('button', { name: 'Gör det till en ny anmälan' }).click();
    await page.getByText('skickas som en ny anmälan när du väljer att skicka den').waitFor();
    expect(await page.getByLabel(/Vad har hänt/).inputValue()).toBe(ADDED);
    expect(await reports()).toBe(2);
    await send(page);
    await page.getByRole('heading', { name: 'Din anmälan är mottagen' }).waitFor();
    expect(await reports()).toBe(3);
    expect(town.faults()).toEqual([]);
  }, 90_000);

  it('adds what is added once, says when its words had changed, and sends the rest as an addition of its own', async () => {
    const { page } = marcus;
    await page.goto(`${town.url}/mina-anmalningar`);
    await page
      .getByRole('button', { name: /^Komplettera [0-9A-Z]/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Vad vill du lägga till?');
    const sendIt = () => dialog.getByRole('button', { name: 'Skicka kompletteringen' }).click();
    const said = () =>
      town.world
        .behindTheLocks<{ n: number }>(`select count(*)::int as n from report_item where kind = 'completion'`)
        .then(([row]) => row?.n);
    const before = (await said()) ?? 0;
    await loseAnswer(page, 'CompleteReport');
    await field.fill('Var borta i går.');
    await sendIt();
    await page.locator('.error-summary').waitFor();
    expect(await said()).toBe(before + 1);
    await field.fill('Var borta i går. Kom trött i dag.');
    await sendIt();
    await dialog.getByText('Det du skickade först kom fram.').first().waitFor();
    expect(await field.inputValue()).toBe('Var borta i går. Kom trött i dag.');
    expect(await said()).toBe(before + 1);
    expect(await axe(page)).toEqual([]);
    await field.fill('Kom trött i dag.');
    await sendIt();
    await dialog.waitFor({ state: 'detached' });
    expect(await said()).toBe(before + 2);
    expect(town.faults()).toEqual([]);
  }, 90_000);

  it('is completed by whoever has the link of the reporter, and by intake on the case itself', async () => {
    const { page } = marcus;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page
      .getByRole('button', { name: /^Kopiera en länk för att komplettera/ })
      .first()
      .click();
    await page.getByText('Länken är kopierad').first().waitFor();
    const link = new URL(await page.evaluate<string>('navigator.clipboard.readText()'));
    expect(link.pathname + link.search).toBe('/mina-anmalningar');
    const lena = await town.openAs('lena', { at: link.pathname + link.hash });
    const sent = lena.page.getByRole('dialog', { name: 'Komplettera en anmälan' });
    await sent.getByText(`Kvitto ${link.hash.split('=')[1]}`).waitFor();
    expect(await axe(lena.page)).toEqual([]);
    await sent.getByLabel('Vad vill du lägga till?').fill('Frånvaron har ökat.');
    await sent.getByRole('button', { name: 'Skicka kompletteringen' }).click();
    await sent.waitFor({ state: 'detached' });

    const [row] = await town.world.behindTheLocks<{ id: string }>(
      `select k.case_id as id from report_child k join report r on r.id = k.report_id where r.receipt = $1`,
      [link.hash.split('=')[1]],
    );
    const maria = await town.openAs('maria', { at: `/arende/${row?.id}` });
    await maria.page.getByText('Frånvaron har ökat.').waitFor();
    await maria.page.getByRole('button', { name: /^Komplettera [0-9A-Z]/ }).click();
    const own = maria.page.getByRole('dialog');
    await own.getByLabel('Vad vill du lägga till?').fill('Familjen är känd sedan förr.');
    expect(await own.getByLabel('Vilket barn gäller det?').count()).toBe(0);
    expect(await axe(maria.page)).toEqual([]);
    await own.getByRole('button', { name: 'Skicka kompletteringen' }).click();
    await maria.page.locator('article', { hasText: 'Familjen är känd sedan förr.' }).waitFor();
    expect(town.faults()).toEqual([]);
  }, 90_000);
});
