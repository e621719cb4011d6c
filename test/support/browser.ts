/** Real Chromium for tests: people in contexts of their own, whose pages tell every fault that a user would have met. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

/** The same Chromium without the windows that nobody sees comes first: it takes a quarter less of a processor. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page of a test lives for seconds: what helpers of the engine's own would save later is never reached.
  '--js-flags=--single-threaded',
];

/** The browser on this machine: the one named by SAMNAV_CHROMIUM, or where the usual packages put it. */
export const chromiumPath: string | undefined = [process.env['SAMNAV_CHROMIUM'] ?? '', ...PLACES].find(
  (place) => place !== '' && existsSync(place),
);

if (!chromiumPath)
  process.stderr.write(
    '\n  SKIPPED: no Chromium is found, so the tests in a browser do not run. Install the package chromium, or name\n' +
      '  its program in SAMNAV_CHROMIUM.\n\n',
  );

/** `describe`, skipped where no browser can be had. */
export const describeInBrowser = chromiumPath ? describe : describe.skip;

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, headless: true, args: FLAGS });

export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly night?: boolean;
  readonly touch?: boolean;
  /** What the device speaks. English unless said otherwise: what people read follows the page and never the device. */
  readonly locale?: string;
}

/** Someone at a browser of their own. */
export interface Visitor {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Faults so far: errors on the console, failed requests, answers of 500 and more, breaches of the content policy. */
  readonly faults: readonly string[];
  /** From now on such faults are meant: the network is taken away, or a refusal is what the test is about. */
  expect(fault: RegExp): void;
}

/** Opens a context whose faults are written down; `nameOf` goes before each. */
export async function openVisitor(browser: Browser, name: string, url: string, looks: Looks = {}): Promise<Visitor> {
  const { width = 1280, height = width < 600 ? 844 : 900, night = false, touch = width < 600 } = looks;
  const { locale = 'en-US' } = looks;
  const options: BrowserContextOptions = {
    baseURL: url,
    viewport: { width, height },
    colorScheme: night ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale,
    timezoneId: 'Europe/Stockholm',
    hasTouch: touch,
  };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const meant: RegExp[] = [];
  const note = (fault: string): void => {
    if (!meant.some((pattern) => pattern.test(fault))) faults.push(`${name}: ${fault}`);
  };
  context.on('page', (page) => listen(page, note));
  const page = await context.newPage();
  return { name, page, context, faults, expect: (pattern) => void meant.push(pattern) };
}

function listen(page: Page, note: (fault: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`page: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left lets go of what it was still asking for.
    if (why !== 'net::ERR_ABORTED') note(`request: ${why} ${request.method()} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) note(`answer: ${response.status()} ${response.url()}`);
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, one line a finding; every rule is on, the best practices too, or those named. */
export async function axe(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // Read once a page, and what passes is not asked for, nor are style sheets fetched anew: that is half of its time.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(AXE);
  const options: RunOptions = {
    resultTypes: ['violations'],
    preload: false,
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  const found = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** Pixels that the page is wider than its window: what makes one scroll sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
