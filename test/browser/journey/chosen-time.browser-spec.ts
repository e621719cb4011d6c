/** A hub meets at no other time than the one that was chosen, and a time that has passed is proposed anew. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { choose } from '../../support/journey.js';
import { LOOKS, picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

describeInBrowser('the time of a hub', () => {
  let town: RunningTown;
  let orange: GradedCase;
  const look = async ({ page }: Visitor, name: string): Promise<void> => {
    expect(await axe(page)).toEqual([]);
    for (const one of LOOKS) {
      await page.setViewportSize(one);
      await page.emulateMedia({ colorScheme: one.night ? 'dark' : 'light' });
      expect(await sidewaysScroll(page)).toBe(0);
      await picture(page, one, `${name}-${one.name}`);
    }
  };

  beforeAll(async () => {
    town = await startRunningTown();
    orange = await openGradedCase(town.world, { grade: 'orange', givenName: 'Nadja' });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('convenes at no time that was not chosen, and says what a chosen one keeps', async () => {
    const maria = await town.openAs('maria', { at: `/hubb/ny?arende=${orange.caseId}` });
    const { page } = maria;
    const send = () => page.getByRole('button', { name: /^Sammankalla \d+ enhet/ }).click();
    const hubs = () => town.world.behindTheLocks(`select 1 from hub where case_id = $1`, [orange.caseId]);
    await choose(page, 'När möts ni?', 'En annan tid');
    const time = page.getByRole('group', { name: 'Tid', exact: true });
    const parts = await time.getByRole('spinbutton').all();
    await page.locator('.help', { hasText: 'Hinner före tidsgränsen.' }).waitFor();
    // Half a time is none, whatever it was before.
    await parts[3]!.press('Backspace');
    await parts[3]!.press('Backspace');
    await send();
    await page.getByText('Skriv både dag och klockslag.').waitFor();
    expect(await hubs()).toEqual([]);
    const year = Number(await parts[0]!.innerText()) + 1;
    for (const part of parts) for (let pressed = 0; pressed < 4; pressed += 1) await part.press('Backspace');
    await send();
    await page.getByText('Skriv både dag och klockslag.').waitFor();
    expect(await hubs()).toEqual([]);
    await look(maria, 'convene-own-time');
    for (const [at, typed] of [String(year), '01', '12', '13', '00'].entries())
      await parts[at]!.pressSequentially(typed);
    await page.getByText('Mötet slutar efter tidsgränsen.').waitFor();
    // The page stands open until the proposed time has passed.
    await choose(page, 'När möts ni?', /stående tid|Extra tid/);
    await page.getByRole('checkbox', { name: /Beroendeenheten/ }).uncheck({ force: true });
    await town.moveClock(7 * 60);
    await send();
    await page.getByText('Tiden gick ut innan du sammankallade.').waitFor();
    expect(await hubs()).toEqual([]);
    expect(await page.getByRole('checkbox', { name: /Beroendeenheten/ }).isChecked()).toBe(false);
    await page.getByText('Tiden gick ut innan du sammankallade.').waitFor();
    await send();
    await page.waitForURL(/\/hubb\/[0-9a-f-]{36}$/);
    expect(await hubs()).toHaveLength(1);
  }, 120_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
