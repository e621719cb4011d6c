/**
 * What somebody of a family writes: a guardian of two children says whom it is about, it is asked once however often it is sent,
 * it is there again when the telephone has thrown the page out, and it is gone with the session and with a quick exit.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll } from '../../support/browser.js';
import { linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { LOCALES, Phone, startPhoneApp, type PhoneApp } from '../../support/family-phone.js';
import { picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const ASKED = 'Får mormor vara med?';
const BEGUN = 'Jag undrar om vi kan byta tid, för';

describeInBrowser('what a family writes', () => {
  let town: RunningTown;
  let app: PhoneApp;
  let tilde: Family;
  let elsesId: string;
  let consentId: string;
  let sanna: Phone;

  const take = async (): Promise<Phone> => {
    const phone = new Phone(await town.open('Sanna', { width: 390, locale: LOCALES.sv }), 'sv', app);
    const maria = await town.house.api.as({ id: town.world.town.staff.get('maria') ?? '' });
    const personId = tilde.people.get('Sanna') ?? '';
    await phone.signIn(await linkTo(town.world, maria, { consentId, personId }), 'Sanna');
    await phone.at('home.hello');
    return phone;
  };
  const question = async (phone: Phone): Promise<Locator> => {
    await phone.page.getByRole('button', { name: phone.inside('question.linkHelp') }).tap();
    await phone.at('question.title');
    return phone.page.getByLabel(phone.say('question.label'));
  };
  const lying = (phone: Phone) => phone.page.evaluate<string | null>(`sessionStorage.getItem('family-words')`);
  const asked = () => town.world.behindTheLocks(`select consent_id from family_message`);

  beforeAll(async () => {
    app = await startPhoneApp();
    town = await startRunningTown({ env: app.env });
    const elias = await openFamily(town.world, ['Elias', 'Sanna']);
    tilde = await openFamily(town.world, ['Tilde', 'Sanna']);
    consentId = await offerConsent(town.world, tilde);
    // The newest is about the other child.
    elsesId = await offerConsent(town.world, elias);
    sanna = await take();
  }, 240_000);
  afterAll(async () => {
    await town?.close();
    await app?.close();
  }, 60_000);

  it('is about whom they say, and is asked once, also where the network went as it was sent', async () => {
    const { page, visitor } = sanna;
    await (await question(sanna)).fill(ASKED);
    await sanna.tap('question.send');
    await sanna.words('question.choose').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Tilde' }).check();
    visitor.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
    await visitor.context.setOffline(true);
    await sanna.tap('question.send');
    await sanna.words('failing.network').waitFor();
    await visitor.context.setOffline(false);
    await sanna.tap('bar.back');
    expect(await (await question(sanna)).inputValue()).toBe(ASKED);
    await page.getByRole('radio', { name: 'Tilde' }).check();
    expect([await axe(page), await sidewaysScroll(page)]).toEqual([[], 0]);
    await picture(page, { width: 390, height: 844 }, 'journey-family-question-of-two');
    await sanna.button('question.send').dblclick();
    await sanna.at('question.sent');
    expect(await asked()).toEqual([{ consent_id: consentId }]);
    expect(elsesId).not.toBe(consentId);
    await sanna.tap('signed.home');
  }, 120_000);

  it('is there again when the telephone has thrown the page out, and lies there sealed', async () => {
    await (await question(sanna)).fill(BEGUN);
    await untilLies(sanna, lying);
    const sealed = (await lying(sanna)) ?? '';
    expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('byta tid');
    await sanna.page.reload();
    await sanna.at('question.title');
    expect(await sanna.page.getByLabel(sanna.say('question.label')).inputValue()).toBe(BEGUN);
    expect(await asked()).toHaveLength(1);
  }, 120_000);

  it('is gone when the session ends, which covers the page at once', async () => {
    await town.world.behindTheLocks(`update family_session set revoked_at = clock.now() where revoked_at is null`);
    const ended = Date.now();
    await sanna.at('over.title');
    expect(Date.now() - ended).toBeLessThan(1_000);
    expect(await lying(sanna)).toBeNull();
  }, 60_000);

  it('is gone with a quick exit, whatever was on its way', async () => {
    const phone = await take();
    await (await question(phone)).fill(BEGUN);
    await phone.tap('bar.leave');
    await phone.page.waitForURL('**/almanacka');
    await phone.page.locator('main').waitFor();
    expect(await phone.page.evaluate<number>('sessionStorage.length')).toBe(0);
  }, 60_000);

  it('leads on, to a page that is read anew, where a name is asked for no longer', async () => {
    const phone = await take();
    const { page, visitor } = phone;
    visitor.expect(/socket\.io|WebSocket|ERR_FAILED/);
    // It hears of nothing.
    await page.routeWebSocket(/socket\.io/, (line) => line.close());
    await page.route('**/socket.io/**', (route) => route.abort());
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('familyMark') ? undefined : route.fallback(),
    );
    await page.reload();
    await phone.tap('home.read');
    for (const title of ['houses', 'kinds', 'free', 'duties', 'until', 'summary']) {
      await phone.tap('step.next');
      await phone.at(`${title}.title`);
    }
    await phone.tap('summary.sign');
    await phone.at('sign.title');
    await town.world.behindTheLocks(
      `update consent set state = 'called-off', ended_at = clock.now() where ended_at is null`,
    );
    await phone.tap('identify.same');
    await phone.words('failing.closed').waitFor();
    expect(await axe(page)).toEqual([]);
    await phone.tap('failing.home');
    await phone.words('home.none').waitFor();
    expect(await phone.button('home.read').count()).toBe(0);
  }, 60_000);

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});

async function untilLies(phone: Phone, lying: (phone: Phone) => Promise<string | null>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await lying(phone)) !== null) return;
    await phone.page.waitForTimeout(50);
  }
  throw new Error('nothing was kept');
}
