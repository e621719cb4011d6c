/**
 * A coordinator calls a joint meeting. The officer is asked in their calendar and on the phone and says yes with one tap;
 * the coordinator sees it without reading the page again.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../support/browser.js';
import { openMeasuresCase, signedConsent, type JointCase } from '../../support/joint.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];

describeInBrowser('an invitation', () => {
  let town: RunningTown;
  let file: JointCase;
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
    await signedConsent(town.world, file);
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
    await anna.locator('.called-one', { hasText: 'Har inte svarat' }).first().waitFor();
    await picture('anna', 'invitation-lobby');
  }, 120_000);

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

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
