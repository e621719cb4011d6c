import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, type Visitor } from '../../support/browser.js';
import { answer, assessProtection, convene, grade, report } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const CHILD = { givenName: 'Elliot', familyName: 'Provberg', bornYear: '2011' };
const CONTENT = 'Elliot sågs i natt lämna paket åt vuxna män vid stationen. En av dem bar kniv.';

describeInBrowser('a red report, from the street to the hand-over', () => {
  let town: RunningTown;
  let marcus: Visitor;
  let maria: Visitor;
  let receipt: string;
  let hubId: string;

  beforeAll(async () => {
    town = await startRunningTown();
  }, 120_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is written by the police on a phone while intake watches the queue', async () => {
    maria = await town.openAs('maria', { at: '/inkorg' });
    await maria.page.getByText('Inget väntar på dig').waitFor();
    marcus = await town.openAs('marcus', { at: '/anmal', width: 390 });
    receipt = await report(marcus.page, { ...CHILD, content: CONTENT });
    expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    // Nobody reloads anything: the report comes by itself.
    const card = maria.page.locator('.queue-card', { hasText: 'Elliot Provberg' });
    await card.waitFor({ timeout: 5000 });
    expect(await card.innerText()).toContain('Anmälaren säger fara nu');
  }, 60_000);

  it('is assessed and graded by a person, with reasons', async () => {
    const { page } = maria;
    await page.getByRole('link', { name: 'Elliot Provberg' }).click();
    await page.getByText(CONTENT).waitFor();
    await assessProtection(page, 'Okända vuxna med kniv söker upp honom.', 'Mamma är med honom hemma i dag.');
    await grade(page, 'Röd', 'Rekryteras just nu, kniv och vuxna män.');
    expect(await page.locator('.page-actions').innerText()).toContain('Röd');
  }, 60_000);

  it('convenes the units of one house', async () => {
    hubId = await convene(maria.page);
    await maria.page.getByText('0 av 6 enheter har svarat').waitFor();
  }, 60_000);

  it('has no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
