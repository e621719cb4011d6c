/** The relying party API v6.0 over mutual TLS, as a bank's customer meets it, with the faults that it can be told to have. */
import { createServer, type Server } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Authority } from './authority.js';
import { derOf, keyPemOf, pemOf } from './issue-certificate.js';
import type { Order, Orders } from './orders.js';
import { ApiRefusal, readAbout, readAuth, readSign } from './read-request.js';

/** What the next call meets instead of an answer. */
export const TROUBLES = ['maintenance', 'internal-error', 'request-timeout', 'silence', 'cut-off', 'nonsense'] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface RpApi {
  readonly server: Server;
  /** The next calls meet these, one each. */
  readonly troubles: Trouble[];
}

export async function makeRpApi(authority: Authority, orders: Orders): Promise<RpApi> {
  const troubles: Trouble[] = [];
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, _response, next) => meetTrouble(troubles.shift(), _response, next));
  app.use((request, _response, next) => {
    if (isCustomer(request, authority)) return next();
    throw new ApiRefusal(401, 'unauthorized', 'RP does not have access to the service');
  });
  app.use(express.json({ limit: '400kb', strict: true }));
  app.post(
    '/rp/v6.0/auth',
    (request, response) => void response.json(told(orders.begin('auth', readAuth(request.body)))),
  );
  app.post(
    '/rp/v6.0/sign',
    (request, response) => void response.json(told(orders.begin('sign', readSign(request.body)))),
  );
  app.post('/rp/v6.0/collect', (request, response) => void response.json(orders.collect(readAbout(request.body))));
  app.post('/rp/v6.0/cancel', (request, response) => {
    orders.cancel(readAbout(request.body));
    response.json({});
  });
  app.use(() => {
    throw new ApiRefusal(404, 'notFound', 'No such address');
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const refusal = error instanceof ApiRefusal ? error : new ApiRefusal(400, 'invalidParameters', 'Not JSON');
    response.status(refusal.status).json({ errorCode: refusal.errorCode, details: refusal.details });
  });
  const { certificate, keys } = authority.house('server');
  const options = {
    cert: pemOf(certificate),
    key: await keyPemOf(keys),
    ca: [authority.house('root'), authority.house('bank')].map((house) => pemOf(house.certificate)),
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2' as const,
  };
  return { server: createServer(options, app), troubles };
}

const told = ({ orderRef, autoStartToken, qrStartToken, qrStartSecret }: Order): object => ({
  orderRef,
  autoStartToken,
  qrStartToken,
  qrStartSecret,
});

/** People have certificates of the same bank; only the one that a relying party was given opens this door. */
function isCustomer(request: Request, authority: Authority): boolean {
  const given = (request.socket as TLSSocket).getPeerX509Certificate?.();
  const expected = new X509Certificate(derOf(authority.house('client').certificate));
  return given?.fingerprint256 === expected.fingerprint256;
}

function meetTrouble(trouble: Trouble | undefined, response: Response, next: NextFunction): void {
  switch (trouble) {
    case undefined:
      return next();
    case 'maintenance':
      throw new ApiRefusal(503, 'Maintenance', 'The service is temporarily out of service');
    case 'internal-error':
      throw new ApiRefusal(500, 'internalError', 'Internal technical error');
    case 'request-timeout':
      throw new ApiRefusal(408, 'requestTimeout', 'It took too long to transmit the request');
    case 'silence':
      return;
    case 'cut-off':
      response.socket?.destroy();
      return;
    case 'nonsense':
      response.status(200).type('html').send('<h1>Hej</h1>');
  }
}
