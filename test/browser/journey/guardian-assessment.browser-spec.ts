/**
 * Beside the name of a guardian an investigator assesses that telling them would harm the child seriously, and lifts it
 * another day; a colleague who may not sees what holds, and whom to ask (OSL 12:3).
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axe, describeInBrowser } from '../../support/browser.js';
import { offerConsent, openFamily, type Family } from '../../support/family.js';
import { enterMeasures } from '../../support/joint.js';
import * as journey from '../../support/journey.js';
import { picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const REASONS = 'Melvin har berättat vad som händer när pappan får veta.';
const LOOK = { width: 1280, height: 900 };

describeInBrowser('whether a guardian may be told', () => {
  let town: RunningTown;
  let family: Family;
  let consentId: string;
  let elin: Page;
  let maria: Page;
  const panelOf = (page: Page, name: string): Locator => page.locator('.signers > li', { hasText: name });

  beforeAll(async () => {
    town = await startRunningTown();
    family = await openFamily(town.world, ['Melvin', 'Linda', 'Tomas']);
    await enterMeasures(town.world, family.caseId);
    consentId = await offerConsent(town.world, family);
    elin = (await town.openAs('elin', { at: `/samtycke/${consentId}` })).page;
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is assessed beside the name, with an answer and reasons', async () => {
    const panel = panelOf(elin, 'Tomas Lövdal');
    await panel.getByRole('button', { name: 'Bedöm om hen får veta' }).click();
    const dialog = elin.getByRole('dialog', { name: 'Får Tomas Lövdal veta?' });
    await dialog.getByRole('button', { name: 'Spara bedömningen' }).click();
    await dialog.getByText('Svara ja eller nej.').waitFor();
    await journey.choose(elin, 'Lider barnet allvarligt men om hen får veta?', /^Ja/);
    await dialog.getByRole('button', { name: 'Spara bedömningen' }).click();
    await dialog.getByText('Skriv varför.').waitFor();
    await dialog.getByLabel('Skäl').fill(REASONS);
    // Closed by a slip, it stands there as it was written.
    await elin.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Bedöm om hen får veta' }).click();
    expect(await dialog.getByLabel('Skäl').inputValue()).toBe(REASONS);
    expect(await dialog.getByRole('radio', { name: /^Ja/ }).isChecked()).toBe(true);
    expect(await axe(elin)).toEqual([]);
    await picture(elin, LOOK, 'guardian-assess');
    await dialog.getByRole('button', { name: 'Spara bedömningen' }).click();
    await panel.getByText('Får inte veta och skriver inte under.').waitFor();
    expect(await panel.innerText()).toContain('Bedömt av Elin Forsbäck');
    expect(await panel.innerText()).toContain(REASONS);
    expect(await panelOf(elin, 'Linda').innerText()).not.toContain('Får inte veta');
    expect(await axe(elin)).toEqual([]);
    await picture(elin, LOOK, 'guardian-kept-out');
  }, 120_000);

  it('is seen by a colleague who may not assess it, with those who may', async () => {
    maria = (await town.openAs('maria', { at: `/samtycke/${consentId}`, width: 390 })).page;
    const panel = panelOf(maria, 'Tomas Lövdal');
    await panel.getByText('Får inte veta och skriver inte under.').waitFor();
    expect(await panel.getByRole('button', { name: 'Häv bedömningen' }).count()).toBe(0);
    await picture(maria, { width: 390, height: 844 }, 'guardian-kept-out-phone');
    await panelOf(maria, 'Linda').getByRole('button', { name: 'Bedöm om hen får veta' }).click();
    await maria.getByRole('dialog').getByText('Elin Forsbäck').waitFor();
    expect(await axe(maria)).toEqual([]);
  }, 60_000);

  it('is lifted with reasons, and stands among what was assessed earlier', async () => {
    const panel = panelOf(elin, 'Tomas Lövdal');
    await panel.getByRole('button', { name: 'Häv bedömningen' }).click();
    const dialog = elin.getByRole('dialog', { name: 'Häv bedömningen om Tomas Lövdal' });
    await dialog.getByRole('button', { name: 'Häv nu' }).click();
    await dialog.getByText('Skriv varför.').waitFor();
    expect(await dialog.getByLabel('Varför hävs den?').inputValue()).toBe('');
    await dialog.getByLabel('Varför hävs den?').fill('Pappan har flyttat och Melvin är trygg.');
    await dialog.getByRole('button', { name: 'Häv nu' }).click();
    await panel.getByText('Får inte veta och skriver inte under.').waitFor({ state: 'detached' });
    // The colleague's open page knows as well.
    await panelOf(maria, 'Tomas Lövdal').getByText('Får inte veta').waitFor({ state: 'detached' });
    await panel.getByText('Tidigare bedömningar').click();
    await panel.getByText('Hävt av Elin Forsbäck').waitFor();
    expect(await panel.innerText()).toContain('Pappan har flyttat');
    await panel.getByRole('button', { name: 'Bedöm om hen får veta' }).waitFor();
    expect(await axe(elin)).toEqual([]);
    await picture(elin, LOOK, 'guardian-lifted');
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
