/**
 * A plan made by several houses in real browsers, on a desktop and a telephone: the young person's own picture first, a
 * measure of the school's, what somebody may not have on no screen of theirs, and what came of it before anything new ([S1]).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { formedGroup } from '../../support/group.js';
import { openMeasuresCase } from '../../support/joint.js';
import { pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];

describeInBrowser('a plan', () => {
  let town: RunningTown;
  let groupId: string;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const picture = async (key: string, name: string): Promise<void> => {
    expect([name, await axe(page(key))]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    await page(key).evaluate('window.scrollTo(0, 0)');
    if (pictures) await page(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };
  const shown = (key: string, words: string) =>
    page(key).locator('#content, main').getByText(words, { exact: true }).first();

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown();
    const file = await openMeasuresCase(town.world, { givenName: 'Plana', familyName: 'Provplan' });
    groupId = (await formedGroup(town.world, town.house.api, { file })).id;
    visitors.set('anna', await town.openAs('anna', { at: `/grupper/${groupId}` }));
    visitors.set('marcus', await town.openAs('marcus', { at: '/grupper' }));
    visitors.set('lena', await town.openAs('lena', { at: '/grupper', width: 390, height: 844 }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is begun with the young person’s own words, and comes onto the others’ screens as it is written', async () => {
    const [anna, lena] = [page('anna'), page('lena')];
    for (const key of ['lena', 'marcus']) {
      await page(key).goto(`/grupper/${groupId}/plan`);
      await page(key).getByText('Planen är inte påbörjad än.').waitFor();
    }
    await picture('lena', 'plan-not-begun-phone');
    await anna.getByText('Ingen insats pågår ännu.').waitFor();
    await anna.getByRole('link', { name: 'Öppna planen' }).click();
    await anna.getByRole('button', { name: 'Skriv framtidsbilden' }).click();
    const dialog = anna.getByRole('dialog');
    // Nothing typed is lost by a refusal.
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.getByText('Fyll i det här fältet.').waitFor();
    await dialog.getByLabel(/^Om tio år/).fill('Jag har en egen verkstad och en hund.');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const key of ['anna', 'lena', 'marcus']) await shown(key, 'Jag har en egen verkstad och en hund.').waitFor();
    await anna.getByRole('button', { name: 'Nytt delmål' }).click();
    await anna.getByRole('dialog').getByLabel('Vad ska vara uppnått?').fill('Praktik på verkstaden.');
    await anna.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await shown('lena', 'Praktik på verkstaden.').waitFor();
    expect(await lena.getByRole('button', { name: 'Nytt delmål' }).count()).toBe(0);
  }, 120_000);

  it('keeps from a screen what its house may not have', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Lägg till Risker' }).click();
    const dialog = anna.getByRole('dialog');
    await pick(anna, /Vilket behov/, 'Alkohol och droger');
    await dialog.getByLabel('Vad drar åt fel håll?').fill('Röker hasch på helgerna.');
    await pick(anna, /Det handlar om/, 'Alkohol och droger');
    await dialog.getByText('Det stannar hos er: ingen annan här får det.').waitFor();
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await shown('anna', 'Röker hasch på helgerna.').waitFor();
    await anna.getByText(/Alkohol och droger är skrivet som en risk, men ingen insats möter det/).waitFor();
    // A later thing that they may have has come, and this has not.
    await anna.getByRole('button', { name: 'Lägg till Styrkor' }).click();
    await anna
      .getByRole('dialog')
      .getByLabel(/Vad är bra/)
      .fill('Händig.');
    await anna.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    for (const key of ['lena', 'marcus']) {
      await shown(key, 'Händig.').waitFor();
      expect([key, await page(key).getByText('hasch').count()]).toEqual([key, 0]);
      expect([key, await page(key).getByText('Att fundera på').count()]).toEqual([key, 0]);
    }
  }, 120_000);

  it('takes a measure from a telephone, follows it, and shows what came of it before anything new', async () => {
    const [anna, lena] = [page('anna'), page('lena')];
    await lena.getByRole('button', { name: 'Ny insats' }).click();
    const dialog = lena.getByRole('dialog');
    await pick(lena, /Vilket behov/, 'Skola och arbete');
    await dialog.getByLabel('Vad ska göras?').fill('Läxhjälp på tisdagar.');
    await dialog.getByLabel('Vad ska den leda till?').fill('Godkänd i matte.');
    await pick(lena, /Vem ansvarar/, /Lena Åsbrink/);
    await dialog.getByRole('spinbutton', { name: 'år, Följs upp' }).pressSequentially('20990115');
    await picture('lena', 'plan-measure-phone');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.waitFor({ state: 'detached' });
    await shown('anna', 'Läxhjälp på tisdagar.').waitFor();
    await lena.getByRole('button', { name: 'Börja Läxhjälp på tisdagar.' }).click();
    await lena.getByRole('dialog').getByRole('button', { name: 'Den har börjat' }).click();
    await anna.locator('.plan-chip', { hasText: 'Pågår' }).waitFor();
    await picture('anna', 'plan-desktop');
    await picture('lena', 'plan-phone');
    await anna.getByRole('button', { name: 'Avsluta Läxhjälp på tisdagar.' }).click();
    const ending = anna.getByRole('dialog');
    await pick(anna, /Hur långt kom ni/, 'Målet nåddes inte');
    await ending.getByLabel(/Hur gick det/).fill('För sent på kvällen.');
    await ending.getByRole('button', { name: 'Avsluta', exact: true }).click();
    await lena.getByText('Prövat tidigare (1)').waitFor();
    await lena.getByRole('button', { name: 'Ny insats' }).click();
    await pick(lena, /Vilket behov/, 'Skola och arbete');
    await lena.getByRole('dialog').getByText('För sent på kvällen.').waitFor();
    await picture('lena', 'plan-tried-phone');
    expect(await lena.getByText('Godkänd i matte.').count()).toBe(0);
  }, 120_000);

  it('is put forward, answered from a telephone and laid beside what has changed since', async () => {
    const [anna, lena] = [page('anna'), page('lena')];
    await lena.goto(`/grupper/${groupId}/plan`);
    await anna.goto(`/grupper/${groupId}/plan`);
    await anna.getByRole('button', { name: 'Lägg fram planen' }).click();
    await anna.getByText('Version 1 · Väntar på svar').waitFor();
    await lena.getByText('Version 1 · Väntar på svar').waitFor();
    await lena.getByRole('link', { name: 'Versioner och svar' }).click();
    await lena.getByRole('button', { name: 'Svara för er Grundskolan' }).click();
    await pick(lena, /Vad är svaret/, 'Nej');
    await lena.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await lena.getByText('Fyll i det här fältet.').waitFor();
    await lena.getByLabel('Vad behöver vara annorlunda?').fill('Praktiken krockar med skolan.');
    await lena.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await anna.getByText('Version 1 · Någon har sagt nej').waitFor();
    await anna.getByRole('button', { name: 'Lägg till Skydd' }).click();
    await anna.getByRole('dialog').getByLabel('Vad skyddar?').fill('Mormor.');
    await anna.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await shown('anna', 'Mormor.').waitFor();
    await anna.getByRole('link', { name: 'Versioner och svar' }).click();
    await anna.getByText('Praktiken krockar med skolan.').waitFor();
    await anna.getByText('Nytt · Skydd').waitFor();
    await picture('anna', 'plan-versions-changed');
    await picture('lena', 'plan-versions-changed-phone');
    // The school is not told which of the family has said what by their names.
    expect(await lena.getByText('Provplan').count()).toBe(0);
  }, 120_000);

  it('is marked by its writer where it shows where a protected person is, and then comes onto no other screen', async () => {
    const [anna, lena] = [page('anna'), page('lena')];
    const place = 'Det här säger var någon finns';
    const open = async (who: Page) => {
      await who.goto(`/grupper/${groupId}/plan`);
      await who.getByRole('button', { name: 'Lägg till Styrkor' }).click();
    };
    // Everybody is asked, also where nobody is protected: that it is asked tells nothing.
    await open(anna);
    await anna.getByText('Gäller det någon närstående också?').waitFor();
    expect(await anna.getByText(place).count()).toBe(1);
    await open(lena);
    await lena.getByText(place).waitFor();
    const [of] = await town.world.behindTheLocks<{ id: string }>(
      `update person p set protection = 'marking' from collaboration_group g join case_file c on c.id = g.case_id
       where g.id = $1 and p.id = c.person_id returning p.id`,
      [groupId],
    );
    await town.world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
      of?.id,
      town.world.caller('anna').staffId,
    ]);
    await open(anna);
    await anna.getByLabel(/Vad är bra/).fill('Tränar boxning.');
    await anna.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await shown('anna', 'Tränar boxning.').waitFor();
    await open(anna);
    const dialog = anna.getByRole('dialog');
    await dialog.getByLabel(/Vad är bra/).fill('I hallen i norr på tisdagar.');
    await dialog.getByText(place).click();
    await dialog.getByText('Det stannar hos er: ingen annan här får det.').waitFor();
    await picture('anna', 'plan-shows-where');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await shown('anna', 'I hallen i norr på tisdagar.').waitFor();
    // Whoever may not know of the protection is asked as before, and gets nothing of what is marked.
    await open(lena);
    await lena
      .getByRole('dialog')
      .getByLabel(/Vad är bra/)
      .waitFor();
    expect(await lena.getByText(place).count()).toBe(1);
    for (const key of ['lena', 'marcus']) {
      await page(key).goto(`/grupper/${groupId}/plan`);
      await shown(key, 'Tränar boxning.').waitFor();
      expect([key, await page(key).getByText('I hallen i norr').count()]).toEqual([key, 0]);
    }
  }, 120_000);

  it('leaves whoever is no longer needed, who keeps their own words and none of the others’', async () => {
    const lena = page('lena');
    await lena.goto(`/grupper/${groupId}/plan`);
    await lena.getByRole('button', { name: 'Ny insats' }).click();
    await pick(lena, /Vilket behov/, 'Skola och arbete');
    await lena.getByRole('dialog').getByLabel('Vad ska göras?').fill('Rastvärd på fredagar.');
    await lena.getByRole('dialog').getByLabel('Vad ska den leda till?').fill('Lugnare raster.');
    const anna = await town.house.api.as({ id: town.world.town.staff.get('anna')! });
    const { group } = await anna.query('query ($id: ID!) { group(id: $id) { version members { id staffId } } }', {
      id: groupId,
    });
    const seat = group.members.find(
      ({ staffId }: { staffId: string }) => staffId === town.world.town.staff.get('lena'),
    );
    await anna.query('mutation ($i: EndMemberInput!) { endGroupMember(input: $i) { id } }', {
      i: { groupId, version: group.version, memberId: seat.id, reason: 'not-needed' },
    });
    await lena.getByText('Du behövs inte längre här').waitFor();
    await lena.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await lena.getByLabel('Det du själv skrev').inputValue()).toBe('Rastvärd på fredagar.\n\nLugnare raster.');
    expect(await lena.locator('main').innerText()).not.toMatch(/verkstad|Händig|matte/);
    await picture('lena', 'plan-left-phone');
  }, 60_000);
});
