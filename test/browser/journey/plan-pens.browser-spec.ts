/**
 * Two of a house have one field of the plan open at once: each sees the other beside it, whoever else has the entry sees that it is
 * being written, and when both have written both texts stand there with their writers ([S1]; OSL 26:1).
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, type Visitor } from '../../support/browser.js';
import { WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { openMeasuresCase } from '../../support/joint.js';
import { until } from '../../support/hub.js';
import { LOOKS, picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const TOLD = 'Hemma klockan nio.';
const KEPT = 'Röker hasch på helgerna.';

describeInBrowser('a field of the plan that two have open', () => {
  let town: RunningTown;
  let group: GroupUnderTest;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const dialog = (key: string) => page(key).getByRole('dialog');
  const field = (key: string) => dialog(key).getByLabel('Vad har ni kommit överens om?');
  /** Every mark on the page, as one reads it. */
  const pens = (key: string): Promise<string[]> => page(key).locator('.plan-pen:not(:empty)').allInnerTexts();
  const change = (key: string, words: string) =>
    page(key)
      .getByRole('button', { name: `Ändra ${words}` })
      .click();
  const write = async (i: object): Promise<void> =>
    void (await (await group.as('anna')).query(WRITE_ENTRY, { i: { groupId: group.id, ...i } }));

  beforeAll(async () => {
    town = await startRunningTown();
    const file = await openMeasuresCase(town.world, { givenName: 'Penny', familyName: 'Provpenna' });
    group = await formedGroup(town.world, town.house.api, { file });
    await write({ kind: 'frame', words: TOLD, watch: 'Mamma.' });
    await write({ kind: 'risk', words: KEPT, needArea: 'substances', category: 'addiction' });
    for (const key of ['anna', 'elin', 'marcus']) {
      visitors.set(key, await town.openAs(key, { at: `/grupper/${group.id}/plan` }));
      await page(key).getByText(TOLD).first().waitFor();
    }
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is shown beside the field to a colleague and to another house, by the name that each may have', async () => {
    await change('anna', TOLD);
    await field('anna').focus();
    for (const key of ['elin', 'marcus']) await page(key).getByText('Anna Wikmark ändrar orden …').waitFor();
    expect(await pens('anna')).toEqual([]);
    await change('elin', TOLD);
    await field('elin').focus();
    await dialog('elin').getByText('Anna Wikmark skriver här …').waitFor();
    await dialog('anna').getByText('Elin Forsbäck skriver här …').waitFor();
    // Elin has no seat: the officer sees that somebody writes, and not who.
    await page('marcus').getByText('Anna Wikmark och Någon ändrar orden …').waitFor();
    expect(await axe(page('elin'))).toEqual([]);
    for (const look of LOOKS) await picture(page('elin'), look, `plan-pen-${look.name}`);
    await page('elin').setViewportSize({ width: 1280, height: 900 });
  }, 90_000);

  it('goes where the pen goes, and away with it', async () => {
    await dialog('anna').getByLabel('Vem håller ett öga på det?').focus();
    await page('marcus').getByText('Anna Wikmark ändrar vem som håller ett öga på det …').waitFor();
    await dialog('elin')
      .locator('.plan-penned', { hasText: 'Vem håller ett öga på det?' })
      .getByText('Anna Wikmark skriver här …')
      .waitFor();
    await page('anna').keyboard.press('Escape');
    await until(async () => (await pens('marcus')).length < 2);
    expect(await pens('marcus')).toEqual(['Någon ändrar orden …']);
  }, 60_000);

  it('is on no screen of a house that may not have the entry', async () => {
    await change('anna', KEPT);
    await dialog('anna').getByLabel('Vad drar åt fel håll?').focus();
    await page('elin').keyboard.press('Escape');
    await page('elin').getByText('Anna Wikmark ändrar orden …').waitFor();
    // A later pen, which the officer may know of, has come.
    await page('anna').keyboard.press('Escape');
    await change('anna', TOLD);
    await field('anna').focus();
    await page('marcus').getByText('Anna Wikmark ändrar orden …').waitFor();
    expect(await pens('marcus')).toEqual(['Anna Wikmark ändrar orden …']);
  }, 60_000);

  it('shows both texts with their writers when both have written', async () => {
    await change('elin', TOLD);
    await field('elin').fill('Hemma klockan nio, tio på helgen.');
    await field('anna').fill('Hemma klockan nio på vardagar.');
    await dialog('elin').getByRole('button', { name: 'Spara' }).click();
    const conflict = dialog('anna').getByRole('group', { name: 'Ni skrev samtidigt' });
    await conflict.waitFor();
    const sides = conflict.locator('.conflict-side');
    expect(await sides.nth(0).innerText()).toMatch(/Din text[\s\S]*inte sparad än[\s\S]*vardagar/);
    expect(await sides.nth(1).innerText()).toMatch(/Text av Elin[\s\S]*helgen/);
    expect(await axe(page('anna'))).toEqual([]);
    // Whoever chooses between two texts has no field open.
    await page('marcus').getByText('Hemma klockan nio, tio på helgen.').waitFor();
    await until(async () => (await pens('marcus')).length === 0);
    await conflict.getByRole('button', { name: 'Sätt ihop själv' }).click();
    await dialog('anna').getByRole('button', { name: 'Spara' }).click();
    await page('marcus').getByText('Hemma klockan nio, tio på helgen.\n\nHemma klockan nio på vardagar.').waitFor();
  }, 90_000);

  it('is gone when the line of whoever writes is gone', async () => {
    await page('elin')
      .getByText(/på vardagar/)
      .first()
      .waitFor();
    await page('elin')
      .getByRole('button', { name: /^Ändra Hemma/ })
      .click();
    await field('elin').focus();
    await page('marcus').getByText('Någon ändrar orden …').waitFor();
    visitors.get('elin')!.expect(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/);
    await visitors.get('elin')!.context.close();
    await page('marcus').getByText('Någon ändrar orden …').waitFor({ state: 'detached', timeout: 3_000 });
    expect(await pens('marcus')).toEqual([]);
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
