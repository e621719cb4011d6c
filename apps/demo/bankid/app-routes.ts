/** `/bankid`: the app's side of the test e-identification, without a script. */
import express, { type Request, type Response, type Router } from 'express';
import { SECOND } from '#domain/kernel/instant.js';
import { donePage, FAILING, pickPage, signPage, startPage, TROUBLE, WAITING, waitingPage } from './app-pages.js';
import type { Order, Orders, Picked } from './orders.js';
import { TROUBLES, type Trouble } from './rp-api.js';
import { personOf, type TestPerson } from './test-people.js';

const SLOW = 10 * SECOND;

const FAULTS: Readonly<Record<'unknown' | 'too-old' | 'over', string>> = {
  unknown: 'Koden eller länken känns inte igen. Hämta den på nytt i Samnav.',
  'too-old': 'Koden har hunnit bytas. Kopiera den som visas nu och försök igen.',
  over: 'Tiden är slut för den här. Börja om i Samnav.',
};

const OVER = 'Det här är redan klart eller har tagit slut';

export function appRoutes(orders: Orders, troubles: Trouble[]): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  const show = (response: Response, page: string, status = 200): void => {
    response.status(status).type('html').send(page);
  };
  const opened = (response: Response, picked: Picked): void => {
    if ('fault' in picked) show(response, startPage(FAULTS[picked.fault]), 400);
    else response.redirect(303, `/bankid/app/${picked.order.autoStartToken}`);
  };
  const inApp = (request: Request): Order | undefined => orders.inApp(String(request.params['token']));

  router.get('/', (request, response) => {
    const { autostarttoken } = request.query;
    if (typeof autostarttoken === 'string') opened(response, orders.openByLink(autostarttoken));
    else show(response, startPage(null));
  });
  router.post('/code', form, (request, response) => {
    opened(response, orders.openByCode(fieldOf(request, 'code')));
  });
  router.post('/trouble', form, (request, response) => {
    const chosen = TROUBLES.find((one) => one === fieldOf(request, 'trouble'));
    if (chosen) troubles.push(chosen);
    show(response, startPage(chosen ? `Nästa anrop: ${TROUBLE[chosen].toLowerCase()}.` : null), chosen ? 200 : 400);
  });
  router.get('/app/:token', (request, response) => {
    const order = inApp(request);
    if (order) show(response, pickPage(order));
    else show(response, donePage(OVER, null), 410);
  });
  const sign = (request: Request, response: Response, person: TestPerson | undefined): void => {
    const order = inApp(request);
    if (!order) return show(response, donePage(OVER, null), 410);
    if (!person) return show(response, pickPage(order), 400);
    orders.hint(order, 'userSign');
    show(response, signPage(order, person, orders.isForAnother(order, person)));
  };
  router.post('/app/:token/person', form, (request, response) =>
    sign(request, response, personOf(fieldOf(request, 'person'))),
  );
  router.get('/app/:token/person/:number', (request, response) =>
    sign(request, response, personOf(request.params['number'])),
  );
  router.post('/app/:token/answer', form, async (request, response) => {
    const order = inApp(request);
    if (!order) return show(response, donePage(OVER, null), 410);
    await answer(orders, order, request, (page) => show(response, page));
  });
  return router;
}

async function answer(orders: Orders, order: Order, request: Request, show: (page: string) => void): Promise<void> {
  const person = personOf(fieldOf(request, 'person'));
  const chosen = fieldOf(request, 'answer');
  const [kind, code = ''] = chosen.split('.');
  const waits = kind === 'wait' ? wordsOf(WAITING, code) : undefined;
  if (waits && person) {
    orders.hint(order, code);
    return show(waitingPage(order, person, waits));
  }
  const fails = kind === 'fail' ? wordsOf(FAILING, code) : undefined;
  if (fails) {
    orders.fail(order, code);
    return show(donePage(fails, order));
  }
  const signs = chosen === 'sign' || chosen === 'slow';
  if (!signs || !person || orders.isForAnother(order, person)) {
    orders.fail(order, 'userCancel');
    return show(donePage('Du avbröt', order));
  }
  await orders.sign(order, person, chosen === 'slow' ? SLOW : 0);
  show(donePage(order.act === 'sign' ? 'Du har skrivit under' : 'Du har identifierat dig', order));
}

const wordsOf = (words: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(words, code) ? words[code] : undefined;

const fieldOf = (request: Request, name: string): string => {
  const value = (request.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};
