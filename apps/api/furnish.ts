import path from 'node:path';
import { ValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { HEARD_HEADER, LastHeard } from './live/last-heard.js';
import { SamnavIoAdapter } from './live/samnav-io.adapter.js';
import { webDocument, webFolder } from './web-folder.js';

/** Headers, body limits, validation, sockets and the web client: the same for the real api and for the tests' api. */
export function furnish(app: NestExpressApplication): void {
  const settings = app.get<Settings>(SETTINGS);
  const https = settings.publicUrl.startsWith('https:');
  app.disable('x-powered-by');
  // What a proxy says of the sender is believed only from the proxies that are named (ASVS 4.1.3).
  app.set('trust proxy', settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'", new URL(settings.identityUrl).origin],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
    }),
  );
  // A query in an address would end up in histories and logs, and it may hold a personal number (ASVS 14.2.1).
  app.use('/graphql', (request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'POST') return next();
    return response.status(405).setHeader('Allow', 'POST').end();
  });
  // Before anything is read, the caller included: a screen gives it back when it begins to watch.
  const lastHeard = app.get(LastHeard);
  app.use('/graphql', (_request: Request, response: Response, next: NextFunction) => {
    const mark = lastHeard.mark();
    if (mark !== null) response.setHeader(HEARD_HEADER, mark);
    next();
  });
  app.use('/graphql', express.json({ limit: '512kb' }));
  app.use('/mail/replies', express.raw({ type: 'message/rfc822', limit: '1mb' }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!request.path.startsWith('/assets/')) response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  app.useWebSocketAdapter(new SamnavIoAdapter(app, settings.publicUrl));
  app.enableShutdownHooks();
  const web = webFolder();
  app.use('/assets', express.static(path.join(web, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(web, { index: false, maxAge: 0 }));
  // Every other page address is the client's; what belongs to the server is passed on.
  app.use((request: Request, response: Response, next: NextFunction) => {
    const servers = ['/assets', '/graphql', '/sign-in', '/sign-out', '/health', '/socket.io', '/documents', '/feeds'];
    if (request.method !== 'GET' || servers.some((s) => request.path === s || request.path.startsWith(`${s}/`)))
      return next();
    return response.sendFile(path.join(web, webDocument(request.path)));
  });
}
