/**
 * A page is read once when it opens: the api knows by the mark of the reading that nothing was told since, and the screen does
 * not ask again. The same pages without the mark, as an older client would watch them, say what that spares.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../support/browser.js';
import { fillBusyTown, type BusyTown } from '../../support/busy-town.js';
import { startRunningTown, type RunningTown } from '../../support/running-town.js';

const STILL = 1_000;
/** The middle of three says more of time; that nothing is asked twice, one says as well. */
const OPENED = process.env['SAMNAV_LONG'] === '1' ? 3 : 1;

interface Opened {
  readonly asked: readonly string[];
  /** From the address until the last answer, in milliseconds. */
  readonly took: number;
  readonly lines: number;
}

describeInBrowser('a page that opens', () => {
  let town: RunningTown;
  let busy: BusyTown;

  beforeAll(async () => {
    town = await startRunningTown();
    busy = await fillBusyTown(town);
  }, 180_000);
  afterAll(async () => {
    await town?.close();
  }, 60_000);

  const ledgerLines = async (): Promise<number> => {
    const [row] = await town.world.behindTheLocks<{ n: number }>('select count(*)::int as n from ledger_entry');
    return row?.n ?? 0;
  };

  async function open(page: Page, at: string, shows: string | RegExp): Promise<Opened> {
    const asked: string[] = [];
    let last = 0;
    const onAnswer = (response: { request(): { postData(): string | null }; url(): string }) => {
      if (!response.url().endsWith('/graphql')) return;
      const body = JSON.parse(response.request().postData() ?? '{}') as { operationName: string; variables: object };
      asked.push(`${body.operationName} ${JSON.stringify(body.variables)}`);
      last = Date.now();
    };
    await page.goto('about:blank');
    const before = await ledgerLines();
    page.on('response', onAnswer);
    const began = Date.now();
    await page.goto(at);
    await page.locator('main').getByText(shows).first().waitFor();
    while (Date.now() - last < STILL) await page.waitForTimeout(50);
    page.off('response', onAnswer);
    return { asked, took: last - began, lines: (await ledgerLines()) - before };
  }

  it.each([
    { name: 'the case page', as: 'maria', at: () => `/arende/${busy.red.caseId}`, shows: 'Elliot Provberg' },
    { name: 'the received page', as: 'lena', at: () => `/delat/${busy.shared.caseId}`, shows: 'Hemma klockan nio' },
    {
      name: 'the board',
      as: 'sara',
      at: () => `/hubb/${busy.red.hubId}/tavla`,
      shows: 'Enheternas bilder',
    },
  ])(
    '$name asks each question once',
    async ({ name, as, at, shows }) => {
      const marked = await town.openAs(as, { at: '/demonstration' });
      const unmarked = await town.openAs(as, { at: '/demonstration' });
      await unmarked.page.routeWebSocket(/socket\.io/, (near) => {
        const far = near.connectToServer();
        near.onMessage((message) => far.send(String(message).replace(/("watch","[^"]+"),"[^"]+"/, '$1')));
      });
      const runs: { readonly once: Opened; readonly twice: Opened }[] = [];
      // That she has come to a room is news to all in it, herself too: she has, and stays on one page as she leaves the other.
      await open(unmarked.page, at(), shows);
      for (let run = 0; run < OPENED; run += 1)
        runs.push({ once: await open(marked.page, at(), shows), twice: await open(unmarked.page, at(), shows) });
      const middle = (of: (run: (typeof runs)[number]) => number): number =>
        [...runs.map(of)].sort((one, other) => one - other)[Math.floor(runs.length / 2)] ?? Number.NaN;
      process.stderr.write(
        `\n  ${name}: ${middle(({ once }) => once.asked.length)} requests, ${middle(({ once }) => once.took)} ms, ` +
          `${middle(({ once }) => once.lines)} lines in the ledger; read anew at the watch: ` +
          `${middle(({ twice }) => twice.asked.length)}, ${middle(({ twice }) => twice.took)} ms, ${middle(({ twice }) => twice.lines)}\n`,
      );
      for (const { once, twice } of runs) {
        expect([...once.asked].sort()).toEqual([...new Set(once.asked)].sort());
        expect(twice.asked.length).toBeGreaterThan(once.asked.length);
      }
      expect([...marked.faults, ...unmarked.faults]).toEqual([]);
    },
    120_000,
  );
});
