/** What was answered in a form is seen when one comes back to it, and what is sent is what one sees. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../support/browser.js';
import * as journey from '../../support/journey.js';
import { makeReport } from '../../support/reports.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const GANG = 'Risk att dras in i kriminella nätverk';
const REASONS = 'Äldre killar hämtar honom.';

describeInBrowser('a form that is left and come back to', () => {
  let town: RunningTown;
  let caseId = '';
  const as = (key: string) => town.house.api.as({ id: town.world.town.staff.get(key) ?? '' });
  /** By links of the client: drafts live as long as the page does. */
  const away = async (page: Page, link: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).first().click();
    await page.locator('form.form').waitFor({ state: 'detached' });
    await page.goBack();
  };

  beforeAll(async () => {
    town = await startRunningTown();
    const { id } = await makeReport(await as('marcus'));
    const [row] = await town.world.behindTheLocks<{ case_id: string }>(
      'select case_id from report_child where report_id = $1',
      [id],
    );
    caseId = row!.case_id;
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('keeps which instrument one grades by, and sends the answers to that one', async () => {
    const { page } = await town.openAs('maria', { at: `/arende/${caseId}`, width: 1280 });
    await journey.assessProtection(page, 'Barnet är hos mormor.', 'Mormor stannar hemma.');
    await journey.pick(page, /Stöd/, GANG);
    await page.locator('.case-factors summary').click();
    await journey.choose(page, 'Begår själv brott', 'Stämmer');
    await page.locator('.case-factors').getByLabel('Vad bygger du det på?').fill(REASONS);
    await away(page, 'Inkorg');
    const answer = page.getByRole('radiogroup', { name: 'Begår själv brott' });
    await answer.waitFor();
    expect(await answer.getByRole('radio', { name: 'Stämmer', exact: true }).isChecked()).toBe(true);
    await journey.grade(page, 'Orange', 'Oro för kretsen.');
    const { case: file } = await (
      await as('maria')
    ).query(
      `query($id: ID!) { case(id: $id) { gradings { instrument reasons { answers { factor answer reasons } } } } }`,
      {
        id: caseId,
      },
    );
    expect(file.gradings).toMatchObject([{ instrument: 'gang-recruitment' }]);
    expect(JSON.stringify(file.gradings)).toContain(REASONS);
  }, 90_000);

  it('opens the questions that a report’s draft has answers to', async () => {
    const { page } = await town.openAs('lena', { at: '/anmal', width: 1280 });
    await page.getByRole('button', { name: 'Fyll i Check:IRK också' }).click();
    await journey.choose(page, 'Alkohol eller andra droger', 'Stämmer inte');
    await away(page, 'Nu');
    const answer = page.getByRole('radiogroup', { name: 'Alkohol eller andra droger' });
    await answer.waitFor();
    expect(await answer.getByRole('radio', { name: 'Stämmer inte' }).isChecked()).toBe(true);
  }, 60_000);

  it('opens them in what one adds to a report too', async () => {
    const { page } = await town.openAs('marcus', { at: '/mina-anmalningar', width: 1280 });
    const dialog = page.getByRole('dialog');
    await page
      .getByRole('button', { name: /^Komplettera [0-9A-Z]{5}-/ })
      .first()
      .click();
    await dialog.getByRole('button', { name: 'Fyll i Check:IRK också' }).click();
    await journey.choose(page, 'Alkohol eller andra droger', 'Stämmer inte');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /^Komplettera [0-9A-Z]{5}-/ })
      .first()
      .click();
    await dialog.getByRole('radiogroup', { name: 'Alkohol eller andra droger' }).waitFor();
    expect(await dialog.getByRole('radio', { name: 'Stämmer inte' }).first().isVisible()).toBe(true);
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
