/**
 * A SIG group by its people in real browsers: nominated from the case, taken up by the coordinator, formed on the family's
 * yes, seen by the teacher on her phone as far as that reaches, and gone from it when her place ends ([S1]; OSL 10:1).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { preparatoryDecision } from '../../support/group.js';
import { openMeasuresCase, signedConsent, type JointCase } from '../../support/joint.js';
import { pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];
const CHANGED = 'Någon annan ändrade gruppen under tiden. Det du har fyllt i finns kvar och gruppen är läst på nytt.';

describeInBrowser('a SIG group', () => {
  let town: RunningTown;
  let file: JointCase;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const picture = async (key: string, name: string): Promise<void> => {
    expect([name, await axe(page(key))]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    if (pictures) await page(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown({
      prepare: async (world) => {
        file = await openMeasuresCase(world, { givenName: 'Nadja', familyName: 'Provsten' });
        await signedConsent(world, file);
      },
    });
    await preparatoryDecision(town.world, town.house.api);
    visitors.set('elin', await town.openAs('elin', { at: `/arende/${file.caseId}` }));
    visitors.set('anna', await town.openAs('anna', { at: '/grupper' }));
    visitors.set('lena', await town.openAs('lena', { at: '/grupper', width: 390, height: 844 }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  /** Another coordinator has changed the group meanwhile, where no screen has heard of it yet. */
  const anotherHand = (): Promise<unknown> =>
    town.world.behindTheLocks(`update collaboration_group set version = version + 1 where case_id = $1`, [file.caseId]);

  /** The act is refused in words that say what to do, and the page has read the group anew. */
  const isChangedMeanwhile = async (act: Locator): Promise<void> => {
    const anna = page('anna');
    const read = anna.waitForResponse((response) => (response.request().postData() ?? '').includes('query Group('));
    await act.click();
    await anna.getByRole('dialog').getByText(CHANGED, { exact: false }).waitFor();
    await read;
    await anna.evaluate('new Promise((done) => setTimeout(done, 100))');
  };

  it('is nominated from the case, and the page says who will know what before it is sent', async () => {
    const elin = page('elin');
    await elin.getByRole('region', { name: 'Grupper' }).getByRole('link', { name: 'Nominera' }).click();
    await elin.getByText('Anna Wikmark får se ärendet och ditt skäl, och ingen annan.').waitFor();
    await elin.getByLabel('Varför nu?').fill('Nadja vill bort från gänget och har sagt det till mamma.');
    await elin.getByRole('button', { name: 'Skicka nomineringen' }).click();
    await elin.getByText('Inte läst ännu').waitFor();
    expect(elin.url()).toMatch(/\/grupper$/);
  }, 60_000);

  it('says no more than that there is someone, from another house', async () => {
    const lena = page('lena');
    await lena.getByText('Ingen grupp just nu').waitFor();
    await lena.getByRole('link', { name: 'Nominera' }).first().click();
    await lena.getByText('Inget om personen lämnas, inte heller på telefon.', { exact: false }).waitFor();
    expect(await lena.getByLabel('Varför nu?').count()).toBe(0);
    await lena.goto('/grupper');
  }, 60_000);

  it('is taken up with reasons by the coordinator, and asks for what comes next', async () => {
    const anna = page('anna');
    // Her page has been open all the while.
    await anna.getByText('Nadja Provsten').waitFor();
    await anna.getByRole('link', { name: 'Svara' }).click();
    await anna.getByText('Nadja vill bort från gänget').waitFor();
    await anna.getByRole('button', { name: 'Spara beslutet' }).click();
    await anna.getByText('Skriv varför.').waitFor();
    await anna.getByText('Beslutet är beredningsgruppens. Ange vilka i gruppen som var med.').waitFor();
    const decided = anna.getByRole('group', { name: 'Beredningsgruppens beslut' });
    await decided.locator('label', { hasText: 'Mellan mötena' }).click();
    await decided.getByRole('group', { name: 'Vilka var med?' }).locator('label', { hasText: 'Anna Wikmark' }).click();
    await decided.getByRole('group', { name: 'Vilka var med?' }).locator('label', { hasText: 'Marcus Dahlin' }).click();
    await decided
      .getByRole('radiogroup', { name: 'Vem beslutade för gruppen?' })
      .locator('label', { hasText: 'Marcus Dahlin' })
      .click();
    await picture('anna', 'nomination-preparatory');
    await anna.setViewportSize({ width: 390, height: 844 });
    await picture('anna', 'nomination-preparatory-phone');
    await anna.setViewportSize({ width: 1280, height: 900 });
    await anna.getByLabel('Skäl för beslutet').fill('Målgruppen stämmer, familjen vill, och det finns plats.');
    await anna.getByRole('button', { name: 'Spara beslutet' }).click();
    await anna.getByText('Bereds').waitFor();
    await anna.getByText('Marcus Dahlin beslutade för beredningsgruppen, mellan mötena.').waitFor();
    await anna.getByRole('button', { name: 'Ta steget', exact: true }).click();
    await anna.getByRole('button', { name: 'Spara steget' }).click();
    await anna.getByRole('link', { name: 'Bilda gruppen' }).waitFor();
    expect(await anna.getByText('Elin Forsbäck').count()).toBe(1);
    await picture('anna', 'sig-group-prepared');
  }, 90_000);

  it('is formed with a person of each party and one contact person', async () => {
    const anna = page('anna');
    await anna.getByRole('link', { name: 'Bilda gruppen' }).click();
    await anna.getByText('De som grunden inte når fram till').click();
    await anna.getByText('Inget samtycke når dit (OSL 10:1).').first().waitFor();
    await pick(anna, /Välj någon: socialtjänsten/, /^Anna Wikmark/);
    await pick(anna, /Välj någon: polisen/, /^Marcus Dahlin/);
    const row = (name: string) => anna.getByRole('group', { name, exact: true });
    await row('Anna Wikmark')
      .getByRole('button', { name: /Mandat/ })
      .click();
    await anna.getByRole('option', { name: 'beslutar för sin verksamhet' }).click();
    await row('Anna Wikmark')
      .getByRole('button', { name: /Ersättare/ })
      .click();
    await anna.getByRole('option', { name: /^Ali / }).click();
    await row('Marcus Dahlin').locator('label', { hasText: 'Personen har själv bett om just den här' }).click();
    // What is missing stands where it is chosen, and nothing that was chosen is lost: neither then nor by going away.
    await anna.getByRole('button', { name: /^Bilda gruppen med 3/ }).click();
    await anna.getByText('Välj någon från skolan, friskolan eller arbetsförmedlingen.').waitFor();
    await anna.getByText('Välj vem som är kontaktperson.').waitFor();
    await picture('anna', 'sig-group-forming-lacks');
    await anna.getByRole('link', { name: 'Till gruppen' }).click();
    await anna.getByRole('link', { name: 'Bilda gruppen' }).click();
    await pick(anna, /Välj någon: skolan/, /^Lena Åsbrink/);
    await pick(anna, /Kontaktperson/, /^Anna Wikmark/);
    await picture('anna', 'sig-group-forming');
    await anna.setViewportSize({ width: 390, height: 844 });
    await picture('anna', 'sig-group-forming-phone');
    await anna.setViewportSize({ width: 1280, height: 900 });
    await anna.getByRole('button', { name: 'Bilda gruppen med 4 personer' }).click();
    await anna.getByText('Pågår', { exact: true }).waitFor();
    await anna.getByText('Gruppens fasta tid:').waitFor();
    expect(await anna.getByText('Kontaktperson', { exact: true }).count()).toBe(1);
    await anna.getByText(/ersätter Anna Wikmark/).waitFor();
    expect(await anna.getByText('Önskad av personen själv').count()).toBe(1);
    await picture('anna', 'sig-group-formed');
  }, 90_000);

  it('is found a time for, and the chosen one stands where the meeting is convened', async () => {
    const anna = page('anna');
    const panel = anna.getByRole('region', { name: 'Hitta en tid' });
    await panel.getByRole('button', { name: 'Sök tider' }).click();
    await panel.getByText('Alla kan').first().waitFor();
    await panel.getByText('Gruppens fasta tid').first().waitFor();
    await picture('anna', 'sig-group-find-time');
    await anna.getByRole('button', { name: 'Får aldrig mötas' }).click();
    await anna.getByRole('dialog').getByText('Ingen är antecknad.').waitFor();
    await picture('anna', 'sig-group-kept-apart');
    await anna.keyboard.press('Escape');
    await panel.getByText('Sök andra dagar').click();
    await panel.locator('.date').nth(1).getByRole('spinbutton').first().click();
    await anna.keyboard.type('20200101');
    await panel.getByRole('button', { name: 'Sök igen' }).click();
    await panel.getByText('Slutdagen måste komma efter första dagen.').waitFor();
    await anna.reload();
    await panel.getByRole('button', { name: 'Sök tider' }).click();
    await panel
      .getByRole('link', { name: /^Kalla till [a-zåäö]+ \d/ })
      .first()
      .click();
    await anna.waitForURL(/\/mote\/ny\?start=20/);
    const another = anna.getByRole('radio', { name: /En annan tid/ });
    await another.waitFor();
    expect(await another.isChecked()).toBe(true);
    await picture('anna', 'sig-group-found-time');
    await anna.goBack();
    await anna.getByText('Pågår', { exact: true }).waitFor();
  }, 60_000);

  it('takes a step out of its order only with a reason that is kept', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Ta steget Möten' }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByText('Före det här kommer: Planen antas.').waitFor();
    await dialog.getByRole('button', { name: 'Spara steget' }).click();
    await dialog.getByText('Välj varför du hoppar över det').waitFor();
    await pick(anna, /Varför antecknas mötet för hand/, 'redan gjort på annat håll');
    // Somebody else was first: what was chosen stays, the group is read anew, and the next press counts.
    await anotherHand();
    await isChangedMeanwhile(dialog.getByRole('button', { name: 'Spara steget' }));
    expect(await dialog.getByText('redan gjort på annat håll').count()).toBeGreaterThan(0);
    await dialog.getByRole('button', { name: 'Spara steget' }).click();
    await anna.getByText('Överhoppat: Planen antas.').waitFor();
    expect(await anna.getByRole('dialog').count()).toBe(0);
  }, 60_000);

  it('is on the teacher’s phone by the family’s yes, without the reasons, until her place ends', async () => {
    const lena = page('lena');
    await lena.goto('/grupper');
    await lena.getByRole('link', { name: 'Nadja Provsten' }).click();
    await lena.getByText('Du ser det som familjens samtycke gäller för dig').waitFor();
    expect(await lena.getByText('Målgruppen stämmer').count()).toBe(0);
    expect(await lena.getByRole('button', { name: /Ta steget|Avsluta/ }).count()).toBe(0);
    await picture('lena', 'sig-group-guest-phone');
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Avsluta platsen Lena Åsbrink' }).click();
    await pick(anna, /Skäl/, 'behövs inte längre');
    await anotherHand();
    await isChangedMeanwhile(anna.getByRole('dialog').getByRole('button', { name: 'Avsluta platsen' }));
    await anna.getByRole('dialog').getByRole('button', { name: 'Avsluta platsen' }).click();
    await anna.getByText('Saknas: skolan, friskolan eller arbetsförmedlingen.').waitFor();
    await lena.reload();
    await lena.getByText('Det du söker finns inte, eller så är det inte ditt').waitFor();
  }, 90_000);
});
