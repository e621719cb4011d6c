/** Feedback owed while an investigation already runs is given from the case page, and counts when it has been said. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axe, describeInBrowser, sidewaysScroll } from '../../support/browser.js';
import * as journey from '../../support/journey.js';
import { LOOKS, picture } from '../../support/pages.js';
import { CHILD, makeReport, REGISTER, registerInput, SEARCH } from '../../support/reports.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

describeInBrowser('feedback to whoever called', () => {
  let town: RunningTown;
  let caseId: string;
  let reportId: string;

  beforeAll(async () => {
    town = await startRunningTown();
    const { api } = town.house;
    const as = (key: string) => api.as({ id: town.world.town.staff.get(key)! });
    const { id } = await makeReport(await as('marcus'), { wantsFeedback: false });
    await town.world.behindTheLocks(
      `update case_file set state = 'investigation' where id = (select case_id from report_child where report_id = $1)`,
      [id],
    );
    const maria = await as('maria');
    await maria.query(SEARCH, { input: { asked: CHILD } });
    const { registerReport } = await maria.query(REGISTER, {
      input: registerInput({
        reporterKind: 'school',
        reporterName: 'Rut Provlund',
        reporterOrganisation: 'Friskolan Provet',
        reporterContact: '08-123 45',
        feedbackWish: 'wanted',
      }),
    });
    [caseId] = registerReport.caseIds;
    reportId = registerReport.id;
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const states = () =>
    town.world
      .behindTheLocks<{ state: string }>(
        `select case when state = 'missed' then 'open' else state end as state from deadline where kind = 'report-feedback' and about_id = $1`,
        [reportId],
      )
      .then((rows) => rows.map(({ state }) => state));

  it('stands on the undecided case, says whom to call and what to say, and is done when it is said', async () => {
    const maria = await town.openAs('maria', { at: `/arende/${caseId}`, width: 1280 });
    const { page } = maria;
    expect(await states()).toEqual(['open']);
    await journey.choose(page, 'Kan anmälaren få återkoppling?', 'Ja, det är inte olämpligt');
    await page.getByText('Säg bara detta: En utredning pågick redan.').waitFor();
    await page.getByText('Rut Provlund · Friskolan Provet · 08-123 45').last().waitFor();
    await page.getByLabel('Varför bedömer du så?').fill('Inget hinder.');
    await journey.choose(page, 'Har du sagt det till anmälaren?', 'Nej, inte än');
    await page.getByText('Ring eller träffa anmälaren först.').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    for (const look of LOOKS) await picture(page, look, `case-feedback-${look.name}`);
    maria.expect(/400 \(Bad Request\)/);
    const form = page.locator('form', { has: page.getByLabel('Varför bedömer du så?') });
    await form.getByRole('button', { name: 'Spara bedömningen' }).click();
    await page.locator('.error-summary').getByText('Säg det till anmälaren först.').waitFor();
    expect(await states()).toEqual(['open']);
    await journey.choose(page, 'Har du sagt det till anmälaren?', 'Ja, jag har ringt');
    const [row] = await town.world.behindTheLocks<{ day: string }>(
      `select to_char(clock.now() at time zone 'Europe/Stockholm', 'YYYYMMDD') as day`,
    );
    await page.getByRole('spinbutton', { name: 'år, Vilken dag?' }).pressSequentially(row!.day);
    await form.getByRole('button', { name: 'Spara bedömningen' }).click();
    await page.getByText(/^Sagt på telefon/).waitFor();
    expect(await states()).toEqual(['met']);
    expect(await form.count()).toBe(0);
    expect(town.faults()).toEqual([]);
  }, 90_000);
});
