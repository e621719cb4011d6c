/**
 * A coordinator calls a joint meeting. The officer is asked in their calendar and on the phone and says yes with one tap;
 * the coordinator sees it without reading the page again.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../support/browser.js';
import { until } from '../../support/hub.js';
import { openMeasuresCase, signedConsent, type ConsentUnderTest, type JointCase } from '../../support/joint.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];

describeInBrowser('an invitation', () => {
  let town: RunningTown;
  let file: JointCase;
  let consent: ConsentUnderTest;
  const pages = new Map<string, Page>();
  const come = async (key: string, at: string, width = 1280): Promise<Page> => {
    const { page } = await town.openAs(key, { at, width });
    pages.set(key, page);
    return page;
  };
  const pageOf = (key: string): Page => pages.get(key)!;
  const picture = async (key: string, name: string): Promise<void> => {
    if (pictures) await pageOf(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown();
    file = await openMeasuresCase(town.world);
    consent = await signedConsent(town.world, file);
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('goes out when the meeting is called, and the coordinator sees who has not answered', async () => {
    const anna = await come('anna', `/arende/${file.caseId}`);
    await anna.getByRole('link', { name: 'Kalla till gemensamt möte' }).click();
    await anna.getByText('Vilka når samtycket?').waitFor();
    await anna.getByRole('button', { name: /^Kalla \d+ enheter/ }).click();
    await anna.waitForURL(/\/hubb\/[0-9a-f-]{36}$/);
    await anna.getByRole('heading', { name: /^Kallade: 1 av \d kommer/ }).waitFor();
    expect(await anna.locator('.called-one', { hasText: 'Har inte svarat' }).count()).toBeGreaterThan(0);
    await picture('anna', 'invitation-lobby');
  }, 120_000);

  it('is waited for on the coordinator’s day, who reminds with the keyboard alone', async () => {
    const anna = pageOf('anna');
    const lobby = anna.url();
    await anna.goto('/nu');
    await anna.getByRole('heading', { name: /^Väntar på \d svar$/ }).waitFor();
    const lines = anna.getByRole('list', { name: 'De som inte har svarat' });
    const marcus = lines.locator('.silent', { hasText: 'Inbjudan till möte' }).filter({ hasText: 'Marcus Dahlin' });
    await picture('anna', 'silent-now');
    await lines.getByRole('link').first().focus();
    await anna.keyboard.press('End');
    await anna.waitForFunction(`document.activeElement?.closest('.silent')?.nextElementSibling === null`);
    await marcus.getByRole('button', { name: 'Påminn Marcus Dahlin' }).press('Enter');
    await anna.getByText('Påmind nu.').first().waitFor();
    await marcus.getByText('Kan påminnas igen').waitFor();
    await anna.setViewportSize({ width: 390, height: 844 });
    await picture('anna', 'silent-now-phone');
    expect(await anna.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await anna.setViewportSize({ width: 1280, height: 800 });
    await anna.goto(lobby);
    await anna.getByRole('heading', { name: /^Kallade: 1 av \d kommer/ }).waitFor();
  }, 60_000);

  it('is answered on a phone with one tap, and the coordinator sees it at once', async () => {
    const marcus = await come('marcus', '/nu', 390);
    await marcus.getByRole('heading', { name: 'Svara på inbjudan' }).waitFor();
    await picture('marcus', 'invitation-now-phone');
    await marcus.getByRole('link', { name: 'Alla inbjudningar' }).click();
    await marcus.getByRole('heading', { name: 'Väntar på ditt svar' }).waitFor();
    await picture('marcus', 'invitation-waiting-phone');
    await marcus.getByRole('button', { name: 'Jag kommer' }).click();
    await marcus.getByText('Tack! Du är med på mötet.').first().waitFor();
    await marcus.getByRole('heading', { name: 'Du har svarat' }).waitFor();
    expect(await marcus.getByRole('button', { name: 'Jag kommer' }).getAttribute('aria-pressed')).toBe('true');
    await picture('marcus', 'invitation-accepted-phone');
    const anna = pageOf('anna');
    await anna.getByRole('heading', { name: /^Kallade: 2 av \d kommer/ }).waitFor();
    await picture('anna', 'invitation-lobby-accepted');
  }, 120_000);

  it('is moved when it is seen what that means, and the officer sees the new time and is asked again', async () => {
    const anna = pageOf('anna');
    await anna.getByRole('button', { name: 'Flytta', exact: true }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByRole('spinbutton').nth(3).click();
    await anna.keyboard.type('15');
    await dialog.getByText('Har tackat ja och får svara på nytt').waitFor();
    await dialog.getByText(/\d personer får besked i sina kalendrar/).waitFor();
    await picture('anna', 'invitation-move');
    // Looked away from and come back to, the new time still stands there.
    await anna.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await anna.getByRole('button', { name: 'Flytta', exact: true }).click();
    expect(await dialog.getByRole('spinbutton').nth(3).innerText()).toBe('15');
    await dialog.getByText('Har tackat ja och får svara på nytt').waitFor();
    await dialog.getByRole('button', { name: 'Flytta mötet' }).click();
    await anna.getByText('Mötet är flyttat.').first().waitFor();
    await anna.getByText(/15:00 · 30 min/).waitFor();
    const marcus = pageOf('marcus');
    await marcus.getByText('Mötet har fått en ny tid. Svara på nytt.').waitFor();
    expect(await marcus.locator('.invitation-when').innerText()).toContain('15:00');
    await picture('marcus', 'invitation-moved-phone');
  }, 60_000);

  it('is answered from the mail that the demonstration keeps, as from a calendar program', async () => {
    const { page: mail } = await town.open('gateway');
    pages.set('gateway', mail);
    const latest = mail.locator('.mails > li', { hasText: 'marcus' }).filter({ hasText: 'Ny tid' }).first();
    // The page shows what has been sent when it is opened; the worker sends in its own time.
    await until(async () => {
      await mail.goto(`${town.house.identityUrl}/sent`);
      return (await latest.getByText(/ 15:00–15:30/).count()) > 0;
    }, 15_000);
    await latest.getByText('Kalenderdelen som den är skriven').click();
    await picture('gateway', 'sent-calendar');
    await latest.getByRole('button', { name: 'Kanske' }).click();
    await mail.getByText('Tack! Svaret har kommit fram').waitFor();
    const marcus = pageOf('marcus');
    await marcus.getByText('Du kommer kanske').first().waitFor();
    expect(await marcus.getByRole('button', { name: 'Kanske' }).getAttribute('aria-pressed')).toBe('true');
  }, 60_000);

  it('stands in the week beside what is due, walked by the keyboard and read on a phone', async () => {
    const anna = pageOf('anna');
    // The town's own breaks are days of one year; the tests run in any.
    await town.world.behindTheLocks(
      `update municipality set settings = jsonb_set(settings, '{calendar,schoolBreaks}', jsonb_build_array(jsonb_build_object(
         'name', 'Lov', 'from', clock.now()::date::text, 'to', (clock.now()::date + 1)::text))) returning 1`,
    );
    await anna.goto('/kalender');
    const today = anna.locator('.my-day[data-today]');
    await today.getByText('Lov', { exact: true }).waitFor();
    await today.getByRole('link', { name: /15:00 Gemensamt möte/ }).waitFor();
    expect(await today.locator('.my-day-name').getAttribute('aria-label')).toMatch(/i dag, Skollov: Lov, ett möte/);
    await picture('anna', 'calendar-my-week');
    await today.locator('.my-day-name').focus();
    await anna.keyboard.press('ArrowDown');
    await anna.locator('.day-line:focus').waitFor();
    await anna.keyboard.press('ArrowUp');
    await anna.keyboard.press('ArrowRight');
    await anna.waitForFunction(`document.activeElement?.closest('.my-day')?.previousElementSibling?.dataset.today`);
    // Week by week to the next feast of the new year.
    const feast = anna.getByText('Nyårsdagen');
    for (let week = 0; week < 60 && (await feast.count()) === 0; week++) {
      await anna.keyboard.press('PageDown');
      await anna.waitForTimeout(150);
    }
    await feast.waitFor();
    await picture('anna', 'calendar-my-week-holidays');
    await anna.getByRole('button', { name: 'Den här veckan' }).click();
    await today.getByRole('link', { name: /15:00 Gemensamt möte/ }).waitFor();
    await anna.setViewportSize({ width: 390, height: 844 });
    await picture('anna', 'calendar-my-week-phone');
    expect(await anna.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await anna.setViewportSize({ width: 1280, height: 800 });
  }, 60_000);

  it('stands on its day in the month, which is walked by the keyboard and read on a phone', async () => {
    const anna = pageOf('anna');
    await anna.goto('/kalender');
    await anna.getByText('Månad', { exact: true }).click();
    const chosen = anna.locator('.month-day[data-chosen]');
    await anna
      .locator('.day-panel')
      .getByRole('link', { name: /15:00 Gemensamt möte/ })
      .waitFor();
    expect(await chosen.getAttribute('aria-label')).toMatch(/i dag, Skollov: Lov, ett möte/);
    const today = await anna.locator('.day-panel h2').innerText();
    await picture('anna', 'calendar-month');
    await chosen.focus();
    await anna.keyboard.press('ArrowRight');
    await anna.locator('.day-panel h2', { hasNotText: today }).waitFor();
    await anna.locator('[data-chosen="true"]:focus').waitFor();
    await anna.keyboard.press('ArrowLeft');
    await anna.setViewportSize({ width: 390, height: 844 });
    await picture('anna', 'calendar-month-phone');
    expect(await anna.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await anna.setViewportSize({ width: 1280, height: 800 });
  }, 60_000);

  it('is gone without a reason when the consent is taken back', async () => {
    const marcus = pageOf('marcus');
    await consent.withdraw(file.guardianId);
    await marcus.getByText('Du behövs inte på det här mötet längre.').waitFor();
    const words = await marcus.locator('main').innerText();
    expect(words).not.toMatch(/samtyck|familj|2026-0/i);
    await picture('marcus', 'invitation-cancelled-phone');
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
