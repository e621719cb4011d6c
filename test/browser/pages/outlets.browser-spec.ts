/**
 * What a browser keeps and asks for while pages about protected children are open: addresses, heads of answers, titles,
 * history and storage say nothing to whoever looks later, even where the reader is named; and the pages themselves say
 * nothing to whoever is not (OSL 21:3, 22:1; ASVS 14.2.1, 14.3.2). Pages are read from the program's routes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser, type Visitor } from '../../support/browser.js';
import { GRADES, hiddenOf, leaksIn, registerCanary, type Canary } from '../../support/canaries.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const PAGES = readdirSync('apps/web/src')
  .map((concept) => path.join('apps/web/src', concept, 'routes.tsx'))
  .filter((file) => existsSync(file))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, found = '']) => found))
  // The gallery shows invented people, and signing out would end the walk.
  .filter((found) => !['/galleri', '/utloggad'].includes(found));

/** An id of each kind that its page asks for; what names neither is tried with the case. */
const addressesOf = ({ personId, caseId }: Canary): readonly string[] => [
  ...PAGES.map((found) => found.replace(':personId', personId).replace(/:[a-zA-Z]+/g, caseId)),
  `/hubb/ny?arende=${caseId}`,
  `/hubb/gemensam?arende=${caseId}`,
];
/** The short form walks by the mildest grade and the hardest. */
const WALKED = process.env['SAMNAV_LONG'] === '1' ? GRADES : (['marking', 'assumed-identity'] as const);

const TABS = 3;

describeInBrowser('a browser', () => {
  let town: RunningTown;
  const canaries: Canary[] = [];
  const everything = (): readonly string[] =>
    canaries.flatMap(({ place, name, content }) => [...place, ...name, content]);

  beforeAll(async () => {
    town = await startRunningTown();
    const maria = await town.house.api.as({ id: town.world.town.staff.get('maria') ?? '' });
    for (const [at, grade] of GRADES.entries()) canaries.push(await registerCanary(maria, grade, at));
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  /** Everything around the pages: what was asked for, what stood in the heads, and what the window was called. */
  function listen({ context, page }: Visitor): string[] {
    const around: string[] = [];
    context.on('request', (request) => {
      around.push(`${request.method()} ${request.url()} ${request.headers()['referer'] ?? ''}`);
    });
    context.on('response', (response) => {
      around.push(`${response.url()} ${JSON.stringify(response.headers())}`);
    });
    page.on('websocket', (socket) => around.push(socket.url()));
    return around;
  }

  async function keptBy(page: Page): Promise<string> {
    const session = await page.context().newCDPSession(page);
    const { entries } = await session.send('Page.getNavigationHistory');
    const stored = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    return JSON.stringify(entries.map(({ url, userTypedURL, title }) => [url, userTypedURL, title])) + stored;
  }

  it('of the named keeps no detail: not in an address, a head, a title, its history or its storage', async () => {
    const visitor = await town.openAs('maria');
    const around = listen(visitor);
    const { page } = visitor;
    const heard: string[] = [];
    for (const canary of canaries) {
      await page.goto(`/person/${canary.personId}`);
      await page
        .getByText(canary.name[1] ?? '')
        .first()
        .waitFor();
      around.push(await page.title());
      await page.goto(`/arende/${canary.caseId}`);
      await page.getByText(canary.content).first().waitFor();
      around.push(await page.title());
      heard.push(...leaksIn(await page.locator('main').innerText(), [canary.content]));
      await page.goto('/personer');
      await page.getByLabel('Namn, personnummer eller telefon').fill(canary.name[2] ?? '');
      await page.getByRole('button', { name: 'Sök', exact: true }).click();
      await page
        .getByRole('link', { name: /^Öppna/ })
        .first()
        .click();
      await page.waitForURL(/\/person\//);
      around.push(await page.title(), await keptBy(page));
    }
    expect(heard).toHaveLength(canaries.length);
    expect(around.length).toBeGreaterThan(50);
    expect(around.flatMap((line) => leaksIn(line, everything()).map((word) => `${word}: ${line}`))).toEqual([]);
  }, 180_000);

  it('of whoever is not named shows no hidden detail on any page', async () => {
    expect(PAGES.length).toBeGreaterThan(40);
    const visitor = await town.openAs('jonas');
    visitor.expect(/./);
    const around = listen(visitor);
    const leaks: string[] = [];
    const hidden = canaries.flatMap((canary) => hiddenOf(canary.grade, canary));
    let seen = '';
    const walked = canaries.filter(({ grade }) => WALKED.some((one) => one === grade));
    const addresses = [...new Set(walked.flatMap(addressesOf))];
    const walk = async (page: Page): Promise<void> => {
      for (let address = addresses.shift(); address !== undefined; address = addresses.shift()) {
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        const shown = (await page.content()) + (await page.title());
        seen += shown;
        for (const word of leaksIn(shown, hidden)) leaks.push(`${address}: ${word}`);
      }
      around.push(await keptBy(page));
    };
    // Each waits most of the time for its page to come to rest, so several are open at once.
    const others = await Promise.all(Array.from({ length: TABS - 1 }, () => visitor.context.newPage()));
    others.forEach((page) => page.on('websocket', (socket) => around.push(socket.url())));
    await Promise.all([visitor.page, ...others].map(walk));
    for (const line of around) for (const word of leaksIn(line, everything())) leaks.push(`${word}: ${line}`);
    expect(leaks).toEqual([]);
    // The marked child's own name may be seen, and is: the pages were there.
    expect(seen).toContain(canaries[0]!.name[1]);
  }, 400_000);
});
