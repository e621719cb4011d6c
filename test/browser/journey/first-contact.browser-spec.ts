/**
 * How an official reaches a family for the first time, in the language that they are known to read, and how the signature that
 * came of it is checked again on the consent's own page.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApiClient } from '../../support/api.js';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { startPhoneApp, type PhoneApp } from '../../support/family-phone.js';
import { picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const PHONE = { width: 390, height: 844 };

describeInBrowser('the first contact', () => {
  let town: RunningTown;
  let app: PhoneApp;
  let maria: Visitor;
  let client: ApiClient;
  let family: Family;
  let consentId: string;

  beforeAll(async () => {
    app = await startPhoneApp();
    town = await startRunningTown({ env: app.env });
    client = await town.house.api.as({ id: town.world.town.staff.get('maria') ?? '' });
    family = await openFamily(town.world, ['Nora', 'Samira']);
    consentId = await offerConsent(town.world, family);
    maria = await town.openAs('maria', { at: `/samtycke/${consentId}`, width: 390 });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
    await app?.close();
  }, 60_000);

  const isFit = async (): Promise<void> => {
    expect(await axe(maria.page)).toEqual([]);
    expect(await sidewaysScroll(maria.page)).toBe(0);
  };
  const signerOf = (name: string) => maria.page.locator('.signers > li', { hasText: name });

  it('is a letter in Arabic where that is what they read', async () => {
    const { page } = maria;
    const samira = signerOf('Samira');
    await samira.getByRole('button', { name: /Språk i sms och brev/ }).tap();
    await page.getByRole('option', { name: 'العربية' }).tap();
    await isFit();
    await picture(page, PHONE, 'first-contact-language');
    const downloading = page.waitForEvent('download');
    await samira.getByRole('button', { name: 'Skriv ut brev' }).tap();
    const letter = await readFile(await (await downloading).path());
    expect(letter.toString('latin1')).toContain('/Lang (ar)');
    const [link] = await town.world.behindTheLocks<{ language: string }>(
      `select language from family_link where person_id = $1 order by created_at desc limit 1`,
      [family.people.get('Samira')],
    );
    expect(link).toEqual({ language: 'ar' });
  }, 60_000);

  it('leads to a signature that is checked again with a press, and says what to do when it does not hold', async () => {
    const { page } = maria;
    const own = new FamilyBrowser(town.house.api, app.bankid);
    const personId = family.people.get('Samira') ?? '';
    await own.signIn(await linkTo(town.world, client, { consentId, personId }), 'Samira');
    await own.sign(consentId, 'Samira');
    await page.reload();
    await page.getByRole('button', { name: 'Kontrollera underskriften' }).tap();
    await page.getByText('Underskriften håller.').waitFor();
    await isFit();
    await picture(page, PHONE, 'signature-checked');
    await town.world.behindTheLocks(
      `update consent_evidence set sha256 = sha256('another'::bytea) where consent_id = $1 and kind = 'document'`,
      [consentId],
    );
    await page.getByRole('button', { name: 'Kontrollera underskriften' }).tap();
    await page.getByText(/hör till en annan text/).waitFor();
    expect(await page.locator('main').innerText()).toContain('Be om en ny underskrift.');
    await isFit();
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
