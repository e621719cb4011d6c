/** A screen that several look at: the board shows what all of them may see, and a page about people is covered. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, type Visitor } from '../../support/browser.js';
import { fillBusyTown, type BusyTown } from '../../support/busy-town.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const TOLD = 'Familjebehandling sedan i mars.';

describeInBrowser('a shared screen', () => {
  let town: RunningTown;
  let busy: BusyTown;
  let maria: Visitor;

  beforeAll(async () => {
    town = await startRunningTown();
    busy = await fillBusyTown(town);
    maria = await town.openAs('maria', { at: `/hubb/${busy.red.hubId}/tavla`, height: 800 });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const main = () => maria.page.locator('main');

  it('of a meeting shows what everyone there may see, to read', async () => {
    const { page } = maria;
    await main().getByText(TOLD).waitFor();
    await page.keyboard.press('Control+k');
    await page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('dialog').getByRole('textbox'))
      .first()
      .fill('Delad skärm');
    await page.getByRole('menuitem', { name: 'Delad skärm' }).click();
    await main().getByText('Delad skärm: visar bara det som').waitFor();
    await main().getByText(TOLD).waitFor();
    expect(await main().getByRole('textbox').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  }, 60_000);

  it('shows nothing that was said while the server cannot say for whom', async () => {
    const { page } = maria;
    maria.expect(/sharedScreen|graphql/);
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SharedScreen')
        ? route.fulfill({ status: 503, contentType: 'application/json', body: '{"errors":[{"message":"x"}]}' })
        : route.continue(),
    );
    // Somebody comes, for whom nobody has asked yet.
    await town.openAs('birgitta', { at: `/hubb/${busy.red.hubId}/tavla` });
    await main().getByText(TOLD).waitFor({ state: 'detached' });
    await page.unroute('**/graphql');
    await main().getByText(TOLD).waitFor({ timeout: 30_000 });
    expect(await main().getByText(TOLD).count()).toBe(1);
  }, 90_000);

  it('covers a page about people until the screen is shared no longer', async () => {
    const { page } = maria;
    await page.getByRole('link', { name: 'Hubbens lobby' }).click();
    await main().getByText('Den här sidan är inte för en delad skärm').waitFor();
    const headings = () => main().getByRole('heading', { level: 1 }).allInnerTexts();
    expect(await headings()).toEqual(['Den här sidan är inte för en delad skärm']);
    expect(await axe(page)).toEqual([]);
    await main().getByRole('button', { name: 'Sluta dela skärmen' }).click();
    await main().getByText('Den här sidan är inte för en delad skärm').waitFor({ state: 'detached' });
    expect(await headings()).toHaveLength(1);
  }, 60_000);
});
