/**
 * A steering group in real browsers: begun through a door of its own, called to a time that was found for it, and seen by
 * its members; a group about a place is called the same way, where its weeks stand ([S0], [S1]).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { clientsOf, FORM, seat } from '../../support/group.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];

describeInBrowser('a steering group', () => {
  let town: RunningTown;
  let visitor: Visitor;
  const picture = async (page: Page, name: string): Promise<void> => {
    expect([name, await axe(page)]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };
  const form = async (groupId: string, keys: readonly string[]): Promise<void> => {
    const anna = await clientsOf(town.world, town.house.api)('anna');
    await anna.query(FORM, {
      i: {
        groupId,
        version: 1,
        contactStaffId: town.world.caller('anna').staffId,
        members: keys.map((key) => seat(town.world, key)),
      },
    });
  };
  const callToFoundTime = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Sök tider' }).click();
    await page
      .getByRole('link', { name: /^Kalla till / })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Kalla till möte' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Kalla gruppen' }).click();
    await page.getByText('Gruppen är kallad').first().waitFor();
    await dialog.waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown();
    visitor = await town.openAs('anna', { at: '/grupper' });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is begun by its name, and called to a time that was found for it', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'Starta styr- eller beredningsgrupp' }).click();
    await page.getByRole('heading', { name: 'Starta styr- eller beredningsgrupp' }).waitFor();
    expect(await page.getByText('EST, effektiv samordning').count()).toBe(0);
    await page.getByText('Styrgrupp', { exact: true }).click();
    await page.getByLabel(/Gruppens namn/).fill('Styrgrupp för SIG');
    await picture(page, 'board-start');
    await page.getByRole('button', { name: 'Starta gruppen' }).click();
    await page.waitForURL(/\/grupper\/[0-9a-f-]{36}$/);
    await form(page.url().split('/').at(-1)!, ['anna', 'marcus', 'hassan', 'lena']);
    await page.reload();
    expect(await page.getByRole('link', { name: 'Veckans lägesbild' }).count()).toBe(0);
    await callToFoundTime(page);
    expect(page.url()).not.toContain('start=');
    await page.getByRole('heading', { name: 'Möten: Gruppens möte' }).waitFor();
    await picture(page, 'board-convened');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'board-convened-phone');
    await page.setViewportSize({ width: 1280, height: 900 });
  }, 120_000);

  it('is not alone in it: a time found for a group about a place is called to where its weeks stand', async () => {
    const { page } = visitor;
    const anna = await clientsOf(town.world, town.house.api)('anna');
    const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
      i: { kind: 'est', area: 'Stationen' },
    });
    await form(startGroup, ['anna', 'marcus', 'hassan']);
    await page.goto(new URL(`/grupper/${startGroup}`, page.url()).href);
    await callToFoundTime(page);
    expect(new URL(page.url()).pathname).toBe(`/grupper/${startGroup}/vecka`);
    await page.getByRole('heading', { name: 'Möten: Lägesbild' }).waitFor();
  }, 90_000);
});
