/** The whole real thing for a browser: town, api, worker, identity provider and mail, with people signed in as people are. */
import type { Browser, Page } from 'playwright-core';
import { openVisitor, startBrowser, type Looks, type Visitor } from './browser.js';
import { startSignInHouse, type SignInHouse } from './sign-in.js';
import { hostWorker } from './hosted.js';
import { startWorker } from './worker.js';
import { buildWorld, type World } from './world.js';

export interface RunningTown {
  readonly url: string;
  readonly world: World;
  readonly house: SignInHouse;
  readonly browser: Browser;
  /** Opens the page asked for with a session of that person's. */
  openAs(key: string, looks?: Looks & { readonly at?: string }): Promise<Visitor>;
  /** The same, but the person signs in by the provider's picker as people do. */
  signInAs(key: string, looks?: Looks & { readonly at?: string }): Promise<Visitor>;
  /** Someone who is not signed in. */
  open(name: string, looks?: Looks): Promise<Visitor>;
  /** Moves everyone's time forward, as the demonstration's own clock does. */
  moveClock(minutes: number): Promise<void>;
  /** As a power cut would; then a new one is started, as the launcher does. Only where the worker is a process. */
  killWorker(): Promise<void>;
  /** Every fault that any page has met. */
  faults(): readonly string[];
  close(): Promise<void>;
}

/** A Tuesday at 08:20, so that standing slots lie ahead and nobody is off duty, whatever day the tests run. */
export async function moveToTuesdayMorning(world: World): Promise<void> {
  const [row] = await world.behindTheLocks<{ ahead: string }>(
    `select (date_trunc('week', now() at time zone 'Europe/Stockholm') + interval '8 days 8 hours 20 minutes')
              at time zone 'Europe/Stockholm' - now() as ahead`,
  );
  await world.database.moveClock(String(await seconds(world, row?.ahead)));
}

const seconds = async (world: World, ahead: unknown): Promise<string> => {
  const [row] = await world.behindTheLocks<{ s: string }>('select extract(epoch from $1::interval)::bigint as s', [
    ahead,
  ]);
  return `${row?.s ?? 0} seconds`;
};

export interface TownRun {
  /** What is in the town before anyone opens a page. */
  readonly prepare?: (world: World) => Promise<void>;
  /** Settings that the api and the worker have besides. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * A process of its own, as in an installation: where it is killed, or a promise of time is measured. Else it shares the
   * test's, which has its modules already.
   */
  readonly worker?: 'process';
  /** So many processes of the api behind one address, each of which can be killed. */
  readonly nodes?: number;
}

/** Close it in afterAll. */
export async function startRunningTown({
  prepare,
  env = {},
  worker: as,
  nodes = 0,
}: TownRun = {}): Promise<RunningTown> {
  const world = await buildWorld();
  await moveToTuesdayMorning(world);
  await prepare?.(world);
  const house = await startSignInHouse(world, env, nodes);
  const workerEnv = {
    SAMNAV_DEMONSTRATION: '1',
    SAMNAV_PUBLIC_URL: house.api.url,
    SAMNAV_MAIL_URL: `smtp://localhost:${house.mailPort}`,
    ...env,
  };
  const startMortal = () => startWorker(world.database, { SAMNAV_LOG: 'info', ...workerEnv });
  let mortal = as === 'process' ? await startMortal() : undefined;
  const hosted = mortal ? undefined : await hostWorker(world.database, workerEnv);
  const browser = await startBrowser();
  const visitors: Visitor[] = [];
  const open = async (name: string, looks?: Looks): Promise<Visitor> => {
    const visitor = await openVisitor(browser, name, house.api.url, looks);
    visitors.push(visitor);
    return visitor;
  };
  return {
    url: house.api.url,
    world,
    house,
    browser,
    open,
    openAs: async (key, { at = '/nu', ...looks } = {}) => {
      const visitor = await open(key, looks);
      const { cookie } = await house.api.as({ id: world.town.staff.get(key) ?? '' });
      const [name = '', value = ''] = cookie.split('=', 2);
      // Chromium itself is told: Playwright would give the cookie a domain, which a __Host- cookie may not have.
      const chromium = await visitor.context.newCDPSession(visitor.page);
      await chromium.send('Network.setCookie', {
        name,
        value,
        url: house.api.url,
        path: '/',
        secure: true,
        httpOnly: true,
      });
      await chromium.detach();
      await visitor.page.goto(at);
      await visitor.page.locator('main h1').waitFor();
      return visitor;
    },
    signInAs: async (key, { at = '/nu', ...looks } = {}) => {
      const visitor = await open(key, looks);
      await signIn(visitor.page, key, at);
      return visitor;
    },
    moveClock: async (minutes) => {
      const someone = await house.api.as({ id: world.town.staff.get('tove') ?? '' });
      await someone.query('mutation($minutes: Int!) { moveClock(minutes: $minutes) { aheadMinutes } }', { minutes });
    },
    killWorker: async () => {
      if (!mortal) throw new Error('this town was not started with a worker that can be killed');
      await mortal.kill();
      mortal = await startMortal();
    },
    faults: () => visitors.flatMap((visitor) => visitor.faults),
    close: async () => {
      await browser.close();
      await (mortal ?? hosted)?.stop();
      await house.close();
      await world.close();
    },
  };
}

/** From the address asked for, over the provider's picker, and back. */
async function signIn(page: Page, key: string, at: string): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(at)}`);
  await page.locator(`button[name="person"][value="${key}"]`).click();
  await page.waitForURL((url) => url.pathname + url.search === at);
  await page.locator('main h1').waitFor();
}
