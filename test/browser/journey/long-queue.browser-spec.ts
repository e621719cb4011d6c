/** A queue longer than one answer holds is shown to its end, and what comes meanwhile takes nobody's place. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApiClient } from '../../support/api.js';
import { describeInBrowser, type Visitor } from '../../support/browser.js';
import { makeReport, PROTECT, reportedChild } from '../../support/reports.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const REPORTS = 13;
const CHILDREN = 10;

describeInBrowser('a long queue', () => {
  let town: RunningTown;
  let marcus: ApiClient;
  let maria: Visitor;

  const child = (name: string) =>
    reportedChild({ givenName: name, familyName: 'Provkö', number: '', noNumberReason: 'unknown', bornYear: 2012 });
  const cards = () => maria.page.locator('.queue-card').count();

  beforeAll(async () => {
    town = await startRunningTown();
    marcus = await town.house.api.as({ id: town.world.town.staff.get('marcus')! });
    for (let report = 0; report < REPORTS; report += 1)
      await makeReport(marcus, {
        children: Array.from({ length: CHILDREN }, (_, at) => child(`Barn ${report * CHILDREN + at + 1}`)),
      });
    maria = await town.openAs('maria', { at: '/inkorg', width: 1280 });
  }, 240_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is shown on and on, to its last', async () => {
    const { page } = maria;
    await page.locator('.queue-card').first().waitFor();
    expect(await cards()).toBe(25);
    for (const shown of [50, 75, 100, 125, 130]) {
      await page.getByRole('button', { name: 'Visa fler' }).click();
      await page
        .locator('.queue-card')
        .nth(shown - 1)
        .waitFor();
      expect(await cards()).toBe(shown);
    }
    expect(await page.getByRole('button', { name: 'Visa fler' }).count()).toBe(0);
    const names = await page.locator('.queue-card-name').allInnerTexts();
    expect(new Set(names).size).toBe(130);
  }, 90_000);

  it('takes in what comes, while who reads far down keeps focus and place', async () => {
    const { page } = maria;
    const last = page.locator('.queue-card').last();
    const link = last.getByRole('link');
    const name = await link.innerText();
    await link.focus();
    const before = (await last.boundingBox())?.y ?? 0;
    const caseId = (await link.getAttribute('href'))?.split('/').at(-1);
    await makeReport(marcus, { children: [child('Brådskande')], immediateDanger: true });
    await page.locator('.queue-card').nth(130).waitFor();
    expect(await page.locator('.queue-card').first().innerText()).toContain('Brådskande Provkö');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe(name);
    const after = (await page.locator('.queue-card').last().boundingBox())?.y ?? 0;
    expect(Math.abs(after - before)).toBeLessThan(5);
    const api = await town.house.api.as({ id: town.world.town.staff.get('maria')! });
    await api.query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Hos mormor.', measures: '' } });
    await page.locator('.queue-card').last().getByText('Inget omedelbart skyddsbehov').waitFor();
    expect(await cards()).toBe(131);
    expect(town.faults()).toEqual([]);
  }, 60_000);

  it('has a notice of each, and every one of them can be read', async () => {
    const { page } = maria;
    const [row] = await town.world.behindTheLocks<{ n: number }>(
      'select count(distinct coalesce(deadline_id, id))::int as n from notice where staff_id = $1',
      [town.world.town.staff.get('maria')],
    );
    const all = row?.n ?? 0;
    expect(all).toBeGreaterThan(125);
    await page.goto(`${town.url}/aviseringar`);
    const lines = page.locator('.notice-list > .notice');
    const more = page.getByRole('button', { name: 'Visa fler' });
    for (const shown of [25, 50, 75, 100, 125]) {
      await lines.nth(shown - 1).waitFor();
      expect(await lines.count()).toBe(shown);
      await more.click();
    }
    await lines.nth(all - 1).waitFor();
    expect(await lines.count()).toBe(all);
    expect(await more.count()).toBe(0);
    // What is marked at the end of a long list is marked where it stands.
    await page.getByRole('button', { name: 'Markera alla som lästa' }).click();
    await page.locator('.notice[data-unread]').first().waitFor({ state: 'detached' });
    expect(await page.locator('.notice[data-unread]').count()).toBe(0);
    expect(await lines.count()).toBe(all);
    expect(town.faults()).toEqual([]);
  }, 90_000);
});
