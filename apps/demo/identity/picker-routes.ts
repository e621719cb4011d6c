/** The picker of people: where a real provider would ask for an e-id, the demonstration asks who one wants to be. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type Provider from 'oidc-provider';
import type { Settings } from '#platform/config/settings.js';
import type { ListDemonstrationPeople } from '#use-cases/sign-in/list-demonstration-people.js';
import { faultPage } from './identity-provider.js';
import { pickerPage } from './picker-page.js';

/** Whom this browser was last: it proposes, and proves nothing. */
const LAST_COOKIE = 'demo-last';

const lastOf = (request: Request): string | undefined =>
  new RegExp(`(?:^|; )${LAST_COOKIE}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];

export function pickerRoutes(provider: Provider, people: ListDemonstrationPeople, settings: Settings): Router {
  const router = express.Router();
  const finish = (request: Request, response: Response, subject: string): Promise<void> => {
    response.appendHeader('Set-Cookie', `${LAST_COOKIE}=${subject}; Path=/; HttpOnly; SameSite=Lax`);
    return provider.interactionFinished(
      request,
      response,
      { login: { accountId: subject, acr: settings.identityAcr[0] ?? '', amr: ['demonstration'], remember: true } },
      { mergeWithLastSubmission: false },
    );
  };
  const known = async (subject: unknown): Promise<string | undefined> => {
    if (typeof subject !== 'string') return undefined;
    return (await people.run('demonstration')).people.find((one) => one.subject === subject)?.subject;
  };
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/:uid', async (request, response) => {
    const { uid, params, prompt } = await provider.interactionDetails(request, response);
    // The first page has already asked who; asking again would be a second click for nothing.
    const hinted = await known(params['login_hint']);
    if (hinted) return finish(request, response, hinted);
    const again = prompt.reasons.includes('login_prompt') ? ((await known(lastOf(request))) ?? null) : null;
    const everyone = (await people.run('demonstration')).people;
    response.type('html').send(pickerPage({ uid, people: everyone, publicUrl: settings.publicUrl, again }));
  });
  router.post('/:uid', express.urlencoded({ extended: false, limit: '2kb' }), async (request, response) => {
    await provider.interactionDetails(request, response);
    const subject = await known((request.body as Record<string, unknown> | undefined)?.['person']);
    if (!subject) {
      response.status(400).type('html').send(faultPage(settings.publicUrl));
      return;
    }
    await finish(request, response, subject);
  });
  router.get('/:uid/back', async (request, response) => {
    await provider.interactionDetails(request, response);
    await provider.interactionFinished(
      request,
      response,
      { error: 'access_denied' },
      { mergeWithLastSubmission: false },
    );
  });
  router.use((_error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    response.status(400).type('html').send(faultPage(settings.publicUrl));
  });
  return router;
}
