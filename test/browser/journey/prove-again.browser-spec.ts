/**
 * A sensitive act an hour into the day: one shows who one is in a tab beside, which closes by itself, and what was typed is
 * sent without being typed again (ASVS 7.5.3).
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, type Visitor } from '../../support/browser.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const TITLE = 'Socialsekreterare, ungdom och unga vuxna';

describeInBrowser('a sensitive act on an old proof', () => {
  let town: RunningTown;
  let tove: Visitor;

  beforeAll(async () => {
    town = await startRunningTown();
    // By the provider, which knows whom to ask again.
    tove = await town.signInAs('tove', { at: `/installningar/personal/${town.world.town.staff.get('ali') ?? ''}` });
    await town.world.behindTheLocks(`update session set auth_time = auth_time - interval '40 minutes'`);
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const titleOf = async (key: string): Promise<string | undefined> =>
    (
      await town.world.behindTheLocks<{ title: string }>('select title from staff_member where id = $1', [
        town.world.town.staff.get(key),
      ])
    )[0]?.title;
  const proof = (page: Page) => page.getByRole('dialog', { name: 'Legitimera dig igen' });

  it('whoever would rather not is told why nothing happened, and keeps what they typed', async () => {
    const { page } = tove;
    const before = await titleOf('ali');
    await page.getByRole('button', { name: 'Ändra uppgifter' }).click();
    await page.getByRole('textbox', { name: 'Titel' }).fill(TITLE);
    await page.getByRole('button', { name: 'Spara' }).click();
    await proof(page).waitFor();
    expect(await axe(page)).toEqual([]);
    await proof(page).getByRole('button', { name: 'Nej, låt bli' }).click();
    await page.getByText('du behöver legitimera dig en gång till först').first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe(TITLE);
    expect(await titleOf('ali')).toBe(before);
  }, 60_000);

  it('where the browser opens no tab nothing that was typed is left behind, and a link leads to one', async () => {
    const { page, context } = tove;
    // A string: it is the page's own window.
    await page.evaluate(`window.opens = window.open; window.open = () => null`);
    const before = page.url();
    await page.getByRole('button', { name: 'Spara' }).click();
    await proof(page).getByRole('button', { name: 'Legitimera dig i en ny flik' }).click();
    const link = proof(page).getByRole('link', { name: 'Webbläsaren öppnade ingen flik. Öppna den här' });
    await link.waitFor();
    expect(await axe(page)).toEqual([]);
    const opening = context.waitForEvent('page');
    await link.click();
    const beside = await opening;
    await beside.getByRole('heading', { name: 'Legitimera dig igen' }).waitFor();
    await beside.close();
    expect(page.url()).toBe(before);
    await proof(page).getByRole('button', { name: 'Nej, låt bli' }).click();
    expect(await page.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe(TITLE);
    await page.evaluate(`window.open = window.opens`);
  }, 60_000);

  it('whoever shows who they are comes back to the same page, and the act is done', async () => {
    const { page, context } = tove;
    await page.getByRole('button', { name: 'Spara' }).click();
    const opening = context.waitForEvent('page');
    await proof(page).getByRole('button', { name: 'Legitimera dig i en ny flik' }).click();
    const beside = await opening;
    await beside.getByRole('heading', { name: 'Legitimera dig igen' }).waitFor();
    expect(new URL(beside.url()).origin).toBe(town.house.identityUrl);
    const closing = beside.waitForEvent('close');
    await beside.locator('button[name="person"]').click();
    await closing;
    await proof(page).waitFor({ state: 'detached' });
    await page.getByText(TITLE).first().waitFor();
    expect(await titleOf('ali')).toBe(TITLE);
    expect(context.pages()).toHaveLength(1);
    expect(tove.faults).toEqual([]);
  }, 60_000);

  it('is not asked again for the next one', async () => {
    const { page } = tove;
    await page.getByRole('button', { name: 'Ändra uppgifter' }).click();
    await page.getByRole('textbox', { name: 'Titel' }).fill('Socialsekreterare');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await titleOf('ali')).toBe('Socialsekreterare');
  }, 60_000);
});
