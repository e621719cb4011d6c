/**
 * A week of EST in Ekvalla by its people in real browsers: two parties tell what they have seen, a name and a number are
 * caught while they are typed and go where a person may be named, the week is closed, and what is open follows ([S0]; OSL 26:1).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { clientsOf, FORM, seat } from '../../support/group.js';
import { choose, pick } from '../../support/journey.js';
import { testNumber } from '../../support/people.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];
const NUMBER = testNumber('20100504');

describeInBrowser('a week of EST', () => {
  let town: RunningTown;
  let groupId: string;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const picture = async (key: string, name: string): Promise<void> => {
    expect([name, await axe(page(key))]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    if (pictures) await page(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown();
    const as = clientsOf(town.world, town.house.api);
    const anna = await as('anna');
    const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
      i: { kind: 'est', area: 'Stationen och torget' },
    });
    groupId = startGroup;
    await anna.query(FORM, {
      i: {
        groupId,
        version: 1,
        contactStaffId: town.world.caller('hassan').staffId,
        members: ['anna', 'marcus', 'hassan'].map((key) => seat(town.world, key)),
      },
    });
    visitors.set('marcus', await town.openAs('marcus', { at: `/grupper/${groupId}`, width: 390, height: 844 }));
    visitors.set('hassan', await town.openAs('hassan', { at: `/grupper/${groupId}/iakttagelse` }));
    visitors.set('anna', await town.openAs('anna', { at: `/grupper/${groupId}` }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const tell = async (key: string, seen: { place: string; what: string; times: string }): Promise<void> => {
    const at = page(key);
    await pick(at, /Plats/, seen.place);
    await choose(at, 'När', 'Vardag kväll');
    await pick(at, /\bVad\b/, seen.what);
    await at.getByLabel('Hur många gånger').fill(seen.times);
  };

  it('takes a sighting from leisure, and asks for what is missing at its field', async () => {
    const hassan = page('hassan');
    await hassan.getByRole('button', { name: 'Spara iakttagelsen' }).click();
    await hassan.getByText('Välj').first().waitFor();
    await tell('hassan', { place: 'Torget', what: 'Stora samlingar', times: '5' });
    await hassan.getByLabel('Kort om det').fill('Runt fyrtio ungdomar från hela stan, mest stoj.');
    await hassan.getByRole('button', { name: 'Spara iakttagelsen' }).click();
    await hassan.getByRole('heading', { name: /Stationen och torget, vecka/ }).waitFor();
    await hassan.getByRole('button', { name: 'Torget: 5 gånger' }).waitFor();
    expect(await hassan.getByText('Runt fyrtio ungdomar').count()).toBe(1);
  }, 60_000);

  it('catches a name and a number while they are typed on a phone, and never stops the typing', async () => {
    const marcus = page('marcus');
    await marcus.getByRole('link', { name: 'Veckans lägesbild' }).click();
    await marcus.getByRole('link', { name: 'Lägg till iakttagelse' }).click();
    await tell('marcus', { place: 'Stationen', what: 'Hot och bråk', times: '4' });
    const words = marcus.getByLabel('Kort om det');
    await words.pressSequentially(`Bråk vid Stationen, Melker Provlund ${NUMBER} drog igång det`);
    await marcus.locator('p.watched-title', { hasText: '2 ställen pekar på en person' }).waitFor();
    await marcus.getByText('är ett för- och efternamn.').waitFor();
    await marcus.getByText('är ett personnummer.').waitFor();
    expect(await words.inputValue()).toBe(`Bråk vid Stationen, Melker Provlund ${NUMBER} drog igång det`);
    await picture('marcus', 'est-caught-phone');
  }, 60_000);

  it('refuses it on the server too, with what to do, and keeps what was typed', async () => {
    const marcus = page('marcus');
    await marcus.getByRole('button', { name: 'Spara iakttagelsen' }).click();
    await marcus.getByText(/pekar på en person, och här nämns ingen/).waitFor();
    expect(await marcus.getByLabel('Kort om det').inputValue()).toContain('Melker Provlund');
    const kept = await town.world.behindTheLocks(`select 1 from area_sighting where words like '%Provlund%'`);
    expect(kept).toEqual([]);
  }, 60_000);

  it('moves the words to a report of concern with one tap, and keeps the rest', async () => {
    const marcus = page('marcus');
    expect(await marcus.getByText('Texten följer inte med: före samtycke').count()).toBe(1);
    await marcus.getByRole('button', { name: 'Flytta till en orosanmälan' }).click();
    await marcus.getByRole('heading', { name: 'Gör en orosanmälan' }).waitFor();
    expect(await marcus.getByLabel(/Vad har hänt/).inputValue()).toContain(`Melker Provlund ${NUMBER}`);
    await marcus.goBack();
    await marcus.getByRole('button', { name: 'Spara iakttagelsen' }).waitFor();
    expect(await marcus.getByLabel('Kort om det').inputValue()).toBe('');
    expect(await marcus.getByLabel('Hur många gånger').inputValue()).toBe('4');
    await marcus.getByLabel('Kort om det').fill('Två gäng möttes på perrongen.');
    await marcus.getByRole('button', { name: 'Spara iakttagelsen' }).click();
    await marcus.getByRole('button', { name: 'Stationen: 4 gånger' }).waitFor();
    await picture('marcus', 'est-week-phone');
  }, 60_000);

  it('shows the coordinator the week on the town’s own map, by keyboard too, and takes a measure', async () => {
    const anna = page('anna');
    await anna.getByRole('link', { name: 'Veckans lägesbild' }).click();
    await anna.getByText('Har inte lagt till något den här veckan: Individ och familj.').waitFor();
    await anna.getByRole('button', { name: 'Stationen: 4 gånger' }).focus();
    await anna.keyboard.press('Enter');
    await anna.getByRole('heading', { name: 'Iakttagelser: Stationen' }).waitFor();
    expect(await anna.getByText('Runt fyrtio ungdomar').count()).toBe(0);
    await anna.getByRole('button', { name: 'Lägg till åtgärd' }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByLabel('Åtgärd', { exact: true }).fill('Vuxenvandring torsdag och fredag kväll');
    await pick(anna, /Vem gör det/, 'Hassan');
    await dialog.getByRole('button', { name: 'Spara åtgärden' }).click();
    await dialog.getByText('Fyll i').first().waitFor();
    const day = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByRole('spinbutton').first().pressSequentially(day.replaceAll('-', ''));
    await dialog.getByRole('button', { name: 'Spara åtgärden' }).click();
    await anna.getByText('Åtgärden är sparad.').first().waitFor();
    await anna.getByRole('button', { name: 'Visa alla platser' }).click();
    await picture('anna', 'est-week');
  }, 90_000);

  it('is met about in a room of the town’s, with an agenda that nobody had to write', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Kalla till möte' }).click();
    const dialog = anna.getByRole('dialog');
    const day = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
    await dialog
      .getByRole('spinbutton')
      .first()
      .pressSequentially(`${day.replaceAll('-', '')}0900`);
    await pick(anna, /Lokal/, 'Rum Eken');
    await picture('anna', 'est-convene');
    await dialog.getByRole('button', { name: 'Kalla gruppen' }).click();
    await anna.getByText('Gruppen är kallad').first().waitFor();
    await anna.getByText('Rum Eken, Familjehuset, Kvarngatan 4').waitFor();
    await anna.getByText('Det ni går igenom, 55 minuter').click();
    await anna.getByText(/^Mest sett vid .*Stationen/).waitFor();
    await picture('anna', 'est-meeting');
    const marcus = page('marcus');
    await marcus.reload();
    await marcus.getByText('Rum Eken, Familjehuset, Kvarngatan 4').waitFor();
    expect(await marcus.getByRole('button', { name: 'Kalla till möte' }).count()).toBe(0);
    await picture('marcus', 'est-meeting-phone');
  }, 90_000);

  it('is moved or called off with what follows shown first, and stands as another has left it meanwhile', async () => {
    const anna = page('anna');
    const marcus = page('marcus');
    await marcus.goto('/inbjudningar');
    await marcus.getByRole('button', { name: 'Jag kommer' }).click();
    await marcus.locator('.answer-mark[data-answer="accepted"]').waitFor();
    await anna.getByRole('button', { name: 'Flytta', exact: true }).click();
    const dialog = anna.getByRole('dialog');
    const typeDay = async (days: number): Promise<void> => {
      const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      await dialog
        .getByRole('spinbutton')
        .first()
        .pressSequentially(`${day.replaceAll('-', '')}1000`);
    };
    await typeDay(27);
    await dialog.getByText(/En tidsgräns spricker/).waitFor();
    await dialog.getByText('Har tackat ja och får svara på nytt: Marcus Dahlin.').waitFor();
    await picture('anna', 'est-move');
    // Somebody else moves it first: nothing is lost, it is read anew, and the second press counts.
    const moved = await town.world.behindTheLocks<{ id: string }>(
      `update area_meeting set version = version + 1 where group_id = $1 and state = 'planned' returning id`,
      [groupId],
    );
    expect(moved).toHaveLength(1);
    await typeDay(7);
    await dialog.getByText(/tidsgräns/).waitFor({ state: 'detached' });
    await dialog.getByText('Har tackat ja och får svara på nytt: Marcus Dahlin.').waitFor();
    await town.world.behindTheLocks(`update area_meeting set version = version + 1 where id = $1`, [moved[0]?.id]);
    await dialog.getByRole('button', { name: 'Flytta mötet' }).click();
    await dialog.getByText('Någon annan ändrade mötet under tiden.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Flytta mötet' }).click();
    await anna.getByText('Mötet är flyttat och gruppen har fått veta det.').first().waitFor();
    await anna.getByRole('button', { name: 'Ställ in', exact: true }).click();
    await anna
      .getByRole('dialog')
      .getByText(/En tidsgräns spricker/)
      .waitFor();
    await picture('anna', 'est-call-off');
    await anna.getByRole('dialog').getByRole('button', { name: 'Behåll mötet' }).click();
    await anna.getByRole('button', { name: 'Ställ in', exact: true }).waitFor();
  }, 90_000);

  it('is closed, and the next week carries what is open', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Stäng veckan' }).click();
    await anna.getByText('En öppen åtgärd följer med till nästa vecka.').waitFor();
    await anna.getByRole('dialog').getByRole('button', { name: 'Stäng veckan' }).click();
    await anna.getByText(/Stängd av Anna Wikmark/).waitFor();
    expect(await anna.getByRole('link', { name: 'Lägg till iakttagelse' }).count()).toBe(0);
    await town.moveClock(7 * 24 * 60);
    const hassan = (await town.openAs('hassan', { at: `/grupper/${groupId}/vecka` })).page;
    visitors.set('hassan', { ...visitors.get('hassan')!, page: hassan });
    await hassan.getByText('Följer med').waitFor();
    await hassan.getByRole('button', { name: /^Skriv resultat/ }).click();
    const dialog = hassan.getByRole('dialog');
    await dialog.getByLabel('Resultat', { exact: true }).fill('Lugnt båda kvällarna, och Kvarnbyn hörde av sig.');
    expect(await dialog.getByText('pekar på en person').count()).toBe(0);
    await picture('hassan', 'est-result');
    await dialog.getByRole('button', { name: 'Spara resultatet' }).click();
    await hassan.getByText('Gjord').waitFor();
    await picture('hassan', 'est-next-week');
  }, 90_000);

  it('gets one place more from the town’s administrator, who is told what is no place and sees the map first', async () => {
    visitors.set('tove', await town.openAs('tove', { at: '/installningar/omrade' }));
    const tove = page('tove');
    await tove.getByRole('button', { name: 'Lägg till en plats' }).click();
    const row = tove.locator('.area-place-fields');
    await row.getByLabel('Namn').fill('Hos Sara Lindgren');
    await tove.getByRole('button', { name: 'Visa hur det blir' }).click();
    await row.getByText(/pekar på en person/).waitFor();
    await picture('tove', 'area-settings-fault');
    await row.getByLabel('Namn').fill('Nya bron');
    await tove.getByRole('button', { name: 'Stationen', exact: true }).first().click();
    await tove.getByRole('button', { name: 'Nya bron', exact: true }).first().click();
    await tove.locator('.area-map').click({ position: { x: 30, y: 30 } });
    expect(Number(await row.getByLabel('Från vänster').inputValue())).toBeLessThan(200);
    await tove.getByRole('button', { name: 'Visa hur det blir' }).click();
    await tove.getByText('Så här blir det. Inget är sparat än.').waitFor();
    await picture('tove', 'area-settings');
    await tove.getByRole('button', { name: 'Spara', exact: true }).click();
    await tove.getByText('Sparat.').first().waitFor();
    await tove.setViewportSize({ width: 390, height: 844 });
    await picture('tove', 'area-settings-phone');
    const hassan = page('hassan');
    await hassan.reload();
    await hassan.getByRole('button', { name: /^Nya bron:/ }).waitFor();
  }, 90_000);
});
