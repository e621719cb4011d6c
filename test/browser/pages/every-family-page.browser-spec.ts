/** Every page that a family can come to, in every state, as the gallery lists them: from left to right and from right to left. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser, type Visitor } from '../../support/browser.js';
import { heldAgainst, LOOKS, LOOKS_IN_ANOTHER_LANGUAGE } from '../../support/pages.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const GALLERY = '/familj/galleri';

const LANGUAGES = [
  { language: 'sv', dir: 'ltr' },
  { language: 'ar', dir: 'rtl' },
] as const;

/** Pictured from right to left and on a wide screen as well; the others on a telephone, where families are. */
const WHOLE = new Set(['door', 'consent-about', 'consent-houses', 'consent-summary', 'home', 'withdraw', 'meetings']);
const NIGHTS = new Set(['door', 'consent-houses', 'home']);

describeInBrowser('every page of a family', () => {
  let town: RunningTown;
  let visitor: Visitor;
  let states: readonly string[] = [];

  beforeAll(async () => {
    town = await startRunningTown();
    visitor = await town.open('a family', { width: 390 });
    await visitor.page.goto(GALLERY);
    // The list is drawn by a script, which may come after the page has loaded.
    await visitor.page.locator('body > ul a').first().waitFor();
    states = await visitor.page.locator('body > ul a').allInnerTexts();
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  it.each(LANGUAGES)(
    'in $language has a title, one heading, no fault, nothing for axe, and no sideways scroll',
    async ({ language, dir }) => {
      const { page, faults } = visitor;
      const findings: string[] = [];
      for (const state of states) {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(`${GALLERY}?visa=${state}&sprak=${language}`);
        await page.locator('main h1:visible').first().waitFor();
        await page.evaluate('document.fonts.ready.then(() => true)');
        const isPictured = (night: boolean, width: number): boolean =>
          (language === 'sv' && !night) ||
          (WHOLE.has(state) && !night) ||
          (NIGHTS.has(state) && night && width < 600 && language === 'sv');
        const found = await heldAgainst(page, {
          name: `family-${state}-${language}`,
          looks: language === 'sv' ? LOOKS : LOOKS_IN_ANOTHER_LANGUAGE,
          isPictured: ({ night, width }) => isPictured(night, width),
        });
        findings.push(...found.map((finding) => `${state}, ${finding}`));
        if ((await page.locator('html').getAttribute('dir')) !== dir) findings.push(`${state}: is not ${dir}`);
        if ((await page.locator('h1:visible').count()) !== 1) findings.push(`${state}: has not one heading`);
        if ((await page.title()) === '') findings.push(`${state}: has no title`);
      }
      expect(findings).toEqual([]);
      expect(faults).toEqual([]);
    },
    900_000,
  );

  it('leaves out no page that there is', () => {
    const source = readFileSync('apps/web/src/family/places.ts', 'utf8');
    const type = source.slice(source.indexOf('export type Place'), source.indexOf('export type Stack'));
    const places = [...type.matchAll(/at: ((?:'[a-z-]+'(?: \| )?)+)/g)].flatMap(([, words = '']) =>
      words.split(' | ').map((word) => word.slice(1, -1)),
    );
    expect(places.length).toBeGreaterThan(15);
    const shown = readFileSync('apps/web/src/family/gallery/states.ts', 'utf8');
    expect(places.filter((place) => !shown.includes(`at: '${place}'`))).toEqual([]);
    expect(states.length).toBeGreaterThan(places.length);
  });
});
