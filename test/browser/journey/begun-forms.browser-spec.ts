/** A form that is closed by mistake, left or outlived by its session gives back what was typed, and never over another's change. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser } from '../../support/browser.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const UNITS = `{ organisation { authorities { branches { units { id name kind answersHub version } } } } }`;
const CHANGE = 'mutation ($i: ChangePartyInput!) { changeParty(input: $i) { id } }';

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly answersHub: boolean;
  readonly version: number;
}

describeInBrowser('a form that was begun', () => {
  let town: RunningTown;
  const as = (key: string) => town.house.api.as({ id: town.world.town.staff.get(key) ?? '' });
  const away = async (page: Page, link: string): Promise<void> => {
    await page.getByRole('link', { name: link, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: link, exact: true }).waitFor();
    await page.goBack();
  };
  const unit = async (name: RegExp): Promise<Unit> => {
    const { organisation } = await (await as('tove')).query(UNITS);
    const units = organisation.authorities.flatMap(({ branches }: { branches: { units: Unit[] }[] }) =>
      branches.flatMap((branch) => branch.units),
    ) as Unit[];
    return units.find((one) => name.test(one.name))!;
  };

  beforeAll(async () => {
    town = await startRunningTown();
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('about a person goes on where it was left, and is not the one of whoever is searched for next', async () => {
    const { page, context } = await town.openAs('maria', { at: '/personer', width: 390 });
    const search = page.getByLabel('Namn, personnummer eller telefon');
    const begin = async (name: string) => {
      await search.fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Lägg upp en ny person' }).click();
      await page.getByLabel('Förnamn').waitFor();
    };
    await begin('Zahra Provny');
    await page.getByLabel(/^Telefon/).fill('070-174 06 05');
    // The session ends over it, and one is back in the same post.
    await (await as('maria')).query('mutation { signOutEverywhere }');
    await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
    const [beside] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Logga in igen i en ny flik' }).click(),
    ]);
    await beside.locator('button[name="person"][value="maria"]').click();
    await beside.getByRole('heading', { name: 'Nu är du inloggad igen' }).waitFor();
    await beside.close();
    await page.getByLabel(/^Telefon/).waitFor();
    expect(await page.getByLabel(/^Telefon/).inputValue()).toBe('070-174 06 05');
    await away(page, 'Nu');
    await begin('Ture Annan');
    expect(await page.getByLabel(/^Telefon/).inputValue()).toBe('');
    expect(await page.getByLabel('Förnamn').inputValue()).toBe('Ture');
    await page.getByRole('button', { name: 'Tillbaka till sökningen' }).click();
    const begun = page.getByRole('group', { name: 'Du har börjat lägga upp Zahra Provny.' });
    await begun.waitFor();
    expect(await axe(page)).toEqual([]);
    await begun.getByRole('button', { name: 'Fortsätt' }).click();
    expect(await page.getByLabel(/^Telefon/).inputValue()).toBe('070-174 06 05');
    expect(await page.getByLabel('Efternamn').inputValue()).toBe('Provny');
    // What the rules refuse stands at its field, with all that was typed.
    await page.getByLabel(/^Personnummer/).fill('20101340-1234');
    await page.getByRole('button', { name: 'Lägg upp', exact: true }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel(/^Personnummer/).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel(/^Telefon/).inputValue()).toBe('070-174 06 05');
    await page.getByLabel(/^Personnummer/).fill('');
    await page.getByRole('button', { name: 'Börja om' }).click();
    await page.getByRole('button', { name: 'Tillbaka till sökningen' }).click();
    await search.waitFor();
    expect(await begun.count()).toBe(0);
  }, 120_000);

  it('about a unit is laid beside what another administrator made of it meanwhile', async () => {
    const { page } = await town.openAs('tove', { at: '/installningar/organisation', width: 1280 });
    const dialog = page.getByRole('dialog');
    const before = await unit(/^Barnenheten$/);
    const open = async (name: string) => {
      await page.getByRole('button', { name: `Ändra ${name}`, exact: true }).click();
      await dialog.getByLabel('Namn').waitFor();
    };
    await open(before.name);
    await dialog.getByLabel('Namn').fill('Barnenheten norr');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await (
      await as('tove')
    ).query(CHANGE, {
      i: {
        level: 'unit',
        id: before.id,
        version: before.version,
        name: 'Barn och unga',
        kind: before.kind,
        answersHub: !before.answersHub,
      },
    });
    await away(page, 'Inställningar');
    await open('Barn och unga');
    expect(await dialog.getByLabel('Namn').inputValue()).toBe('Barnenheten norr');
    await dialog.getByText('Någon annan har ändrat det här sedan du började').waitFor();
    await dialog.getByText('Nu står det: Barn och unga').waitFor();
    expect(await axe(page)).toEqual([]);
    // Nothing is sent before one has chosen.
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.getByText('Välj vad som ska gälla här.').first().waitFor();
    expect((await unit(/Barn/)).name).toBe('Barn och unga');
    await dialog.getByRole('button', { name: 'Behåll min', exact: true }).click();
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.waitFor({ state: 'detached' });
    // One's own name, and the other's answer to what one had not touched.
    expect(await unit(/Barn/)).toMatchObject({ name: 'Barnenheten norr', answersHub: !before.answersHub });
  }, 120_000);

  it('and is too late by a moment shows the other’s words, and sends nothing over them', async () => {
    const { page } = await town.openAs('tove', { at: '/installningar/organisation', width: 1280 });
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Ändra Barnenheten norr', exact: true }).click();
    await dialog.getByLabel('Namn').fill('Barnenheten söder');
    const now = await unit(/Barnenheten norr/);
    await (await as('tove')).query(CHANGE, { i: { ...now, level: 'unit', name: 'Unga' } });
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.getByText('Nu står det: Unga').waitFor();
    expect(await dialog.getByLabel('Namn').inputValue()).toBe('Barnenheten söder');
    await dialog.getByRole('button', { name: 'Ta det som står nu' }).click();
    expect(await dialog.getByLabel('Namn').inputValue()).toBe('Unga');
    expect((await unit(/Unga/)).version).toBe(now.version + 1);
  }, 120_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
