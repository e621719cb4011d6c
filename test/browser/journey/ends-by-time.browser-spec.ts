/** What was told until an hour leaves the screens that show it at that hour, though nothing happens and nobody tells them. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seatsOnAssessment } from '../../support/assessed-seats.js';
import { axe, describeInBrowser, type Visitor } from '../../support/browser.js';
import { formedGroup } from '../../support/group.js';
import { picture } from '../../support/pages.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';
import { shareByConsent } from '../../support/told-case.js';

const PLAN = 'Hemma klockan nio på vardagar';
const NAME = /Provberg/;

describeInBrowser('what ends by time alone', () => {
  let town: RunningTown;
  let file: GradedCase;
  let lena: Visitor;
  let marcus: Visitor;

  beforeAll(async () => {
    town = await startRunningTown({
      prepare: async (world) => {
        file = await openGradedCase(world, { grade: 'orange' });
      },
    });
    const { world, url } = town;
    const client = await town.house.api.as({ id: world.town.staff.get('maria') ?? '' });
    const [row] = await world.behindTheLocks<{ at: Date }>(`select clock.now() + interval '10 minutes' as at`);
    await shareByConsent({ client, url, world }, file.caseId, row!.at);
    lena = await town.openAs('lena', { at: `/delat/${file.caseId}` });
    marcus = await town.openAs('marcus', { at: '/delat' });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('stands until then', async () => {
    await lena.page.getByText(PLAN).waitFor();
    await marcus.page.getByText(NAME).first().waitFor();
    await town.moveClock(8);
    await lena.page.waitForTimeout(3_000);
    expect(await lena.page.getByText(PLAN).isVisible()).toBe(true);
    expect(await marcus.page.getByText(NAME).first().isVisible()).toBe(true);
  }, 60_000);

  it('leaves the page of the case and the list in that hour, with the name', async () => {
    await town.moveClock(3);
    await lena.page.getByText('Du kan inte längre se uppgiften').first().waitFor({ timeout: 10_000 });
    expect(await lena.page.locator('main').innerText()).not.toMatch(/klockan nio|Provberg/);
    await marcus.page.getByText(NAME).first().waitFor({ state: 'detached', timeout: 10_000 });
    expect(await marcus.page.locator('main').innerText()).not.toMatch(NAME);
  }, 60_000);

  it('leaves a guest with a calm sentence when their seat in a group ends by time alone', async () => {
    const group = await formedGroup(town.world, town.house.api, { givenName: 'Malte' });
    await seatsOnAssessment(town.world, group, { police: 10, school: 600 });
    const { page } = await town.openAs('marcus', { at: `/grupper/${group.id}`, width: 390 });
    await page.getByRole('heading', { name: /Malte/ }).waitFor();
    await town.moveClock(12);
    await page.getByText('Du behövs inte längre här').waitFor({ timeout: 10_000 });
    expect(await page.locator('main').innerText()).not.toMatch(/Malte|grund|bedöm|samtycke/i);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await picture(page, { width: 390, height: 844 }, 'seat-left');
    await page.goto(`${town.url}/aviseringar`);
    await page
      .getByText('Du behövs inte längre på ett möte, i en grupp eller för ett svar.')
      .first()
      .waitFor({ timeout: 10_000 });
  }, 90_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
