/** The demonstration's own web addresses: the identity provider, its picker of people, the mail, the e-identification's app. */
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import helmet from 'helmet';
import type { Settings } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { makeClientKeyOnce, readClientKey } from '#platform/sign-in/client-key.js';
import { ListDemonstrationPeople } from '#use-cases/sign-in/list-demonstration-people.js';
import { makeIdentityProvider, SESSION_COOKIE } from './identity/identity-provider.js';
import { pickerRoutes } from './identity/picker-routes.js';
import { readProviderKeys } from './identity/provider-keys.js';
import { designFiles } from './page/design-files.js';
import { handInAnswers } from './sent/hand-in-answers.js';
import { sentRoutes } from './sent/sent-routes.js';
import type { SentMessage } from './sent/sent-message.js';
import { textMessageSink } from './sent/text-message-sink.js';

/** What the site shows besides signing in. */
export interface Shown {
  readonly mails: () => readonly SentMessage[];
  /** The app of the test e-identification. */
  readonly eId: Router | undefined;
}

export async function demoSite(app: INestApplicationContext, settings: Settings, shown: Shown): Promise<Express> {
  await makeClientKeyOnce(settings.identityKeyFile);
  const people = app.get(ListDemonstrationPeople);
  const provider = makeIdentityProvider({
    issuer: settings.identityUrl,
    clientId: settings.identityClient,
    clientKey: (await readClientKey(settings.identityKeyFile)).publicJwk,
    publicUrl: settings.publicUrl,
    acr: settings.identityAcr[0] ?? '',
    keys: await readProviderKeys(path.join(path.dirname(settings.identityKeyFile), 'identity-provider.json')),
    tell: (what, why) => app.get(Log).warn('the identity provider refused', { what, why }),
  });
  const site = express();
  site.disable('x-powered-by');
  site.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'"],
          // A chosen person is posted here and sent on to Samnav; browsers hold the whole way against this list.
          formAction: ["'self'", new URL(settings.publicUrl).origin],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  site.use('/design', designFiles());
  const texts = textMessageSink();
  site.use('/text-messages', texts.router);
  site.use(
    '/sent',
    sentRoutes(
      () => [...shown.mails(), ...texts.messages()],
      settings.publicUrl,
      handInAnswers(settings.publicUrl, settings.mailInSecret),
    ),
  );
  if (shown.eId) site.use('/bankid', shown.eId);
  site.use('/person', pickerRoutes(provider, people, settings));
  site.use('/auth', forgetWho);
  site.use(provider.callback());
  return site;
}

/** A demonstration is about being several people: each sign-in asks anew, none is remembered from the last. */
function forgetWho(request: Request, _response: Response, next: NextFunction): void {
  const cookies = request.headers.cookie?.split(/;\s*/) ?? [];
  request.headers.cookie = cookies.filter((cookie) => !cookie.startsWith(SESSION_COOKIE)).join('; ');
  next();
}
