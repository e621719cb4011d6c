/** A coordinator's own calendar, from the menu with her name: what is wrong is said at the field, and only times leave her computer. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1',
  'SUMMARY:Hembesök hos Elliot',
  'DTSTART:20200107T080000Z',
  'DTEND:20200107T090000Z',
  'RRULE:FREQ=WEEKLY',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describeInBrowser('busy times', () => {
  let town: RunningTown;
  let anna: Visitor;
  let page: Page;
  const picture = async (name: string): Promise<void> => {
    expect([name, await axe(page)]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page)]).toEqual([name, 0]);
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown();
    anna = await town.openAs('anna', { at: '/nu' });
    page = anna.page;
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('are added from a file, of which no word is sent', async () => {
    await page.getByRole('button', { name: /Anna Wikmark/ }).click();
    await page.getByRole('menuitem', { name: 'Mina upptagna tider' }).click();
    await page.getByText('Ingen kalender än').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const file = (name: string, text: string) => ({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) });
    await page.locator('input[type=file]').setInputFiles(file('fel.ics', '<html>Logga in</html>'));
    await page.getByText('Det här är ingen kalenderfil.').waitFor();
    await page.locator('input[type=file]').setInputFiles(file('anna.ics', CALENDAR));
    await page.getByText('Kalenderfil').waitFor();
    expect(sent.some((body) => body.includes('DTSTART'))).toBe(true);
    expect(sent.filter((body) => body.includes('Elliot'))).toEqual([]);
  }, 60_000);

  it('are followed at an address, and the page says what to do where it leads nowhere', async () => {
    await page.getByLabel('Kalenderns adress').fill('http://kalender.example/anna.ics');
    await page.getByRole('button', { name: 'Följ kalendern' }).click();
    await page.getByText('Adressen måste börja med https eller webcal').waitFor();
    expect(await page.getByLabel('Kalenderns adress').inputValue()).toBe('http://kalender.example/anna.ics');
    await page.getByLabel('Kalenderns adress').fill('https://127.0.0.1/anna.ics');
    await page.getByRole('button', { name: 'Följ kalendern' }).click();
    await page.getByRole('button', { name: 'Ta bort 127.0.0.1' }).waitFor();
    // The worker has tried, and has been nowhere inside.
    for (
      let tries = 0;
      tries < 20 && (await page.getByText('leder inte till en öppen webbplats').count()) === 0;
      tries += 1
    ) {
      await page.waitForTimeout(500);
      await page.reload();
      await page.getByText('Kalenderns adress').waitFor();
    }
    expect(await page.getByText('leder inte till en öppen webbplats').count()).toBe(1);
    await picture('busy-times');
  }, 60_000);

  it('are forgotten by one tap', async () => {
    await page.getByRole('button', { name: 'Ta bort 127.0.0.1' }).click();
    await page.getByRole('button', { name: 'Ta bort 127.0.0.1' }).waitFor({ state: 'detached' });
    expect(town.faults()).toEqual([]);
  }, 60_000);
});
