/** Where somebody else was first a dialog of a group says what stands now, with all that was typed still there: the next press counts. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axe, describeInBrowser } from '../../support/browser.js';
import { WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

describeInBrowser('the dialogs of a group', () => {
  let town: RunningTown;
  let group: GroupUnderTest;
  let anna: Page;
  beforeAll(async () => {
    town = await startRunningTown();
    group = await formedGroup(town.world, town.house.api, { givenName: 'Ronja' });
    await group.step('plan', { words: 'Skola varje dag.' });
    ({ page: anna } = await town.openAs('anna', { at: `/grupper/${group.id}`, width: 1280 }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const dialog = (): Locator => anna.getByRole('dialog');
  const press = (name: string): Promise<void> => dialog().getByRole('button', { name, exact: true }).click();
  const isFirst = async (words: string | RegExp): Promise<void> => {
    await dialog().getByText(words).waitFor();
    expect(await axe(anna)).toEqual([]);
  };

  it('of its plan say how far it has come now', async () => {
    const { plan } = await (
      await group.as('anna')
    ).query(`query($id: ID!) { plan(groupId: $id) { seats { memberId kind } } }`, { id: group.id });
    const ownerMemberId = plan.seats.find(({ kind }: { kind: string }) => kind === 'police').memberId;
    const measure = { kind: 'measure', words: 'Möter upp vid torget.', needArea: 'relations', aim: 'Trygg väg hem.' };
    const { writePlanEntry: entryId } = await (
      await group.as('anna')
    ).query(WRITE_ENTRY, { i: { groupId: group.id, ...measure, ownerMemberId, followUpOn: '2099-12-18' } });
    await anna.goto(`/grupper/${group.id}/plan`);
    await anna
      .getByRole('button', { name: /^Börja/ })
      .first()
      .click();
    await dialog()
      .getByLabel(/Vill du säga något mer/)
      .fill('På fredagar.');
    // Where no screen has heard of it yet.
    await town.world.behindTheLocks(`update plan_entry set version = version + 1 where id = $1`, [entryId]);
    await press('Den har börjat');
    await isFirst(/Någon annan hann före\. Nu gäller: Planerad\. Det du har skrivit finns kvar/);
    expect(
      await dialog()
        .getByLabel(/Vill du säga något mer/)
        .inputValue(),
    ).toBe('På fredagar.');
    await press('Den har börjat');
    await dialog().waitFor({ state: 'detached' });
    await anna.getByText('Pågår', { exact: true }).first().waitFor();
  }, 120_000);
});
