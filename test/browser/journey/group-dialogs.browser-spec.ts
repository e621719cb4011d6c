/**
 * The dialogs of a group give back what was chosen in them, and where somebody else was first they say who and
 * what, with all that was typed still there: the next press counts.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axe, describeInBrowser } from '../../support/browser.js';
import { WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';
import { secondCoordinator } from '../../support/second-coordinator.js';

describeInBrowser('the dialogs of a group', () => {
  let town: RunningTown;
  let group: GroupUnderTest;
  let anna: Page;
  beforeAll(async () => {
    town = await startRunningTown();
    await secondCoordinator(town.world, town.house.api);
    group = await formedGroup(town.world, town.house.api, { givenName: 'Ronja' });
    ({ page: anna } = await town.openAs('anna', { at: `/grupper/${group.id}`, width: 1280 }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const dialog = (): Locator => anna.getByRole('dialog');
  const press = (name: string): Promise<void> => dialog().getByRole('button', { name, exact: true }).click();
  const chosen = (label: string, words: string): Promise<void> =>
    dialog()
      .getByRole('button', { name: new RegExp(label) })
      .filter({ hasText: words })
      .waitFor();
  const close = async (): Promise<void> => {
    await anna.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  };
  /** By mistake, and then to another page and back. */
  const leave = async (): Promise<void> => {
    await close();
    await anna.getByRole('link', { name: 'Grupper', exact: true }).first().click();
    await anna.getByRole('heading', { level: 1, name: 'Grupper', exact: true }).waitFor();
    await anna.goBack();
    await anna.getByRole('button', { name: 'Ge någon en plats' }).waitFor();
  };
  const isFirst = async (words: string | RegExp): Promise<void> => {
    await dialog().getByText(words).waitFor();
    expect(await axe(anna)).toEqual([]);
  };

  /** Somebody else adds a person to the group, where no screen has heard of it yet. */
  const anotherGuest = async (words: string): Promise<void> => {
    const { version } = await group.seenBy('anna');
    await (
      await group.as('anna')
    ).query(`mutation($i: AddGuestInput!) { addGroupGuest(input: $i) { id } }`, {
      i: { groupId: group.id, version, kind: 'private-person', closeness: 'coach', words },
    });
  };

  it('keep who was to have a seat, and say what others did meanwhile', async () => {
    await anna.getByRole('button', { name: 'Ge någon en plats' }).click();
    await dialog().getByRole('combobox', { name: 'Vem?' }).fill('Sara');
    await anna.getByRole('option', { name: /^Sara Holmgren/ }).click();
    await pick(anna, /Mandat/, 'lyssnar');
    await leave();
    await anna.getByRole('button', { name: 'Ge någon en plats' }).click();
    await chosen('Mandat', 'lyssnar');
    expect(await dialog().getByRole('combobox', { name: 'Vem?' }).inputValue()).toBe('Sara Holmgren');
    await group.step('plan', { words: 'Skola varje dag.' });
    await press('Ge någon en plats');
    await isFirst(/Någon annan hann före: .*\(Anna Wikmark\)\. Det du har fyllt i finns kvar/);
    await chosen('Mandat', 'lyssnar');
    await press('Ge någon en plats');
    await dialog().waitFor({ state: 'detached' });
    await anna.getByText('Sara Holmgren').first().waitFor();
    // What has been sent is not begun any more.
    await anna.getByRole('button', { name: 'Ge någon en plats' }).click();
    expect(await dialog().getByRole('combobox', { name: 'Vem?' }).inputValue()).toBe('');
    await close();
  }, 120_000);

  it('keep why a seat ends', async () => {
    const open = () => anna.getByRole('button', { name: 'Avsluta platsen Sara Holmgren' }).click();
    await open();
    await pick(anna, /Skäl/, 'behövs inte längre');
    await leave();
    await open();
    await chosen('Skäl', 'behövs inte längre');
    await anotherGuest('Tränaren i boxningen.');
    await press('Avsluta platsen');
    await isFirst(/Någon annan hann före: vilka närstående som är med\./);
    await press('Avsluta platsen');
    await dialog().waitFor({ state: 'detached' });
    const { members } = await group.seenBy('anna');
    expect(members.find(({ name }: { name: string }) => name === 'Sara Holmgren')).toMatchObject({
      endReason: 'not-needed',
    });
  }, 120_000);

  it('keep who is to lead it', async () => {
    const open = () => anna.getByRole('button', { name: 'Byt samordnare' }).click();
    await open();
    await pick(anna, /Ny samordnare/, /^Ali/);
    await leave();
    await open();
    await chosen('Ny samordnare', 'Ali');
    await anotherGuest('Mormor.');
    await press('Byt');
    await isFirst(/Någon annan hann före: vilka närstående som är med\./);
    await chosen('Ny samordnare', 'Ali');
    // Nothing was sent over it.
    expect((await group.seenBy('anna')).mayLead).toBe(true);
    await close();
  }, 120_000);

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
