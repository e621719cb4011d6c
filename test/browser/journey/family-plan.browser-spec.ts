/**
 * The plan on the family's own telephones: a fifteen-year-old and a mother who reads from right to left each read what is
 * theirs, tick off what they promised, say something and say yes or not yet; the coordinator sees it come, and answers.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe, describeInBrowser, sidewaysScroll } from '../../support/browser.js';
import { linkTo } from '../../support/family.js';
import { LOCALES, Phone, startPhoneApp, type PhoneApp } from '../../support/family-phone.js';
import { picture as pictured } from '../../support/pages.js';
import { plannedFamily, type PlannedFamily } from '../../support/planned-family.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const DREAM = 'Om tio år har jag en egen verkstad.';
const RIDE = 'Skjutsar till träningen på tisdagar.';
const STEP = 'Går på öppet hus.';
const KEPT = 'Orolig för kvällarna vid torget.';

describeInBrowser('the plan of a family', () => {
  let town: RunningTown;
  let app: PhoneApp;
  let of: PlannedFamily;
  let elias: Phone;
  let samira: Phone;
  let anna: Page;

  const isFit = async ({ page, language }: Phone, name: string): Promise<void> => {
    expect([name, await axe(page)]).toEqual([name, []]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    const { width, height } = page.viewportSize() ?? { width: 390, height: 844 };
    await pictured(page, { width, height }, `journey-family-${name}-${language}`);
    await page.setViewportSize({ width, height });
  };
  const take = async (name: string, language: 'sv' | 'ar'): Promise<Phone> => {
    const phone = new Phone(await town.open(name, { width: 390, locale: LOCALES[language] }), language, app);
    const maria = await town.house.api.as({ id: town.world.town.staff.get('maria') ?? '' });
    const token = await linkTo(town.world, maria, { consentId: of.consentId, personId: of.person(name) });
    await phone.signIn(token, name);
    return phone;
  };

  beforeAll(async () => {
    app = await startPhoneApp();
    town = await startRunningTown({ env: app.env });
    of = await plannedFamily(town.world, town.house.api, ['Elias', 'Samira', 'Sanna']);
    const { write, person, seat } = of;
    await write('anna', { kind: 'future', words: DREAM });
    const goalId = await write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    await write('anna', { kind: 'step', words: STEP, goalId, promisedBy: 'subject' });
    await write('anna', {
      ...{ kind: 'measure', words: RIDE, needArea: 'leisure', aim: 'En kväll till i veckan.' },
      ...{ ownerMemberId: seat('social-services'), followUpOn: '2099-01-15', promisedBy: person('Samira') },
    });
    await write('marcus', { kind: 'frame', words: 'Hemma klockan nio.', watch: 'Mamma, och fältarna.' });
    await write('anna', { kind: 'risk', words: KEPT, needArea: 'relations', forFamily: false });
    await of.putForward();
    elias = await take('Elias', 'sv');
    await elias.at('ownStep.title');
    await elias.tap('ownStep.yes');
    samira = await take('Samira', 'ar');
    anna = (await town.openAs('anna', { at: `/grupper/${of.group.id}/plan` })).page;
    await anna.getByText(DREAM).first().waitFor();
  }, 240_000);
  afterAll(async () => {
    await town?.close();
    await app?.close();
  }, 60_000);

  it('is read with the young person’s own picture first, from left to right and from right to left, and holds nothing that is kept', async () => {
    for (const phone of [elias, samira]) {
      await phone.page.getByRole('button', { name: phone.inside('plan.linkHelp') }).tap();
      await phone.at('plan.title');
      await phone.page.getByText(RIDE).first().waitFor();
      const said = await phone.text();
      expect(said.indexOf(DREAM)).toBeGreaterThan(0);
      expect(said.indexOf(DREAM)).toBeLessThan(said.indexOf(RIDE));
      expect(said).not.toContain(KEPT);
      expect(await phone.page.locator('html').getAttribute('dir')).toBe(phone.language === 'ar' ? 'rtl' : 'ltr');
      await isFit(phone, 'plan');
    }
    expect(await elias.text()).toContain('Samira');
  }, 120_000);

  it('is ticked off by whoever promised it, taken back, and comes onto the coordinator’s screen by itself', async () => {
    const card = samira.page.locator('.plan-card', { hasText: RIDE });
    await card.getByRole('button', { name: samira.inside('plan.tick') }).tap();
    await card.getByText(samira.say('plan.ticked')).waitFor();
    await anna.getByText('säger att det är klart.').first().waitFor();
    await isFit(samira, 'plan-ticked');
    await card.getByRole('button', { name: samira.inside('plan.untick') }).tap();
    await card.getByRole('button', { name: samira.inside('plan.tick') }).waitFor();
    await anna.getByText('säger att det är klart.').first().waitFor({ state: 'detached' });
    // What somebody else has promised is theirs to tick.
    expect(await elias.page.locator('.plan-card', { hasText: RIDE }).getByText(elias.say('plan.tick')).count()).toBe(0);
  }, 120_000);

  it('keeps what is written when the network goes, and says it once', async () => {
    await elias.page
      .locator('.plan-card', { hasText: STEP })
      .getByRole('button', { name: elias.inside('plan.say') })
      .tap();
    await elias.at('plan.sayTitle');
    await elias.button('plan.send').tap();
    await elias.words('plan.empty').waitFor();
    await elias.page.getByLabel(elias.say('plan.sayLabel')).fill('Kan farmor följa med?');
    await isFit(elias, 'plan-say');
    await elias.visitor.context.setOffline(true);
    await elias.button('plan.send').tap();
    await elias.words('failing.network').waitFor();
    await elias.visitor.context.setOffline(false);
    await elias.button('bar.back').tap();
    await elias.at('plan.title');
    await elias.page
      .locator('.plan-card', { hasText: STEP })
      .getByRole('button', { name: elias.inside('plan.say') })
      .tap();
    expect(await elias.page.getByLabel(elias.say('plan.sayLabel')).inputValue()).toBe('Kan farmor följa med?');
    await elias.button('plan.send').dblclick();
    await elias.at('plan.sent');
    await anna.getByText('Kan farmor följa med?').first().waitFor();
    expect(await anna.getByText('Kan farmor följa med?').count()).toBe(1);
    await elias.tap('plan.back');
    await elias.page.getByText('Kan farmor följa med?').waitFor();
    await samira.page.reload();
    await samira.page.locator('main h1').first().waitFor();
    expect(await samira.text()).not.toContain('farmor');
  }, 120_000);

  it('is proposed to, and answered no with why, to the one who proposed it alone', async () => {
    await elias.tap('plan.propose');
    await elias.page.getByLabel(elias.say('plan.proposeLabel')).fill('Boxning i stället för fotboll.');
    await elias.tap('plan.send');
    await elias.at('plan.sent');
    await anna.getByText('Boxning i stället för fotboll.').waitFor();
    await anna.getByRole('button', { name: 'Svara nej' }).click();
    const dialog = anna.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Skicka svaret' }).click();
    await dialog.getByText('Fyll i det här fältet.').waitFor();
    await dialog.getByLabel('Varför inte?').fill('Hallen är stängd i vinter.');
    expect(await axe(anna)).toEqual([]);
    await dialog.getByRole('button', { name: 'Skicka svaret' }).click();
    await dialog.waitFor({ state: 'detached' });
    await elias.tap('plan.back');
    await elias.page.getByText('Hallen är stängd i vinter.').waitFor();
    await isFit(elias, 'plan-answered');
    expect(await samira.text()).not.toContain('Hallen');
  }, 120_000);

  it('is said yes to, or not yet and why, and the coordinator sees both', async () => {
    await elias.tap('plan.adopt.yes');
    await elias.words('plan.adopt.said.yes').waitFor();
    await samira.tap('plan.adopt.notYet');
    await samira.at('plan.adopt.notYet');
    await samira.page.getByLabel(samira.say('plan.adopt.label')).fill('أحتاج إلى وقت أطول.');
    await isFit(samira, 'plan-not-yet');
    await samira.tap('plan.send');
    await samira.at('plan.sent');
    await anna.goto(`/grupper/${of.group.id}/plan/versioner`);
    await anna.getByText('أحتاج إلى وقت أطول.').waitFor();
    expect(await anna.getByText(/På sin egen sida/).count()).toBe(2);
  }, 120_000);

  it('is drawn with a finger, told in words, put into the plan by the coordinator, and seen by both on their telephones', async () => {
    const { page } = elias;
    await elias.tap('plan.draw.do');
    await elias.at('plan.draw.screen');
    await elias.button('plan.send').tap();
    await elias.words('plan.draw.empty').waitFor();
    const sheet = page.getByRole('img', { name: elias.say('plan.draw.sheet') });
    const lines = sheet.locator('path');
    const draw = async (from: readonly [number, number], to: readonly [number, number]) => {
      const box = (await sheet.boundingBox())!;
      const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
      await page.mouse.move(...at(from));
      await page.mouse.down();
      await page.mouse.move(...at(to), { steps: 8 });
      await page.mouse.up();
    };
    await sheet.scrollIntoViewIfNeeded();
    await draw([0.2, 0.8], [0.2, 0.3]);
    await page.getByText(elias.say('plan.draw.colours.red')).locator('xpath=..').tap();
    await page.getByLabel(elias.say('plan.draw.pens.thick')).check();
    await draw([0.2, 0.3], [0.7, 0.3]);
    // Off the sheet it goes along its edge.
    await draw([0.7, 0.3], [0.7, 1.2]);
    expect(await lines.evaluateAll((all) => all.map((one) => one.getAttribute('stroke')))).toEqual([
      ...['#1b1f23', '#b3171d', '#b3171d'],
    ]);
    // What lies on a line is thinned to its ends.
    expect(await lines.last().getAttribute('d')).toMatch(/^M700 21\dL700 700$/);
    await elias.button('plan.draw.clear').tap();
    expect(await lines.count()).toBe(0);
    await elias.button('plan.draw.undo').tap();
    await elias.button('plan.draw.undo').tap();
    expect(await lines.count()).toBe(2);
    await elias.button('plan.send').tap();
    await elias.words('plan.draw.altLack').waitFor();
    await page.getByLabel(elias.say('plan.draw.alt')).fill('Ett hus vid vattnet.');
    await isFit(elias, 'plan-drawing');
    // It stays while one looks at the plan.
    await elias.button('bar.back').tap();
    await elias.at('plan.title');
    await elias.tap('plan.draw.do');
    expect(await lines.count()).toBe(2);
    await elias.tap('plan.send');
    await elias.at('plan.sent');
    await anna.goto(`/grupper/${of.group.id}/plan`);
    await anna.getByRole('button', { name: 'Lägg teckningen i planen' }).click();
    const dialog = anna.getByRole('dialog');
    expect(await dialog.locator('svg.drawing-sheet path').count()).toBe(2);
    expect(await dialog.getByLabel('Vad föreställer teckningen?').inputValue()).toBe('Ett hus vid vattnet.');
    expect(await axe(anna)).toEqual([]);
    await pictured(anna, { width: 1280, height: 900 }, 'journey-plan-drawing-sv');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.waitFor({ state: 'detached' });
    await anna.locator('.plan-future > figure').getByText('Ett hus vid vattnet.').waitFor();
    for (const phone of [elias, samira]) {
      await phone.tap('plan.back');
      const dream = phone.page.locator('.dream > figure');
      await dream.getByRole('img', { name: 'Ett hus vid vattnet.' }).waitFor();
      expect(await dream.locator('svg path').count()).toBe(2);
      await isFit(phone, 'plan-drawn');
    }
    expect(await samira.page.locator('.dream .plan-own-words').count()).toBe(0);
  }, 120_000);

  it('shows the figures that are followed with both their readings, and what stood there before beside what stands there now', async () => {
    const { write, seat, group } = of;
    const seriesId = await write('anna', {
      ...{
        kind: 'series',
        words: 'Är i skolan',
        category: 'school-attendance-and-results',
        ownerMemberId: seat('school'),
      },
      measured: { unit: 'percent', better: 'more', cadence: 'week' },
    });
    const lena = await group.as('lena');
    for (const [on, value] of [
      ['2026-01-07', '6'],
      ['2026-01-14', '65'],
    ])
      await lena.query(`mutation($i: TellPlanValueInput!) { tellPlanValue(input: $i) }`, {
        i: { seriesId, on, value },
      });
    for (const phone of [elias, samira]) {
      const card = phone.page.locator('.plan-card', { hasText: 'Är i skolan' });
      await card.locator('.plan-series-way').filter({ hasText: '65' }).waitFor({ timeout: 20_000 });
      expect((await card.locator('.plan-series').innerText()).replace(/\s+/g, ' ')).toContain('35');
      expect(await card.locator('.plan-series-part').count()).toBe(2);
      await card.locator('.plan-series summary').tap();
      await isFit(phone, 'plan-series');
      await phone.tap('plan.changes.link');
      await phone.at('plan.changes.title');
      const dream = phone.page.locator('.plan-card', { hasText: DREAM }).first();
      await dream.getByText(phone.say('plan.changes.before')).waitFor();
      expect(await dream.locator('svg.drawing-sheet path').count()).toBe(2);
      expect(await phone.text()).not.toContain(KEPT);
      await isFit(phone, 'plan-changes');
      await phone.button('bar.back').tap();
      await phone.at('plan.title');
    }
  }, 120_000);

  it('is covered while it cannot be heard whether it still holds, and read anew before it is shown again', async () => {
    elias.visitor.expect(/socket\.io|WebSocket|ERR_FAILED/);
    await elias.page.routeWebSocket(/socket\.io/, (line) => line.close());
    await elias.page.route('**/socket.io/**', (route) => route.abort());
    await elias.page.reload();
    await elias.page.getByText(RIDE).first().waitFor();
    await elias.page.route('**/graphql', (route) =>
      route.request().postData()?.includes('familyMark')
        ? route.fulfill({ json: { errors: [{ message: '', extensions: { code: 'TOO_MANY_REQUESTS' } }] } })
        : route.fallback(),
    );
    await elias.page.getByRole('heading', { name: elias.say('offline.coverTitle') }).waitFor({ timeout: 60_000 });
    for (const words of [RIDE, DREAM]) expect(await elias.text()).not.toContain(words);
    await isFit(elias, 'plan-covered');
    await elias.page.unroute('**/graphql');
    // By the line that comes back, or by asking now and then.
    await elias.page.unroute('**/socket.io/**');
    await elias.page.getByText(RIDE).first().waitFor({ timeout: 30_000 });
    expect(await elias.text()).toContain(DREAM);
  }, 120_000);
});
