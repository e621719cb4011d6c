/**
 * What those who asked do with a consent themselves: two change the same draft at once, and one ends what is no longer needed;
 * neither loses what was written, and the family learns that it has ended, not why.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { axe, describeInBrowser, sidewaysScroll, type Visitor } from '../../support/browser.js';
import { offerConsent, signAll, type OfferedConsent } from '../../support/consents.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { picture } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const MINE = 'Vi vill hjälpas åt med skolvägen.';
const THEIRS = 'Vi vill hjälpas åt med kvällarna.';
const REASONS = 'Familjen har flyttat och får hjälp på annat håll.';

describeInBrowser('a consent in the hands of those who asked', () => {
  let town: RunningTown;
  let file: GradedCase;
  let consent: OfferedConsent;
  let maria: Visitor;

  beforeAll(async () => {
    town = await startRunningTown({
      prepare: async (world) => {
        file = await openGradedCase(world, { grade: 'orange' });
        consent = await offerConsent(world, file);
        await signAll(world, consent);
      },
    });
    maria = await town.openAs('maria', { at: `/arende/${file.caseId}` });
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const clean = async (): Promise<void> => {
    expect(await axe(maria.page)).toEqual([]);
    expect(await sidewaysScroll(maria.page)).toBe(0);
  };

  it('warns whoever saves a draft that a colleague has changed meanwhile, and shows both', async () => {
    const { page } = maria;
    const { world } = town;
    const drafts = new DraftConsent(world.asCaller, world.seal);
    const terms = {
      scope: {
        from: ['ekvalla-soc/individ-och-familj', 'ekvalla-skola/grundskola'],
        to: ['ekvalla-soc/individ-och-familj', 'ekvalla-skola/grundskola'],
        categories: ['measures-and-plan'],
        purposes: ['support'],
      },
      situations: ['meeting'],
      form: 'sig',
      validFrom: null,
      validUntil: null,
      apart: false,
      why: '',
    } as const;
    const id = await drafts.draft(world.caller('maria'), file.caseId, terms);
    await page.goto(`/samtycke/${id}/andra`);
    await page.getByLabel(/Varför frågar ni/).fill(MINE);
    await drafts.redraft(world.caller('maria'), { id, expectedVersion: 1 }, { ...terms, why: THEIRS });
    await page.getByRole('button', { name: 'Spara utkastet och titta' }).click();
    const warning = page.getByRole('group', { name: 'Ni skrev samtidigt' });
    await warning.waitFor();
    // It comes to whoever pressed at the end of the form.
    await page.locator('.conflict:focus').waitFor();
    const { y = -1, height = 0 } = (await warning.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + height).toBeLessThanOrEqual(DESKTOP.height);
    expect(await warning.getByRole('region', { name: 'Din version' }).innerText()).toContain(MINE);
    expect(await warning.getByRole('region', { name: 'Kollegans version' }).innerText()).toContain(THEIRS);
    // Nothing that was typed is lost while one chooses.
    expect(await page.getByLabel(/Varför frågar ni/).inputValue()).toBe(MINE);
    await clean();
    await picture(page, DESKTOP, 'consent-conflict-desktop');
    await page.setViewportSize(PHONE);
    await clean();
    await picture(page, PHONE, 'consent-conflict-phone');
    await page.setViewportSize(DESKTOP);
    await warning.getByRole('button', { name: 'Spara min' }).click();
    await page.waitForURL(`**/samtycke/${id}`);
    // What was read before the draft was saved stands until the new reading has come.
    await page.locator('main').getByText(THEIRS).first().waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).toContain(MINE);
  }, 60_000);

  it('is ended with reasons; without them it says so, and nothing has happened', async () => {
    const { page } = maria;
    await page.goto(`/samtycke/${consent.id}`);
    await page.getByRole('button', { name: 'Avsluta samtycket' }).click();
    const dialog = page.getByRole('dialog', { name: 'Avsluta samtycket' });
    await dialog.getByRole('button', { name: 'Avsluta', exact: true }).click();
    const reasons = dialog.getByLabel('Varför det inte behövs längre');
    await dialog.locator('[data-invalid]').first().waitFor();
    expect(await stateOf()).toBe('active');
    await clean();
    await picture(page, DESKTOP, 'consent-end-refused');
    await reasons.fill(REASONS);
    maria.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
    await maria.context.setOffline(true);
    await dialog.getByRole('button', { name: 'Avsluta', exact: true }).click();
    await dialog.getByText('Vi nådde inte servern').waitFor();
    expect(await reasons.inputValue()).toBe(REASONS);
    await maria.context.setOffline(false);
    await page.setViewportSize(PHONE);
    await clean();
    await picture(page, PHONE, 'consent-end-phone');
    await page.setViewportSize(DESKTOP);
    await picture(page, DESKTOP, 'consent-end-desktop');
    await dialog.getByRole('button', { name: 'Avsluta', exact: true }).click();
    await page.getByText(`Avslutat därför att: ${REASONS}`).waitFor();
    expect(await stateOf()).toBe('ended');
    await page.getByRole('heading', { name: 'Det här gällde' }).waitFor();
    expect(await page.getByRole('button', { name: 'Avsluta samtycket' }).count()).toBe(0);
    await clean();
    await picture(page, DESKTOP, 'consent-ended-desktop');
  }, 90_000);

  const stateOf = async (): Promise<string | undefined> =>
    (await town.world.behindTheLocks<{ state: string }>(`select state from consent where id = $1`, [consent.id]))[0]
      ?.state;

  it('met no fault on any page', () => {
    expect(town.faults()).toEqual([]);
  });
});
