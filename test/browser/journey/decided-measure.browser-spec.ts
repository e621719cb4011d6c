/**
 * What a meeting decides is followed in the plan, by its people in real browsers: said at the point where the meeting stands, on
 * the screens of those who are there and on no other, and gone from them all when it was the wrong child’s ([S1]; OSL 26:1).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { formedGroup } from '../../support/group.js';
import { openMeasuresCase } from '../../support/joint.js';
import { pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];
const WORDS = 'Möta upp vid torget.';

describeInBrowser('a measure that a meeting decides', () => {
  let town: RunningTown;
  let groupId: string;
  let meetingAt: string;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const picture = async (key: string, name: string): Promise<void> => {
    expect([name, await axe(page(key))]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    await page(key).evaluate('window.scrollTo(0, 0)');
    if (pictures) await page(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown();
    const file = await openMeasuresCase(town.world, { givenName: 'Besluta', familyName: 'Provbeslut' });
    const group = await formedGroup(town.world, town.house.api, { file });
    groupId = group.id;
    await group.step('plan', { words: 'Skola varje dag.' });
    const meeting = await convenedMeeting(town.world, group);
    meetingAt = `/grupper/${groupId}/mote/${meeting.hubId}`;
    const anna = await group.as('anna');
    const { points } = (
      await anna.query(`query($id: ID!) { groupMeeting(hubId: $id) { points { id } } }`, { id: meeting.hubId })
    ).groupMeeting;
    // The school comes to the second point alone; the meeting stands at the first.
    await anna.query(`mutation($i: AdmitPartyInput!) { admitParty(input: $i) }`, {
      i: { hubId: meeting.hubId, unitId: town.world.caller('lena').unitId, pointIds: [points[1].id] },
    });
    await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    visitors.set('anna', await town.openAs('anna', { at: meetingAt }));
    visitors.set('marcus', await town.openAs('marcus', { at: `/grupper/${groupId}/plan`, width: 390, height: 844 }));
    visitors.set('lena', await town.openAs('lena', { at: `/grupper/${groupId}/plan` }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is said where the meeting stands, and comes into the plan of those who are there', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Nytt beslut' }).click();
    const dialog = anna.getByRole('dialog');
    // The first point is on: it is chosen already, and the school is not there.
    await dialog.getByText('med på andra punkter').first().waitFor();
    await pick(anna, /Ska det följas i planen/, /Umgänge/);
    await dialog.getByLabel('Vad ska göras?').fill(WORDS);
    await dialog.getByLabel(/^Vad ska det leda till/).fill('Trygg väg hem.');
    await pick(anna, /Vem gör det/, /Marcus Dahlin/);
    await dialog.getByRole('spinbutton', { name: 'år, När följs det upp?' }).pressSequentially('20990115');
    await picture('anna', 'decided-dialog-desktop');
    await anna.setViewportSize({ width: 390, height: 844 });
    await picture('anna', 'decided-dialog-phone');
    await anna.setViewportSize({ width: 1280, height: 800 });
    await dialog.getByRole('button', { name: 'Besluta' }).click();
    await dialog.waitFor({ state: 'detached' });
    await anna.getByRole('link', { name: 'insats i planen' }).waitFor();
    await page('marcus').reload();
    await page('marcus').getByText(WORDS).first().waitFor();
    await picture('marcus', 'decided-plan-phone');
    await anna.getByRole('link', { name: 'insats i planen' }).click();
    await anna.locator('.plan-measure', { hasText: WORDS }).waitFor();
    await picture('anna', 'decided-plan-desktop');
    await page('lena').reload();
    await page('lena')
      .getByRole('heading', { name: /^Planen/ })
      .first()
      .waitFor();
    await page('lena').getByText('Ingen insats').or(page('lena').getByText('Insatser')).first().waitFor();
    expect(await page('lena').getByText(WORDS).count()).toBe(0);
  }, 120_000);

  it('is taken out when it was the wrong child’s, and goes from the screen that shows it', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: `Ta ur planen ${WORDS}` }).click();
    const dialog = anna.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Ta ur planen' }).isDisabled()).toBe(true);
    await pick(anna, /Varför ska den ut/, 'Fel person');
    await picture('anna', 'decided-take-out-desktop');
    await dialog.getByRole('button', { name: 'Ta ur planen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await anna.getByText('Uttagen ur planen (1)').waitFor();
    await page('marcus').getByText(WORDS).first().waitFor({ state: 'detached' });
    await page('marcus').goto(`/grupper/${groupId}/plan/versioner`);
    await page('marcus').getByText('Något som ni har fått veta togs ut ur planen').waitFor();
    await picture('marcus', 'decided-taken-out-phone');
    await anna.goto(meetingAt);
    await anna.getByText('återtaget').waitFor();
  }, 120_000);
});
