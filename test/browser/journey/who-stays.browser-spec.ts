/**
 * Who stays in a group when somebody leaves, by its coordinator on a phone: another contact person is named, a family that was to
 * move stays, and the school takes out its record after the group was closed ([S1]; OSL 5:1).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { FORM, prepareGroup, seat } from '../../support/group.js';
import { openMeasuresCase } from '../../support/joint.js';
import { pick } from '../../support/journey.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const pictures = process.env['SAMNAV_SCREENS'];
const PHONE = { width: 390, height: 844 };
const MISSING = 'Kontaktperson saknas. Personen och familjen vet inte vem i gruppen de ska vända sig till.';

describeInBrowser('whoever stays in a group', () => {
  let town: RunningTown;
  let groupId: string;
  let hubId: string;
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
    const { world, house } = town;
    const file = await openMeasuresCase(world, { givenName: 'Stanna', familyName: 'Provkvar' });
    const group = await prepareGroup(world, house.api, { file });
    groupId = group.id;
    await group.step('consent');
    const { version } = await group.seenBy('anna');
    const members = [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus'), seat(world, 'lena')];
    const i = { groupId, version, contactStaffId: world.caller('marcus').staffId, members };
    await (await group.as('anna')).query(FORM, { i });
    await group.step('plan', { words: 'Skola varje dag.' });
    const meeting = await convenedMeeting(world, group);
    hubId = meeting.hubId;
    await meeting.hold();
    visitors.set('anna', await town.openAs('anna', { at: `/grupper/${groupId}`, ...PHONE }));
    visitors.set('lena', await town.openAs('lena', { at: `/grupper/${groupId}`, ...PHONE }));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it('is without a contact person for as long as nobody is named, in the group and in the list', async () => {
    const anna = page('anna');
    await anna.getByText('Kontaktperson: Marcus Dahlin').waitFor();
    await anna.getByRole('button', { name: 'Avsluta platsen Marcus Dahlin' }).click();
    await pick(anna, 'Skäl', 'behövs inte längre');
    const end = anna.getByRole('dialog').getByRole('button', { name: 'Avsluta platsen' });
    // Whoever leads says who it will be, or that it is settled later.
    expect(await end.isDisabled()).toBe(true);
    await picture('anna', 'who-stays-successor');
    await pick(anna, 'Vem blir kontaktperson i stället?', 'Bestäm senare');
    await end.click();
    await anna.getByText(MISSING).waitFor();
    await picture('anna', 'who-stays-no-contact');
    await anna.goto(`${town.url}/grupper`);
    await anna.getByText('Kontaktperson saknas. Utse någon i gruppen.').waitFor();
    expect(await anna.getByText('grupp har en tom plats').count()).toBe(1);
    await picture('anna', 'who-stays-list');
  }, 90_000);

  it('is named on the phone, and it stands in what has happened', async () => {
    const anna = page('anna');
    await anna.goto(`${town.url}/grupper/${groupId}`);
    await anna.getByRole('button', { name: 'Utse kontaktperson' }).click();
    await pick(anna, 'Ny kontaktperson', /Lena/);
    await picture('anna', 'who-stays-naming');
    await anna.getByRole('dialog').getByRole('button', { name: 'Utse', exact: true }).click();
    await anna.getByText(/^· Kontaktperson: Lena/).waitFor();
    expect(await anna.getByText(MISSING).count()).toBe(0);
    await anna.getByRole('region', { name: 'Det som har hänt' }).getByText('Ny kontaktperson').waitFor();
    await page('lena').reload();
    await page('lena')
      .getByText(/^· Kontaktperson: Lena/)
      .waitFor();
    expect(await page('lena').getByRole('button', { name: 'Byt kontaktperson' }).count()).toBe(0);
  }, 90_000);

  it('goes on when the family that was to move stays', async () => {
    const anna = page('anna');
    await anna.getByRole('button', { name: 'Flyttar', exact: true }).click();
    await anna.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await anna.getByText('Flyttar: flyttar till en annan kommun').waitFor();
    await anna.getByRole('button', { name: 'Fortsätt', exact: true }).click();
    await anna.getByText('Har ni erbjudit en annan kommun att ta över dras erbjudandet tillbaka nu.').waitFor();
    await pick(anna, 'Skäl', 'familjen stannar');
    await picture('anna', 'who-stays-after-all');
    await anna.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await anna.getByText('Pågår', { exact: true }).waitFor();
    expect(await anna.getByRole('button', { name: 'Låt vila', exact: true }).count()).toBe(1);
  }, 90_000);

  it('takes out its own record after the group was closed, and is told until when', async () => {
    const [anna, lena] = [page('anna'), page('lena')];
    await anna.getByRole('button', { name: /^Avsluta Avslut/ }).click();
    await pick(anna, 'Varför avslutas gruppen?', 'målen är nådda');
    await anna.getByText(/ta ut sina egna handlingar en tid efter att anteckningarna är klara/).waitFor();
    await anna.getByLabel('Anteckning').fill('Det går bra.');
    await picture('anna', 'who-stays-closing');
    await anna.getByRole('button', { name: 'Avsluta gruppen' }).click();
    await anna.getByText('Avslutad: målen är nådda').waitFor();
    await lena.reload();
    await lena.getByText(/Gruppen är avslutad. Du kan läsa .* ta ut er egen handling till och med/).waitFor();
    await picture('lena', 'who-stays-record');
    await lena.goto(`${town.url}/grupper/${groupId}/mote/${hubId}`);
    await lena.getByText('Anna Wikmark').first().waitFor();
    await picture('lena', 'who-stays-meeting');
    await lena.goto(`${town.url}/grupper/${groupId}/mote/${hubId}/handling`);
    await lena.getByLabel('Diarienummer').fill('SK 2026-1');
    await lena.getByLabel('Bevaras, antal år').fill('5');
    await lena.getByRole('button', { name: 'Spara', exact: true }).click();
    await lena.getByRole('link', { name: 'Ta ut som PDF' }).waitFor();
    expect(await axe(lena)).toEqual([]);
  }, 120_000);
});
