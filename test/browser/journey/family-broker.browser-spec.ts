/**
 * A family whose town signs at a broker: the browser goes there and comes back to where it was, and every answer that does not
 * hold is told in the family's own language, with nothing shown and nothing signed (ASVS 6.8; eIDAS 26).
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApiClient } from '../../support/api.js';
import { axe, describeInBrowser, sidewaysScroll } from '../../support/browser.js';
import { linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { startFamilyBroker, type FamilyBroker } from '../../support/family-broker.js';
import { LOCALES, Phone, type PhoneLanguage } from '../../support/family-phone.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

describeInBrowser('a family at a broker', () => {
  let town: RunningTown;
  let broker: FamilyBroker;
  let maria: ApiClient;
  let family: Family;
  let consentId: string;

  beforeAll(async () => {
    broker = await startFamilyBroker();
    town = await startRunningTown({ env: broker.env });
    maria = await town.house.api.as({ id: town.world.town.staff.get('maria') ?? '' });
    family = await openFamily(town.world, ['Elias', 'Sanna', 'Samira']);
    consentId = await offerConsent(town.world, family);
  }, 180_000);
  afterAll(async () => {
    await town?.close();
    await broker?.close();
  }, 60_000);

  const link = (givenName: string): Promise<string> =>
    linkTo(town.world, maria, { consentId, personId: family.people.get(givenName) ?? '' });
  const take = async (name: string, language: PhoneLanguage): Promise<Phone> =>
    new Phone(await town.open(name, { width: 390, locale: LOCALES[language] }), language, { url: broker.url });

  /** From the page of an order to the broker's own page, and back by the link on it. */
  async function atBroker(phone: Phone, givenName: string, how: Parameters<FamilyBroker['prove']>[2] = {}) {
    const { page } = phone;
    const isBroker = (url: URL): boolean => url.href.startsWith(`${broker.url}/auth`);
    await page.route(isBroker, async (route) => {
      const answer = broker.prove({ startLink: route.request().url() }, givenName, how);
      const back = `${town.url}/e-id/return${answer}`.replaceAll('&', '&amp;');
      await route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="sv"><title>Legitimering</title><link rel="icon" href="data:,"><p><a href="${back}">Tillbaka</a></p></html>`,
      });
    });
    await phone.tap('identify.same');
    await page.getByRole('link', { name: 'Tillbaka' }).tap();
    await page.locator('main h1').first().waitFor();
    await page.unroute(isBroker);
  }

  const lastOrder = async (): Promise<{ state: string } | undefined> =>
    (
      await town.world.behindTheLocks<{ state: string }>(
        `select state from e_id_order where ended_at is not null order by ended_at desc limit 1`,
      )
    )[0];

  it.each(['sv', 'ar'] as const)(
    'is told in its own language of an answer by another, to another question and for another house (%s)',
    async (language) => {
      const phone = await take(`Samira ${language}`, language);
      await phone.openLink(await link('Samira'));
      await phone.tap('door.start');
      for (const [givenName, how, message] of [
        ['Sanna', {}, 'another-signer'],
        ['Samira', { claims: { nonce: 'of-an-earlier-question' } }, 'not-verified'],
        ['Samira', { claims: { aud: 'another-house' } }, 'not-verified'],
        ['Samira', { claims: { acr: 'http://id.elegnamnden.se/loa/1.0/loa2' } }, 'not-verified'],
      ] as const) {
        await phone.at('identify.title');
        await atBroker(phone, givenName, how);
        await phone.page.getByText(phone.message(message)).waitFor();
        expect(await phone.text()).not.toMatch(/Elias|Sanna/);
        expect(await axe(phone.page)).toEqual([]);
        expect(await sidewaysScroll(phone.page)).toBeLessThanOrEqual(0);
      }
    },
    120_000,
  );

  it('is told when the time ran out, and begins anew where it is', async () => {
    const phone = await take('Samira late', 'ar');
    await phone.openLink(await link('Samira'));
    await phone.tap('door.start');
    await phone.at('identify.title');
    await phone.page.route('**/e-id/return*', async (route) => {
      // She was at the broker for longer than an order lives.
      await town.world.behindTheLocks(
        `update e_id_order set started_at = now() - interval '5 minutes' where state = 'pending'`,
      );
      await route.continue();
    });
    await atBroker(phone, 'Samira');
    await phone.page.getByText(phone.message('no-answer')).waitFor();
    expect(await lastOrder()).toMatchObject({ state: 'over' });
    await phone.page.unroute('**/e-id/return*');
    await atBroker(phone, 'Samira');
    await phone.at('home.hello');
  }, 60_000);

  it('comes back to its own page, signs, and leaves nothing of the broker’s answer in the address', async () => {
    const phone = await take('Sanna', 'sv');
    await phone.openLink(await link('Sanna'));
    await phone.tap('door.start');
    await phone.at('identify.title');
    await atBroker(phone, 'Sanna');
    await phone.at('home.hello');
    expect(new URL(phone.page.url())).toMatchObject({ pathname: '/familj', search: '', hash: '' });
    await phone.tap('home.read');
    await phone.at('about.title');
    for (const title of ['houses', 'kinds', 'free', 'duties', 'until', 'summary']) {
      await phone.tap('step.next');
      await phone.at(`${title}.title`);
    }
    await phone.tap('summary.sign');
    await phone.at('sign.title');
    await atBroker(phone, 'Sanna');
    await phone.at('signed.title');
    expect(new URL(phone.page.url())).toMatchObject({ pathname: '/familj', search: '', hash: '' });
    const kept = await town.world.behindTheLocks<{ kind: string }>(
      `select kind from consent_evidence where consent_id = $1 order by kind`,
      [consentId],
    );
    expect(kept.map(({ kind }) => kind)).toEqual(['document', 'e-id']);
  }, 90_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
