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

  it('leaves nothing of a post that ends, also in the tab beside, and lets one choose as who to go on', async () => {
    const { page } = await town.openAs('birgitta', { at: '/nu', width: 390 });
    const beside = await page.context().newPage();
    await beside.goto(`${town.url}/kalender`);
    await beside.getByRole('heading', { level: 1 }).waitFor();
    const [post] = await town.world.behindTheLocks<{ unit: string }>(
      `with acting as (select membership_id as id from session where staff_id = $1 order by created_at desc limit 1)
       update membership m set ends_at = clock.now() from acting a, unit u where m.id = a.id and u.id = m.unit_id returning u.name as unit`,
      [town.world.town.staff.get('birgitta')],
    );
    // What the page asks next is refused, and it learns why by itself.
    await page.goto(`${town.url}/aviseringar`);
    await page.getByRole('heading', { name: 'Ditt uppdrag har tagit slut' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await picture(page, { width: 390, height: 844 }, 'post-over');
    const others = page.getByRole('group', { name: 'Dina uppdrag' }).getByRole('button', { name: /^Fortsätt som/ });
    expect(await others.count()).toBe(1);
    expect(await others.first().innerText()).not.toContain(`${post?.unit},`);
    await others.first().click();
    await page.locator('main h1').waitFor();
    await page.getByText('Ditt uppdrag har tagit slut').waitFor({ state: 'detached' });
    // The tab beside stood in the post that is over: it begins afresh in the one that was chosen.
    await beside.waitForURL((url) => url.pathname !== '/kalender');
    expect(await beside.getByText('Ditt uppdrag har tagit slut').count()).toBe(0);
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
