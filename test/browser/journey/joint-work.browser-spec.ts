/**
 * Joint work by its people in real browsers: the hub looks again, the work becomes a SIG by the family's yes, an interpreter
 * is booked, and when the young person moves another municipality takes over on a phone ([S0], [S1]; OSL 10:1, 26:9).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openAnotherTown } from '../../support/another-town.js';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { formedGroup } from '../../support/group.js';
import { openMeasuresCase, signedConsent, type JointCase } from '../../support/joint.js';
import { choose, pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];

describeInBrowser('joint work', () => {
  let town: RunningTown;
  let file: JointCase;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const picture = async (key: string, name: string): Promise<void> => {
    expect([name, await axe(page(key))]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    if (!pictures) return;
    await page(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
    const { width, height } = page(key).viewportSize()!;
    await page(key).setViewportSize({ width: width > 500 ? 390 : 1280, height: 844 });
    await page(key).screenshot({ path: path.join(pictures, `${name}-other.png`), fullPage: true });
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    await page(key).setViewportSize({ width, height });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown({
      prepare: async (world) => {
        file = await openMeasuresCase(world, { givenName: 'Samira', familyName: 'Provdal' });
        const { coordinatorId } = await openAnotherTown(world);
        (world.town.staff as Map<string, string>).set('olle', coordinatorId);
      },
    });
    const { world, house } = town;
    const consent = await signedConsent(world, file, { form: 'mash' });
    const group = await formedGroup(world, house.api, { kind: 'mash-4', file, consent });
    visitors.set('anna', await town.openAs('anna', { at: `/grupper/${group.id}` }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is looked at by the hub again, and the next look is set', async () => {
    const anna = page('anna');
    const panel = anna.getByRole('region', { name: 'Hubben följer' });
    await panel.getByText('Hubben ser över senast').waitFor();
    await panel.getByRole('button', { name: 'Anteckna genomgång' }).click();
    await choose(anna, 'Vad såg hubben?', 'En annan form passar bättre');
    await anna.getByRole('button', { name: 'Spara genomgången' }).click();
    await anna.getByText('Skriv vad som behöver hända').first().waitFor();
    await anna.getByLabel('Vad behöver hända?').fill('En fast grupp med familjen.');
    await picture('anna', 'joint-work-look');
    await anna.getByRole('button', { name: 'Spara genomgången' }).click();
    await anna.getByText('En fast grupp med familjen.').waitFor();
    expect(await anna.getByText('En annan form passar bättre').count()).toBe(1);
    await picture('anna', 'joint-work-group');
  }, 90_000);

  it('says what is missing before it becomes a SIG, and becomes one when the family has said yes', async () => {
    const anna = page('anna');
    await anna.getByRole('link', { name: 'Social insatsgrupp', exact: true }).click();
    await anna.getByText('Samtycke till den nya formen (OSL 10:1).').waitFor();
    await picture('anna', 'joint-work-turn-hindered');
    await signedConsent(town.world, file, { form: 'sig' });
    await anna.reload();
    await anna.getByRole('button', { name: 'Gå över' }).click();
    await anna.getByText('Skriv varför').first().waitFor();
    await anna.getByLabel('Varför går ni över?').fill('Familjen vill ha en fast grupp.');
    await picture('anna', 'joint-work-turn');
    await anna.getByRole('button', { name: 'Gå över' }).click();
    await anna.getByRole('link', { name: 'Gruppen före' }).waitFor();
    expect(await anna.getByText('Marcus Dahlin').count()).toBeGreaterThan(0);
    await picture('anna', 'joint-work-turned');
  }, 90_000);

  it('has an interpreter booked for the family’s points, who is bound to silence first', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Ta steget' }).first().click();
    await anna.getByLabel('Anteckning').fill('Planen är att hitta tillbaka till skolan.');
    // A click beside the dialog closes it; what was typed is there when it is opened again.
    await anna.mouse.click(5, 5);
    await anna.getByRole('dialog').waitFor({ state: 'detached' });
    await anna.getByRole('button', { name: 'Ta steget' }).first().click();
    expect(await anna.getByLabel('Anteckning').inputValue()).toBe('Planen är att hitta tillbaka till skolan.');
    await anna.getByRole('button', { name: 'Spara steget' }).click();
    await anna.getByRole('link', { name: 'Kalla till möte' }).first().click();
    await anna.getByRole('button', { name: /^Kalla \d+ person/ }).click();
    await anna.getByRole('region', { name: 'Möten' }).getByRole('link').last().click();
    const panel = anna.getByRole('region', { name: 'Tolk' });
    await panel.getByRole('button', { name: 'Boka tolk' }).click();
    await pick(anna, /Vilket språk/, 'somaliska');
    await anna.getByLabel(/Vem, och hur ni når tolken/).fill('Hodan, Språkbolaget');
    await picture('anna', 'interpreter-book');
    await anna.getByRole('button', { name: 'Boka', exact: true }).click();
    await panel.getByText('tystnadsplikten är inte bekräftad').waitFor();
    await panel.getByRole('button', { name: 'Tystnadsplikten är bekräftad' }).click();
    await panel.getByText('väntar utanför').waitFor();
    expect(await panel.getByRole('button', { name: 'Släpp in tolken' }).count()).toBe(0);
    await picture('anna', 'interpreter-booked');
  }, 120_000);

  it('is handed over to another municipality, with what the care needs', async () => {
    const anna = page('anna');
    await anna.getByRole('link', { name: 'Till gruppen' }).first().click();
    await anna.getByRole('button', { name: 'Flyttar' }).click();
    await anna.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await anna.getByRole('link', { name: 'Lämna över till en annan kommun' }).click();
    await anna.getByText('Socialsekreteraren eller chefen avgör').waitFor();
    const at = new URL(anna.url()).pathname;
    visitors.set('elin', await town.openAs('elin', { at }));
    const elin = page('elin');
    await elin.locator('label', { hasText: 'Planen är att hitta tillbaka till skolan.' }).click();
    await elin.getByRole('button', { name: 'Erbjud med 2 uppgifter' }).click();
    await elin.getByText('Svara om det behövs').first().waitFor();
    await elin.locator('label', { hasText: 'Det behövs för att barnet' }).click();
    await elin.getByLabel('Skäl').fill('Stödet måste fortsätta utan avbrott.');
    await picture('elin', 'relocation-offer');
    await elin.getByRole('button', { name: 'Erbjud med 2 uppgifter' }).click();
    await elin.getByText('Väntar på svar.').waitFor();
    expect(await elin.getByRole('button', { name: 'Ta tillbaka' }).count()).toBe(1);
    await picture('elin', 'relocation-offered');
  }, 120_000);

  it('is taken over by the other coordinator, and ends here', async () => {
    visitors.set('olle', await town.openAs('olle', { at: '/nu', width: 390, height: 844 }));
    const olle = page('olle');
    await olle.getByText('vill lämna över ett arbete till er').first().waitFor();
    expect(await olle.getByText('Samira').count()).toBe(0);
    await picture('olle', 'relocation-now');
    await olle.getByRole('link', { name: 'Läs och svara' }).click();
    await olle.getByText('Planen är att hitta tillbaka till skolan.').waitFor();
    await picture('olle', 'relocation-incoming');
    await olle.getByRole('button', { name: 'Ta över', exact: true }).click();
    await olle.getByRole('link', { name: 'Öppna ert ärende' }).click();
    await olle.getByText('Samira Provdal').first().waitFor();
    const elin = page('elin');
    await elin.reload();
    await elin.getByText('Övertaget. Gruppen är avslutad här.').waitFor();
    expect(town.faults()).toEqual([]);
  }, 120_000);
});
