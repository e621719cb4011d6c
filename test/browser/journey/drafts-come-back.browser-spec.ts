/** What was answered in a form is seen when one comes back to it, and what is sent is what one sees. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser } from '../../support/browser.js';
import * as journey from '../../support/journey.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { openMeasuresCase } from '../../support/joint.js';
import { GRADE, makeReport } from '../../support/reports.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const GANG = 'Risk att dras in i kriminella nätverk';
const REASONS = 'Äldre killar hämtar honom.';

/** In milliseconds: longer than a draft is held before it is written down. */
const SETTLES = 600;
/** What lies on the device, as anyone reads it who has the device; empty where nothing does. */
const LYING = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('samnav-drafts');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction('draft').objectStore('draft').getAll();
    all.onsuccess = () => {
      opening.result.close();
      resolve(all.result.map((one) => JSON.stringify(one) + new TextDecoder('latin1').decode(one.sealed)).join(' '));
    };
  };
})`;

describeInBrowser('a form that is left and come back to', () => {
  let town: RunningTown;
  let caseId = '';
  let group: GroupUnderTest;
  let meeting: MeetingUnderTest;
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
    const file = await openMeasuresCase(town.world, { givenName: 'Dag', familyName: 'Provkladd' });
    group = await formedGroup(town.world, town.house.api, { file });
    await group.step('plan', { words: 'Skola varje dag.' });
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

  it('goes over another’s grade only after one has read of it, also where one was away meanwhile', async () => {
    const maria = await as('maria');
    const graded = async (): Promise<string[]> => {
      const { case: file } = await maria.query(`query($id: ID!) { case(id: $id) { gradings { grade } } }`, {
        id: caseId,
      });
      return file.gradings.map(({ grade }: { grade: string }) => grade);
    };
    const { page } = await town.openAs('maria', { at: `/arende/${caseId}`, width: 1280 });
    await page.getByRole('button', { name: 'Gradera om' }).click();
    await journey.choose(page, 'Grad', /Grön/);
    await page.getByLabel('Varför den graden?').fill('Det var ett missförstånd.');
    await page.getByRole('navigation').getByRole('link', { name: 'Nu', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Nu', exact: true }).waitFor();
    const { case: file } = await maria.query(`query($id: ID!) { case(id: $id) { version } }`, { id: caseId });
    await maria.query(GRADE, {
      input: { caseId, expectedVersion: file.version, grade: 'red', instrument: 'check-irk', reasons: 'Hotad i natt.' },
    });
    await page.goBack();
    await page.getByRole('button', { name: 'Gradera om' }).click();
    await page.getByText(/har graderat ärendet: Röd/).waitFor();
    expect(await page.getByLabel('Varför den graden?').inputValue()).toBe('Det var ett missförstånd.');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Spara graden' }).click();
    await page.getByText('Ärendet har ändrats sedan du började skriva.').waitFor();
    expect(await graded()).toEqual(['red', 'orange']);
    await page.getByRole('button', { name: 'Jag har läst det' }).click();
    await page.getByText(/har graderat ärendet: Röd/).waitFor({ state: 'detached' });
    await journey.grade(page, 'Grön', 'Det var ett missförstånd, också i natt.');
    expect(await graded()).toEqual(['green', 'red', 'orange']);
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

  it('shows beside what one had begun in a plan what another wrote meanwhile, and saves over neither', async () => {
    const anna = await group.as('anna');
    const said = { needArea: null, startsOn: null, followUpOn: null, aim: '', help: '', watch: '' };
    const { writePlanEntry: entryId } = await anna.query(
      `mutation($i: WritePlanEntryInput!) { writePlanEntry(input: $i) }`,
      { i: { groupId: group.id, kind: 'strength', category: 'measures-and-plan', words: 'Spelar fotboll.', seen: [] } },
    );
    const { page } = await town.openAs('anna', { at: `/grupper/${group.id}/plan`, width: 1280 });
    const dialog = page.getByRole('dialog');
    const open = async () => {
      await page.getByRole('button', { name: 'Ändra Spelar' }).click();
      await dialog.waitFor();
    };
    await open();
    await dialog.getByLabel(/Vad är bra/).fill('Spelar fotboll på måndagar.');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('link', { name: 'Nu', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Nu', exact: true }).waitFor();
    await (
      await group.as('elin')
    ).query(`mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`, {
      i: { ...said, entryId, version: 1, itemVersion: 1, words: 'Spelar fotboll och schack.' },
    });
    await page.goBack();
    await page.getByText('Spelar fotboll och schack.').first().waitFor();
    await open();
    const conflict = dialog.getByRole('group', { name: 'Ni skrev samtidigt' });
    await conflict.waitFor();
    const sides = conflict.locator('.conflict-side');
    expect(await sides.nth(0).innerText()).toMatch(/Din text[\s\S]*inte sparad än[\s\S]*måndagar/);
    expect(await sides.nth(1).innerText()).toMatch(/Text av Elin[\s\S]*schack/);
    expect(await dialog.getByRole('button', { name: 'Spara' }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Sätt ihop själv' }).click();
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { plan } = await anna.query(`query($id: ID!) { plan(groupId: $id) { entries { id said { text } } } }`, {
      id: group.id,
    });
    expect(plan.entries.find(({ id }: { id: string }) => id === entryId).said.text).toBe(
      'Spelar fotboll och schack.\n\nSpelar fotboll på måndagar.',
    );
  }, 90_000);

  it('comes back with all that decides who gets a point, and for how few it is', async () => {
    meeting = await convenedMeeting(town.world, group);
    const { page } = await town.openAs('anna', { at: `/grupper/${group.id}/mote/${meeting.hubId}`, width: 1280 });
    const dialog = page.getByRole('dialog');
    const open = async () => {
      await page.getByRole('button', { name: 'Lägg till en punkt' }).click();
      await dialog.getByLabel('Vad gäller det?').waitFor();
    };
    await open();
    await dialog.getByLabel('Vad gäller det?').fill('Tränar på Valplan på tisdagar.');
    await journey.pick(page, /Det handlar om/, 'Fritid');
    await dialog.getByText('Det här säger var någon finns').click();
    await journey.choose(page, 'Vilka är med?', /bara professionella/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await open();
    expect(await dialog.getByLabel('Vad gäller det?').inputValue()).toBe('Tränar på Valplan på tisdagar.');
    expect(await dialog.getByRole('button', { name: /Det handlar om/ }).innerText()).toContain('Fritid');
    expect(await dialog.getByRole('checkbox', { name: /Det här säger var någon finns/ }).isChecked()).toBe(true);
    const others = dialog
      .getByRole('radiogroup', { name: 'Vilka är med?' })
      .getByRole('radio', { name: /bara professionella/ });
    expect(await others.isChecked()).toBe(true);
  }, 90_000);

  it('does so in minutes too, and keeps what was written in a line that has been taken away', async () => {
    const { hubId, act } = meeting;
    await act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    const anna = await group.as('anna');
    const read = async () =>
      (
        await anna.query(
          `query($id: ID!) { groupMeeting(hubId: $id) { points { id } lines { id pointId itemVersion said { text } } } }`,
          { id: hubId },
        )
      ).groupMeeting;
    const write = async (key: string, line: object) =>
      (await group.as(key)).query(`mutation($i: WriteMinutesInput!) { writeMinutes(input: $i) }`, {
        i: { hubId, lines: [{ pointId, category: 'measures-and-plan', ...line }] },
      });
    const pointId = (await read()).points[1].id;
    await write('anna', { text: 'Lugnare hemma.' });
    const lineId = (await read()).lines[0].id;
    const { page } = await town.openAs('anna', { at: `/grupper/${group.id}/mote/${hubId}`, width: 1280 });
    const words = page.getByLabel('Vad ska stå?');
    await page.getByRole('button', { name: 'Ändra Lugnare hemma.' }).click();
    await words.fill('Lugnare hemma på vardagar.');
    await page.getByRole('button', { name: 'Inte nu' }).click();
    await write('elin', { lineId, expectedVersion: 1, text: 'Lugnare hemma, säger mamma.' });
    await page.getByRole('button', { name: 'Ändra Lugnare hemma, säger mamma.' }).click();
    const conflict = page.getByRole('group', { name: 'Ni skrev samtidigt' });
    await conflict.waitFor();
    expect(await conflict.locator('.conflict-side').nth(0).innerText()).toContain('på vardagar');
    expect(await conflict.locator('.conflict-side').nth(1).innerText()).toMatch(/Text av Elin[\s\S]*säger mamma/);
    await conflict.getByRole('button', { name: 'Behåll min' }).click();
    await words.waitFor();
    await write('elin', { lineId, expectedVersion: 2, text: '', remove: true });
    await page.getByText('Raden du ändrade har någon annan tagit bort eller skrivit om.').waitFor();
    expect(await words.inputValue()).toBe('Lugnare hemma på vardagar.');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await words.waitFor({ state: 'detached' });
    await page.locator('.minutes-line', { hasText: 'Lugnare hemma på vardagar.' }).waitFor();
    expect((await read()).lines.map(({ said }: { said: { text: string } }) => said.text)).toEqual([
      'Lugnare hemma på vardagar.',
    ]);
  }, 90_000);

  it('outlives its page, sealed on the device, and goes with whoever signs out', async () => {
    const what = 'Hotad av äldre killar vid stationen.';
    const lena = await town.openAs('lena', { at: '/anmal', width: 1280 });
    const words = (page: Page) => page.getByLabel(/Vad har hänt/);
    await words(lena.page).fill(what);
    await lena.page.waitForFunction(LYING);
    const lying = await lena.page.evaluate(LYING);
    expect(lying).not.toMatch(/Hotad|stationen|report/);
    // The tab is closed, or the laptop, and nobody is asked.
    await Promise.all([lena.page.waitForEvent('close'), lena.page.close({ runBeforeUnload: true })]);
    const page = await lena.context.newPage();
    await page.goto(`${town.url}/health`);
    await page.waitForFunction('navigator.locks.query().then(({ held }) => held.length === 0)');
    await page.goto(`${town.url}/anmal`);
    await page.getByText('Vi har behållit det du skrev förut.').waitFor();
    expect(await words(page).inputValue()).toBe(what);
    // So it does when the page is loaded anew, which nobody is asked about either.
    await page.reload();
    await page.getByText('Vi har behållit det du skrev förut.').waitFor();
    expect(await words(page).inputValue()).toBe(what);
    // A second tab begins with nothing of what is being written in the first.
    const beside = await lena.context.newPage();
    await beside.goto(`${town.url}/anmal`);
    await words(beside).waitFor();
    expect(await words(beside).inputValue()).toBe('');
    await beside.close();
    // A third one is being written in when somebody signs out: nothing of it is left either.
    const other = await lena.context.newPage();
    await other.goto(`${town.url}/anmal`);
    await words(other).fill('Något helt annat.');
    await page.bringToFront();
    await page.getByRole('button', { name: /^Ditt konto/ }).click();
    await page.getByRole('menuitem', { name: 'Logga ut' }).click();
    await page.getByRole('heading', { level: 1, name: 'Du är utloggad' }).waitFor();
    await other.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
    await page.waitForTimeout(SETTLES);
    expect(await page.evaluate(LYING)).toBe('');
  }, 90_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
