/** A red case whose hub found that more is needed now: it stands on the queue again and is convened again in three taps. [S0] */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { conveneHub } from '../../support/hub.js';
import { LOOKS, picture } from '../../support/pages.js';
import { CASE, GRADE, makeReport, PROTECT, QUEUE, reportedChild } from '../../support/reports.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

describeInBrowser('more is needed now', () => {
  let town: RunningTown;
  let maria: Visitor;
  let lobby: Visitor['page'];
  let caseId = '';
  let metAt = '';
  const as = (key: string) => town.house.api.as({ id: town.world.town.staff.get(key) ?? '' });
  /** The unit of the night has answered and gone home: whoever leads puts up what it answered, and it can be read. */
  const showAbsent = async (at: string) => {
    const { page } = await town.openAs('maria', { at });
    const unit = page.locator('.unit', { hasText: 'Socialjouren' });
    await unit.getByText('Har svarat, men ingen från enheten är här.').waitFor();
    expect(await axe(page)).toEqual([]);
    await unit.getByRole('button', { name: 'Visa enhetens bild' }).click();
    await unit.getByText('Bild från nils').waitFor();
    await unit.getByText('Visad av mötesledaren').waitFor();
    await page.close();
  };
  const queued = async (key: string, stage = 'all') => {
    const { intakeQueue } = await (await as(key)).query(QUEUE, { stage });
    const { ungraded, graded, edges } = intakeQueue;
    return { ungraded, graded, states: edges.map(({ node }: { node: { state: string } }) => node.state) };
  };

  beforeAll(async () => {
    town = await startRunningTown();
    await makeReport(await as('marcus'), { children: [reportedChild({ givenName: 'Omar', familyName: 'Provlind' })] });
    const intake = await as('maria');
    const { intakeQueue } = await intake.query(QUEUE);
    caseId = intakeQueue.edges[0].node.id;
    await intake.query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma.' } });
    const { case: file } = await intake.query(CASE, { id: caseId });
    const judged = { grade: 'red', reasons: 'Rekryteras just nu.', instrument: 'check-irk' };
    await intake.query(GRADE, { input: { caseId, expectedVersion: file.version, ...judged } });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('leaves the queue while the hub has it, and is back when it has met', async () => {
    const hub = await conveneHub(town.world, town.house.api, { caseId, personId: '', guardianId: '' });
    metAt = `/hubb/${hub.hubId}`;
    for (const key of ['maria', 'birgitta']) expect(await queued(key)).toEqual({ ungraded: 0, graded: 0, states: [] });
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    await hub.act('sara', 'givePicture', 'GivePictureInput', { questionId: hub.questions['sara'] });
    await showAbsent(`${metAt}/tavla`);
    await hub.act('birgitta', 'decideHub', 'DecideHubInput', { kind: 'more-now', reasons: 'Skolans bild saknas.' });
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'begin-closing' });
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'close' });
    for (const key of ['maria', 'birgitta'])
      expect(await queued(key)).toEqual({ ungraded: 0, graded: 1, states: ['in-hub'] });
    expect(await queued('maria', 'graded')).toMatchObject({ states: ['in-hub'] });
    expect(await queued('maria', 'ungraded')).toMatchObject({ states: [] });
  }, 60_000);

  it('offers no hand-over in the lobby and on the board of the hub that has met, but to convene again', async () => {
    const { page } = await town.openAs('maria', { at: metAt });
    await page.getByText('Ingen har sammankallat hubben igen än.').waitFor();
    expect(await page.getByRole('link', { name: 'Överlämningen' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Sammankalla igen' }).getAttribute('href')).toContain(caseId);
    for (const look of LOOKS) {
      await page.setViewportSize(look);
      expect(await axe(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      await picture(page, look, `more-now-lobby-${look.name}`);
    }
    await page.goto(`${metAt}/tavla`);
    await page.locator('.leader').getByRole('link', { name: 'Till lobbyn' }).waitFor();
    expect(await page.getByRole('link', { name: 'Till överlämningen' }).count()).toBe(0);
    // Stays open: what comes next shows there by itself.
    await page.goto(metAt);
    lobby = page;
  }, 60_000);

  it('is convened again from the queue, with the time that is left before one’s eyes', async () => {
    maria = await town.openAs('maria', { at: '/inkorg' });
    const { page } = maria;
    const card = page.locator('.queue-card', { hasText: 'Omar Provlind' });
    await card.getByText('Hubben behöver mötas igen').waitFor();
    for (const look of LOOKS) {
      await page.setViewportSize(look);
      await page.emulateMedia({ colorScheme: look.night ? 'dark' : 'light' });
      expect(await axe(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      await picture(page, look, `more-now-queue-${look.name}`);
    }
    await card.getByRole('link', { name: 'Omar Provlind' }).click();
    await page.getByText('Hubben behöver mötas igen').first().waitFor();
    await page.locator('.case-deadlines', { hasText: 'Röd: hubb och bedömning' }).waitFor();
    await picture(page, { width: 390, height: 844 }, 'more-now-case-phone');
    await page.getByRole('link', { name: 'Sammankalla igen' }).click();
    await page.getByRole('button', { name: /^Sammankalla \d+ enhet/ }).click();
    await page.waitForURL(/\/hubb\/[0-9a-f-]{36}$/);
    await page.goto(`/arende/${caseId}`);
    await page.getByText('Omar Provlind').first().waitFor();
    expect(await page.getByRole('link', { name: 'Sammankalla igen' }).count()).toBe(0);
    expect(await queued('maria')).toMatchObject({ states: [] });
    const next = lobby.getByRole('link', { name: 'Till nästa möte' });
    await next.waitFor();
    await lobby.getByText('Hubben möts igen').waitFor();
    await next.click();
    await lobby.getByText('Mötet börjar om').first().waitFor();
    expect(lobby.url()).not.toContain(metAt);
  }, 120_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
