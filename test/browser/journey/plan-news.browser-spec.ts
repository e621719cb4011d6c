/**
 * News between meetings from a telephone: good news told in four touches, seen by whom it is told to as it is sent, figures with
 * both their readings, a measure braked and accelerated with why, and all of it since the group last met ([S1]).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { ACT_ON_ENTRY, WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { openMeasuresCase } from '../../support/joint.js';
import { pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];
const BENEATH = /^(landmark-one-main|page-has-heading-one):/;

describeInBrowser('news between meetings', () => {
  let town: RunningTown;
  let group: GroupUnderTest;
  const visitors = new Map<string, Visitor>();
  const page = (key: string): Page => visitors.get(key)!.page;
  const picture = async (key: string, name: string): Promise<void> => {
    // What lies beneath a dialog is hidden from everybody while it is open, the page's heading too.
    const isOpen = (await page(key).getByRole('dialog').count()) > 0;
    const found = await axe(page(key));
    expect([name, found.filter((one) => !isOpen || !BENEATH.test(one))]).toEqual([name, []]);
    expect([name, await sidewaysScroll(page(key))]).toEqual([name, 0]);
    if (pictures) await page(key).screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };
  const shown = (key: string, words: string | RegExp) =>
    page(key)
      .locator('#content, main')
      .getByText(words, { exact: typeof words === 'string' })
      .first();
  const write = async (key: string, i: object): Promise<string> =>
    (await (await group.as(key)).query(WRITE_ENTRY, { i: { groupId: group.id, ...i } })).writePlanEntry;

  beforeAll(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    town = await startRunningTown();
    const file = await openMeasuresCase(town.world, { givenName: 'Nyhild', familyName: 'Provnytt' });
    group = await formedGroup(town.world, town.house.api, { file });
    await group.step('plan', { words: 'Tillbaka till skolan.' });
    await write('anna', { kind: 'future', words: 'Egen verkstad.' });
    visitors.set('anna', await town.openAs('anna', { at: `/grupper/${group.id}/plan` }));
    visitors.set('marcus', await town.openAs('marcus', { at: `/grupper/${group.id}`, width: 390, height: 844 }));
    visitors.set('lena', await town.openAs('lena', { at: `/grupper/${group.id}`, width: 390, height: 844 }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('tells something good in four touches, and it stands on the others’ screens', async () => {
    const lena = page('lena');
    await shown('marcus', 'Inget ännu. Berätta gärna om något som har gått bra.').waitFor();
    await lena.getByRole('button', { name: 'Något som har gått bra' }).click();
    const dialog = lena.getByRole('dialog');
    await dialog
      .getByText(/^Polisen|Lokalpolisområde/)
      .first()
      .waitFor();
    // The field has the focus already: one touch to open, one to send.
    await lena.keyboard.type('Höll föredrag för hela klassen.');
    await picture('lena', 'news-good-phone');
    await dialog.getByRole('button', { name: 'Berätta' }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const key of ['anna', 'marcus', 'lena']) await shown(key, 'Höll föredrag för hela klassen.').waitFor();
    expect(await page('anna').locator('.news-line[data-kind="good-news"]').count()).toBe(1);
    expect(
      await page('marcus')
        .getByRole('button', { name: /^Rätta/ })
        .count(),
    ).toBe(0);
  }, 120_000);

  it('loses nothing that was typed by a refusal, and shows nobody what they may not have', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Något nytt' }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Berätta' }).click();
    await dialog.getByText('Fyll i det här fältet.').waitFor();
    await dialog.getByLabel('Vad har hänt?').fill('Röker hasch på helgerna.');
    await pick(anna, /Det handlar om/, 'Alkohol och droger');
    await dialog.getByText('Det stannar hos er: ingen annan här får det.').waitFor();
    await dialog.getByRole('button', { name: 'Berätta' }).click();
    await shown('anna', 'Röker hasch på helgerna.').waitFor();
    await page('lena')
      .getByRole('button', { name: /^Rätta/ })
      .click();
    const correcting = page('lena').getByRole('dialog');
    await correcting.getByLabel('Vad ska stå?').fill('Höll föredrag för hela årskursen.');
    await correcting.getByRole('button', { name: 'Spara' }).click();
    await correcting.getByText('Fyll i det här fältet.').waitFor();
    await correcting.getByLabel(/^Varför rättar du/).fill('Fler lyssnade.');
    await correcting.getByRole('button', { name: 'Spara' }).click();
    await shown('marcus', 'Höll föredrag för hela årskursen.').waitFor();
    await shown('marcus', /Fler lyssnade/).waitFor();
    expect(await page('marcus').getByText('hasch').count()).toBe(0);
  }, 120_000);

  it('follows what the parties have agreed on, with both readings and every figure in a table', async () => {
    const [anna, lena] = [page('anna'), page('lena')];
    await anna.getByRole('button', { name: 'Följ en siffra' }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByLabel('Vad följer ni?').fill('Är i skolan, av schemalagd tid');
    await pick(anna, /Vem rapporterar/, /Lena Åsbrink/);
    await picture('anna', 'series-agreed');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.waitFor({ state: 'detached' });
    await lena.goto(`/grupper/${group.id}/plan`);
    const told = async (week: number, value: string) => {
      await lena.getByRole('button', { name: /^Ny siffra/ }).click();
      const telling = lena.getByRole('dialog');
      await telling.getByRole('button', { name: /När/ }).click();
      await lena.getByRole('option').nth(week).click();
      await telling.getByLabel('Hur många procent?').fill(value);
      await telling.getByRole('button', { name: 'Spara siffran' }).click();
      return telling;
    };
    const refused = await told(2, 'många');
    await refused.getByText('Skriv en siffra, till exempel 65 eller 2,5.').waitFor();
    await refused.getByLabel('Hur många procent?').fill('6');
    await refused.getByRole('button', { name: 'Spara siffran' }).click();
    await refused.waitFor({ state: 'detached' });
    await (await told(1, '65')).waitFor({ state: 'detached' });
    await shown('lena', /Upp från 6 till 65 procent/).waitFor();
    await shown('anna', /35 saknas fortfarande/).waitFor();
    await lena.getByText('Alla siffror (2)').click();
    const table = lena.getByRole('table', { name: 'Siffror: Är i skolan, av schemalagd tid' });
    expect(await table.getByRole('row').count()).toBe(3);
    await picture('lena', 'series-phone');
    await picture('anna', 'series-desktop');
    // One was told for the wrong week: it is moved with why, and what it was stays beside it.
    await table
      .getByRole('button', { name: /^Rätta/ })
      .last()
      .click();
    const moving = lena.getByRole('dialog');
    await moving.getByRole('button', { name: /När/ }).click();
    await lena.getByRole('option').nth(3).click();
    await moving.getByRole('button', { name: 'Spara' }).click();
    await moving.getByText('Fyll i det här fältet.').waitFor();
    await moving.getByLabel(/^Varför rättar du/).fill('Fel vecka.');
    await picture('lena', 'series-moved-phone');
    await moving.getByRole('button', { name: 'Spara' }).click();
    await moving.waitFor({ state: 'detached' });
    await table.getByText(/Före rättelsen: 6 procent.*Fel vecka/).waitFor();
    expect(await table.getByRole('row').count()).toBe(3);
    await picture('lena', 'series-history-phone');
  }, 120_000);

  it('says of what kind something in the plan is, with who will no longer read it before it is changed', async () => {
    const anna = page('anna');
    const words = 'Har slutat röka på vardagar.';
    await write('anna', { kind: 'strength', words });
    await anna.getByRole('button', { name: `Byt slag ${words}` }).click();
    const dialog = anna.getByRole('dialog');
    await pick(anna, /Det handlar om/, /^Alkohol och droger/);
    await dialog.getByText(/^Läser det nu, men inte efter bytet: .*,/).waitFor();
    await dialog.getByRole('button', { name: 'Byt', exact: true }).click();
    await dialog.getByText('Fyll i det här fältet.').waitFor();
    await dialog.getByLabel('Varför byter du?').fill('Det handlar om missbruk.');
    await picture('anna', 'category-changed');
    await dialog.getByRole('button', { name: 'Byt', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await shown('anna', /Bytt från .*Det handlar om missbruk/).waitFor();
    const { plan } = await (
      await group.as('marcus')
    ).query(`query($id: ID!) { plan(groupId: $id) { entries { said { text } } } }`, { id: group.id });
    expect(JSON.stringify(plan)).not.toContain('röka');
  }, 120_000);

  it('brakes and accelerates a measure in two touches and a word, told to everyone among what has happened', async () => {
    const lena = page('lena');
    const { plan } = await (
      await group.as('lena')
    ).query(`query($id: ID!) { plan(groupId: $id) { seats { memberId kind } } }`, { id: group.id });
    const ownerMemberId = plan.seats.find(({ kind }: { kind: string }) => kind === 'school').memberId;
    const entryId = await write('lena', {
      ...{ kind: 'measure', words: 'Läxhjälp på tisdagar.', needArea: 'school-or-work', aim: 'Godkänd.' },
      ...{ ownerMemberId, followUpOn: '2099-01-01' },
    });
    await (await group.as('lena')).query(ACT_ON_ENTRY, { i: { entryId, version: 1, act: 'start' } });
    await lena.getByRole('button', { name: 'Låt vila Läxhjälp på tisdagar.' }).click();
    await lena.getByRole('dialog').getByLabel('Varför?').fill('Praktik i tre veckor.');
    await lena.getByRole('dialog').getByRole('button', { name: 'Låt vila' }).click();
    await shown('marcus', /Praktik i tre veckor/).waitFor();
    await lena.getByRole('button', { name: 'Börja igen Läxhjälp på tisdagar.' }).click();
    await lena.getByRole('dialog').getByRole('button', { name: 'Den har börjat igen' }).click();
    await lena.getByRole('dialog').getByText('Fyll i det här fältet.').waitFor();
    await lena.getByRole('dialog').getByLabel('Varför börjar den igen?').fill('Praktiken är slut.');
    await lena.getByRole('dialog').getByRole('button', { name: 'Den har börjat igen' }).click();
    await shown('marcus', /Praktiken är slut/).waitFor();
    expect(await shown('marcus', /Började igen|Började/).count()).toBe(1);
    await picture('marcus', 'since-last-phone');
  }, 120_000);

  it('comes up at the next meeting by itself, the good first, and is older news after it', async () => {
    const meeting = await convenedMeeting(town.world, group);
    const marcus = page('marcus');
    await marcus.goto(`/grupper/${group.id}/mote/${meeting.hubId}`);
    await shown('marcus', 'Höll föredrag för hela årskursen.').waitFor();
    expect(await marcus.getByText('hasch').count()).toBe(0);
    await page('anna').goto(`/grupper/${group.id}/mote/${meeting.hubId}`);
    await shown('anna', 'Röker hasch på helgerna.').waitFor();
    const news = await page('anna').locator('.minutes-news').allInnerTexts();
    expect(news.map((words) => words.trim())).toEqual([
      ...['Höll föredrag för hela årskursen.', 'Röker hasch på helgerna.'],
    ]);
    // What is told while the page stands open comes in by itself.
    const i = { groupId: group.id, kind: 'news', words: 'Sover bättre om nätterna.' };
    await (await group.as('lena')).query(`mutation($i: WritePlanNewsInput!) { writePlanNews(input: $i) }`, { i });
    for (const key of ['marcus', 'anna']) await shown(key, 'Sover bättre om nätterna.').waitFor();
    // And it stands in the agenda of the board, where the meeting is held.
    await page('anna').goto(`/hubb/${meeting.hubId}/tavla`);
    const agenda = page('anna').getByRole('region', { name: 'Nytt sedan sist' });
    await agenda.getByText('Sover bättre om nätterna.').waitFor();
    expect((await agenda.locator('.agenda-news-words').allInnerTexts()).map((words) => words.trim())).toEqual([
      ...['Höll föredrag för hela årskursen.', 'Röker hasch på helgerna.', 'Sover bättre om nätterna.'],
    ]);
    await picture('anna', 'board-news');
    await marcus.goto(`/hubb/${meeting.hubId}/tavla`);
    await marcus.getByRole('region', { name: 'Nytt sedan sist' }).getByText('Sover bättre').waitFor();
    expect(await marcus.getByText('hasch').count()).toBe(0);
    await page('anna').goto('/grupper');
    await shown('anna', 'En god nyhet sedan förra mötet').waitFor();
    await meeting.hold();
    await marcus.goto(`/grupper/${group.id}`);
    await marcus.getByText(/^Före det \(/).click();
    await shown('marcus', 'Höll föredrag för hela årskursen.').waitFor();
  }, 120_000);

  it('leaves every screen when it is taken out', async () => {
    const lena = page('lena');
    await lena.goto(`/grupper/${group.id}`);
    await lena.getByText(/^Före det \(/).click();
    await lena.getByRole('button', { name: /^Ta bort Höll föredrag/ }).click();
    await lena.getByLabel(/^Varför\? Det läser bara ni/).fill('Det var ett annat barn.');
    await lena.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
    await lena.getByRole('dialog').waitFor({ state: 'detached' });
    await shown('marcus', 'Höll föredrag för hela årskursen.').waitFor({ state: 'detached' });
    expect(await page('marcus').getByText('ett annat barn').count()).toBe(0);
  }, 60_000);
});
