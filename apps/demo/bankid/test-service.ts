/** The test e-identification as a whole: its authorities, its API over mutual TLS and the pages of its app. */
import type { Server } from 'node:https';
import path from 'node:path';
import type { Router } from 'express';
import type { Settings } from '#platform/config/settings.js';
import { appRoutes } from './app-routes.js';
import { openAuthority, type Authority } from './authority.js';
import { Orders } from './orders.js';
import { makeRpApi, type Trouble } from './rp-api.js';

export interface TestService {
  readonly authority: Authority;
  readonly orders: Orders;
  readonly pages: Router;
  readonly troubles: Trouble[];
  /** Listens on the loopback address; 0 takes any free port. Gives the port. */
  listen(port: number, host?: string): Promise<number>;
  close(): Promise<void>;
}

export async function makeTestService(folder: string, now: () => number = Date.now): Promise<TestService> {
  const authority = await openAuthority(folder);
  const orders = new Orders(authority, now);
  const { server, troubles } = await makeRpApi(authority, orders);
  return {
    authority,
    orders,
    troubles,
    pages: appRoutes(orders, troubles),
    listen: (port, host = '127.0.0.1') => listening(server, port, host),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The demonstration's own, where the settings point to this machine; a service elsewhere is left alone. */
export async function startTestService({ bankid, host }: Settings): Promise<TestService | undefined> {
  const address = bankid && new URL(bankid.url);
  if (!bankid || !address || !['localhost', '127.0.0.1'].includes(address.hostname)) return undefined;
  const service = await makeTestService(path.dirname(bankid.rootFile));
  await service.listen(Number(address.port) || 443, host);
  return service;
}

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
