/** The time of a closed case is nearly up: the manager decides on its page, and everybody who sees the case sees what was decided. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openRetention } from '#use-cases/deadline/retention-deadline.js';
import { axe, describeInBrowser } from '../../support/browser.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

describeInBrowser('a case whose time is nearly up', () => {
  let town: RunningTown;
  let file: GradedCase;

  beforeAll(async () => {
    town = await startRunningTown({
      prepare: async (world) => {
        file = await openGradedCase(world, { grade: 'green' });
        const { caseId } = file;
        await world.behindTheLocks(`update case_file set state = 'closed', closed_at = clock.now() where id = $1`, [
          caseId,
        ]);
        await world.asCaller.run(world.caller('maria'), (tx) => openRetention(tx, caseId));
        await world.behindTheLocks(
          `update item set created_at = created_at - interval '42000 hours' where case_id = $1`,
          [caseId],
        );
        await world.behindTheLocks(
          `update deadline set starts_at = starts_at - interval '42000 hours', due_at = due_at - interval '42000 hours', next_wake_at = date_trunc('milliseconds', clock.now())
           where case_id = $1 and kind = 'retention'`,
          [caseId],
        );
      },
    });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is decided on by the manager, who says why it is kept and until when', async () => {
    const { page } = await town.openAs('birgitta');
    await page
      .getByText(/Gallring/)
      .first()
      .waitFor({ timeout: 30_000 });
    await page.goto(`${new URL(page.url()).origin}/arende/${file.caseId}`);
    await page.getByRole('button', { name: 'Besluta om gallring' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await dialog.getByText('Välj ett av alternativen.').first().waitFor();
    await dialog.getByText('Bevaras längre').click();
    await dialog.getByText('En prövning eller tillsyn pågår').click();
    await dialog.getByRole('spinbutton').first().pressSequentially('20450501');
    expect(await axe(page)).toEqual([]);
    await picture(page, { width: 390, height: 844 }, 'retention-dialog');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await page.getByText('Bevaras till och med').waitFor();
    expect(await page.getByText('Birgitta Nordling').first().isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Besluta om gallring' }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await picture(page, { width: 1280, height: 900 }, 'retention-decided');
    const { page: maria } = await town.openAs('maria', { at: `/arende/${file.caseId}` });
    await maria.getByText('En prövning eller tillsyn pågår').waitFor();
    expect(town.faults()).toEqual([]);
  }, 120_000);
});
