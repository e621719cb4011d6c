/**
 * A family's telephone in places where it is on its own: what it takes home to keep, and what it shows when nobody could tell
 * it that something has changed.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { noticeHash } from '#use-cases/consent/consent-notice.js';
import type { Page } from 'playwright-core';
import type { ApiClient } from '../../support/api.js';
import { axe, describeInBrowser, sidewaysScroll } from '../../support/browser.js';
import { withdrawAs } from '../../support/consents.js';
import { FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { LOCALES, Phone, startPhoneApp, type PhoneApp } from '../../support/family-phone.js';
import { picture } from '../../support/pages.js';
import { poppler, readPaper } from '../../support/paper.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const PHONE = { width: 390, height: 844 };
const NETWORK = /ERR_INTERNET_DISCONNECTED/;

describeInBrowser('a family’s telephone on its own', () => {
  let town: RunningTown;
  let app: PhoneApp;
  let maria: ApiClient;
  let family: Family;
  let consentId: string;
  let sanna: Phone;

  beforeAll(async () => {
    app = await startPhoneApp();
    town = await startRunningTown({ env: app.env });
    maria = await town.house.api.as({ id: town.world.town.staff.get('maria') ?? '' });
    family = await openFamily(town.world, ['Elias', 'Sanna', 'Samira']);
    consentId = await offerConsent(town.world, family);
    for (const name of ['Elias', 'Sanna', 'Samira']) {
      const own = new FamilyBrowser(town.house.api, app.bankid);
      await own.signIn(await link(name), name);
      await own.sign(consentId, name);
    }
    sanna = new Phone(await town.open('Sanna', { width: 390, locale: LOCALES.sv }), 'sv', app);
    await sanna.signIn(await link('Sanna'), 'Sanna');
    await sanna.at('home.hello', { name: 'Sanna' });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
    await app?.close();
  }, 60_000);

  const link = (givenName: string): Promise<string> =>
    linkTo(town.world, maria, { consentId, personId: family.people.get(givenName) ?? '' });
  const isFit = async ({ page }: Phone): Promise<void> => {
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  };

  /** What the browser puts in its folder at the press of a button. */
  const take = async (button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
    const downloading = sanna.page.waitForEvent('download');
    await sanna.tap(button);
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const sessionEnds = (): Promise<readonly unknown[]> =>
    town.world.behindTheLocks(`select id, last_seen_at from family_session order by id`);

  it('reads its receipt and takes it home, as a paper and for another system, with nobody else’s name', async () => {
    const { page } = sanna;
    await sanna.tap('card.receipt');
    await sanna.at('receipt.title');
    await sanna.words('receipt.version', { version: NOTICE_VERSION }).waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).toMatch(/Elias/);
    expect(shown).not.toMatch(/Samira|\d{8}-?\d{4}/);
    await isFit(sanna);
    await picture(page, PHONE, 'family-telephone-receipt');
    const hash = noticeHash(NOTICE_VERSION, 'sv')?.toString('hex') ?? '';
    const pdf = await take('receipt.pdf');
    expect(pdf.name).toBe(`kvitto-${consentId.slice(0, 8)}.pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    if (poppler) {
      const { text } = await readPaper(pdf.bytes);
      expect(text.replace(/\s/g, '')).toContain(hash);
      expect(text).toMatch(/Sanna/);
      expect(text).not.toMatch(/Samira/);
    }
    await sanna.words('receipt.taken', { file: pdf.name }).waitFor();
    const data = await take('receipt.data');
    expect(data.name).toMatch(/\.jsonld$/);
    expect(JSON.parse(data.bytes.toString('utf8'))).toMatchObject({
      record_id: `urn:uuid:${consentId}`,
      pii_principal_id: `urn:uuid:${family.child}`,
      notice: { version: NOTICE_VERSION, language: 'sv', sha256: hash },
      state: 'given',
    });
    await isFit(sanna);
    await picture(page, PHONE, 'family-telephone-receipt-taken');
    const lines = await town.world.behindTheLocks<{ form: string }>(
      `select detail ->> 'form' as form from ledger_entry where action = 'export' and detail ->> 'consentId' = $1 order by id`,
      [consentId],
    );
    expect(lines.map(({ form }) => form)).toEqual(['pdf', 'iso-27560']);
  }, 90_000);

  it('says on the page that a receipt could not be fetched, and fetches it when the network is back', async () => {
    const { page, visitor } = sanna;
    visitor.expect(NETWORK);
    await visitor.context.setOffline(true);
    await sanna.tap('receipt.pdf');
    await sanna.words('failing.network').waitFor();
    await visitor.context.setOffline(false);
    expect((await take('receipt.pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.getByRole('alert').count()).toBe(0);
    await sanna.tap('bar.back');
    await sanna.at('home.hello');
  }, 60_000);

  it('covers what stands there when the network is long away, and comes back read afresh with what was written', async () => {
    const { page, visitor } = sanna;
    visitor.expect(NETWORK);
    const second = new Phone({ ...visitor, page: await visitor.context.newPage() }, 'sv', app);
    await second.page.goto('/familj');
    await second.page.getByRole('button', { name: second.inside('question.title') }).tap();
    const question = second.page.getByLabel('Vad undrar du?');
    await question.fill('Får mormor vara med?');
    const holds = sanna.words('state.holds');
    await holds.waitFor();
    await visitor.context.setOffline(true);
    await page.getByText('Du är utan nät just nu.').waitFor();
    // A tunnel hides nothing.
    expect(await holds.isVisible()).toBe(true);
    for (const phone of [sanna, second]) {
      await phone.page.getByRole('heading', { name: phone.say('offline.coverTitle') }).waitFor({ timeout: 40_000 });
      expect(await phone.text()).not.toMatch(/Elias|Sanna|polisen|skolan|mormor|Gäller/i);
      // The way out stands there all the same.
      expect(await phone.button('bar.leave').count()).toBe(1);
      expect(await phone.page.title()).toBe('Sidan är dold tills nätet är tillbaka');
      await isFit(phone);
    }
    await picture(page, PHONE, 'family-telephone-away');
    await withdrawAs(town.world, { id: consentId, asked: [] }, family.people.get('Samira') ?? '');
    const ends = await sessionEnds();
    const isSeen = await watchFor(page, 'Gäller till');
    await visitor.context.setOffline(false);
    await sanna.words('state.taken-back').waitFor({ timeout: 30_000 });
    // Never for a moment: the cover went when the page had been read.
    expect(await isSeen()).toBe(false);
    await question.waitFor({ timeout: 30_000 });
    expect(await question.inputValue()).toBe('Får mormor vara med?');
    expect(await second.page.title()).toBe('Ställ en fråga');
    // Nobody has pressed anything: the session ends when it would have ended.
    expect(await sessionEnds()).toEqual(ends);
    await second.page.close();
  }, 120_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});

/** Whether the words are painted at any time from now on; asked of each frame. */
async function watchFor(page: Page, words: string): Promise<() => Promise<boolean>> {
  await page.evaluate(`(() => {
    window.wasSeen = false;
    const look = () => {
      if (document.body.innerText.includes(${JSON.stringify(words)})) window.wasSeen = true;
      requestAnimationFrame(look);
    };
    look();
  })()`);
  return () => page.evaluate<boolean>('window.wasSeen');
}
